"""A tree of HTML as pieces: paragraphs, headings, lists, quotes, tables and code in order, each with its links."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from urllib.parse import urljoin

from generator.model import Kind, Reason
from generator.read.common import markup, runs
from generator.read.common.markup import Element
from generator.read.common.runs import BREAK, ITEM, SPACE, Run
from generator.read.content import Piece
from generator.read.web import tables
from generator.read.web.placed import Moment, Page, Placed, Spot
from generator.read.web.regions import HIDDEN_TAGS, Region, is_hidden, region_of

_SILENT = frozenset({"script", "style", "template", "head", "meta", "link", "annotation", "annotation-xml", ""})
_INLINE = HIDDEN_TAGS | frozenset([
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "nobr", "output", "picture", "q", "rp", "rt", "ruby", "s", "samp", "small",
    "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "math", "mi", "mn", "mo",
    "mrow", "msup", "msub", "mfrac", "msqrt", "mtext", "semantics", "rb", "rtc", "param", "track", "input", "area",
])  # fmt: skip
_TIMES = frozenset({"time", "abbr", "span"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "dir", "dl"})
_ITEMS = frozenset({"li", "dt", "dd"})
_LEAVES = frozenset({"p", "pre", "table", "figcaption", "caption", *_HEADINGS, *_LISTS})
# What a list, a cell or a heading does not hold where it is a text, but where it lays out a page.
_LAYOUT = ("h1", "h2", "h3", "h4", "h5", "h6", "table", "pre", "blockquote", "article", "section", "form", "figure")
_LONG_HEADING = 60  # words; more than that is an element that nobody closed


@dataclass(frozen=True, slots=True)
class _Place:
    spots: tuple[Spot, ...]
    path: tuple[int, ...]
    tag: str
    kind: Kind = Kind.PARAGRAPH
    url: str = ""


def pieces(root: Element, base: str) -> Iterator[Piece]:
    """Yield the blocks of a tree; what its markup hides is set aside.

    Args:
        root: An element of HTML.
        base: The address that relative links start from; empty where none is known.
    """
    for found in page(root, base).placed:
        yield replace(found.piece, aside=Reason.CHROME) if found.is_hidden else found.piece


def page(root: Element, base: str) -> Page:
    """Return the blocks of a tree, and where they stand.

    Args:
        root: An element of HTML.
        base: The address that relative links start from; empty where none is known.
    """
    walk = _Walk(root, base)
    walk.inside(root, _Place((), (), markup.name(root)))
    return Page(tuple(walk.placed), tuple(walk.moments))


class _Walk:
    """One pass over a tree: text gathers in `runs` until an element ends it and makes it a piece."""

    def __init__(self, root: Element, base: str) -> None:
        self.placed: list[Placed] = []
        self.moments: list[Moment] = []
        self._base = base
        self._runs: list[Run] = []
        self._hidden: list[Run] = []
        self._numbers = 0
        self._split = markup.inline_around_blocks(root, _INLINE | _SILENT)

    def inside(self, element: Element, place: _Place) -> None:
        """Take all that is within an element."""
        self._gather(element.text, place.url)
        for child in element:
            tag = markup.name(child)
            if tag in _INLINE and child not in self._split:
                self._inline(child, tag, place.url)
            elif tag not in _SILENT:
                self._flush(place)
                self._block(child, tag, self._placing(child, tag, place))
            self._gather(child.tail, place.url)
        self._flush(place)

    def _placing(self, element: Element, tag: str, place: _Place) -> _Place:
        region = region_of(element, tag)
        self._numbers += 1
        return _Place(
            (*place.spots, Spot(region, self._numbers)) if region else place.spots,
            place.path if tag in _LEAVES or tag in _INLINE else (*place.path, self._numbers),
            place.tag if tag in _INLINE else tag,
            Kind.QUOTE if tag == "blockquote" else place.kind,
            self._address(element, place.url),
        )

    def _block(self, element: Element, tag: str, place: _Place) -> None:
        if tag in _HEADINGS and not self._is_layout(element):
            gathered = self._gathered(element, place)
            said = runs.line(gathered)
            if said.text:
                self._put(runs.heading(said, _HEADINGS[tag]), place, gathered)
        elif tag in _LISTS and not markup.has(element, *_LAYOUT):
            gathered = self._gathered(element, place)
            items = [said for part in runs.parted(gathered, ITEM) if (said := runs.line(part)).text]
            if items:
                self._put(runs.listed(items), place, gathered)
        elif tag == "table" and tables.is_data(element):
            self._table(element, place)
        elif tag == "pre":
            text = markup.text_in(element).strip("\n")
            if text.strip():
                self._put(Piece(Kind.CODE, text), place)
        else:
            self.inside(element, place)

    def _is_layout(self, heading: Element) -> bool:
        return markup.has(heading, *_LAYOUT) or len(markup.text_in(heading).split()) > _LONG_HEADING

    def _table(self, table: Element, place: _Place) -> None:
        for caption in table.iterchildren("caption"):
            self.inside(caption, place)
        rows = [[self._gathered(cell, place) for cell in row] for row in tables.cells(table)]
        said = [run for row in rows for cell in row for run in cell]
        self._put(runs.tabled([[runs.line(cell) for cell in row] for row in rows]), place, said)

    def _gathered(self, element: Element, place: _Place) -> list[Run]:
        """Return all text within an element; what its markup hides is put before it."""
        self._runs, outer = [], self._runs
        self._all(element, place.url)
        self._runs, gathered = outer, self._runs
        self._put_hidden(place)
        return gathered

    def _all(self, element: Element, url: str) -> None:
        """Gather all text within an element, whatever elements there are in it."""
        self._gather(element.text, url)
        for child in element:
            tag = markup.name(child)
            if tag in _INLINE and child not in self._split:
                self._inline(child, tag, url)
            elif tag not in _SILENT:
                mark = ITEM if tag in _ITEMS or tag in _LISTS else SPACE
                self._runs.append(mark)
                self._unless_hidden(child, tag, self._address(child, url))
                self._runs.append(mark)
            self._gather(child.tail, url)

    def _inline(self, element: Element, tag: str, url: str) -> None:
        if tag == "br":
            self._runs.append(BREAK)
        else:
            if tag in _TIMES:
                self._note(element)
            self._unless_hidden(element, tag, self._address(element, url))

    def _note(self, element: Element) -> None:
        names = [element.get(name, "") for name in ("class", "itemprop", "property")]
        is_dated = element.tag == "time" or "date" in names[1].lower()
        value = element.get("datetime") or (element.get("content") if is_dated else None)
        value = value or (element.get("title") if element.tag == "abbr" else None)
        if value:
            self.moments.append(Moment(value, len(self.placed), " ".join(names)))

    def _unless_hidden(self, element: Element, tag: str, url: str) -> None:
        if is_hidden(element, tag):
            self._runs, outer = self._hidden, self._runs
            self._all(element, url)
            self._runs.append(SPACE)
            self._runs = outer
        else:
            self._all(element, url)

    def _address(self, element: Element, url: str) -> str:
        target = element.get("href") if element.tag == "a" else None
        if not target:
            return url
        bare = target.strip()
        if bare.startswith(("https://", "http://", "mailto:")):
            return bare
        try:
            return urljoin(self._base, bare) or "#"
        except ValueError:  # such as http://[
            return "#"

    def _gather(self, text: str | None, url: str) -> None:
        # White space between blocks is no text; within a line it parts words.
        if text and (self._runs or not text.isspace()):
            self._runs.append(Run(text, url))

    def _flush(self, place: _Place) -> None:
        if self._runs:
            gathered, self._runs = self._runs, []
            for part in runs.parted(gathered, BREAK):
                said = runs.line(part)
                if said.text:
                    self._put(runs.paragraph(said, place.kind), place, part)
        self._put_hidden(place)

    def _put_hidden(self, place: _Place) -> None:
        if self._hidden:
            hidden, self._hidden = self._hidden, []
            said = runs.line(hidden)
            if said.text:
                self._put(runs.paragraph(said), replace(place, spots=(*place.spots, Spot(Region.HIDDEN, 0))), hidden)

    def _put(self, piece: Piece, place: _Place, said: Iterable[Run] = ()) -> None:
        leading = [run for run in said if run.url and not run.text.isspace()]
        links = sum(1 for _ in groupby(leading, key=lambda run: run.url))
        linked = min(sum(len(run.text) for run in leading) / len(piece.text), 1.0)
        self.placed.append(Placed(piece, place.spots, place.path, place.tag, links, linked))
