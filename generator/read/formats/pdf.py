"""PDF (the only importer of pypdfium2): its words where they are printed; nothing of it is run or unpacked."""

import ctypes
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as c

from generator.errors import SeedError
from generator.model import Encoding, Notice
from generator.read.content import Content, Raw
from generator.read.runs import harmless
from generator.read.sheets import Sheet, pieces
from generator.read.sheets.letters import is_fixed, is_heavy, is_space, written
from generator.read.sheets.linked import Area, Links, links
from generator.read.sheets.properties import facts
from generator.read.sheets.turning import Box, Mark, is_torn, together, upright
from generator.settings import Limits

_HYPHENS = frozenset("\x02\ufffe")  # what PDFium makes of a hyphen at the end of a line
_UNKNOWN = frozenset("\0\ufffd")  # a letter that the font draws without saying which it is
_FIXED, _FORCED = 1 << 0, 1 << 18  # flags of a font: all letters of one width, made heavier
_LINKS, _NAMES = 2000, 20  # links of a page; lines of a link, and names of attachments, that are looked at
_NAME = 200  # bytes of the name of a font
_END = 4096  # bytes, in which the mark of a PDF's end stands
_OCR = "run OCR (for example ocrmypdf) over it"
_AGAIN = "save it as PDF again"


def parse(raw: Raw) -> Iterator[Content]:
    """Yield the text of a PDF."""
    try:
        with _opened(raw.data) as document:
            content = _content(document, raw)
    except (pdfium.PdfiumError, ctypes.ArgumentError, MemoryError, RecursionError) as error:
        raise SeedError(f"it is a damaged PDF ({error})", hint=_AGAIN) from error
    yield content


def _opened(data: bytes) -> pdfium.PdfDocument:
    """Return a document; its bytes must live as long.

    PDFium keeps its last error when a file opens, so that it may only be asked where one does not.
    """
    raw = c.FPDF_LoadMemDocument64(data, len(data), None)
    if raw:
        return pdfium.PdfDocument(raw)
    match c.FPDF_GetLastError():
        case c.FPDF_ERR_PASSWORD:
            raise SeedError("it is locked with a password", hint="save it without one")
        case c.FPDF_ERR_SECURITY:
            raise SeedError("it is locked in a way that is not known", hint="save it without a lock")
        case _:
            raise SeedError("it is a damaged PDF, or none", hint=_AGAIN)


@dataclass(frozen=True, slots=True)
class _Pages:
    """What was read of the pages: those with text, and the numbers of the others."""

    sheets: tuple[Sheet, ...]
    pictures: tuple[int, ...]
    damaged: tuple[int, ...]
    read: int


def _content(document: pdfium.PdfDocument, raw: Raw) -> Content:
    pages = _read(document, raw.rules.limits)
    if not pages.sheets and pages.pictures:
        raise SeedError("its pages are pictures without text", hint=_OCR)
    if not pages.sheets:
        raise SeedError("its pages are damaged" if pages.damaged else "it has no page with text", hint=_AGAIN)
    letters = sum(len(word.text) for sheet in pages.sheets for word in sheet.words)
    unknown = sum(word.text.count("\ufffd") for sheet in pages.sheets for word in sheet.words)
    if unknown * 2 > letters:
        raise SeedError("its fonts do not say which letters they draw", hint=_OCR)
    said = facts(
        document.get_metadata_value("Title"), document.get_metadata_value("Author"), _language(document), raw.path
    )
    return Content(
        "pdf",
        Encoding("unicode", guessed=False),
        tuple(pieces(pages.sheets)),
        facts=said,
        notices=tuple(_notices(pages, document, raw.data, unknown)),
    )


