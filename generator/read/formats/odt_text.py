"""The text of a part of an OpenDocument file: paragraphs, lists, tables, boxes, links, notes, and what is hidden."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.model import Kind
from generator.read.common import markup, office, runs
from generator.read.common.markup import Element
from generator.read.common.runs import Line, Run
from generator.read.content import Piece
from generator.read.formats.docx_styles import counted
from generator.read.formats.odt_styles import Counting, Styles

_WIDEST = 63  # columns that a repeated cell may fill
_LONGEST = 2000  # characters that a repeated cell may come to
_SPACES = {"s": " ", "tab": "\t", "line-break": "\n"}
_CONTENTS = frozenset({
    "table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index",
})  # fmt: skip
_BESIDE = frozenset({"annotation", "tracked-changes", "hidden-text", "title", "desc"})
_CODES = frozenset({
    "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls", "forms", "scripts",
    "event-listeners",
    "table-of-content-source", "illustration-index-source", "table-index-source", "object-index-source",
    "user-index-source", "alphabetical-index-source", "annotation-end", "soft-page-break", "note-citation", "",
})  # fmt: skip
_DRAWN = frozenset({"text-box", "table", "list"})  # blocks that may stand in a paragraph


@dataclass(frozen=True, slots=True)
class _Said:
    """What a paragraph holds: its text, the boxes beside it, and what is no part of the text."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Level:
    """A list that is being told: its style, how deep it stands in others, and how it is counted."""

    style: str
    depth: int
    counting: Counting


class Story:
    """A walk through one part, which gathers its blocks in order, and its notes behind them."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._pieces: list[Piece] = []
        self._notes: list[Piece] = []
        self._counts: dict[str, int] = {}  # items told, by style and depth

    def done(self) -> tuple[Piece, ...]:
        """Return the blocks."""
        return (*self._pieces, *self._notes)

    def walk(self, element: Element) -> None:
        """Add what stands in an element that holds paragraphs, lists and tables."""
        for child in element:
            tag = markup.name(child)
            if tag in {"p", "h"}:
                self._paragraph(child, tag)
            elif tag == "list" and not any(True for _ in markup.descendants(child, "h")):
                self._list(child)
            elif tag == "table":
                self._table(child)
            elif tag in _CONTENTS or tag in _BESIDE:
                self._pieces += office.furniture(self._within(child)) or _bare(child)
            elif tag not in _CODES:
                self.walk(child)

    def _paragraph(self, element: Element, tag: str) -> None:
        line = self._line(element)
        look = self._styles.look(markup.value(element, "style-name"))
        if not line.said.text:
            pass
        elif tag == "h":
            level = office.number(markup.value(element, "outline-level"), 10)
            self._pieces.append(runs.heading(line.said, level or 1))
        elif look.aside:
            self._pieces.append(office.aside(line.said.text))
        elif look.kind is Kind.HEADING:
            self._pieces.append(runs.heading(line.said, look.level))
        elif look.kind is Kind.CODE:
            self._pieces.append(office.code(line.told))
        else:
            self._pieces.append(runs.paragraph(line.said, look.kind))
        self._pieces += line.beside

    def _line(self, element: Element) -> "_Line":
        said = _Said()
        self._inline(element, said, "")
        beside = [office.aside(line.text) for text in said.hidden if (line := runs.line([Run(text)])).text]
        for box in said.boxes:
            beside += self._within(box)
        return _Line(runs.line(said.runs), said.runs, beside)

    def _within(self, element: Element) -> tuple[Piece, ...]:
        """Return the blocks of an element or, if it is one itself, it; the notes in it go behind the text."""
        inner = Story(self._styles)
        if markup.name(element) == "table":
            inner._table(element)
        elif markup.name(element) == "list":
            inner._list(element)
        else:
            inner.walk(element)
        self._notes += inner._notes
        return tuple(inner._pieces)

    def _list(self, element: Element) -> None:
        items: list[Line] = []
        beside: list[Piece] = []
        self._items(element, _Level(markup.value(element, "style-name"), 1, Counting()), items, beside)
        if items:
            self._pieces.append(runs.listed(items))
        self._pieces += beside

    def _items(self, element: Element, outer: _Level, items: list[Line], beside: list[Piece]) -> None:
        style = markup.value(element, "style-name") or outer.style
        level = _Level(style, outer.depth, self._styles.counting(style, outer.depth))
        key = f"{level.depth} {style}"
        goes_on = markup.value(element, "continue-numbering") == "true" or markup.value(element, "continue-list")
        if not goes_on or key not in self._counts:
            self._counts[key] = level.counting.start - 1
        for item in element:
            if markup.name(item) not in {"list-item", "list-header"}:
                continue
            start = markup.value(item, "start-value")
            self._counts[key] = office.number(start, 99_999) if start else self._counts[key] + 1
            shown = _shown(level.counting, self._counts[key]) if markup.name(item) == "list-item" else ""
            self._item(item, _Level(style, level.depth + 1, level.counting), _Gathered(shown, items, beside))

    def _item(self, item: Element, inner: _Level, into: "_Gathered") -> None:
        shown = into.shown
        for child in item:
            tag = markup.name(child)
            if tag == "list":
                self._items(child, inner, into.items, into.beside)
            elif tag in {"p", "h"}:
                line = self._line(child)
                into.beside.extend(line.beside)
                if line.said.text:
                    lines = [Line(shown), line.said] if shown else [line.said]
                    into.items.append(office.joined(map(runs.paragraph, lines)))
                    shown = ""
            else:
                into.beside.extend(self._within(child))

    def _table(self, element: Element) -> None:
        beside: list[Piece] = []
        rows: list[list[Line]] = []
        for row in _parts(element, {"table-row"}):
            rows.append([])
            for cell in _parts(row, {"table-cell", "covered-table-cell"}):
                inner = self._within(cell)
                beside += [piece for piece in inner if piece.aside]
                rows[-1] += _repeated(office.joined(inner), cell)
            while rows[-1] and not rows[-1][-1].text and len(rows[-1]) > len(rows[0]):
                rows[-1].pop()
        whole = office.table(rows)
        self._pieces += [whole, *beside] if whole else beside

    def _inline(self, element: Element, said: _Said, url: str) -> None:
        """Gather the runs of an element, whatever stands around them: unknown wrappers are entered."""
        said.runs.append(Run(element.text or "", url))
        for child in element:
            self._one(child, markup.name(child), said, url)
            said.runs.append(Run(child.tail or "", url))

    def _one(self, element: Element, tag: str, said: _Said, url: str) -> None:
        if tag in _SPACES:
            times = office.number(markup.value(element, "c"), _WIDEST) or 1
            said.runs.append(Run(_SPACES[tag] * times, url))
        elif tag == "span" and self._styles.hides(markup.value(element, "style-name")):
            said.hidden.append(markup.text_in(element))
        elif tag == "a":
            self._inline(element, said, markup.value(element, "href") or url)
        elif tag == "note":
            body = markup.child(element, "note-body")
            self._notes += self._within(body) if body is not None else ()
        elif tag in _BESIDE and not _is_field(element, tag):
            said.hidden.append(_said_beside(element))
        elif tag in _DRAWN:
            said.boxes.append(element)
        elif tag not in _CODES:
            self._inline(element, said, url)
            if tag == "p":  # of a drawing
                said.runs.append(Run(" "))


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph's line, the runs that it was made of, and the blocks that stand beside it."""

    said: Line
    told: list[Run]
    beside: list[Piece]


