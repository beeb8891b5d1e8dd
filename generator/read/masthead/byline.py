"""Who wrote a text: bylines near its headline, its date, its beginning or its end, and names beside its date."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.read.masthead.page import Line, Page, same
from generator.read.masthead.person import name_length, names, opening
from generator.text import fold, folded_words

_SOLE = 3  # words of a name that nothing but a date stands beside
_ABOVE, _BELOW, _END = 6, 10, 8  # lines around the headline, and below the text
_BESIDE = 3  # lines around the date
_SEPARATOR = re.compile(r"\s*[|/•·~–—;@()]+\s*|,\s+|\s-\s|\s{2,}")
_MARKED = re.compile(r"[|/•·~–—]")
_STEM = 5  # letters


@dataclass(frozen=True, slots=True)
class Byline:
    """The author that a line names, and whether it says nothing else."""

    name: str
    index: int
    is_whole: bool


def find(page: Page, headline: int | None, dateline: int | None) -> Iterator[Byline]:
    """Yield the bylines of a text, those nearest to its date and headline first."""
    anchor = page.start if headline is None else headline
    near = [*range(anchor - _ABOVE, max(anchor + _BELOW, page.start + 4)), *range(page.stop - 4, page.stop + _END)]
    if dateline is not None:
        near.extend(range(dateline - _BESIDE, dateline + _BESIDE + 1))
    lines = {index for index in near if 0 <= index < len(page.lines) and index != headline}
    for index in sorted(lines, key=lambda index: (index != dateline, abs(index - anchor), index)):
        line = page.lines[index]
        if line.author:
            yield Byline(line.author, index, is_whole=True)
        elif index == dateline and (name := _beside_date(page, line)):
            yield Byline(name, index, is_whole=False)


def _beside_date(page: Page, line: Line) -> str:
    """Return the author on a line with a date: behind `by`, or alone between strokes."""
    parts = [part.strip() for part in _SEPARATOR.split(line.rest) if part.strip()]
    for part in parts:
        words = part.split()
        for start in range(len(words)):
            if size := opening(words[start:]):
                behind = words[start + size :]
                return (names(behind) or _handle(behind)).rstrip(",")
    alone = len(parts) == 1 or _MARKED.search(line.rest)
    ends = [parts[0], parts[-1]] if parts and alone else []
    return next((part for part in ends if _is_person(page, part)), "")


def _handle(words: list[str]) -> str:
    """Return the one word that signs a post where it is no full name."""
    return words[0] if len(words) == 1 and words[0][0].isalpha() else ""


def _is_person(page: Page, part: str) -> bool:
    """Say whether two or three capitalised words are a person's name: words of the text are not, nor menu entries."""
    words = part.split()
    if not 2 <= len(words) <= _SOLE or name_length(words) != len(words):  # noqa: PLR2004
        return False
    if not any(sign.islower() for sign in part) or sum(same(line, part) for line in page.lines) > 2:  # noqa: PLR2004
        return False
    small = _small_words(page)
    return not any(word[:_STEM] in small for word in folded_words(part))


def _small_words(page: Page) -> frozenset[str]:
    """Return the beginnings of the words that the page writes with a small letter."""
    words = (word for line in page.lines for word in line.text.split() if word[0].islower())
    return frozenset(fold(word)[:_STEM] for word in words if len(word) >= _STEM)
