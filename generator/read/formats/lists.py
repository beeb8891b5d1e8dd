"""Lists in plain text: lines that begin with a mark or the next number, and indented lines behind a colon."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Kind
from generator.read.content import Piece
from generator.text import count_words

# A dash opens speech in many languages (an en dash, then what is said), so of those only the hyphen marks a list.
_BULLET = re.compile(r"(?P<mark>[*\-•·▪▫◦‣●○■□➢✓✔])(?:\s+|(?<=[•▪▫◦‣●○■□➢✓✔]))(?=[^\s*\-])")
_NUMBER = re.compile(r"(?P<number>\d{1,2})(?P<mark>[.)])\s+(?=\S)")
_CODE = re.compile(r"[{}<>\\]|[=;]\s*$|\w\(|\s=\s|==")
_LEAST = 2  # items; a mark that stands once may say anything
_CONTINUES = 60  # characters; a line as long may go on in the next one
_ITEM = 40  # words; longer lines behind a colon are paragraphs


@dataclass(frozen=True, slots=True)
class _Line:
    """A line that says something, and how it begins."""

    whole: str
    indent: int
    mark: str
    number: int
    text: str  # without the mark; a number says something and stays
    is_apart: bool  # a blank line is above it

    def may_follow(self, item: "_Line") -> bool:
        """Say whether a line is the item after another one; hyphens far apart may be speech."""
        if self.mark != item.mark or not self.mark or (self.is_apart and self.mark == "-"):
            return False
        return self.number == item.number + 1 if item.number else not self.number

    def goes_on(self, item: "_Line", before: "_Line") -> bool:
        """Say whether a line without a mark belongs to an item: further in, or the rest of a full line before it."""
        if self.mark or self.is_apart:
            return False
        return self.indent > item.indent or (len(before.whole) >= _CONTINUES and self.text[0].islower())


def find(lines: Sequence[str]) -> Iterator[Piece | str]:
    """Yield the lines of a text, blank ones as empty texts, and lists in place of the lines they are made of."""
    read = list(_read(lines))
    index = 0
    while index < len(read):
        items, end = _marked(read, index) if read[index].mark else _behind_colon(read, index)
        if len(items) >= _LEAST:
            yield Piece(Kind.LIST, "\n".join(items), items=tuple(items))
            index = end
            continue
        if read[index].is_apart:
            yield ""
        yield read[index].whole
        index += 1


def _read(lines: Sequence[str]) -> Iterator[_Line]:
    is_apart = True
    for raw in lines:
        whole = " ".join(raw.split())
        if whole:
            bullet, number = _BULLET.match(whole), _NUMBER.match(whole)
            start = bullet or number
            mark, count = start["mark"] if start else "", int(number["number"]) if number else 0
            yield _Line(whole, _indent(raw), mark, count, whole[bullet.end() :] if bullet else whole, is_apart)
        is_apart = not whole


def _indent(raw: str) -> int:
    expanded = raw.expandtabs() if raw[0].isspace() else raw
    return len(expanded) - len(expanded.lstrip())


def _marked(lines: Sequence[_Line], start: int) -> tuple[list[str], int]:
    """Return the items of the list that begins at a marked line, and where it ends."""
    items, item, end = [lines[start].text], lines[start], start + 1
    while end < len(lines):
        line = lines[end]
        if line.may_follow(item):
            items.append(line.text)
            item = line
        elif line.goes_on(item, lines[end - 1]):
            items[-1] += f" {line.text}"
        else:
            break
        end += 1
    return items, end


def _behind_colon(lines: Sequence[_Line], start: int) -> tuple[list[str], int]:
    """Return the indented lines behind a line that ends with a colon, if they are no code and no paragraphs."""
    intro = lines[start - 1] if start else None
    end = start
    if intro and not intro.mark and intro.text.endswith((":", "：")):
        while end < len(lines) and lines[end].indent > intro.indent + 1 and not (end > start and lines[end].is_apart):
            end += 1
    items = [line.text for line in lines[start:end]]
    is_list = all(count_words(item) <= _ITEM and not _CODE.search(item) for item in items)
    return (items, end) if is_list else ([], start)
