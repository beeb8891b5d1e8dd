"""Surnames that were not joined to a full name, since the texts left a doubt."""

from collections import defaultdict
from collections.abc import Iterator

from generator.model import TopicOrigin
from generator.text import counted
from generator.understand.suggest.pairs import Pair, may_merge
from generator.understand.suggest.subjects import Subject, Subjects

_LONGEST = 4  # words of a full name
_SHORTEST = 3  # letters of a surname
_SHARE = 0.1  # of the briefings with the surname; where fewer give the full name, it is hardly that person


def surnames(subjects: Subjects) -> Iterator[Pair]:
    """Yield each single word with the one full name that ends with it, if briefings write both."""
    owners: dict[str, list[Subject]] = defaultdict(list)
    for subject in (*subjects.topics, *subjects.names):
        if 1 < len(subject.key) <= _LONGEST and _is_person_like(subject):
            owners[subject.key[-1]].append(subject)
    for short in (*subjects.topics, *subjects.names):
        full = owners.get(short.key[0], []) if _is_word(short) else []
        if len(full) == 1 and (full[0].topic or short.topic) and may_merge(full[0], short):
            yield from _pair(full[0], short)


def _is_person_like(subject: Subject) -> bool:
    """Say whether all words have capitals, and it is no country: the House of Commons ends with no surname."""
    return subject.origin is not TopicOrigin.COUNTRY and all(
        word[:1].isupper() for word in subject.label.replace("-", " ").split()
    )


def _is_word(subject: Subject) -> bool:
    is_one = len(subject.key) == 1 and len(subject.key[0]) >= _SHORTEST and subject.label[0].isupper()
    return is_one and subject.origin is not TopicOrigin.COUNTRY


def _pair(full: Subject, short: Subject) -> Iterator[Pair]:
    both = short.briefings & full.briefings
    share = len(both) / len(short.briefings)
    if share >= _SHARE:
        count = counted(len(short.briefings), "briefing", "briefings")
        line = f"of the {count} that write '{short.label}', {len(both)} also write '{full.label}'"
        yield Pair(full, short, share, (f"{line}; no other full name ends so", f"first together in {min(both)}"))
