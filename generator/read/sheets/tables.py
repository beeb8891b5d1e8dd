"""Tables, where there can be no doubt: rows of as many cells each, every cell in its column."""

from collections.abc import Iterable
from itertools import pairwise

from generator.read.sheets.sheet import Line

_LEAST = 3  # rows
_APART = 3  # sizes from row to row


def table_rows(lines: Iterable[Line]) -> int:
    """Return how many lines, from the first one on, are the rows of a table; 0 where they are none."""
    spans: list[tuple[float, float]] = []
    rows, base = 0, 0.0
    for line in lines:
        is_near = not rows or 0 < line.base - base < _APART * line.size
        wider = _wider(spans, line)
        if not is_near or not wider:
            break
        spans, base, rows = wider, line.base, rows + 1
    return rows if rows >= _LEAST else 0


def _wider(spans: list[tuple[float, float]], line: Line) -> list[tuple[float, float]]:
    """Return the columns with the cells of one more row; none where these do not fit into them."""
    cells = [(cell.left, cell.right) for cell in line.cells]
    spans = spans or cells
    if len(cells) != len(spans):
        return []
    wider = [(min(old[0], new[0]), max(old[1], new[1])) for old, new in zip(spans, cells, strict=True)]
    return [] if any(before[1] >= after[0] for before, after in pairwise(sorted(wider))) else wider
