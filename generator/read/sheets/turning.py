"""Sheets turned so that most of their words can be read: a table on its side, a page with a mark of rotation."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.read.sheets.letters import in_order
from generator.read.sheets.sheet import Sheet, Word

_FAR = 20_000  # points; the largest page of a PDF is 14,400
_TINY, _HUGE = 1, 1000  # points; sizes of letters outside of this are mistakes
_NOTED = re.compile(r"[^\W\d_]{3}[.,;:!?\"'”’»)]{0,2}\d{1,3}$")
_WIDE = 3  # sizes; no letter is as wide
_SMALL = 0.85  # of the size of the letters before it
_SLANT = 0.1  # of a quarter turn


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a sheet, from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def with_(self, other: "Box") -> "Box":
        """Return the least box that holds both."""
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )


@dataclass(frozen=True, slots=True)
class Mark:
    """A word as it is printed.

    Attributes:
        text, size, bold, mono, url, glued: As in Word.
        box: What its letters cover.
        x, y: Where the first of them stands.
        angle: In radians, counter-clockwise, at which they are printed.
    """

    text: str
    box: Box
    x: float
    y: float
    angle: float
    size: float
    bold: bool
    mono: bool
    url: str = ""
    glued: bool = False


def is_torn(text: str, first: Mark, x: float, y: float) -> bool:
    """Say whether the last letter of a word, `x` and `y` from the first, is on another line, or marks a footnote."""
    if _quarter(first.angle) % 2:
        x, y = y, x
    return abs(y) > first.size / 2 or abs(x) > _WIDE * len(text) * first.size or bool(y and _NOTED.search(text))


def _is_note(before: Mark, mark: Mark) -> bool:
    return mark.text.isdigit() and mark.size < _SMALL * before.size and mark.y > before.y


def together(letters: Sequence[Mark]) -> Iterator[Mark]:
    """Yield the letters of a word put together as far as they lead to one address and stand on one line."""
    current: list[Mark] = []
    is_word = True
    for letter in letters:
        if current and not _is_alike(current[0], letter):
            yield _whole(current, glued=not is_word)
            is_word = _is_note(current[0], letter)
            current = []
        current.append(letter)
    if current:
        yield _whole(current, glued=not is_word)


def _is_alike(first: Mark, letter: Mark) -> bool:
    is_level = abs(letter.y - first.y) <= first.size / 2 or bool(abs(_quarter(first.angle)) % 2)
    return letter.url == first.url and is_level and not _is_note(first, letter)


def _whole(letters: Sequence[Mark], *, glued: bool) -> Mark:
    box = letters[0].box
    for letter in letters[1:]:
        box = box.with_(letter.box)
    text = "".join(letter.text for letter in letters)
    text = in_order(text) if letters[-1].x > letters[0].x else text
    return replace(letters[0], text=text, box=box, glued=glued)


def upright(marks: Sequence[Mark], page: Box) -> Sheet:
    """Return a page as a sheet on which most of the words stand upright; others are marked as turned."""
    turns = [_quarter(mark.angle) for mark in marks]
    counts: Counter[int] = Counter()
    for mark, turn in zip(marks, turns, strict=True):
        counts[turn] += len(mark.text) if turn >= 0 else 0
    most = counts.most_common(1)[0][0] if counts else 0
    main = max(most, 0)
    whole = _turned(page, main)
    words = tuple(_word(mark, main, turn, whole) for mark, turn in zip(marks, turns, strict=True))
    return Sheet(_clamped(whole.top - whole.bottom), words)


def _quarter(angle: float) -> int:
    """Return how many quarter turns an angle is, from 0 to 3; -1 for a slant."""
    turns = angle / (math.pi / 2)
    return round(turns) % 4 if math.isfinite(turns) and abs(turns - round(turns)) < _SLANT else -1


def _turned(box: Box, quarters: int) -> Box:
    """Return a box as it stands on a sheet that is turned back by some quarters."""
    for _ in range(quarters):
        box = Box(box.bottom, -box.right, box.top, -box.left)
    return box


def _word(mark: Mark, main: int, turn: int, page: Box) -> Word:
    box, foot = mark.box, mark.y
    if main:
        box, foot = _turned(box, main), _turned(Box(mark.x, mark.y, mark.x, mark.y), main).bottom
    left, right = _clamped(box.left - page.left), _clamped(box.right - page.left)
    size = round(min(max(_clamped(mark.size), _TINY), _HUGE) * 2) / 2
    return Word(
        mark.text,
        min(left, right),
        max(left, right),
        _clamped(page.top - foot),
        size,
        mark.bold,
        mark.mono,
        mark.url,
        mark.glued,
        turn != main,
    )


def _clamped(value: float) -> float:
    """Return a number that a damaged file cannot have made infinite, to a hundredth, so that sums are stable."""
    if -_FAR < value < _FAR:
        return round(value, 2)
    return 0.0 if math.isnan(value) else math.copysign(_FAR, value)
