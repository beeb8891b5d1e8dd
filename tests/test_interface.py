"""The words of the interface: a complete language says all of it, with the same blanks, and nothing is left unused."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.interface import interface
from tests.helpers import ROOT, make_folder, run

PACKAGE = ROOT / "generator"
LANGUAGES = sorted(path.stem for path in (PACKAGE / "interface").glob("*.yml"))
COMPLETE = ["en", "fr"]
FORM = re.compile(r"\.(?:zero|one|two|few|many|other)$")


def written(language: str) -> dict[str, str]:
    """Return what a file says, by key."""
    return dict(flat(yaml.safe_load((PACKAGE / f"interface/{language}.yml").read_text("utf-8")), ""))


def flat(pairs: Mapping[str, Any], start: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in pairs.items():
        found += flat(value, f"{start}{key}.") if isinstance(value, dict) else [(f"{start}{key}", value)]
    return found


def bare(keys: Mapping[str, str]) -> set[str]:
    """Return the keys without their plural forms."""
    return {FORM.sub("", key) for key in keys}


def blanks(text: str) -> list[str]:
    return sorted(set(re.findall(r"\{\w+\}", text)))


@pytest.mark.parametrize("language", COMPLETE)
def test_a_complete_language_has_every_word(language: str) -> None:
    assert bare(written(language)) == bare(written("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_no_other_words_than_english_and_all_the_counted_ones(language: str) -> None:
    own, english = bare(written(language)), bare(written("en"))
    assert own <= english
    assert {key for key in english if key.startswith("count.")} <= own


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_leaves_the_same_blanks(language: str) -> None:
    english = {FORM.sub("", key): blanks(text) for key, text in written("en").items()}
    assert {
        key: blanks(text) for key, text in written(language).items() if blanks(text) != english[FORM.sub("", key)]
    } == {}


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("en", 0, "0 words"),
        ("en", 1, "1 word"),
        ("en", 3219, "3,219 words"),
        ("fr", 0, "0 mot"),
        ("fr", 3219, "3\u202f219 mots"),
        ("tlh", 1, "1 word"),
    ],
)
def test_a_number_has_its_noun_as_the_language_has_it(language: str, number: int, said: str) -> None:
    assert interface(language).counted("count.words", number) == said


def test_braces_in_a_value_stay() -> None:
    assert interface("en").filled("count.words.other", {"n": "{x}"}) == "{x} words"


def test_every_word_is_used() -> None:
    """A key stands in the code whole, or its section does, before a name that the code puts in."""
    suffixes = {".py", ".j2", ".html", ".js", ".typ"}
    code = "\n".join(path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*")) if path.suffix in suffixes)
    named = set(re.findall(r"[\"']([a-z_]+(?:\.[a-z_]+)*)\.?(?=[\"'{])", code))
    unused = [key for key in sorted(bare(written("en"))) if not {key, key.rpartition(".")[0]} & named]
    assert unused == []


def test_a_site_speaks_its_language(tmp_path: Path) -> None:
    settings = "site_name: Essai\ndocs_dir: dossier\nplugins:\n  - dossier:\n      language: fr\n"
    seed = (
        "date 2025-05\n\nLe prix du hareng augmente en Norvège pour la neuvième semaine, a dit le syndicat à Bergen.\n"
    )
    root = make_folder(tmp_path, {"hareng.txt": seed}, settings)
    assert run(root, "build", "--strict").code == 0
    page = (root / "dossier/briefings/hareng.md").read_text("utf-8")
    assert "\n- mai 2025 (indiqué à la première ligne du fichier, le mois seulement)\n- Français\n" in page
    assert "\n- 1 min de lecture\n" in page
    assert "Chronologie" in (root / "site/index.html").read_text("utf-8")
