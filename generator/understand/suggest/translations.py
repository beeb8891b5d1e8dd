"""The same name or phrase in two languages, by the sentence encoder of the extra `multilingual`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from generator.understand.links import encoder
from generator.understand.suggest.pairs import Pair, in_briefings, may_merge, pair
from generator.understand.suggest.subjects import Subject, Subjects

NEAR = 0.85  # cosine


@dataclass(frozen=True, slots=True)
class _Called:
    subject: Subject
    text: str


def translations(subjects: Subjects) -> Iterator[Pair]:
    """Yield the pairs of topics that are each other's nearest between two languages; none without the extra.

    A topic that both languages write is its own nearest, so that it is joined to nothing else.
    """
    codes = sorted({code for topic in subjects.topics for code in topic.forms} & encoder.LANGUAGES)
    if not encoder.available() or len(codes) < 2:  # noqa: PLR2004 - a translation is between two languages
        return
    called = {code: _called(subjects.topics, code) for code in codes}
    vectors = {code: encoder.encode([topic.text for topic in called[code]]) for code in codes}
    for one, other in combinations(codes, 2):
        for match in nearest(vectors[one], vectors[other]):
            here, there = called[one][match.left], called[other][match.right]
            if match.cosine >= NEAR and may_merge(here.subject, there.subject):
                near = f"near in meaning, {match.cosine:.2f} of 1: {one} '{here.text}', {other} '{there.text}'"
                where = f"{in_briefings(here.subject)}; {in_briefings(there.subject)}"
                yield pair(here.subject, there.subject, match.cosine, near, where)


def _called(topics: Sequence[Subject], code: str) -> list[_Called]:
    return [_Called(topic, topic.forms[code][0]) for topic in topics if code in topic.forms]


@dataclass(frozen=True, slots=True)
class Match:
    """Two texts, by their places in their tables, that are each other's nearest; `cosine` is rounded to two places."""

    left: int
    right: int
    cosine: float


def nearest(left: np.ndarray, right: np.ndarray) -> Iterator[Match]:
    """Yield the rows of two tables of unit vectors that are each other's nearest, however far they are."""
    if not len(left) or not len(right):
        return
    cosines = (left @ right.T).round(4)
    best, best_back = cosines.argmax(axis=1), cosines.argmax(axis=0)
    for here, there in enumerate(best):
        if best_back[there] == here:
            yield Match(here, int(there), round(float(cosines[here, there]), 2))
