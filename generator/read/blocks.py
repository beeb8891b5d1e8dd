"""A tree of HTML as pieces: paragraphs, headings, lists, quotes, tables and code in order, each with its links."""

from collections.abc import Iterator
from urllib.parse import urljoin

from generator.model import Kind
from generator.read import markup, runs
from generator.read.content import Piece
from generator.read.markup import Element
from generator.read.runs import Run

_SILENT = frozenset({"script", "style", "template", "head", "svg", "math", "object", "canvas", ""})
_INLINE = frozenset([
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "ins", "kbd", "label", "mark", "nobr", "noscript", "output", "picture", "q", "rp", "rt", "ruby", "s",
    "samp", "small", "source", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
])  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})


def pieces(root: Element, base: str) -> Iterator[Piece]:
    """Yield the blocks of a tree.

    Args:
        root: An element of HTML.
        base: The address that relative links start from; empty where none is known.
    """
    gathered: list[Run] = [Run(root.text or "")]
    for child in root:
        tag = markup.name(child)
        if tag in _INLINE:
            gathered.extend(inline(child, base))
        elif tag not in _SILENT:
            yield from _paragraph(gathered)
            gathered = []
            yield from _block(child, tag, base)
        gathered.append(Run(child.tail or ""))
    yield from _paragraph(gathered)


def inline(element: Element, base: str, url: str = "") -> Iterator[Run]:
    """Yield the runs of text within an element, without the tail behind it."""
    tag = markup.name(element)
    if tag in _SILENT:
        return
    here = urljoin(base, element.get("href", "")) if tag == "a" and element.get("href") else url
    yield Run(" " if tag == "br" else element.text or "", here)
    for child in element:
        yield from inline(child, base, here)
        yield Run(child.tail or "", here)
    if tag not in _INLINE:
        yield Run(" ")


def _block(element: Element, tag: str, base: str) -> Iterator[Piece]:
    if tag in _HEADINGS:
        said = runs.line(inline(element, base))
        if said.text:
            yield runs.heading(said, _HEADINGS[tag])
    elif tag in _LISTS:
        items = [runs.line(inline(item, base)) for item in element]
        items = [item for item in items if item.text]
        if items:
            yield runs.listed(items)
    elif tag == "table":
        yield from _table(element, base)
    elif tag == "pre":
        text = markup.text_in(element).strip("\n")
        if text.strip():
            yield Piece(Kind.CODE, text)
    else:
        yield from pieces(element, base)


def _table(element: Element, base: str) -> Iterator[Piece]:
    rows = [
        [runs.line(inline(cell, base)) for cell in row if markup.name(cell) in {"td", "th"}]
        for row in markup.descendants(element, "tr")
    ]
    if any(cell.text for row in rows for cell in row):
        yield runs.tabled(rows)


def _paragraph(gathered: list[Run]) -> Iterator[Piece]:
    said = runs.line(gathered)
    if said.text:
        yield runs.paragraph(said)
