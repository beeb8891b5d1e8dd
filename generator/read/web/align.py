"""Where the lines of one text stand in another that was made from it: an extract, in the same order."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_WORD = re.compile(r"\w+")
_LONGEST = 3  # words in a row that are compared


@dataclass(frozen=True, slots=True)
class _Pair:
    ours: int
    theirs: int


def shares(ours: Sequence[str], theirs: Sequence[str]) -> tuple[float, ...]:
    """Return of each of our lines how much of it is in an extract, from 0 to 1.

    A line that stands in our text several times, such as in a menu and as a heading, counts where its neighbours do.

    Args:
        ours: All lines.
        theirs: The lines of the extract; they may be parts of ours, or several of ours in one.
    """
    mine, extract = [_words(line) for line in ours], [_words(line) for line in theirs]
    known = _anchors(mine, extract)
    found = [0.0] * len(ours)
    for before, after in pairwise([_Pair(-1, -1), *known, _Pair(len(ours), len(theirs))]):
        gap = extract[before.theirs + 1 : after.theirs]
        if gap:
            _fill(found, mine, range(before.ours + 1, after.ours), gap)
    for pair in known:
        found[pair.ours] = 1.0
    return tuple(found)


def _words(line: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(line.lower()))


def _anchors(ours: Sequence[tuple[str, ...]], theirs: Sequence[tuple[str, ...]]) -> list[_Pair]:
    """Return the lines that stand once in each text, as many as are in order (patience)."""
    often, often_theirs = Counter(ours), Counter(theirs)
    place = {words: index for index, words in enumerate(theirs) if words and often_theirs[words] == 1}
    pairs = [_Pair(index, place[words]) for index, words in enumerate(ours) if often[words] == 1 and words in place]
    return _in_order(pairs)


def _in_order(pairs: Sequence[_Pair]) -> list[_Pair]:
    """Return the longest run of pairs that rise on both sides."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, pair in enumerate(pairs):
        place = bisect_left(tops, pair.theirs)
        before.append(ends[place - 1] if place else -1)
        tops[place : place + 1] = [pair.theirs]
        ends[place : place + 1] = [index]
    chain: list[_Pair] = []
    here = ends[-1] if ends else -1
    while here >= 0:
        chain.append(pairs[here])
        here = before[here]
    return chain[::-1]


def _fill(found: list[float], ours: Sequence[tuple[str, ...]], lines: range, gap: Sequence[tuple[str, ...]]) -> None:
    """Say of the lines between two anchors how many of their words follow each other in the extract as well."""
    stream = [word for words in gap for word in words]
    grams = [{tuple(stream[at : at + n]) for at in range(len(stream) - n + 1)} for n in range(1, _LONGEST + 1)]
    for index in lines:
        words = ours[index]
        size = min(len(words), _LONGEST)
        if size:
            own = [words[at : at + size] for at in range(len(words) - size + 1)]
            found[index] = sum(gram in grams[size - 1] for gram in own) / len(own)
