"""Nothing of a seed is lost: each of its words is in the body, in the metadata, or set aside with a reason."""

import html
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.export import machine_view
from generator.text import folded_words
from tests.helpers import HERE, ROOT, SETTINGS, dossier

LINES = st.sampled_from([
    "Menu", "Search", "date 2025-05", "Herring dearer than ever", "By Kari Nordmann", "3 May 2025 14:05", "Views: 12",
    "The price of herring has risen for the ninth week running, the fishers' union said in Bergen.", "It may rise.",
    "Read also: ten recipes", "All rights reserved", "Post © 2025", "- a point", "# A heading", "> a quote", "---",
    "1986. A great year", "| a | b |", "title: x", "```",
    "[a](http://b.example 'c')", "![d](e.png)", "*f* `g`", "[h]: http://i.example 'j'",
    ">" * 40 + " deep", "[" * 50 + "k", "&copy; &lt;l&gt;", "<b>m</b>", "", "",
])  # fmt: skip

NAMES = {"anchor", "kind", "reason", "after", "origin", "precision"}  # of our own words, which no seed brings


def kept(text: str, path: str) -> set[str]:
    """Return the folded words that the machine's view of a document holds."""
    settings = replace(SETTINGS, keywords=0)
    view: dict[str, Any] = json.loads(machine_view(dossier({path: text}, settings=settings), settings))["briefings"][0]
    own = {key: view[key] for key in ("blocks", "set_aside", "title", "date", "source", "author", "link")}
    return {word for value in strings(own) for word in folded_words(value)}


def strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [text for key, inner in value.items() if key not in NAMES for text in strings(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in strings(inner)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("path", ["seed.txt", "seed.md"])
@given(lines=st.lists(LINES, min_size=1, max_size=14))
def test_no_word_of_any_text_is_lost(path: str, lines: list[str]) -> None:
    text = "\n".join([*lines, "An end."])
    # In Markdown, `&copy;` is a way to write a sign, not a word.
    words = folded_words(html.unescape(text) if path.endswith(".md") else text)
    assert set(words) - kept(text, path) == set()


@pytest.mark.parametrize(
    "path",
    [*sorted((ROOT / "seeds").glob("*.txt")), *sorted((HERE / "mini/seeds").glob("*.[tm][xd]*"))],
    ids=lambda path: path.name,
)
def test_no_word_of_a_real_document_is_lost(path: Path) -> None:
    text = path.read_text("utf-8")
    assert set(folded_words(text)) - kept(text, path.name) == set()
