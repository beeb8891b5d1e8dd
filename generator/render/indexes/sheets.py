"""Long lists on several pages: where they are cut, and the row of pages under each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from generator.interface import Interface
from generator.render import places
from generator.render.names import Group, Link

_NEAR = 2  # pages before and after this one that the row of pages names, beside the first and the last
_Entry = TypeVar("_Entry")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a list: its path, its place in the row, and what it lists."""

    path: str
    number: int
    groups: tuple[Group, ...]


def sheets(path: str, groups: Iterable[Group], words: Interface) -> tuple[Sheet, ...]:
    """Return the pages of a list under headings; a heading is said again on the page that its list goes on to."""
    entries = [(group, link) for group in groups for link in group.links]
    found = []
    before = None
    for number, part in enumerate(cut(entries), start=1):
        shown = [
            replace(group, links=tuple(link for _, link in pairs))
            for group, pairs in groupby(part, lambda pair: pair[0])
        ]
        if shown and part[0][0] is before:
            shown[0] = replace(shown[0], title=words.filled("indexes.continued", {"title": shown[0].title}))
        before = part[-1][0] if part else None
        found.append(Sheet(places.sheet(path, number), number, tuple(shown)))
    return tuple(found)


def cut(entries: Sequence[_Entry]) -> Iterator[Sequence[_Entry]]:
    """Yield the entries of each page; of an empty list there is one page, which says so."""
    for start in range(0, max(len(entries), 1), places.ENTRIES):
        yield entries[start : start + places.ENTRIES]


def turns(path: str, number: int, last: int) -> tuple[Link, ...]:
    """Return the row of pages under one of them: the first, the last and those near it, a gap as dots.

    Where there is no path, there is nothing to turn to: the page itself, and a gap.
    """
    if last == 1:
        return ()
    near = [near for near in range(1, last + 1) if near in {1, last} or abs(near - number) <= _NEAR]
    row = []
    for before, this in zip([0, *near], near, strict=False):
        if this - before > 1:
            row.append(Link("…", ""))
        row.append(Link(str(this), "" if this == number else places.sheet(path, this)))
    return tuple(row)