@dataclass(frozen=True, slots=True)
class _Gathered:
    """The number of an item, and where its lines and what stands beside them go."""

    shown: str
    items: list[Line]
    beside: list[Piece]


def _shown(counting: Counting, count: int) -> str:
    return f"{counting.prefix}{counted(count, counting.form)}{counting.suffix}" if counting.form else ""


def _repeated(line: Line, cell: Element) -> list[Line]:
    """Return a cell as often as it is repeated, within reason: a file of a line may ask for a million."""
    times = max(1, office.number(markup.value(cell, "number-columns-repeated"), _WIDEST))
    copies = min(times, max(1, _LONGEST // max(1, len(line.text))))
    return [line] * copies + [Line("")] * (times - copies)


def _is_field(element: Element, tag: str) -> bool:
    """Say whether a title is that of the document, told within a paragraph, and not that of a picture."""
    above = element.getparent()
    return tag == "title" and above is not None and markup.name(above) in {"p", "h", "span", "a"}


def _said_beside(element: Element) -> str:
    """Return the paragraphs of a comment in one, without its author and date; of a description, all of it."""
    paragraphs = [markup.text_in(said) for said in markup.descendants(element, "p")]
    return " ".join(paragraphs or [markup.text_in(element)])


def _bare(element: Element) -> list[Piece]:
    line = runs.line([Run(_said_beside(element))])
    return [office.aside(line.text)] if line.text else []


def _parts(element: Element, names: set[str]) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, out of the groups around them."""
    for child in element:
        if markup.name(child) in names:
            yield child
        elif markup.name(child) not in _CODES:
            yield from _parts(child, names)
