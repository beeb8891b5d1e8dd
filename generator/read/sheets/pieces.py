"""Paragraphs told apart: headings by their letters, lists by their signs, tables by their columns, code by its type."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from generator.model import Kind, Reason
from generator.read.common import runs
from generator.read.content import Piece
from generator.read.sheets import furniture
from generator.read.sheets.joining import Known, joined, known
from generator.read.sheets.order import Column, columns
from generator.read.sheets.paragraphs import Body, Paragraph, body, flow
from generator.read.sheets.sheet import Line, Sheet
from generator.read.sheets.signs import BULLET, DASH, ENDS, NUMBER
from generator.read.sheets.tables import table_rows

_LARGER = 1.12  # times the usual size of letters is that of a heading
_LIKE = 0.08  # of the size of letters; headings that differ less are of one level
_HEADING, _HEADING_LINES = 200, 4  # letters, lines; what is longer is text
_BOLD, _BOLD_LINES = 120, 2  # likewise, of a heading that is only heavier than the text
_SENTENCE = 80  # letters; what is longer and ends in a full stop is a sentence in large letters
_LEVELS = 6
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Looks:
    """What a document looks like: its body, the levels of its headings by size, and the words that it writes."""

    usual: Body
    levels: Mapping[float, int]
    words: Known


def pieces(sheets: Sequence[Sheet]) -> Iterator[Piece]:
    """Yield the text of sheets in the order in which they are read; running heads and feet are set aside."""
    texts = furniture.without(sheets)
    found = [column for text in texts for column in (*columns(text.parts), *map(_across, text.turned))]
    usual = body(found)
    read = list(flow(found, usual))
    words = known(line for column in found for line in column.lines)
    looks = _Looks(usual, _levels(read, usual), words)
    yield from _aside(texts)
    index = 0
    while index < len(read):
        group = _group(read, index)
        yield from _told(group, looks)
        index += len(group)


def _across(line: Line) -> Column:
    return Column((line,), line.left, line.right)


def _aside(texts: Iterable[furniture.Text]) -> Iterator[Piece]:
    """Yield each running line once, and all lone numbers as one line."""
    lines = dict.fromkeys(line for text in texts for line in text.furniture)
    numbers = " ".join(line for line in lines if not _LETTER.search(line))
    for line in (*filter(_LETTER.search, lines), numbers):
        if line:
            yield Piece(Kind.PARAGRAPH, line, aside=Reason.FURNITURE)


def _levels(read: Sequence[Paragraph], usual: Body) -> Mapping[float, int]:
    """Return the levels of headings by the size of their letters."""
    found: dict[float, int] = {}
    level, last = 0, 0.0
    for size in sorted({part.first.size for part in read if _is_heading(part, usual)}, reverse=True):
        if not last or size < last * (1 - _LIKE):
            level, last = level + 1, size
        found[size] = min(level, _LEVELS)
    return found


def _is_heading(part: Paragraph, usual: Body) -> bool:
    """Say whether a paragraph stands out as headings do: short, and in larger letters or in heavier ones."""
    first, length = part.first, sum(len(line.text) for line in part.lines)
    last = part.lines[-1].text
    if not _LETTER.search(first.text) or any(line.cells for line in part.lines) or first.words[0].turned:
        return False
    if first.size > usual.size * _LARGER:
        is_sentence = length > _SENTENCE and ENDS.search(last)
        return length <= _HEADING and len(part.lines) <= _HEADING_LINES and not is_sentence
    is_heavy = all(line.bold for line in part.lines) and not usual.bold and first.size > usual.size * (1 - _LIKE)
    is_short = length <= _BOLD and len(part.lines) <= _BOLD_LINES
    return is_heavy and is_short and not re.search(r"[.,;:]$", last) and not BULLET.match(first.text)


def _group(read: Sequence[Paragraph], start: int) -> Sequence[Paragraph]:
    """Return the paragraphs, from one on, that make one piece: the rows of a table, the items of a list, or one."""
    return read[start : start + max(_rows(read, start), _items(read, start), 1)]


def _rows(read: Sequence[Paragraph], start: int) -> int:
    return table_rows(takewhile(lambda line: line.cells, (read[index].first for index in range(start, len(read)))))


def _items(read: Sequence[Paragraph], start: int) -> int:
    """Return how many paragraphs, from one on, are the items of a list."""
    for sign, least in ((BULLET, 1), (DASH, 2)):
        count = 0
        while start + count < len(read) and sign.match(read[start + count].first.text):
            count += 1
        if count >= least:
            return count
    count = 0
    while start + count < len(read) and _counts(read, start, count):
        count += 1
    return count if count > 1 else 0


def _counts(read: Sequence[Paragraph], start: int, count: int) -> bool:
    """Say whether a paragraph has the number that follows those before it."""
    first, here = NUMBER.match(read[start].first.text), NUMBER.match(read[start + count].first.text)
    if not first or not here or read[start].first.size != read[start + count].first.size:
        return False
    if first[1].isdigit() and here[1].isdigit():
        return int(here[1]) == int(first[1]) + count
    return len(first[1]) == len(here[1]) == 1 and ord(here[1]) == ord(first[1]) + count


def _told(group: Sequence[Paragraph], looks: _Looks) -> Iterator[Piece]:
    """Yield a group as what it is."""
    part = group[0]
    said = [joined(part.lines, looks.words) for part in group]
    if part.first.cells and len(group) > 1:
        yield runs.tabled([[joined([cell], looks.words) for cell in part.first.cells] for part in group])
    elif len(group) > 1 or BULLET.match(part.first.text):
        yield runs.listed([item for item in map(_bare, said) if item.text])
    elif _is_heading(part, looks.usual):
        yield runs.heading(said[0], looks.levels[part.first.size])
    elif part.first.mono and not looks.usual.mono:
        yield Piece(Kind.CODE, "\n".join(_spaced(part.lines)))
    else:
        yield runs.paragraph(said[0])


def _bare(item: runs.Line) -> runs.Line:
    """Return an item without its bullet; a number says something, and stays."""
    sign = BULLET.match(item.text) or DASH.match(item.text)
    cut = sign.end() if sign else 0
    moved = (replace(link, start=max(link.start - cut, 0), end=link.end - cut) for link in item.links)
    return runs.Line(item.text[cut:], tuple(link for link in moved if link.end > link.start))


def _spaced(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the lines of a program with the spaces before them, which their place on the sheet shows."""
    left = min(line.left for line in lines)
    for line in lines:
        width = (line.right - line.left) / max(len(line.text), 1)
        yield " " * min(round((line.left - left) / width) if width > 0 else 0, 80) + line.text
