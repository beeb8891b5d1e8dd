"""Readers of docx, odt, epub and rtf: what is in a file, what of it is text, and what it says of itself."""

import html
import re
from typing import Any

import pytest

from generator.read.content import Content, Raw
from generator.read.formats import READERS
from generator.settings import Limits, Rules
from generator.text import folded_words
from tests.helpers import cases, claim, document
from tests.helpers_office import MAKERS, content, docx, told


@pytest.mark.parametrize("case", cases("office"), ids=lambda case: f"{case['format']}: {claim(case)}")
def test_an_office_document(case: dict[str, Any]) -> None:
    found = content(MAKERS[case["format"]](case["parts"]), case["format"])
    if "pieces" in case:
        assert [told(piece) for piece in found.pieces] == case["pieces"]
    if "links" in case:
        links = [f"{piece.text[link.start : link.end]} -> {link.url}" for piece in found.pieces for link in piece.links]
        assert links == case["links"]
    if "rows" in case:
        assert [list(row) for piece in found.pieces for row in piece.rows] == case["rows"]
    if "facts" in case:
        assert {name: f"{fact.text} [{fact.origin}]" for name, fact in found.facts.items()} == case["facts"]
    if "stated" in case:
        assert list(found.stated) == case["stated"]
    assert [notice.code for notice in found.notices] == case.get("notices", [])


def test_a_document_states_who_wrote_it_and_not_when_its_file_was_saved() -> None:
    core = "<dc:title>Microsoft Word - herring.doc</dc:title><dc:creator>Kari Nordmann</dc:creator>"
    core += "<dcterms:created>2024-05-03T10:00:00Z</dcterms:created>"
    body = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>".format(
        "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."
    )
    found = document(docx({"document": body, "core": core}), "seed.docx")
    assert found.author is not None
    assert (found.author.text, found.author.origin, found.date) == ("Kari Nordmann", "document properties", None)
    assert found.title.origin in {"first sentence", "first words"}
    lines = [line.text for line in found.set_aside]
    assert lines == ["title: Microsoft Word - herring.doc", "creator: Kari Nordmann", "created: 2024-05-03T10:00:00Z"]


# What a file says to its program, not to its readers.
CODES = re.compile(
    r"<(w:instrText|text:note-citation)[^>]*>.*?</\1>|<(?:revision|meta:editing-cycles|dc:date)>[\d-]+(?=<)", re.DOTALL
)


@pytest.mark.parametrize(
    "case",
    [case for case in cases("office") if case["format"] != "rtf"],
    ids=lambda case: f"{case['format']}: {claim(case)}",
)
def test_no_word_of_an_office_document_is_lost(case: dict[str, Any]) -> None:
    inside = " ".join(text for name, text in case["parts"].items() if name not in {"links", "encryption", "chunk"})
    words = set(folded_words(html.unescape(re.sub("<[^>]*>", " ", CODES.sub(" ", inside)).replace("\xad", ""))))
    found = content(MAKERS[case["format"]](case["parts"]), case["format"])
    lines = [*(piece.text for piece in found.pieces), *found.stated]
    assert words - {"her", "ring"} - set(folded_words(" ".join(lines))) == set()


@pytest.mark.parametrize("name", ["docx", "odt", "rtf"])
def test_a_block_longer_than_the_limit_is_cut_and_says_so(name: str) -> None:
    words = "herring " * 20
    parts = {"docx": f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>", "odt": f"<text:p>{words}</text:p>", "rtf": words}
    raw = Raw(f"seed.{name}", MAKERS[name]({"document": parts[name]}), Rules(limits=Limits(characters=80)))
    (found,) = READERS[name](raw)
    assert isinstance(found, Content)
    assert [len(piece.text) for piece in found.pieces] == [79]
    assert [notice.code for notice in found.notices] == ["cut"]
