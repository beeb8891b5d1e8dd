"""Which lines are one paragraph: by their distance, their indentation, their letters, and how their sentences end."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.read.sheets.order import Column
from generator.read.sheets.sheet import Line
from generator.read.sheets.signs import BULLET, ENDS, HYPHEN, LEADERS, NUMBER, is_item
from generator.read.sheets.tables import table_rows

_LOOSE = 0.3  # sizes; lines that are further apart than usual by as much are not one paragraph
_INDENT = 0.8  # sizes
_SHORT = 0.15  # of the width of a column that the last line leaves free
_SURE = 3  # sizes of room left beside a word that would have fitted
_EVEN = 10  # sizes; what is as broad is no list of words below each other
_LIKE = 0.08  # of the size of letters; what differs less is the same
_TABLE = 50  # rows that are looked at together
_BETWEEN = 4  # paragraphs that may stand between the two halves of one
_UNKNOWN = 1.4  # sizes from line to line, where no document says what is usual


@dataclass(frozen=True, slots=True)
class Body:
    """What most of the text of a document looks like.

    Attributes:
        size, bold, mono: Of its letters.
        pitches: From line to line, by the size of letters.
    """

    size: float
    bold: bool
    mono: bool
    pitches: Mapping[float, float]

    def pitch(self, size: float) -> float:
        """Return how far lines of a size are usually apart."""
        return self.pitches.get(size, _UNKNOWN * size)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are one paragraph; `is_open` says that it may go on in the next column."""

    lines: tuple[Line, ...]
    is_open: bool = False

    @property
    def first(self) -> Line:
        """Its first line, which stands for its looks."""
        return self.lines[0]


def body(columns: Sequence[Column]) -> Body:
    """Return what most of the text looks like."""
    sizes: Counter[float] = Counter()
    letters: Counter[str] = Counter()
    pitches: dict[float, Counter[float]] = defaultdict(Counter)
    for column in columns:
        for line in column.lines:
            length = len(line.text)
            sizes[line.size] += length
            letters.update({"all": length, "bold": length * line.bold, "mono": length * line.mono})
        for above, line in pairwise(column.lines):
            if above.size == line.size and line.base - above.base < 3 * line.size:
                pitches[line.size][round((line.base - above.base) * 2) / 2] += 1
    size = sizes.most_common(1)[0][0] if sizes else 0
    usual = {size: _usual(counts) for size, counts in pitches.items()}
    half = letters["all"] / 2
    return Body(size, letters["bold"] > half, letters["mono"] > half, usual)


def _usual(counts: Counter[float]) -> float:
    """Return the commonest distance; of those that are nearly as common the least, as the others part paragraphs."""
    most = max(counts.values())
    return min(pitch for pitch, count in counts.items() if count * 2 > most)


def paragraphs(column: Column, usual: Body) -> Iterator[Paragraph]:
    """Yield the paragraphs of a column."""
    column = replace(column, lines=tuple(_unstretched(column)))
    lines = column.lines
    current: list[Line] = []
    for index, line in enumerate(lines):
        after = lines[index + 1] if index + 1 < len(lines) else None
        if current and not _Joint(tuple(current), line, after, column, usual).holds():
            yield _paragraph(current, column)
            current = []
        current.append(line)
    if current:
        yield _paragraph(current, column)


def _paragraph(lines: Sequence[Line], column: Column) -> Paragraph:
    """Return lines as a paragraph, open where the last one is full and no sentence ends with it."""
    last = lines[-1]
    is_short = column.right - last.right > _SHORT * (column.right - column.left)
    has_ended = bool(ENDS.search(last.text)) or (is_short and not HYPHEN.search(last.text))
    return Paragraph(tuple(lines), is_open=not has_ended and not last.cells)


def _unstretched(column: Column) -> Iterator[Line]:
    """Yield the lines, those without cells whose spaces are only stretched: few words between the edges of a column."""
    rows = 0
    for index, line in enumerate(column.lines):
        rows = rows - 1 if rows else table_rows(column.lines[index : index + _TABLE])
        fills = column.right - line.right < line.size and line.left - column.left < line.size
        yield replace(line, cells=()) if line.cells and fills and not rows else line


