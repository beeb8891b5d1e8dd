"""Two subjects that may be one topic, with what speaks for it."""

from dataclasses import dataclass

from generator.model import TopicOrigin
from generator.text import counted
from generator.understand.suggest.subjects import Subject

_SUREST_FIRST = (TopicOrigin.VOCABULARY, TopicOrigin.COUNTRY, TopicOrigin.FOUND)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two subjects; the first is the one that would stay.

    Attributes:
        keep: What would stay.
        other: What would become an alias.
        sureness: From 0 to 1: what part of the evidence speaks for it.
        evidence: The same in words, a line each.
    """

    keep: Subject
    other: Subject
    sureness: float
    evidence: tuple[str, ...]


def pair(one: Subject, other: Subject, sureness: float, *evidence: str) -> Pair:
    """Return a pair: the surer topic stays; of two alike the one that more briefings write."""
    first, second = sorted((one, other), key=_standing)
    return Pair(first, second, sureness, evidence)


def _standing(subject: Subject) -> tuple[bool, int, int, str]:
    return (not subject.topic, _SUREST_FIRST.index(subject.origin), -len(subject.briefings), subject.label)


def may_merge(one: Subject, other: Subject) -> bool:
    """Say whether a file could join two subjects: one is a topic, and no one else has already told them apart.

    CLDR tells countries apart, and the editor the topics of the vocabulary.
    """
    if one.topic == other.topic:
        return False
    return TopicOrigin.FOUND in {one.origin, other.origin}


def in_briefings(subject: Subject) -> str:
    """Return how many briefings write a subject, and where it stands first."""
    return f"'{subject.label}' in {counted(len(subject.briefings), 'briefing', 'briefings')}, first {subject.place}"
