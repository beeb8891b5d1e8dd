"""Matrices of which most is 0, in numpy alone: what is nearest to each row, without scoring every pair."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Row:
    """What of a row is not 0: columns in ascending order, and their values."""

    columns: np.ndarray
    values: np.ndarray


@dataclass(frozen=True, slots=True)
class Sparse:
    """A matrix, row by row (CSR).

    Attributes:
        starts: Where in the other two each row begins, and at last where the last one ends.
        columns: Of what is not 0, ascending within a row.
        values: The same; a text's square is at most 1, so that a product of two rows is a cosine.
        width: How many columns there are.
    """

    starts: np.ndarray
    columns: np.ndarray
    values: np.ndarray
    width: int

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.starts) - 1

    def row(self, place: int) -> Row:
        """Return a row."""
        inside = slice(self.starts[place], self.starts[place + 1])
        return Row(self.columns[inside], self.values[inside])

    @property
    def rows(self) -> np.ndarray:
        """Return the row of each value."""
        return np.repeat(np.arange(len(self), dtype=np.int32), np.diff(self.starts))

    def transposed(self) -> "Sparse":
        """Return the matrix with its columns as rows."""
        order = np.argsort(self.columns, kind="stable")
        starts = np.concatenate([[0], np.cumsum(np.bincount(self.columns, minlength=self.width))])
        return Sparse(starts, self.rows[order], self.values[order], len(self))

    def where(self, kept: np.ndarray) -> "Sparse":
        """Return the matrix with some of its values, by their places in ascending order."""
        starts = np.concatenate([[0], np.cumsum(np.bincount(self.rows[kept], minlength=len(self)))])
        return Sparse(starts, self.columns[kept], self.values[kept], self.width)

    def strongest(self, most: int) -> "Sparse":
        """Return the matrix with the greatest values of each row only."""
        rows = self.rows
        order = np.lexsort((self.columns, -self.values, rows))
        rank = np.arange(len(order)) - self.starts[rows]  # within the row: `order` leaves each row where it is
        return self.where(np.sort(order[rank < most]))


def products(left: Sparse, right: Sparse) -> Iterator[np.ndarray]:
    """Yield for each row of one matrix its products with all rows of another, given with its columns as rows.

    It takes, for each row, as many steps as there are values in the columns that the row has.
    """
    sizes = np.diff(right.starts)
    for place in range(len(left)):
        row = left.row(place)
        own = sizes[row.columns]
        ends = np.cumsum(own)
        taken = np.arange(ends[-1] if len(ends) else 0) + np.repeat(right.starts[row.columns] - ends + own, own)
        values = right.values[taken] * np.repeat(row.values, own)
        where = right.columns[taken]
        yield np.bincount(where, values, minlength=right.width)


def cosines(matrix: Sparse, others: Iterable[np.ndarray]) -> Iterator[np.ndarray]:
    """Yield the products of each row, in order, with some other rows."""
    whole = np.zeros(matrix.width)  # the row at hand, as an array of its full width
    for place, wanted in enumerate(others):
        if not len(wanted):
            yield np.zeros(0)
            continue
        row, pieces = matrix.row(place), [matrix.row(other) for other in wanted.tolist()]
        whole[row.columns] = row.values
        shared = whole[np.concatenate([piece.columns for piece in pieces])]
        shared *= np.concatenate([piece.values for piece in pieces])
        owners = np.repeat(np.arange(len(pieces)), [len(piece.columns) for piece in pieces])
        yield np.bincount(owners, shared, minlength=len(pieces))
        whole[row.columns] = 0


def greatest(scores: np.ndarray, most: int) -> np.ndarray:
    """Return the places of the greatest scores above 0, and of all that equal the last of them, in ascending order."""
    least = np.partition(scores, -most)[-most] if most < len(scores) else 0.0
    return np.flatnonzero((scores >= least) & (scores > 0))