@dataclass(frozen=True, slots=True)
class _Joint:
    """Between the lines of a paragraph and the next line, with the line after that."""

    lines: tuple[Line, ...]
    line: Line
    after: Line | None
    column: Column
    usual: Body

    def holds(self) -> bool:
        """Say whether the line goes on with the paragraph."""
        above, line = self.lines[-1], self.line
        if above.cells or line.cells or above.mono != line.mono or LEADERS.search(above.text):
            return False
        if abs(above.size - line.size) > _LIKE * above.size or self._is_loose() or BULLET.match(line.text):
            return False
        if line.mono and not self.usual.mono:
            return True
        if line.size > self.usual.size * (1 + _LIKE) and above.bold == line.bold:
            return True
        if HYPHEN.search(above.text) and line.text[0].islower():
            return True
        is_heavier = above.bold != line.bold and (self._is_short() or bool(ENDS.search(above.text)))
        return not (is_heavier or self._is_numbered() or self._is_indented() or self._has_ended())

    def _is_loose(self) -> bool:
        usual = self.usual.pitch(self.line.size)
        if self.line.mono and not self.usual.mono:
            usual = max(usual, _UNKNOWN * self.line.size)  # programs have a pitch of their own
        return self.line.base - self.lines[-1].base > usual + _LOOSE * self.line.size

    def _is_short(self, more: float = 0.5) -> bool:
        """Say whether the first word of the line, and some sizes more, would have found room on the line above."""
        head = self.line.words[0]
        return self._room() > head.right - head.left + more * self.line.size

    def _room(self) -> float:
        return self.column.right - self.lines[-1].right

    def _is_numbered(self) -> bool:
        if not NUMBER.match(self.line.text):
            return False
        return bool(self._is_short() or ENDS.search(self.lines[-1].text) or NUMBER.match(self.lines[0].text))

    def _is_indented(self) -> bool:
        """Say whether the line stands further in than those above, as first lines do, or further out than they."""
        step = self.line.left - self.lines[-1].left
        indent = _INDENT * self.line.size
        if step < -indent and self._is_centred():
            return True
        if step < -indent:  # also below a picture at the left, or a large first letter
            return len(self.lines) > 1 and abs(self.line.left - self.lines[0].left) < indent
        if step < indent or (len(self.lines) == 1 and is_item(self.lines[0].text)):
            return False
        goes_on = self.after is not None and abs(self.after.left - self.line.left) < indent
        # Lines that all stand further in than the first one hang from it, as in a bibliography.
        return not (goes_on and len(self.lines) == 1 and not self._is_short())

    def _is_centred(self) -> bool:
        """Say whether the paragraph is a line with as much room on its left as on its right."""
        before = self.lines[0].left - self.column.left
        return len(self.lines) == 1 and abs(before - self._room()) < self.line.size / 2 and self._is_short()

    def _has_ended(self) -> bool:
        """Say whether the paragraph ends with a line that is shorter than it would be if the text went on."""
        if not self._is_short():
            return False
        above, line = self.lines[-1], self.line
        # Beside a picture lines are short, but of one length.
        is_even = abs(above.right - line.right) < 2 * line.size and line.right - line.left > _EVEN * line.size
        if ENDS.search(above.text):
            return not is_even or len(self.lines) > 1
        is_far = self._room() > (self.column.right - self.column.left) / 3
        is_new = line.text[0].isupper() or not line.text[0].isalpha()
        return not is_even and (is_far or (is_new and self._is_short(_SURE)))


def flow(columns: Sequence[Column], usual: Body) -> Iterator[Paragraph]:
    """Yield the paragraphs of columns that follow each other; what goes on in the next column is one."""
    waiting: list[Paragraph] = []
    for column in columns:
        found = list(paragraphs(column, usual))
        if waiting and found and _goes_on(waiting, found[0], column):
            waiting[0] = Paragraph((*waiting[0].lines, *found[0].lines), found[0].is_open and len(found) == 1)
            found = found[1:]
            if waiting[0].is_open:
                continue
        elif waiting and len(found) == 1 and not found[0].is_open and len(waiting) < _BETWEEN:
            waiting += found  # a caption, after which the text goes on
            continue
        yield from waiting
        waiting = _tail(found, usual)
        yield from found[: len(found) - len(waiting)]
    yield from waiting


def _tail(found: list[Paragraph], usual: Body) -> list[Paragraph]:
    """Return the last paragraphs, if the first of them may go on: only notes in smaller letters come after it."""
    for index in range(len(found) - 1, -1, -1):
        size = found[index].first.size
        if found[index].is_open and size < usual.size * (1 + _LIKE):
            return found[index:]
        if size > usual.size * (1 - _LIKE):
            return []
    return []


def _goes_on(waiting: Sequence[Paragraph], after: Paragraph, column: Column) -> bool:
    """Say whether a paragraph goes on at the top of a column."""
    above, line = waiting[0].lines[-1], after.first
    if abs(above.size - line.size) > _LIKE * above.size or above.bold != line.bold or above.mono != line.mono:
        return False
    if line.cells or is_item(line.text):
        return False
    is_indented = line.left - column.left > _INDENT * line.size and len(after.lines) > 1
    # The width of a column of one line is not known, and so not whether that line is full.
    is_sure = not is_indented and len(waiting) == 1 and len(waiting[0].lines) > 1
    return line.text[0].islower() or is_sure
