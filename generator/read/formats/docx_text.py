"""The text of a part of a Word file: its paragraphs, lists, tables, boxes, links, and what was deleted."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.model import Kind
from generator.read.common import markup, office, runs
from generator.read.common.markup import Element
from generator.read.common.runs import Line, Run
from generator.read.content import Piece
from generator.read.formats.docx_styles import Look, Numbers, Styles

_PROPERTIES = frozenset(
    {"ppr", "rpr", "tblpr", "tblgrid", "trpr", "tcpr", "sectpr", "sdtpr", "sdtendpr", "tblprex", ""}
)
_SPACES = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "nobreakhyphen": "\u2011"}
_TARGET = re.compile(r'^\s{0,99}HYPERLINK\s{1,99}(?:\\[a-z]\s{1,99})?"([^"]{1,4000})"', re.IGNORECASE)
_WIDEST = 63  # columns, Word's own limit
# The font Symbol shows Greek letters for Latin ones.
_SYMBOL = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω",
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class Book:
    """What all parts of a file share."""

    styles: Styles
    numbers: Numbers


@dataclass(frozen=True, slots=True)
class _Said:
    """What a paragraph holds: its text, the boxes beside it, and what is not shown."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    hidden: list[Run] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Field:
    """A field such as a link: the codes of its instruction, and where its result leads."""

    codes: list[str]
    url: str


class Story:
    """A walk through one part, which gathers its blocks in order.

    Args:
        book: What all parts of the file share.
        targets: The addresses of the part's links, by their ids.
    """

    def __init__(self, book: Book, targets: Mapping[str, str]) -> None:
        self._book = book
        self._targets = targets
        self._pieces: list[Piece] = []
        self._items: list[Line] = []
        self._fields: list[_Field] = []  # those that are open, the innermost last

    def done(self) -> tuple[Piece, ...]:
        """Return the blocks."""
        self._close_list()
        return tuple(self._pieces)

    def walk(self, element: Element) -> None:
        """Add what stands in an element that holds paragraphs and tables."""
        for child in element:
            tag = markup.name(child)
            if tag == "p":
                self._paragraph(child)
            elif tag == "tbl":
                self._table(child)
            elif tag == "alternatecontent":
                self.walk(_choice(child))
            elif tag not in _PROPERTIES:
                self.walk(child)

    def _paragraph(self, element: Element) -> None:
        said = _Said()
        self._inline(element, said, "")
        # A field may open in one paragraph and end in another; a link does not.
        self._fields.clear()
        look = self._book.styles.look(markup.child(element, "ppr"))
        self._add(said.runs, look)
        hidden = runs.line(said.hidden)
        boxes = [self._within(box) for box in said.boxes]
        if hidden.text or any(boxes):
            self._close_list()
        if hidden.text:
            self._pieces.append(office.aside(hidden.text))
        for box in boxes:
            self._pieces.extend(box)

    def _add(self, told: list[Run], look: Look) -> None:
        line = runs.line(told)
        is_item = look.place.list_id and look.kind in {Kind.PARAGRAPH, Kind.QUOTE} and look.aside is None
        shown = self._book.numbers.next(look.place) if is_item else ""  # Word counts empty items too
        if not line.text:
            return
        if is_item:
            self._items.append(office.joined([runs.paragraph(Line(shown)), runs.paragraph(line)]) if shown else line)
            return
        self._close_list()
        if look.kind is Kind.HEADING:
            self._pieces.append(runs.heading(line, look.level))
        elif look.kind is Kind.CODE:
            self._pieces.append(office.code(told))
        else:
            self._pieces.append(Piece(look.kind, line.text, links=line.links, aside=look.aside))

    def _close_list(self) -> None:
        if self._items:
            self._pieces.append(runs.listed(self._items))
            self._items = []

    def _within(self, element: Element) -> tuple[Piece, ...]:
        inner = Story(self._book, self._targets)
        inner.walk(element)
        return inner.done()

    def _table(self, element: Element) -> None:
        self._close_list()
        rows = [list(_parts(row, "tc")) for row in _parts(element, "tr")]
        if len(rows) == 1 and len(rows[0]) == 1:  # a frame around a text
            self._pieces.extend(self._within(rows[0][0]))
            return
        lines: list[list[Line]] = []
        beside: list[Piece] = []
        for row in rows:
            lines.append([])
            for cell in row:
                inner = self._within(cell)
                beside += [piece for piece in inner if piece.aside]
                lines[-1] += [office.joined(inner), *[Line("")] * (_span(cell) - 1)]
        whole = office.table(lines)
        self._pieces += [whole, *beside] if whole else beside

    def _inline(self, element: Element, said: _Said, url: str) -> None:
        """Gather the runs of an element, whatever stands around them: unknown wrappers are entered."""
        for child in element:
            tag = markup.name(child)
            if tag == "t":
                said.runs.append(Run(markup.text_in(child), url or self._url()))
            elif tag in _SPACES:
                said.runs.append(Run(_SPACES[tag], url))
            elif tag in {"del", "movefrom"} or _is_hidden(child, tag):
                self._hide(child, said)
            elif tag == "deltext":
                said.hidden.append(Run(markup.text_in(child)))
            elif tag == "hyperlink":
                self._inline(child, said, self._targets.get(markup.value(child, "id"), url))
            elif tag == "txbxcontent":
                said.boxes.append(child)
            elif tag == "alternatecontent":
                self._inline(_choice(child), said, url)
            elif tag not in _PROPERTIES:
                self._rare(child, tag, said, url)

    def _rare(self, element: Element, tag: str, said: _Said, url: str) -> None:
        if tag in {"instrtext", "delinstrtext"}:
            if self._fields:
                self._fields[-1].codes.append(markup.text_in(element))
        elif tag == "fldchar":
            self._field(markup.value(element, "fldCharType"))
        elif tag == "fldsimple":
            self._inline(element, said, _target(markup.value(element, "instr")) or url)
        elif tag == "sym":
            said.runs.append(Run(_symbol(element), url))
        elif tag in {"docpr", "textpath"}:  # what a picture shows, in words, and words drawn as a picture
            said.hidden.append(Run(f" {markup.value(element, 'descr')} {markup.value(element, 'string')} "))
            self._inline(element, said, url)
        else:
            self._inline(element, said, url)
            if tag == "p":  # of a drawing
                said.runs.append(Run(" "))

    def _hide(self, element: Element, said: _Said) -> None:
        inner = _Said()
        self._inline(element, inner, "")
        said.hidden.extend([Run(" "), *inner.runs, *inner.hidden])
        said.boxes.extend(inner.boxes)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(_Field([], self._url()))
        elif self._fields and kind == "separate":
            opened = self._fields.pop()
            self._fields.append(_Field([], _target("".join(opened.codes)) or opened.url))
        elif self._fields and kind == "end":
            self._fields.pop()

    def _url(self) -> str:
        return self._fields[-1].url if self._fields else ""


