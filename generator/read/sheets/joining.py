"""Lines put together as one text; words that were parted at the end of a line are whole again."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.read.common.runs import Line as Said
from generator.read.common.runs import Run
from generator.read.common.runs import line as said_line
from generator.read.sheets.sheet import Line, Word
from generator.text import all_words, fold

_SOFT = "\u00ad"
_PARTED = re.compile(r"([^\W\d_]+)[-\u2010]$")  # a part of a word and its hyphen
_HYPHENED = re.compile(r"\w[-\u2010\u2011]$")
_OPENING = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2011][^\W\d_]+)*")
_UNSPACED = re.compile("[\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(frozen=True, slots=True)
class Known:
    """How often a document writes each word within its lines, folded; hyphens as `-`."""

    words: Counter[str]

    def count(self, word: str) -> int:
        """Return how often a word stands in a line."""
        return self.words[_plain(word)]


def known(lines: Iterable[Line]) -> Known:
    """Return the words of lines, but not those at the end of one, which may be parted."""
    found: Counter[str] = Counter()
    for line in lines:
        found.update(_plain(match[0]) for match in _WORD.finditer(" ".join(word.text for word in line.words)))
    return Known(found)


def _plain(word: str) -> str:
    return fold(word.replace("\u2010", "-").replace("\u2011", "-"))


def joined(lines: Sequence[Line], words: Known) -> Said:
    """Return lines as one text with its links."""
    found = list(lines[0].words)
    for _, line in pairwise(lines):
        head, *rest = line.words
        last = found.pop()
        found += [*_together(last, head, words), *rest]
    return said_line(_runs(found))


def _together(last: Word, head: Word, words: Known) -> tuple[Word, Word]:
    """Return the words on both sides of a line's end as they are written in a text."""
    if last.text.endswith(_SOFT):
        return last, replace(head, glued=True)
    parted = _PARTED.search(last.text)
    opening = _OPENING.match(head.text)
    if parted and parted[1][-1].islower() and opening and opening[0][0].islower():
        return _mended(last, head, parted[1], opening[0], words)
    if _HYPHENED.search(last.text) and head.text[0].isalnum():
        return last, replace(head, glued=True)  # as in Anglo-Saxon, or 1914-1918
    is_unspaced = _UNSPACED.match(last.text[-1]) and _UNSPACED.match(head.text[0])
    return last, replace(head, glued=bool(is_unspaced))


def _mended(last: Word, head: Word, left: str, right: str, words: Known) -> tuple[Word, Word]:
    """Return a parted word: with its hyphen where the document has it so elsewhere, without it otherwise."""
    hyphened, whole = words.count(f"{left}-{right}"), words.count(left + right)
    if hyphened > whole:
        return last, replace(head, glued=True)
    if not whole and fold(right) in _conjunctions():
        return last, replace(head, glued=False)  # as in the German Haus- und Gartenbau
    return replace(last, text=last.text[:-1]), replace(head, glued=True)


def _conjunctions() -> frozenset[str]:
    return frozenset(fold(word) for word in all_words("suspended"))


def _runs(words: Iterable[Word]) -> Iterator[Run]:
    """Yield words and the spaces between them; a space within a link is part of it."""
    before = ""
    for word in words:
        if not word.glued:
            yield Run(" ", word.url if word.url == before else "")
        yield Run(word.text.replace(_SOFT, ""), word.url)
        before = word.url