def _notices(pages: _Pages, document: pdfium.PdfDocument, data: bytes, unknown: int) -> Iterator[Notice]:
    if pages.read < len(document):
        cut = f"Only the first {pages.read:,} of {len(document):,} pages were read, the limit in mkdocs.yml."
        yield Notice("cut", cut)
    if pages.pictures:
        yield Notice("pictures", f"{_numbered(pages.pictures)} without text; {_OCR} to have it read.")
    if pages.damaged:
        yield Notice("damaged", f"{_numbered(pages.damaged)} damaged, and not read.")
    if b"%%EOF" not in data[-_END:]:
        yield Notice("damaged", "The end of the file is missing; its text may be incomplete.")
    if unknown:
        yield Notice("undecodable", f"{unknown} letters are not named by their font, and shown as \ufffd.")
    names = [
        _string(c.FPDFAttachment_GetName, c.FPDFDoc_GetAttachment(document, index))
        for index in range(min(document.count_attachments(), _NAMES))
    ]
    if names:
        yield Notice("attachments", f"Attached, and not read: {', '.join(filter(None, names)) or 'a file'}.")


def _numbered(pages: Sequence[int]) -> str:
    """Return numbers of pages as a sentence begins with them: "Pages 2-4 and 9 are"."""
    if len(pages) == 1:
        return f"Page {pages[0]} is"
    spans: list[list[int]] = []
    for page in pages:
        if spans and spans[-1][-1] == page - 1:
            spans[-1] = [spans[-1][0], page]
        else:
            spans.append([page])
    return f"Pages {', '.join('-'.join(map(str, span)) for span in spans)} are"


def _read(document: pdfium.PdfDocument, limits: Limits) -> _Pages:
    """Return the pages up to the limits; a page has a block at the least."""
    sheets: list[Sheet] = []
    pictures, damaged = [], []
    letters = read = 0
    for read in range(1, min(len(document), limits.blocks) + 1):
        try:
            with closing(document[read - 1]) as page, closing(page.get_textpage()) as text:
                sheet = _sheet(page, text)
                if sheet.words:
                    sheets.append(sheet)
                elif c.FPDFPage_CountObjects(page.raw) > 0:
                    pictures.append(read)
        except pdfium.PdfiumError:
            damaged.append(read)
            continue
        letters += sum(len(word.text) + 1 for word in sheet.words)
        if letters > limits.characters:
            break
    return _Pages(tuple(sheets), tuple(pictures), tuple(damaged), read)


def _sheet(page: pdfium.PdfPage, text: pdfium.PdfTextPage) -> Sheet:
    left, bottom, right, top = page.get_bbox()
    letters = _Letters(text.raw, links(_areas(page)))
    return upright([mark for word in letters.words() for mark in letters.marks(word)], Box(left, bottom, right, top))


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
        first = self._mark(word)
        if self._links.touch(first.box) or (len(word.text) > 1 and self._is_torn(word, first)):
            singles = (_Span(word.start + at, word.start + at + 1, sign) for at, sign in enumerate(word.text))
            yield from together([self._mark(single) for single in singles])
        else:
            yield first

    def _is_torn(self, word: _Span, first: Mark) -> bool:
        """Say whether the last letter of a word stands elsewhere than the first leads one to expect."""
        c.FPDFText_GetCharOrigin(self._raw, word.stop - 1, self._x, self._y)
        x, y = self._x.value - first.x, self._y.value - first.y
        return is_torn(word.text, first, x, y)

    def _mark(self, word: _Span) -> Mark:
        """Return a word as it is printed, taking its first letter for all but its length."""
        raw, index = self._raw, word.start
        box = self._box(index)
        if word.stop - index > 1:
            box = box.with_(self._box(word.stop - 1))
        c.FPDFText_GetCharOrigin(raw, index, self._x, self._y)
        if not c.FPDFText_GetMatrix(raw, index, self._matrix):
            self._matrix.a, self._matrix.b, self._matrix.c, self._matrix.d = 1, 0, 0, 1
        matrix = self._matrix
        flags = self._flags.value if c.FPDFText_GetFontInfo(raw, index, self._name, _NAME, self._flags) else 0
        return Mark(
            written(word.text),
            box,
            self._x.value,
            self._y.value,
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


def _language(document: pdfium.PdfDocument) -> str:
    return _string(c.FPDFCatalog_GetLanguage, document.raw)


def _string(ask: Callable[..., int], of: object) -> str:
    """Return a text that PDFium gives in two steps: how long it is, and then itself."""
    length = ask(of, None, 0) // 2
    if length < 1:
        return ""
    buffer = (ctypes.c_ushort * length)()
    ask(of, buffer, length * 2)
    return bytes(buffer).decode("utf-16-le", "replace").rstrip("\0")
