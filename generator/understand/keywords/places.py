"""The words of a text, read once, and where phrases stand in it."""

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.text import Token, fold, tokens
from generator.understand.language.background import rarity
from generator.understand.language.stems import stem

LONGEST = 5  # words of a phrase
_GAP = re.compile(r"[ \u00a0\u202f]|[-–/'’]|\.[ \u00a0]?")  # what may part two words of a phrase
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    folded: str
    stem: str
    rarity: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its words: as they stand, folded, as stems, and how rare each is in its language."""

    text: str
    tokens: tuple[Token, ...]
    words: Key
    stems: Key
    rarities: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands.

    Attributes:
        words: The phrase, folded: those from `start` to `stop` of the line.
        line: Where it stands.
        start: Its first word.
        stop: The word behind its last.
        first: How many words of the text stand before it.
    """

    words: Key
    line: Line
    start: int
    stop: int
    first: int

    @property
    def text(self) -> str:
        """The phrase as written."""
        return self.line.text[self.line.tokens[self.start].start : self.line.tokens[self.stop - 1].end]

    @property
    def before(self) -> str:
        """The word before it in the line, folded; empty where there is none."""
        return self.line.words[self.start - 1] if self.start else ""


def read_lines(lines: Iterable[str], language: str) -> tuple[Line, ...]:
    """Return the lines of a text with their words."""
    return tuple(read_line(line, language) for line in lines)


def read_line(text: str, language: str) -> Line:
    """Return a line with its words."""
    parts = tokens(text)
    known = [_known(part.text, language) for part in parts]
    return Line(
        text=text,
        tokens=parts,
        words=tuple(word.folded for word in known),
        stems=tuple(word.stem for word in known),
        rarities=tuple(word.rarity for word in known),
    )


@functools.lru_cache(maxsize=65536)
def _known(word: str, language: str) -> _Word:
    return _Word(fold(word), stem(word, language), rarity(word, language))


def find_places(lines: Sequence[Line], wanted: Iterable[Key]) -> dict[Key, list[Place]]:
    """Return the places of phrases, given as folded words, by their stems; none of them runs across a clause."""
    keys = frozenset(wanted)
    openers = {key[0] for key in keys}
    found: dict[Key, list[Place]] = defaultdict(list)
    before = 0
    for line in lines:
        for start, word in enumerate(line.words):
            if word not in openers:
                continue
            for stop in range(start + 1, min(start + LONGEST, len(line.words)) + 1):
                if stop > start + 1 and not _go_together(line, stop - 2):
                    break
                words = line.words[start:stop]
                if words in keys:
                    found[line.stems[start:stop]].append(Place(words, line, start, stop, before + start))
        before += len(line.words)
    return found


def _go_together(line: Line, at: int) -> bool:
    """Say whether a word and the next may be in one phrase."""
    gap = line.text[line.tokens[at].end : line.tokens[at + 1].start]
    return gap == " " or bool(_GAP.fullmatch(gap))
