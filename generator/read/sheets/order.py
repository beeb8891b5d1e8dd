"""The order in which a sheet is read: columns one after the other, what spans them before or between (an XY-cut)."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from generator.read.sheets.sheet import Line, is_from_right, rows

_DEPTH = 6  # cuts within cuts; a sheet of seven columns is none
_EDGES = 12  # left edges, and as many right ones, that are tried as the edge of a column
_GUTTER = 0.4  # sizes of letters; the least room between two columns
_BREADTH, _SHARE, _LEAST = 12, 0.6, 6  # sizes, share of the column, lines: what is running text without any doubt


@dataclass(frozen=True, slots=True)
class Column:
    """Lines below each other, from top to bottom, and the edges between which they stand; they begin at `left`."""

    lines: tuple[Line, ...]
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class _Band:
    """What stands between two lines that span a gutter, on its left and on its right."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]


def columns(parts: Sequence[Line]) -> tuple[Column, ...]:
    """Return the columns of a sheet as they are read."""
    return tuple(_column(group) for group in _groups(tuple(parts), _DEPTH) if group)


def _column(group: Sequence[Line]) -> Column:
    lines = rows(group)
    usual = median(line.size for line in lines)
    text = [line for line in lines if line.size <= usual]  # headings may be longer than lines are
    lefts, rights = sorted(line.left for line in text), sorted(line.right for line in text)
    if is_from_right(lines):
        # Seen in a mirror, such lines begin and end as others do.
        seen = tuple(replace(line, left=-line.right, right=-line.left) for line in lines)
        return Column(seen, -rights[len(rights) * 19 // 20], -lefts[len(lefts) // 20])
    return Column(lines, lefts[len(lefts) // 20], rights[len(rights) * 19 // 20])


def _groups(parts: tuple[Line, ...], depth: int) -> list[tuple[Line, ...]]:
    """Return the parts in groups, each of which is read line by line."""
    gutter = _gutter(parts) if depth else None
    if gutter is None:
        return [parts]
    found: list[tuple[Line, ...]] = []
    whole: list[Line] = []
    for group in _bands(parts, gutter):
        if isinstance(group, _Band) and _is_columns(group):
            if whole:
                found += _groups(tuple(whole), depth - 1)
            whole = []
            sides = (group.right, group.left) if is_from_right(parts) else (group.left, group.right)
            found += [part for side in sides for part in _groups(side, depth - 1)]
        else:
            whole += [*group.left, *group.right] if isinstance(group, _Band) else [group]
    return found + (_groups(tuple(whole), depth - 1) if whole else [])


def _gutter(parts: tuple[Line, ...]) -> float | None:
    """Return where most of the lines stand in columns on both sides; None where they stand in one."""
    if len(parts) < 3:  # noqa: PLR2004 - what has two lines has no columns
        return None
    room = _GUTTER * median(part.size for part in parts)
    lefts = Counter(round(part.left) for part in parts).most_common(_EDGES)
    rights = Counter(round(part.right) for part in parts).most_common(_EDGES)
    best, most = None, 0
    for edge in sorted({*(left - room for left, _ in lefts), *(right + room for right, _ in rights)}):
        bands = [band for band in _bands(parts, edge) if isinstance(band, _Band) and _is_columns(band)]
        inside = sum(len(band.left) + len(band.right) for band in bands)
        if inside > most:
            best, most = edge, inside
    return best


def _bands(parts: tuple[Line, ...], gutter: float) -> list[_Band | Line]:
    """Return the lines that span a gutter, and what stands between them, from top to bottom."""
    found: list[_Band | Line] = []
    left: list[Line] = []
    right: list[Line] = []
    last: Line | None = None
    for part in sorted(parts, key=lambda part: (part.base, part.order)):
        spans = part.left < gutter < part.right
        beside = last is not None and abs(part.base - last.base) < last.size / 4
        if not spans and not beside:
            (left if part.right <= gutter else right).append(part)
            continue
        found += _band(left, right)
        left, right = [], []
        found.append(part)
        last = part if spans else last
    return [*found, *_band(left, right)]


def _band(left: Sequence[Line], right: Sequence[Line]) -> list[_Band | Line]:
    """Return what stands between two lines that span a gutter; what was printed last, below both sides, is for itself.

    A short line at the left edge, such as one of a list below two columns, spans no gutter either. In a left column
    that is longer than the right one, the lines below were printed before those of the right one.
    """
    if not left or not right:
        return [_Band(tuple(left), tuple(right))] if left or right else []
    bottom, last = max(part.bottom for part in right), max(part.order for part in right)
    below = [part for part in left if part.top > bottom and part.order > last]
    beside = tuple(part for part in left if not (part.top > bottom and part.order > last))
    return [_Band(beside, tuple(right)), *below]


def _is_columns(band: _Band) -> bool:
    """Say whether the two sides are columns: not the cells of a table, which are printed row by row."""
    heights = max(len({part.base for part in side}) for side in (band.left, band.right))
    if not band.left or not band.right or heights < 2 or not _overlap(band):  # noqa: PLR2004 - one line is no column
        return False
    sides = sorted([*((part.order, 0) for part in band.left), *((part.order, 1) for part in band.right)])
    changes = sum(before[1] != after[1] for before, after in pairwise(sides))
    return changes <= 1 + len(sides) // 8 or (_is_running(band.left) and _is_running(band.right))


def _overlap(band: _Band) -> bool:
    """Say whether the sides stand beside each other for half of the lower one."""
    tops = [min(part.top for part in side) for side in (band.left, band.right)]
    bottoms = [max(part.bottom for part in side) for side in (band.left, band.right)]
    lower = min(bottom - top for top, bottom in zip(tops, bottoms, strict=True))
    return min(bottoms) - max(tops) > lower / 2


def _is_running(side: tuple[Line, ...]) -> bool:
    if len(side) < _LEAST:
        return False
    breadth = max(part.right for part in side) - min(part.left for part in side)
    usual = median(part.right - part.left for part in side)
    return usual > max(_SHARE * breadth, _BREADTH * median(part.size for part in side))
