"""The same name or phrase in two languages, by the sentence encoder of the extra `multilingual`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.understand import encoder
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
    for one, other in combinations(codes, 2):
        left, right = _called(subjects.topics, one), _called(subjects.topics, other)
        for match in nearest([called.text for called in left], [called.text for called in right]):
            here, there = left[match.left], right[match.right]
            if match.cosine >= NEAR and may_merge(here.subject, there.subject):
                near = f"near in meaning, {match.cosine:.2f} of 1: {one} '{here.text}', {other} '{there.text}'"
                where = f"{in_briefings(here.subject)}; {in_briefings(there.subject)}"
                yield pair(here.subject, there.subject, match.cosine, near, where)


def _called(topics: Sequence[Subject], code: str) -> list[_Called]:
    return [_Called(topic, topic.forms[code][0]) for topic in topics if code in topic.forms]


@dataclass(frozen=True, slots=True)
class Match:
    """Two texts, by their places in their lists, that are each other's nearest; `cosine` is rounded to two places."""

    left: int
    right: int
    cosine: float


def nearest(left: Sequence[str], right: Sequence[str]) -> Iterator[Match]:
    """Yield the texts of two lists that are each other's nearest, however far they are."""
    if not left or not right:
        return
    cosines = (encoder.encode(left) @ encoder.encode(right).T).round(4)
    best = cosines.argmax(axis=1)
    best_back = cosines.argmax(axis=0)
    for here, there in enumerate(best):
        if best_back[there] == here:
            yield Match(here, int(there), round(float(cosines[here, there]), 2))
