"""The words of a collection as numbers: one array, where lists of texts would take ten times the memory."""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

import numpy as np

from generator.model import Briefing
from generator.text import fold, words


@dataclass(frozen=True, slots=True)
class Texts:
    """The words of each briefing, in the order of the collection.

    Attributes:
        written: Every distinct word as written, by its number.
        numbers: The same the other way round.
        folded: By a word's number, that of the first word that differs from it in case and accents only.
        words: The numbers of all words, one text behind the other.
        starts: Where in `words` each text begins, and at last where the last one ends.
    """

    written: tuple[str, ...]
    numbers: Mapping[str, int]
    folded: np.ndarray
    words: np.ndarray
    starts: np.ndarray

    def of(self, place: int) -> np.ndarray:
        """Return the words of one text, in order."""
        return self.words[self.starts[place] : self.starts[place + 1]]


def read_texts(briefings: Sequence[Briefing]) -> Texts:
    """Return the words of each body, and behind them those of a title that does not stand in it."""
    numbers: defaultdict[str, int] = defaultdict(count().__next__)
    found = array("i")
    starts = array("q", [0])
    for briefing in briefings:
        for line in _lines(briefing):
            found.extend(map(numbers.__getitem__, words(line)))
        starts.append(len(found))
    first: dict[str, int] = {}
    folded = [first.setdefault(fold(word), number) for word, number in numbers.items()]
    return Texts(
        tuple(numbers),
        dict(numbers),
        np.array(folded, dtype=np.int32),
        np.array(found, dtype=np.int32),
        np.array(starts, dtype=np.int64),
    )


def _lines(briefing: Briefing) -> list[str]:
    document = briefing.document
    lines = [block.text for block in document.blocks]
    title = document.title.text.rstrip(" .…")
    return lines if any(title in line for line in lines) else [*lines, title]
