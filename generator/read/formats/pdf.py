"""PDF: its words where they are printed, read as a person would; nothing of it is run or unpacked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.errors import SeedError
from generator.model import Encoding, Notice
from generator.read.common import office
from generator.read.common.properties import facts
from generator.read.content import Content, Raw
from generator.read.sheets import Sheet, pieces
from generator.read.sheets.pdfium import AGAIN, Pdf, opened
from generator.settings import Limits

_END = 4096  # bytes, in which the mark of a PDF's end stands
_OCR = "run OCR (for example ocrmypdf) over it"


def parse(raw: Raw) -> Iterator[Content]:
    """Yield the text of a PDF."""
    with opened(raw.data) as document:
        content = _content(document, raw)
    yield content


@dataclass(frozen=True, slots=True)
class _Pages:
    """What was read of the pages: those with text, the numbers of the others, and what was noted on them."""

    sheets: tuple[Sheet, ...]
    pictures: tuple[int, ...]
    damaged: tuple[int, ...]
    read: int
    notes: tuple[str, ...]


def _content(document: Pdf, raw: Raw) -> Content:
    pages = _read(document, raw.rules.limits)
    if not pages.sheets and pages.pictures:
        raise SeedError("its pages are pictures without text", hint=_OCR)
    if not pages.sheets:
        raise SeedError("its pages are damaged" if pages.damaged else "it has no page with text", hint=AGAIN)
    letters = sum(len(word.text) for sheet in pages.sheets for word in sheet.words)
    unknown = sum(word.text.count("\ufffd") for sheet in pages.sheets for word in sheet.words)
    if unknown * 2 > letters:
        raise SeedError("its fonts do not say which letters they draw", hint=_OCR)
    said = facts(document.stated("Title"), document.stated("Author"), raw.path)
    return Content(
        "pdf",
        Encoding("unicode", guessed=False),
        (*pieces(pages.sheets), *(office.aside(office.bare(note)) for note in pages.notes)),
        facts=said,
        notices=tuple(_notices(pages, document, raw.data, unknown)),
    )


def _notices(pages: _Pages, document: Pdf, data: bytes, unknown: int) -> Iterator[Notice]:
    if pages.read < document.count():
        yield Notice("cut", "pages", (pages.read, document.count()))
    if pages.pictures:
        yield Notice("pictures", "pictures", (_numbered(pages.pictures),))
    if pages.damaged:
        yield Notice("damaged", "damaged_pages", (_numbered(pages.damaged),))
    if b"%%EOF" not in data[-_END:]:
        yield Notice("damaged", "no_end")
    if unknown:
        yield Notice("undecodable", "letters", (unknown,))
    if document.attachments():
        yield Notice("attachments", "attachments", (", ".join(document.attachments()),))


def _numbered(pages: Sequence[int]) -> str:
    """Return numbers of pages: `2-4, 9`."""
    spans: list[list[int]] = []
    for page in pages:
        if spans and spans[-1][-1] == page - 1:
            spans[-1] = [spans[-1][0], page]
        else:
            spans.append([page])
    return ", ".join("-".join(map(str, span)) for span in spans)


def _read(document: Pdf, limits: Limits) -> _Pages:
    """Return the pages up to the limits; a page has a block at the least."""
    sheets: list[Sheet] = []
    pictures, damaged = [], []
    notes: list[str] = []
    letters = read = 0
    for read in range(1, min(document.count(), limits.blocks) + 1):
        page = document.page(read - 1)
        if page is None:
            damaged.append(read)
            continue
        notes += page.notes
        if page.sheet.words:
            sheets.append(page.sheet)
        elif not page.is_blank:
            pictures.append(read)
        letters += sum(len(word.text) + 1 for word in page.sheet.words)
        if letters > limits.characters:
            break
    return _Pages(tuple(sheets), tuple(pictures), tuple(damaged), read, tuple(notes))
