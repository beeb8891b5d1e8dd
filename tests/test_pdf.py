"""PDF seeds, from their bytes to pieces; what sheets of words say is in `cases/pdf_layout.yml`."""

import itertools
from typing import Any

import pytest

from generator.errors import SeedError
from generator.interface import in_english
from generator.model import Kind, Reason
from generator.read import read
from generator.read.common.properties import facts
from generator.read.content import Content, Piece, Raw
from generator.read.formats.pdf import parse
from generator.read.sheets import Sheet, Word, pieces
from generator.read.sheets.letters import in_order, written
from generator.settings import Limits, Rules
from tests.helpers import cases, claim, document, seed
from tests.pdfs import HEIGHT, Link, Page, Text, lines, pdf

PROSE = [
    "The price of herring has risen for the ninth week running, said the",
    "union of fishers in Bergen, and nobody on the quay knows why the fish",
    "stay away this year. The ministry wants to look into it before winter.",
]
LEFT = [f"left column, line {number} of the text that is" for number in range(12)]
RIGHT = [f"right column, line {number} of the text that is" for number in range(12)]


def content(data: bytes, rules: Rules | None = None) -> Content:
    (found,) = parse(Raw("seed.pdf", data, rules or Rules()))
    return found


def shown(found: list[Piece]) -> list[str]:
    """Return pieces as the cases write them."""
    return [_shown(piece) for piece in found if piece.aside is None]


def _shown(piece: Piece) -> str:
    match piece.kind:
        case Kind.HEADING:
            return f"h{piece.level}: {piece.text}"
        case Kind.LIST:
            return f"list: {' | '.join(piece.items)}"
        case Kind.TABLE:
            return f"table: {' / '.join(' | '.join(row) for row in piece.rows)}"
        case _:
            return f"{piece.kind.value[0]}: {piece.text}"


def aside(found: list[Piece]) -> list[str]:
    return [piece.text for piece in found if piece.aside is Reason.FURNITURE]


def sheet(rows: list[Any]) -> Sheet:
    """Return a sheet of rows: x, y, text, and perhaps size and style; a letter is half as broad as it is high."""
    words: list[Word] = []
    for x, y, text, *more in rows:
        size, style = (*more, 10, "")[:2] if len(more) < 2 else more
        left = float(x)
        for part in text.split(" "):
            right = left + len(part) * size / 2
            words.append(Word(part, left, right, y, size, style == "bold", style == "mono"))
            left = right + size / 4
    return Sheet(HEIGHT, tuple(words))


@pytest.mark.parametrize("case", cases("pdf_layout"), ids=claim)
def test_sheets_become_text(case: dict[str, Any]) -> None:
    found = list(pieces([sheet(rows) for rows in case["sheets"]]))
    assert shown(found) == case["text"]
    assert aside(found) == case.get("aside", [])


@pytest.mark.parametrize("case", cases("pdf_properties"), ids=claim)
def test_properties_of_a_document(case: dict[str, Any]) -> None:
    found = facts(case.get("title", ""), case.get("author", ""), "seeds/annual-report.pdf")
    assert {name: fact.text for name, fact in found.items()} == case["facts"]


@pytest.mark.parametrize(
    ("drawn", "text"),
    [("ﬁsh", "fish"), ("eﬃcient", "efficient"), ("ﺳﻼﻡ", "سلام"), ("x\u200b", "x"), ("\ud83d\ude00", "😀"), ("ﷺ", "ﷺ")],
)
def test_letters_are_written_as_they_are_meant(drawn: str, text: str) -> None:
    assert written(drawn) == text


@pytest.mark.parametrize(("printed", "text"), [("مالس", "سلام"), ("مالس،", "سلام،"), ("abc", "abc"), ("مال2", "مال2")])
def test_a_word_printed_from_the_wrong_side_is_turned(printed: str, text: str) -> None:
    assert in_order(printed) == text


def test_a_heading_across_two_columns_comes_before_them() -> None:
    texts = [Text(50, 60, "Herring dearer than ever", 18), *lines(50, 100, LEFT), *lines(310, 100, RIGHT)]
    found = content(pdf([Page(texts)]))
    assert (found.format, found.encoding.guessed) == ("pdf", False)
    assert shown(list(found.pieces)) == ["h1: Herring dearer than ever", f"p: {' '.join(LEFT + RIGHT)}"]


def test_running_heads_and_page_numbers_of_six_pages_are_set_aside() -> None:
    bodies = [[f"{line} {word}" for line in PROSE] for word in ("one", "two", "three", "four", "five", "six")]
    sheets = [
        Page([Text(50, 40, "The Fishing Gazette", 8), *lines(50, 90, body), Text(290, 800, f"{number + 4}", 8)])
        for number, body in enumerate(bodies)
    ]
    found = list(content(pdf(sheets)).pieces)
    assert aside(found) == ["The Fishing Gazette", "4 5 6 7 8 9"]
    assert " ".join(text[3:] for text in shown(found)) == " ".join(line for body in bodies for line in body)


def test_a_word_parted_at_the_end_of_a_line_is_whole_again() -> None:
    texts = ["The well-known plan of the govern-", "ment was changed, although the well-", "known plan was liked."]
    (piece,) = content(pdf([Page(lines(50, 100, texts))])).pieces
    assert piece.text == "The well-known plan of the government was changed, although the well-known plan was liked."


