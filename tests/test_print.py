"""The printed book, read by pypdf and poppler: nothing is cut, numbers and links are right, everybody can read it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, Destination, DictionaryObject, IndirectObject, PdfObject, StreamObject

from generator.model import Dossier, Kind
from generator.print_settings import Paper, Printing, Standard
from generator.printing import books, briefing_sheets, missing, press_for, topic_sheets, typeset, wanted_pieces
from tests.helpers import HERE, ROOT, dossier
from tests.poppler import fonts_of, text_of
from tests.validator import faults

PLACE = re.compile(r"^p\.\s(\d+)\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Printed:
    """A dossier in eight languages, and its book."""

    dossier: Dossier
    path: Path
    pdf: PdfReader


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    folders = (HERE / "browser/seeds", ROOT / "seeds")
    texts = {path.name: path.read_text("utf-8") for folder in folders for path in sorted(folder.glob("*.[tm][xd]*"))}
    whole = dossier(texts)
    (sheet,) = books(press_for(whole, Printing(), missing(wanted_pieces(whole))), "dossier", "")
    path = tmp_path_factory.mktemp("print") / sheet.path
    path.write_bytes(typeset(sheet))
    return Printed(whole, path, PdfReader(path))


def outline(book: Printed) -> dict[str, dict[str, int]]:
    """Return the pages of the outline: by its titles, those below each."""
    found: dict[str, dict[str, int]] = {}
    part = ""
    for entry in book.pdf.outline:
        if isinstance(entry, list):
            found[part] = {str(one.title): page_of(book, one) for one in entry if not isinstance(one, list)}
        else:
            part = str(entry.title)
            found[part] = {}
    return found


def page_of(book: Printed, destination: Destination) -> int:
    return (book.pdf.get_destination_page_number(destination) or 0) + 1


def links(book: Printed) -> Iterator[DictionaryObject]:
    for page in book.pdf.pages:
        for annotation in page.get("/Annots", ()):
            yield annotation.get_object()


def target(book: Printed, link: DictionaryObject) -> int:
    """Return the page that a link within the book leads to."""
    place = link["/Dest"]
    if isinstance(place, str):
        return page_of(book, book.pdf.named_destinations[place])
    array = place.get_object()
    assert isinstance(array, ArrayObject)
    pages = [page.indirect_reference for page in book.pdf.pages]
    return pages.index(array[0] if isinstance(array[0], IndirectObject) else array[0].indirect_reference) + 1


def pages(book: Printed) -> list[str]:
    return text_of(book.path).split("\f")


def test_the_outline_names_every_briefing_and_every_topic(book: Printed) -> None:
    parts = outline(book)
    assert len(parts["Briefings"]) == len(book.dossier.briefings)
    assert len(parts["Index of topics"]) == len(book.dossier.topics)
    assert [part for part, below in parts.items() if not below] == [
        "How to read this book", "Timeline", "Sources", "Where the texts come from",
    ]  # fmt: skip


def test_every_link_within_the_book_leads_to_a_page(book: Printed) -> None:
    inner = [link for link in links(book) if "/Dest" in link]
    assert len(inner) > 3 * len(book.dossier.briefings)
    assert all(1 <= target(book, link) <= len(book.pdf.pages) for link in inner)


def test_every_link_says_where_it_leads(book: Printed) -> None:
    assert all(str(link["/Contents"]).strip() for link in links(book))


def test_the_numbers_of_the_contents_are_the_pages_of_the_briefings(book: Printed) -> None:
    contents = next(page for page in pages(book) if page.startswith("Türkiye") is False and "Contents" in page)
    stated = [int(number) for number in re.findall(r"(?m)(?:^|\s)(\d+)$", contents.split("Index of topics")[0])]
    for page in outline(book)["Briefings"].values():
        assert page in stated


def test_the_numbers_of_see_also_are_the_pages_that_its_links_lead_to(book: Printed) -> None:
    briefings = outline(book)["Briefings"]
    compared = 0
    for number, text in enumerate(pages(book), 1):
        if not min(briefings.values()) <= number <= max(briefings.values()):
            continue
        stated = [int(place) for place in PLACE.findall(text)]
        on_page = [annotation.get_object() for annotation in book.pdf.pages[number - 1].get("/Annots", ())]
        led = [target(book, link) for link in on_page if "/Dest" in link]
        assert [page for page in led if page in briefings.values()][-len(stated) :] == stated or not stated
        compared += len(stated)
    assert compared > len(book.dossier.briefings)


def test_the_last_paragraph_of_every_briefing_is_printed(book: Printed) -> None:
    text = "".join(text_of(book.path).split())
    for briefing in book.dossier.briefings:
        last = [block.text for block in briefing.document.blocks if block.kind is Kind.PARAGRAPH][-1]
        if briefing.document.language.code in {"ar", "he"}:
            assert all(word in text for word in re.findall(r"\w+", last)[:3] if len(word) > 3 and word.isalpha())
        else:
            ends = "".join(last.split()).replace("-", "")[-60:]  # of a paragraph that may run over to the next page
            assert ends in text.replace("-", ""), briefing.id


def test_the_document_and_each_foreign_text_say_their_language(book: Printed) -> None:
    assert str(book.pdf.root_object["/Lang"]) == "en"
    foreign = {briefing.document.language.code for briefing in book.dossier.briefings} - {"en"}
    assert len(foreign) > 5
    assert foreign <= set(languages(book.pdf.root_object["/StructTreeRoot"]))


def languages(element: PdfObject) -> Iterator[str]:
    """Yield the languages of the structure."""
    waiting: list[PdfObject | None] = [element]
    while waiting:
        one = waiting.pop()
        found = one.get_object() if one else None
        if isinstance(found, DictionaryObject):
            if "/Lang" in found:
                yield str(found["/Lang"])
            below = found["/K"].get_object() if "/K" in found else None
            waiting += below if isinstance(below, ArrayObject) else [below]


def entry(parent: DictionaryObject, name: str) -> DictionaryObject:
    found = parent[name].get_object()
    assert isinstance(found, DictionaryObject)
    return found


def test_it_is_tagged_and_shows_its_title(book: Printed) -> None:
    root = book.pdf.root_object
    assert str(entry(root, "/MarkInfo")["/Marked"]) == "True"
    assert str(entry(root, "/ViewerPreferences")["/DisplayDocTitle"]) == "True"
    assert book.pdf.metadata is not None
    assert book.pdf.metadata.title == book.dossier.title
    metadata = root["/Metadata"].get_object()
    assert isinstance(metadata, StreamObject)
    assert b"pdfuaid:part" in metadata.get_data()


def test_a_validator_finds_nothing_in_the_book(book: Printed) -> None:
    assert faults(book.path.read_bytes(), "ua1") == []


@pytest.mark.parametrize(
    ("standard", "profiles"),
    [(Standard.ACCESSIBLE, ["ua1"]), (Standard.ARCHIVAL, ["3a"]), (Standard.BOTH, ["ua1", "3a"])],
)
def test_nor_in_sheets_of_each_standard(book: Printed, standard: Standard, profiles: list[str]) -> None:
    press = press_for(book.dossier, Printing(standard=standard), missing(wanted_pieces(book.dossier)))
    sheets = [*list(briefing_sheets(press))[:4], next(iter(topic_sheets(press)))]
    found = [faults(typeset(sheet), profile) for sheet in sheets for profile in profiles]
    assert found == [[]] * len(sheets) * len(profiles)


def test_every_font_is_embedded_and_maps_to_characters(book: Printed) -> None:
    fonts = fonts_of(book.path)
    assert len(fonts) > 5
    assert all(re.search(r" yes yes yes +\d+ +\d+$", line) for line in fonts), fonts


def test_its_date_is_that_of_the_newest_text(book: Printed) -> None:
    newest = max(briefing.document.date.value for briefing in book.dossier.briefings if briefing.document.date)
    assert book.pdf.metadata is not None
    assert str(book.pdf.metadata["/CreationDate"]) == f"D:{newest[:10].replace('-', '')}000000Z"


def test_paper_is_a_setting(tmp_path: Path) -> None:
    whole = dossier({"one.txt": "A harbour\n\nThe harbour of Bergen has been closed for nine days, said the union."})
    press = press_for(whole, Printing(paper=Paper.LETTER), frozenset())
    (sheet,) = briefing_sheets(press)
    (tmp_path / "one.pdf").write_bytes(typeset(sheet))
    box = PdfReader(tmp_path / "one.pdf").pages[0].mediabox
    assert (box.width, box.height) == (612, 792)


def test_each_topic_has_a_sheet_that_quotes_the_sentences(book: Printed, tmp_path: Path) -> None:
    sheets = list(topic_sheets(press_for(book.dossier, Printing(), frozenset())))
    assert len(sheets) == len(book.dossier.topics)
    topic = next(topic for topic in book.dossier.topics if topic.label == "F-35")
    (sheet,) = (sheet for sheet in sheets if sheet.path == f"topics/{topic.id}.pdf")
    (tmp_path / "topic.pdf").write_bytes(typeset(sheet))
    text = "".join(text_of(tmp_path / "topic.pdf").split())
    quoted = [mention for mention in topic.mentions if mention.anchor and mention.briefing == topic.briefings[0]]
    assert "".join(quoted[0].sentence.split()) in text