def _target(code: str) -> str:
    found = _TARGET.match(code)
    return found[1] if found else ""


def _choice(element: Element) -> Element:
    """Return the one of several ways to say the same that says something; Word shows the first it understands."""
    ways = list(element)
    said = (way for way in ways if any(True for _ in markup.descendants(way, "t", "deltext", "textpath")))
    return next(said, ways[0] if ways else element)


def _is_hidden(element: Element, tag: str) -> bool:
    """Say whether a run is hidden, or a form asks for something in it that nobody has given."""
    if tag == "sdt":
        return markup.child(element, "sdtpr", "showingplchdr") is not None
    own = markup.child(element, "rpr", "vanish") if tag == "r" else None
    return own is not None and markup.value(own, "val") not in {"0", "false", "off"}


def _symbol(element: Element) -> str:
    """Return the sign of a font of symbols; a space for one that is a picture, such as those of Wingdings."""
    try:
        code = int(markup.value(element, "char")[:4], 16)
    except ValueError:
        return " "
    if 0xF000 <= code <= 0xF0FF:  # noqa: PLR2004 - where Word keeps the signs of such fonts
        is_greek = markup.value(element, "font").lower() == "symbol"
        return _SYMBOL.get(chr(code - 0xF000), " ") if is_greek else " "
    return " " if 0xD800 <= code <= 0xF8FF else chr(code)  # noqa: PLR2004 - surrogates and private signs say nothing


def _parts(element: Element, name: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, out of what may be wrapped around them."""
    for child in element:
        tag = markup.name(child)
        if tag == name:
            yield child
        elif tag not in _PROPERTIES:
            yield from _parts(child, name)


def _span(cell: Element) -> int:
    span = markup.child(cell, "tcpr", "gridspan")
    return max(1, office.number(markup.value(span, "val"), _WIDEST)) if span is not None else 1