def test_links_are_those_of_the_words_they_cover() -> None:
    texts = lines(50, 100, ["Read the report, or write to us."], 10)
    boxes = [Link(72, 100, 47, "https://example.org/report"), Link(145, 100, 40, "javascript:alert")]
    (piece,) = content(pdf([Page(texts, boxes)])).pieces
    assert [(piece.text[link.start : link.end], link.url) for link in piece.links] == [
        ("the report", "https://example.org/report")
    ]


def test_a_page_on_its_side_is_read_as_it_is_seen() -> None:
    texts = [Text(100 + 12 * number, 700, line, turn="0 1 -1 0") for number, line in enumerate(PROSE)]
    (piece,) = content(pdf([Page(texts, rotate=90)])).pieces
    assert piece.text == " ".join(PROSE)


def test_a_stamp_at_the_side_stands_behind_the_text() -> None:
    texts = [Text(20, 600, "preprint of May", turn="0 1 -1 0"), *lines(50, 100, PROSE)]
    assert shown(list(content(pdf([Page(texts)])).pieces)) == [f"p: {' '.join(PROSE)}", "p: preprint of May"]


def test_what_is_printed_across_every_page_is_furniture() -> None:
    pages = [Page([Text(100, 600, "DRAFT", 60, turn="0.7 0.7 -0.7 0.7"), *lines(50, 100, [line])]) for line in PROSE]
    assert aside(list(content(pdf(pages)).pieces)) == ["DRAFT"]


def test_comments_and_what_was_typed_into_a_form_are_set_aside() -> None:
    found = content(pdf([Page(lines(50, 100, PROSE), comments=["Is this so?"], fields=["Kari Nordmann"])]))
    assert aside(list(found.pieces)) == ["Is this so?", "Kari Nordmann"]


def test_facts_come_from_the_properties() -> None:
    info = "/Title (The price of herring) /Author (Kari Nordmann) /CreationDate (D:20250101)"
    found = content(pdf([Page(lines(50, 100, PROSE))], info, "/Lang (en-GB)"))
    assert {name: (fact.text, fact.origin) for name, fact in found.facts.items()} == {
        "title": ("The price of herring", "document properties"),
        "author": ("Kari Nordmann", "document properties"),
    }


LOCK = f"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'41' * 32}> /U <{'42' * 32}> >>"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (pdf([Page(lines(50, 100, PROSE))], trailer=LOCK), "locked with a password - save it without one"),
        (pdf([Page(picture=True)]), "pictures without text - run OCR"),
        (pdf([Page()]), "no page with text"),
        (pdf([]), "no page with text"),
        (b"%PDF-1.7\nnothing of the kind", "damaged PDF"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, says: str) -> None:
    with pytest.raises(SeedError, match=says):
        content(data)


def test_pages_without_text_are_named() -> None:
    text, picture = Page(lines(50, 100, PROSE)), Page(picture=True)
    found = content(pdf([text, picture, picture, text, picture, Page()]))
    assert [(notice.code, in_english(notice)) for notice in found.notices] == [
        ("pictures", "Pages without text: 2-3, 5; run OCR (for example ocrmypdf) over the file.")
    ]


def test_attachments_are_named_and_not_read() -> None:
    names = "/Names << /EmbeddedFiles << /Names [(a) << /Type /Filespec /F (prices.xlsx) /UF (prices.xlsx) >>] >> >>"
    found = content(pdf([Page(lines(50, 100, PROSE))], catalog=names))
    assert [in_english(notice) for notice in found.notices] == ["Attached, and not read: prices.xlsx."]


def test_a_pdf_cut_anywhere_is_read_in_part_or_refused() -> None:
    whole = pdf([Page(lines(50, 100, PROSE), [Link(50, 100, 90, "https://example.org")])] * 3, "/Title (A b)")
    outcomes = {_outcome(whole[:length]) for length in range(0, len(whole), 23)}
    assert outcomes == {"refused", "damaged"}


def test_a_pdf_with_any_byte_changed_raises_nothing_else() -> None:
    whole = pdf([Page(lines(50, 100, PROSE), [Link(50, 100, 90, "https://example.org")])], "/Title (A b)")
    for place, byte in itertools.product(range(0, len(whole), 17), b"\0<9"):
        _outcome(whole[:place] + bytes([byte]) + whole[place + 1 :])


def _outcome(data: bytes) -> str:
    try:
        return next((notice.code for notice in content(data).notices), "read")
    except SeedError:
        return "refused"


def test_a_limit_of_letters_ends_the_reading_of_pages() -> None:
    rules = Rules(limits=Limits(characters=1000))
    found = content(pdf([Page(lines(50, 100, PROSE))] * 300), rules)
    assert [in_english(notice) for notice in found.notices] == [
        "Only the first 5 of 300 pages were read, the limit in mkdocs.yml."
    ]


def test_three_hundred_pages_are_read_whole_and_alike_each_time() -> None:
    data = pdf([Page(lines(50, 100, [f"{number} {line}" for line in PROSE])) for number in range(300)])
    found = content(data)
    assert sum(len(piece.text.split()) for piece in found.pieces) == 300 * (3 + len(" ".join(PROSE).split()))
    assert found == content(data)


def test_a_pdf_is_a_seed_like_any_other() -> None:
    data = pdf([Page([Text(50, 60, "Herring dearer than ever", 18), *lines(50, 100, PROSE)])])
    found = document(data, "herring.pdf")
    assert (found.title.text, found.seed.format, found.words) == ("Herring dearer than ever", "pdf", 40)
    assert read(seed(data[:200], "herring.pdf"), Rules()).unread[0].path == "herring.pdf"
