"""A floor under the quality of what is understood, on twelve documents of our own: it must not fall unseen.

The figures that matter are those of `make bench-understanding`, on documents that others wrote.
"""

import functools
import json
from collections.abc import Mapping
from typing import Any

import pytest
import yaml

from generator.export import machine_view
from generator.model import Briefing, Dossier
from generator.text import words
from generator.understand.language.stems import stem
from tests.bench.topics import hits
from tests.helpers import HERE, SETTINGS, dossier

FOLDER = HERE / "quality"
GOLD: Mapping[str, Any] = yaml.safe_load((FOLDER / "gold.yml").read_text("utf-8"))


@functools.cache
def found() -> Dossier:
    return dossier({path.name: path.read_text("utf-8") for path in sorted((FOLDER / "seeds").iterdir())})


def theme(id_: str) -> str:
    return id_.split("-", maxsplit=1)[0]


def key(phrase: str, language: str) -> str:
    return " ".join(stem(word, language) for word in words(phrase))


def f1_at_10(briefing: Briefing) -> float:
    language = briefing.document.language.code
    gold = {key(line, language) for line in GOLD["keywords"][briefing.id]}
    hit = len(gold & {key(keyword.text, language) for keyword in briefing.keywords[:10]})
    return 2 * hit / (10 + len(gold))


@pytest.mark.parametrize(("language", "floor"), [("en", 0.5), ("fr", 0.5)])
def test_the_best_keywords_are_those_that_a_reader_would_name(language: str, floor: float) -> None:
    scores = [f1_at_10(briefing) for briefing in found().briefings if briefing.document.language.code == language]
    assert sum(scores) / len(scores) >= floor


def test_briefings_are_about_their_topics() -> None:
    view = json.loads(machine_view(found(), SETTINGS))
    found_ = hits(view, GOLD["keywords"])
    assert found_.part >= 0.85 * found_.pairs
    assert found_.covered >= 0.75 * found_.briefings


def test_the_nearest_briefing_is_on_the_same_theme() -> None:
    dossier_ = found()
    firsts = [(briefing.id, dossier_.related[briefing.id][0].id) for briefing in dossier_.briefings]
    assert [(one, other) for one, other in firsts if theme(one) != theme(other)] == []


def test_so_is_the_nearest_in_another_language() -> None:
    dossier_ = found()
    firsts = [
        (briefing.id, links[0].id) for briefing in dossier_.briefings if (links := dossier_.elsewhere[briefing.id])
    ]
    assert [(one, other) for one, other in firsts if theme(one) != theme(other)] == []
    assert len(firsts) >= 0.9 * len(dossier_.briefings)


def test_same_stories_are_found_and_no_others() -> None:
    assert [sorted(story.briefings) for story in found().stories] == GOLD["same_story"]
