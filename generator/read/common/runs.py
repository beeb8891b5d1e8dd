"""Runs of text with and without links, as rich formats have them, put together into pieces."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Hyperlink, Kind
from generator.read.common.decode import without_controls
from generator.read.content import Piece

_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """Text that leads to an address, or to none where it is empty."""

    text: str
    url: str = ""


# Runs that are no text but ends: of a line, of a word, of an item. They are told apart by what they are, not by value.
BREAK, SPACE, ITEM = Run(" "), Run(" "), Run(" ")


def parted(runs: Iterable[Run], end: Run) -> Iterator[list[Run]]:
    """Yield the runs between ends; of line ends only two in a row part, with nothing but white space between."""
    part: list[Run] = []
    waiting = False
    for run in runs:
        if run is end and (waiting or end is not BREAK):
            yield part
            part, waiting = [], False
        elif run is end:
            waiting = True
        elif run.text.strip():
            waiting = False
        if run is not ITEM:
            part.append(run)
    yield part


@dataclass(frozen=True, slots=True)
class Line:
    """A text without line ends, and the links in it."""

    text: str
    links: tuple[Hyperlink, ...] = ()


def line(runs: Iterable[Run]) -> Line:
    """Return runs as one line, white space squeezed; of the addresses only http, https and mailto are kept."""
    links: list[Hyperlink] = []
    parts: list[str] = []
    length = 0
    ends_in_space = True
    for run in runs:
        text = _squeezed(without_controls(_squeezed(run.text)))
        if ends_in_space:
            text = text.removeprefix(" ")
        if not text:
            continue
        parts.append(text)
        words = text.strip(" ")
        if words and (url := harmless(run.url)):
            start = length + len(text) - len(text.lstrip(" "))
            links = _with(links, Hyperlink(start, start + len(words), url))
        length += len(text)
        ends_in_space = text.endswith(" ")
    return Line("".join(parts).rstrip(" "), tuple(links))


def _squeezed(text: str) -> str:
    """Return a text with each run of white space as one space, also at its ends; twice as fast as a pattern.

    It is asked twice, since some control characters are white space, and others stand between two spaces.
    """
    words = " ".join(text.split())
    if not words:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{words}{' ' if text[-1].isspace() else ''}"


def _with(links: list[Hyperlink], link: Hyperlink) -> list[Hyperlink]:
    """Add a link; runs of one link that follow each other, such as those of its bold words, are one."""
    if links and links[-1].url == link.url and link.start - links[-1].end <= 1:
        links[-1] = replace(links[-1], end=link.end)
    else:
        links.append(link)
    return links


def harmless(url: str) -> str:
    """Return an address that a page may lead to; empty for every other."""
    bare = url.strip()
    return bare if _LINK.fullmatch(bare) else ""


def paragraph(said: Line, kind: Kind = Kind.PARAGRAPH) -> Piece:
    """Return a line as a block."""
    return Piece(kind, said.text, links=said.links)


def heading(said: Line, level: int) -> Piece:
    """Return a line as a heading, its level from 1."""
    return Piece(Kind.HEADING, said.text, level=level, links=said.links)


def listed(items: Sequence[Line]) -> Piece:
    """Return lines as a list."""
    whole = stacked(items)
    return Piece(Kind.LIST, whole.text, items=tuple(item.text for item in items), links=whole.links)


def tabled(rows: Sequence[Sequence[Line]]) -> Piece:
    """Return rows of cells as a table; short rows are filled up with empty cells."""
    width = max((len(row) for row in rows), default=0)
    full = [[*row, *[Line("")] * (width - len(row))] for row in rows]
    whole = stacked([cell for row in full for cell in row])
    return Piece(
        Kind.TABLE, whole.text, rows=tuple(tuple(cell.text for cell in row) for row in full), links=whole.links
    )


def stacked(lines: Sequence[Line]) -> Line:
    """Return lines as one text with line ends, the links moved along."""
    links: list[Hyperlink] = []
    start = 0
    for said in lines:
        links += [replace(link, start=link.start + start, end=link.end + start) for link in said.links]
        start += len(said.text) + 1
    return Line("\n".join(said.text for said in lines), tuple(links))
