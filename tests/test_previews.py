"""What a link shows before it is followed: small files, plain text, each part in its own language."""

import json
from typing import Any

import pytest

from generator.export import previews
from generator.settings import settings_from
from generator.understand.vocabulary import parse
from tests.helpers import dossier

HERRING = """\
date 2025-03-03

The herring leaves Bergen

BERGEN - The price of herring has risen for the ninth week running, the union said in Bergen today.

By Kari Nordmann

Sweden buys most of the herring that Norway lands, and Norway says that it wants to keep it so.
"""
HARENG = """\
date 2025-03-04

Le hareng quitte la Norvège

BERGEN - Le prix du hareng a augmenté pour la neuvième semaine, a annoncé le syndicat des pêcheurs.

La Suède achète la plus grande partie du hareng que la Norvège débarque, et la Norvège veut qu'il en soit ainsi.
"""
FRENCH = settings_from({"language": "fr"}, title="", description="", directory_urls=True)


@pytest.fixture(scope="module")
def found() -> dict[str, Any]:
    texts = {"herring.txt": HERRING, "hareng.txt": HARENG}
    return {path: json.loads(text) for path, text in previews(dossier(texts)).items()}


def test_every_briefing_and_topic_has_one(found: dict[str, Any]) -> None:
    assert set(found) == {
        "previews/briefings/herring.json",
        "previews/briefings/hareng.json",
        "previews/topics/norway.json",
        "previews/topics/sweden.json",
    }


def test_a_briefing_shows_its_title_its_strip_and_its_summary(found: dict[str, Any]) -> None:
    assert found["previews/briefings/hareng.json"] == {
        "title": {"text": "Le hareng quitte la Norvège", "lang": "fr", "dir": "ltr"},
        "strip": "4 March 2025 · French",
        "text": {
            "text": "BERGEN - Le prix du hareng a augmenté pour la neuvième semaine, a annoncé le syndicat"
            " des pêcheurs.",
            "lang": "fr",
            "dir": "ltr",
        },
    }


def test_a_topic_shows_its_label_its_count_and_the_first_quotation_of_its_newest_briefing(
    found: dict[str, Any],
) -> None:
    shown = found["previews/topics/norway.json"]
    assert shown["title"] == {"text": "Norway", "lang": "en", "dir": "ltr"}
    assert shown["strip"] == "2 briefings · 5 mentions"
    assert shown["text"]["text"].startswith("“La Suède achète la plus grande partie")
    assert shown["text"]["lang"] == "fr"


def test_the_words_are_in_the_language_of_the_dossier() -> None:
    both = dossier({"herring.txt": HERRING, "hareng.txt": HARENG}, settings=FRENCH)
    shown = json.loads(previews(both)["previews/topics/norvege.json"])
    assert (shown["title"]["text"], shown["strip"]) == ("Norvège", "2 notes · 5 mentions")
    assert shown["text"]["text"].startswith("« La Suède")


def test_a_topic_that_no_briefing_is_about_says_how_many_name_it(found: dict[str, Any]) -> None:
    assert found["previews/topics/sweden.json"]["strip"] == "2 name it in passing · 2 mentions"


def test_an_editors_note_comes_before_any_quotation() -> None:
    vocabulary = parse("topics:\n  norway:\n    label: Norway\n    note: It lands herring.\n", "topics.yml")
    noted = previews(dossier({"herring.txt": HERRING, "hareng.txt": HARENG}, vocabulary))
    assert json.loads(noted["previews/topics/norway.json"])["text"]["text"] == "It lands herring."


def test_a_long_text_is_cut_at_a_word_and_where_there_is_none_at_a_sign() -> None:
    words, signs = "herring " * 100, "鲱鱼" * 300
    shown = previews(dossier({"words.txt": f"Norway {words}", "signs.txt": f"挪威{signs}"}))
    texts = [json.loads(text)["text"]["text"] for text in shown.values()]
    assert all(len(text) <= 284 for text in texts)
    assert any(text.endswith("herring …") for text in texts)
    assert all(len(text.encode()) < 2048 for text in shown.values())
