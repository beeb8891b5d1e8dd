"""PDFium (its only importer): the words of a page where they are printed; nothing is run or unpacked."""

import ctypes
import math
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial

import pypdfium2 as pdfium
import pypdfium2.raw as c

from generator.errors import SeedError
from generator.read.common.runs import harmless
from generator.read.sheets.letters import core, in_order, is_fixed, is_heavy, is_space, written
from generator.read.sheets.linked import Area, Links, links
from generator.read.sheets.sheet import Sheet
from generator.read.sheets.turning import Box, Mark, is_torn, together, upright

AGAIN = "save it as PDF again"
_HYPHENS = frozenset("\x02\ufffe")  # what PDFium makes of a hyphen at the end of a line
_UNKNOWN = frozenset("\0\ufffd")  # a letter that the font draws without saying which it is
_FIXED, _FORCED = 1 << 0, 1 << 18  # flags of a font: all letters of one width, made heavier
_LINKS, _NAMES = 2000, 20  # links of a page; lines of a link, and names of attachments, that are looked at
_NO_NOTES = frozenset({c.FPDF_ANNOT_LINK, c.FPDF_ANNOT_POPUP})
_NAME = 200  # bytes of the name of a font


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its words, whether anything is on it, such as a picture, and what was noted on it or typed into it."""

    sheet: Sheet
    is_blank: bool
    notes: tuple[str, ...]


class Pdf:
    """An open PDF."""

    def __init__(self, document: pdfium.PdfDocument) -> None:
        self._document = document

    def count(self) -> int:
        """Return how many pages it has."""
        return len(self._document)

    def page(self, index: int) -> Page | None:
        """Return a page, from 0; None where it is damaged."""
        try:
            with closing(self._document[index]) as page, closing(page.get_textpage()) as text:
                letters = _Letters(text.raw, links(_areas(page)))
                marks = [mark for word in letters.words() for mark in letters.marks(word)]
                sheet = upright(marks, Box(*page.get_bbox()))
                return Page(sheet, c.FPDFPage_CountObjects(page.raw) < 1, tuple(_notes(page)))
        except pdfium.PdfiumError:
            return None

    def stated(self, name: str) -> str:
        """Return one of its properties, such as `Title`; empty where it has none."""
        return str(self._document.get_metadata_value(name))

    def attachments(self) -> tuple[str, ...]:
        """Return the names of the files in it; of many, of the first."""
        count = min(self._document.count_attachments(), _NAMES)
        files = (c.FPDFDoc_GetAttachment(self._document.raw, index) for index in range(count))
        return tuple(_string(c.FPDFAttachment_GetName, file) or "a file" for file in files)


@contextmanager
def opened(data: bytes) -> Iterator[Pdf]:
    """Open a PDF.

    Raises:
        SeedError: It is locked, or damaged.
    """
    # PDFium keeps its last error when a file opens, so that it may only be asked where one does not.
    raw = c.FPDF_LoadMemDocument64(data, len(data), None)
    if not raw:
        raise _refused(c.FPDF_GetLastError())
    try:
        with pdfium.PdfDocument(raw) as document:
            yield Pdf(document)
    except (pdfium.PdfiumError, ctypes.ArgumentError, MemoryError, RecursionError) as error:
        raise SeedError(f"it is a damaged PDF ({error})", hint=AGAIN) from error


def _refused(error: int) -> SeedError:
    match error:
        case c.FPDF_ERR_PASSWORD:
            return SeedError("it is locked with a password", hint="save it without one")
        case c.FPDF_ERR_SECURITY:
            return SeedError("it is locked in a way that is not known", hint="save it without a lock")
        case _:
            return SeedError("it is a damaged PDF, or none", hint=AGAIN)


@dataclass(frozen=True, slots=True)
class _Span:
    """A word among the letters of a page: from one to before another."""

    start: int
    stop: int
    text: str


class _Letters:
    """The letters of a page, asked one by one; most questions are put once a word, as each takes a microsecond."""

    def __init__(self, raw: c.FPDF_TEXTPAGE, known: Links) -> None:
        self._raw = raw
        self._links = known
        self._rect = c.FS_RECTF()
        self._matrix = c.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._flags = ctypes.c_int()
        self._name = ctypes.create_string_buffer(_NAME)

    def words(self) -> Iterator[_Span]:
        """Yield what stands between spaces and ends of lines."""
        signs: list[str] = []
        count = c.FPDFText_CountChars(self._raw)
        for index in range(count):
            sign = chr(c.FPDFText_GetUnicode(self._raw, index))
            if sign in _HYPHENS:
                yield _Span(index - len(signs), index + 1, "".join(signs) + "-")
            elif not is_space(sign):
                signs.append("\ufffd" if sign in _UNKNOWN else sign)
                continue
            elif signs:
                yield _Span(index - len(signs), index, "".join(signs))
            signs = []
        if signs:
            yield _Span(count - len(signs), count, "".join(signs))

    def marks(self, word: _Span) -> Iterator[Mark]:
        """Yield a word as it is printed; in parts, where it leads to several places or jumps to another line."""
        first = self._mark(replace(word, text=in_order(word.text)) if self._is_reversed(word) else word)
        x, y = self._place(word.stop - 1)
        if self._links.touch(first.box) or is_torn(word.text, first, x - first.x, y - first.y):
            singles = (_Span(word.start + at, word.start + at + 1, sign) for at, sign in enumerate(word.text))
            yield from together([self._mark(single) for single in singles])
        else:
            yield first

    def _is_reversed(self, word: _Span) -> bool:
        """Say whether letters that are read from the right were printed the other way round."""
        letters = core(word.text)
        if letters.stop - letters.start < 2:  # noqa: PLR2004 - one letter has no order
            return False
        return self._place(word.start + letters.stop - 1)[0] > self._place(word.start + letters.start)[0]

    def _place(self, index: int) -> tuple[float, float]:
        """Return where a letter stands, across and up."""
        c.FPDFText_GetCharOrigin(self._raw, index, self._x, self._y)
        return self._x.value, self._y.value

    def _mark(self, word: _Span) -> Mark:
        """Return a word as it is printed, taking its first letter for all but its length."""
        raw, index = self._raw, word.start
        box = self._box(index)
        if word.stop - index > 1:
            box = box.with_(self._box(word.stop - 1))
        x, y = self._place(index)
        if not c.FPDFText_GetMatrix(raw, index, self._matrix):
            self._matrix.a, self._matrix.b, self._matrix.c, self._matrix.d = 1, 0, 0, 1
        matrix = self._matrix
        flags = self._flags.value if c.FPDFText_GetFontInfo(raw, index, self._name, _NAME, self._flags) else 0
        return Mark(
            written(word.text),
            box,
            x,
            y,
            math.atan2(matrix.b, matrix.a),
            c.FPDFText_GetFontSize(raw, index) * math.hypot(matrix.c, matrix.d),
            bool(flags & _FORCED) or is_heavy(self._name.value, c.FPDFText_GetFontWeight(raw, index)),
            bool(flags & _FIXED) or is_fixed(self._name.value),
            self._links.at((box.left + box.right) / 2, (box.bottom + box.top) / 2),
        )

    def _box(self, index: int) -> Box:
        rect = self._rect
        c.FPDFText_GetLooseCharBox(self._raw, index, rect)
        return Box(rect.left, rect.bottom, rect.right, rect.top)


def _areas(page: pdfium.PdfPage) -> Iterator[Area]:
    """Yield the rectangles of a page that lead to an address."""
    position, link = ctypes.c_int(0), c.FPDF_LINK()
    for _ in range(_LINKS):
        if not c.FPDFLink_Enumerate(page.raw, position, link):
            return
        url = _url(page, link)
        if url:
            yield from (Area(box, url) for box in _boxes(link))


def _url(page: pdfium.PdfPage, link: c.FPDF_LINK) -> str:
    action = c.FPDFLink_GetAction(link)
    if not action or c.FPDFAction_GetType(action) != c.PDFACTION_URI:
        return ""
    length = c.FPDFAction_GetURIPath(page.pdf.raw, action, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    c.FPDFAction_GetURIPath(page.pdf.raw, action, buffer, length)
    return harmless(buffer.value.decode("utf-8", "replace"))


def _boxes(link: c.FPDF_LINK) -> Iterator[Box]:
    """Yield what a link covers: a piece of each line, where the file says so."""
    quad, rect = c.FS_QUADPOINTSF(), c.FS_RECTF()
    count = min(c.FPDFLink_CountQuadPoints(link), _NAMES)
    for index in range(count):
        if c.FPDFLink_GetQuadPoints(link, index, quad):
            xs, ys = (quad.x1, quad.x2, quad.x3, quad.x4), (quad.y1, quad.y2, quad.y3, quad.y4)
            yield Box(min(xs), min(ys), max(xs), max(ys))
    if count <= 0 and c.FPDFLink_GetAnnotRect(link, rect):
        low, high = sorted((rect.bottom, rect.top))
        yield Box(rect.left, low, rect.right, high)


def _notes(page: pdfium.PdfPage) -> Iterator[str]:
    """Yield the texts of comments, of notes and of the fields of a form; links and their pop-ups have none."""
    for index in range(min(c.FPDFPage_GetAnnotCount(page.raw), _LINKS)):
        note = c.FPDFPage_GetAnnot(page.raw, index)
        if not note:
            continue
        kind = c.FPDFAnnot_GetSubtype(note)
        key = ctypes.c_char_p(b"V" if kind == c.FPDF_ANNOT_WIDGET else b"Contents")
        name = ctypes.cast(key, ctypes.POINTER(ctypes.c_char))
        text = "" if kind in _NO_NOTES else _string(partial(c.FPDFAnnot_GetStringValue, note), name)
        c.FPDFPage_CloseAnnot(note)
        if text.strip():
            yield text


def _string(ask: Callable[..., int], of: object) -> str:
    """Return a text that PDFium gives in two steps: how long it is, and then itself."""
    length = ask(of, None, 0) // 2
    if length < 1:
        return ""
    buffer = (ctypes.c_ushort * length)()
    ask(of, buffer, length * 2)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
