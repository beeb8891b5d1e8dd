"""Briefings that tell the same story: texts of which a good part is the same words in the same order."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.model import Briefing, SameStory, Story
from generator.understand.links.sparse import Sparse, products
from generator.understand.links.texts import Texts

_SHINGLE = 4  # words
_SAME = 0.3  # of the shorter text's shingles: finds 99.8 % of copies with two fifths of their sentences dropped
_FORMULA = 50  # briefings; a shingle in more of them is a formula, and the pairs would grow with its square
_MIX = np.uint64(0x9E3779B97F4A7C15)  # Fibonacci hashing (Knuth): of a billion shingles, a few in ten would meet
_LEAST = 12  # shingles; of a shorter text the share says nothing


@dataclass(frozen=True, slots=True)
class Stories:
    """For each briefing those that tell the same story, most alike first; and the same as clusters."""

    same: dict[str, tuple[SameStory, ...]]
    clusters: tuple[Story, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two texts by their places, and what share of the shorter one stands in the other."""

    one: int
    other: int
    share: float


def find_stories(briefings: Sequence[Briefing], texts: Texts) -> Stories:
    """Return the pairs that share three tenths of the shorter text, and the clusters that they form.

    It takes as many steps as there are words, and as there are pairs of texts with a run of four words in common.
    """
    ids = [briefing.id for briefing in briefings]
    found: dict[str, list[SameStory]] = {id_: [] for id_ in ids}
    near: dict[int, list[int]] = defaultdict(list)
    for pair in _pairs(texts):
        found[ids[pair.one]].append(SameStory(ids[pair.other], pair.share))
        found[ids[pair.other]].append(SameStory(ids[pair.one], pair.share))
        near[pair.one].append(pair.other)
        near[pair.other].append(pair.one)
    same = {id_: tuple(sorted(alike, key=lambda story: (-story.share, story.id))) for id_, alike in found.items()}
    return Stories(same, _clusters(briefings, near))


def _pairs(texts: Texts) -> Iterator[_Pair]:
    """Yield the pairs of texts that share enough."""
    holders = _holders(texts)
    sizes = np.bincount(holders.columns, minlength=holders.width)
    spread = np.diff(holders.starts)
    shared = holders.where(np.flatnonzero(((spread > 1) & (spread <= _FORMULA))[holders.rows]))
    for one, common in enumerate(products(shared.transposed(), shared)):
        least = np.minimum(sizes, sizes[one])
        enough = (common >= _SAME * least) & (least >= _LEAST)
        for other in np.flatnonzero(enough[one + 1 :]) + one + 1:
            yield _Pair(one, int(other), round(float(common[other] / least[other]), 3))


def _holders(texts: Texts) -> Sparse:
    """Return which texts hold each shingle: a row is a shingle, a column a text."""
    size = len(texts.starts) - 1
    owners = np.repeat(np.arange(size, dtype=np.int32), np.diff(texts.starts))
    inside = np.flatnonzero(owners[: 1 - _SHINGLE] == owners[_SHINGLE - 1 :])
    words = texts.folded[texts.words].astype(np.uint64)
    twos = words[:-1] * np.uint64(len(texts.written)) + words[1:]
    shingles = (twos[:-2] * _MIX + twos[2:])[inside]
    order = np.argsort(shingles, kind="stable")
    shingles, owners = shingles[order], owners[inside[order]]
    new = np.diff(shingles, prepend=~shingles[:1]) != 0
    first = new | (np.diff(owners, prepend=-1) != 0)  # a text that repeats itself holds a shingle once
    starts = np.append(np.flatnonzero(new[first]), np.count_nonzero(first))
    return Sparse(starts, owners[first], np.ones(np.count_nonzero(first), dtype=np.float32), size)


def _clusters(briefings: Sequence[Briefing], near: Mapping[int, Sequence[int]]) -> tuple[Story, ...]:
    """Return what hangs together, each like at least one other, in the order of the collection."""
    seen: set[int] = set()
    clusters = []
    for start in sorted(near):
        cluster, waiting = [], [start]
        while waiting:
            here = waiting.pop()
            if here not in seen:
                seen.add(here)
                cluster.append(here)
                waiting.extend(near[here])
        if cluster:
            clusters.append(sorted(cluster, key=lambda place: _age(briefings[place])))
    return tuple(Story(tuple(briefings[place].id for place in cluster)) for cluster in sorted(clusters))


def _age(briefing: Briefing) -> tuple[bool, str, str]:
    """Order briefings from the earliest to the latest, undated ones last; 2025 comes before 2025-05."""
    date = briefing.document.date
    return date is None, date.value if date else "", briefing.id
