"""Blocks line by line, each line with the links in it: what the templates show of lists, quotes and tables."""

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import count, islice

from generator.model import Block
from generator.render import escape
from generator.render.escape import Safe

_NUMBER = re.compile(r"(\d{1,9})[.)] +(?=\S)")


@dataclass(frozen=True, slots=True)
class Live:
    """A link: `text[start:end]` leads to `target`, which is escaped for the round brackets."""

    start: int
    end: int
    target: Safe


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a block and the links in it, counted from its own start, in the order of the text."""

    text: str
    links: tuple[Live, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with all that is linked in it: what the seed linked, and topics; in the order of the text."""

    block: Block
    links: tuple[Live, ...]


def passage(block: Block, topics: tuple[Live, ...]) -> Passage:
    """Return a block with its own links and those to topics."""
    own = (Live(link.start, link.end, escape.target(link.url)) for link in block.links)
    links = [*(link for link in own if link.target), *topics]
    return Passage(block, tuple(sorted(links, key=lambda link: link.start)))


def lines(whole: Passage) -> tuple[Line, ...]:
    """Return the lines of a block's text: the items of a list, the cells of a table, the paragraphs of a quote."""
    return tuple(_lines(whole))


def rows(whole: Passage) -> Iterator[tuple[Line, ...]]:
    """Yield the rows of a table."""
    cells = iter(lines(whole))
    for row in whole.block.rows:
        yield tuple(islice(cells, len(row)))


def numbers(whole: Passage) -> tuple[Line, ...]:
    """Return the items of a list without their numbers, if it is one that counts up; else none."""
    items = lines(whole)
    found = [_NUMBER.match(item.text) for item in items]
    first = int(found[0][1]) if found and found[0] else 0
    if not all(match and int(match[1]) == number for match, number in zip(found, count(first), strict=False)):
        return ()
    return tuple(_from(item, match.end()) for item, match in zip(items, found, strict=True) if match)


def first_number(whole: Passage) -> int:
    """Return the number that a list counts up from."""
    match = _NUMBER.match(whole.block.text)
    return int(match[1]) if match else 1


def text(line: Line) -> Safe:
    """Return a line as Markdown, its links live."""
    return _joined(line, escape.start, escape.inner, escape.label)


def cell(line: Line) -> Safe:
    """Return a line as Markdown for a cell of a table."""
    return _joined(line, escape.cell_start, escape.cell_inner, escape.cell)


def _joined(
    line: Line, opening: Callable[[str], str], inner: Callable[[str], str], label: Callable[[str], str]
) -> Safe:
    shown = ""
    at = 0
    for link in line.links:
        words = line.text[link.start : link.end]
        if not at <= link.start < link.end or not words.strip():
            continue
        before = (inner if shown else opening)(line.text[at : link.start])
        shown += f"{escape.before_link(before)}[{label(words)}]({link.target})"
        at = link.end
    return Safe(shown + (inner if shown else opening)(line.text[at:]))


def _lines(whole: Passage) -> Iterator[Line]:
    waiting = deque(whole.links)
    start = 0
    for part in whole.block.text.split("\n"):
        end = start + len(part)
        own = []
        while waiting and waiting[0].end <= end:
            link = waiting.popleft()
            own.append(replace(link, start=link.start - start, end=link.end - start))
        yield Line(part, tuple(own))
        start = end + 1


def _from(line: Line, at: int) -> Line:
    links = tuple(replace(link, start=link.start - at, end=link.end - at) for link in line.links if link.start >= at)
    return Line(line.text[at:], links)
