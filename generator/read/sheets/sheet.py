"""Words on a sheet of paper, and the lines that they form; lengths are points, from the upper left corner."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.read.sheets.signs import LABEL, LETTER, RIGHT_TO_LEFT
from generator.text import squeeze

_ASCENT, _DESCENT = 0.75, 0.22  # of the size of letters, above and below the line they stand on
_GAP = 1.5  # sizes; a wider gap is no space between words, even in justified text
_CELL = 0.95  # sizes; likewise, but for the text of justified lines
_SPACE = 0.12  # sizes; a narrower gap is none
_DROPPED = 1.8  # sizes of its neighbours; a single letter as large opens a text, and stands beside several lines


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it is printed.

    Attributes:
        text: Its letters.
        left, right: Where it begins and ends.
        base: The line on which its letters stand.
        size: Of its letters.
        bold, mono: Whether they are heavy, or all of one width.
        url: Where it leads; empty for nowhere.
        glued: Whether no space parts it from the word before.
        turned: Whether it is printed across the sheet.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    mono: bool = False
    url: str = ""
    glued: bool = False
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Words beside each other: a whole line, or what stands of it between two gaps.

    Attributes:
        words: In the order in which they are read.
        left, right: Where it begins and ends.
        base: The line on which most of its letters stand.
        size: Of most of its letters.
        order: When it was printed.
        parts: What it was put together from; empty where it is one stretch.
        cells: What stands between gaps wider than spaces are, but for the sign of an item; empty where none is.
    """

    words: tuple[Word, ...]
    left: float
    right: float
    base: float
    size: float
    order: int
    parts: tuple["Line", ...] = ()
    cells: tuple["Line", ...] = ()

    @property
    def top(self) -> float:
        """Where its letters reach up to."""
        return self.base - _ASCENT * self.size

    @property
    def bottom(self) -> float:
        """Where its letters reach down to."""
        return self.base + _DESCENT * self.size

    @property
    def text(self) -> str:
        """Its words with spaces."""
        return squeeze("".join(word.text if word.glued else f" {word.text}" for word in self.words))

    @property
    def bold(self) -> bool:
        """Whether all of its letters are heavy."""
        return all(word.bold for word in self.words if LETTER.search(word.text))

    @property
    def mono(self) -> bool:
        """Whether all of its letters are of one width."""
        return all(word.mono for word in self.words)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One side of paper, its words in the order in which they were printed."""

    height: float
    words: tuple[Word, ...]


def stretches(words: Iterable[Word]) -> tuple[Line, ...]:
    """Return words put together as far as they were printed beside each other, one after the other."""
    groups: list[list[Word]] = []
    for word in words:
        if groups and _follows(groups[-1][-1], word):
            groups[-1].append(word)
        else:
            groups.append([replace(word, glued=False)])
    return tuple(_line(group, order) for order, group in enumerate(groups))


def _follows(before: Word, word: Word) -> bool:
    size = max(before.size, word.size)
    if before.turned or word.turned or _is_dropped(before.text, before.size, word.size):
        return before.turned and word.turned and abs(before.base - word.base) < size
    gap = _gap(before, word)
    return abs(before.base - word.base) < size / 2 and -size < gap < _GAP * size


def _gap(before: Word | Line, after: Word | Line) -> float:
    """Return how much room is between two things beside each other, whichever comes first."""
    return max(after.left - before.right, before.left - after.right)


def _line(words: Sequence[Word], order: int) -> Line:
    sizes: Counter[float] = Counter()
    bases: Counter[float] = Counter()
    for word in words:
        sizes[word.size] += len(word.text)
        bases[word.base] += len(word.text)
    left, right = min(word.left for word in words), max(word.right for word in words)
    return Line(tuple(words), left, right, bases.most_common(1)[0][0], sizes.most_common(1)[0][0], order)


def rows(parts: Iterable[Line]) -> tuple[Line, ...]:
    """Return whole lines from top to bottom, made of the parts that stand on the same height."""
    found: list[list[Line]] = []
    for part in sorted(_undropped(list(parts)), key=lambda part: (part.base, part.left, part.order)):
        if found and abs(part.base - found[-1][0].base) < max(part.size, found[-1][0].size) / 2:
            found[-1].append(part)
        else:
            found.append([part])
    return tuple(_row(row) for row in found)


def is_from_right(parts: Iterable[Line]) -> bool:
    """Say whether most of the letters of some lines are of a script that is read from the right."""
    texts = [part.text for part in parts]
    return 2 * sum(len(RIGHT_TO_LEFT.findall(text)) for text in texts) > sum(
        len(LETTER.findall(text)) for text in texts
    )


def _row(parts: list[Line]) -> Line:
    """Return the parts of one line as a line."""
    from_right = is_from_right(parts)
    if len(parts) == 1 and not from_right:
        return replace(parts[0], cells=_cells(parts[0].words, parts[0]))
    parts = sorted(parts, key=lambda part: -part.right if from_right else part.left)
    words = list(parts[0].words)
    for before, part in pairwise(parts):
        head, *rest = part.words
        words += [replace(head, glued=_gap(before, part) < _SPACE * max(before.size, part.size)), *rest]
    line = replace(_line(words, min(part.order for part in parts)), parts=tuple(parts))
    if not from_right:
        return replace(line, cells=_cells(words, line))
    cells = _cells(sorted(words, key=lambda word: -word.right), line)
    cells = tuple(replace(cell, words=tuple(_from_right(cell.words))) for cell in cells)
    return replace(line, words=tuple(_from_right(words)), cells=cells)


def _from_right(words: Sequence[Word]) -> list[Word]:
    """Return the words of a line as they are read from the right; what is Latin among them is read from the left."""
    found: list[Word] = []
    latin: list[Word] = []
    for word in sorted(words, key=lambda word: -word.right):
        is_latin = LETTER.search(word.text) and not RIGHT_TO_LEFT.search(word.text)
        if is_latin or (latin and not RIGHT_TO_LEFT.search(word.text)):
            latin.append(word)
            continue
        found += [*_from_left(latin), word]
        latin = []
    return found + _from_left(latin)


def _from_left(words: list[Word]) -> list[Word]:
    """Return Latin words from the left; numbers and signs behind the last of them belong to the line around them."""
    last = max((index for index, word in enumerate(words) if LETTER.search(word.text)), default=-1)
    return [*sorted(words[: last + 1], key=lambda word: word.left), *words[last + 1 :]]


def _cells(words: Sequence[Word], line: Line) -> tuple[Line, ...]:
    """Return the words of a line between its wide gaps."""
    groups: list[list[Word]] = []
    for word in words:
        is_near = groups and _gap(groups[-1][-1], word) < _CELL * line.size
        if is_near or (groups and len(groups) == 1 and LABEL.match(" ".join(label.text for label in groups[0]))):
            groups[-1].append(word)
        else:
            groups.append([word])
    return tuple(_line(group, line.order) for group in groups) if len(groups) > 1 else ()


def _undropped(parts: list[Line]) -> list[Line]:
    """Return the parts, each large first letter put before the uppermost of the lines beside it."""
    usual = sorted(part.size for part in parts)[len(parts) // 2] if parts else 0
    for letter in [part for part in parts if _is_dropped(part.text, part.size, usual)]:
        beside = [part for part in parts if part is not letter and _is_beside(part, letter)]
        if not beside:
            continue
        first = min(beside, key=lambda part: (part.base, part.left))
        head, *rest = first.words
        small = replace(letter.words[0], size=first.size, base=first.base)
        gap = head.left - letter.right
        words = (small, replace(head, glued=gap < letter.size / 4 and len(letter.text) == 1), *rest)
        parts = [replace(part, words=words) if part is first else part for part in parts if part is not letter]
    return parts


def _is_dropped(text: str, size: float, usual: float) -> bool:
    return len(text) == 1 and text.isupper() and size > _DROPPED * usual


def _is_beside(part: Line, letter: Line) -> bool:
    within = letter.top - part.size < part.top and part.base < letter.base + part.size / 2
    return within and -part.size < part.left - letter.right < letter.size
