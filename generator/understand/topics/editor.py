"""What editors say of topics, put into effect: names kept apart, broader topics, briefings added and removed."""

import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from generator.model import Briefing, NamedTopic, Problem
from generator.text import fold, folded_words
from generator.understand.vocabulary import Vocabulary


class _Named(Protocol):
    """Anything that an editor may call by its id or by a label."""

    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def labels(self) -> Mapping[str, str]: ...


class Directory:
    """The topics of a collection by what an editor may call them: by id, else by label; of two, the first has it."""

    def __init__(self, topics: Iterable[_Named]) -> None:
        self._ids: dict[str, str] = {}
        self._labels: dict[str, str] = {}
        for topic in topics:
            self._ids.setdefault(topic.id, topic.id)
            for label in (topic.label, *topic.labels.values()):
                self._labels.setdefault(fold(label), topic.id)

    def find(self, name: str) -> str:
        """Return the id of the topic that is called so; empty where there is none."""
        return self._ids.get(name) or self._labels.get(fold(name), "")

    def near(self, name: str) -> str:
        """Return a hint at what else an editor may have meant."""
        close = difflib.get_close_matches(fold(name), [*self._ids, *self._labels], n=1)
        return f"did you mean '{close[0]}'?" if close else "`dossier topics` lists them by label and id"


@dataclass(frozen=True, slots=True)
class Edits:
    """What the sidecars say of topics.

    Attributes:
        added: The briefings that were added, by topic, in the order of the collection.
        removed: Pairs of a topic and a briefing from which it was removed.
    """

    added: Mapping[str, tuple[str, ...]]
    removed: frozenset[tuple[str, str]]


def edits_of(briefings: Iterable[Briefing], directory: Directory) -> Edits:
    """Return what the sidecars of some briefings say of topics that there are."""
    added: dict[str, dict[str, None]] = defaultdict(dict)
    removed: set[tuple[str, str]] = set()
    for briefing in briefings:
        edits = briefing.document.topic_edits
        for topic in filter(None, (directory.find(named.name) for named in edits.add)):
            added[topic][briefing.id] = None
        removed.update((directory.find(named.name), briefing.id) for named in edits.remove)
    return Edits({topic: tuple(ids) for topic, ids in added.items()}, frozenset(removed))


def kept_apart(vocabulary: Vocabulary, directory: Directory) -> Mapping[str, Collection[tuple[str, ...]]]:
    """Return by topic the forms, as folded words, that must not count as its mentions."""
    apart: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for link in vocabulary.never_link:
        apart[directory.find(link.topic)].add(folded_words(link.form))
    return apart


def without(forms: Mapping[str, tuple[str, ...]], apart: Collection[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the forms of a topic by language without some, which are given as folded words."""
    return {code: tuple(form for form in written if folded_words(form) not in apart) for code, written in forms.items()}


def parents_of(vocabulary: Vocabulary, directory: Directory) -> Mapping[str, str]:
    """Return the broader topic of each of the editor's that has one."""
    found = {entry.id: directory.find(entry.parent) for entry in vocabulary.entries if entry.parent}
    return {topic: parent for topic, parent in found.items() if parent and parent != topic}


def with_parents(topics: Iterable[str], parents: Mapping[str, str]) -> frozenset[str]:
    """Return the topics and all that are broader: a tree shows no branch without its stem."""
    kept = set(topics)
    for topic in tuple(kept):
        above = parents.get(topic)
        while above and above not in kept:
            kept.add(above)
            above = parents.get(above)
    return frozenset(kept)


def idle(
    vocabulary: Vocabulary, briefings: Sequence[Briefing], directory: Directory, refused: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    """Yield a problem for each parent, `never_link`, and topic of a sidecar that names no topic or changes nothing.

    Args:
        vocabulary: The editor's topics.
        briefings: The collection.
        directory: The topics that there are.
        refused: Pairs of a topic and a briefing that names it, but from which an editor removed it.
    """
    for entry in vocabulary.entries:
        if entry.parent and directory.find(entry.parent) in {"", entry.id}:
            message = f"'{entry.label}' has the parent '{entry.parent}', and there is no other topic of that name"
            yield Problem(f"topics.yml:{entry.parent_line}", message, directory.near(entry.parent))
    for link in vocabulary.never_link:
        if not directory.find(link.topic):
            message = f"'{link.form}' is kept apart from '{link.topic}', and there is no topic of that name"
            yield Problem(f"topics.yml:{link.line}", message, directory.near(link.topic))
    yield from dict.fromkeys(
        _unknown(topic, directory) for topic in _edited(briefings) if not directory.find(topic.name)
    )
    yield from _removals_of_nothing(briefings, directory, refused)


def _edited(briefings: Iterable[Briefing]) -> Iterator[NamedTopic]:
    for briefing in briefings:
        yield from briefing.document.topic_edits.add
        yield from briefing.document.topic_edits.remove


def _unknown(topic: NamedTopic, directory: Directory) -> Problem:
    hint = f"add it to topics.yml, or name a topic that there is; {directory.near(topic.name)}"
    return Problem(topic.where, f"there is no topic '{topic.name}'", hint)


def _removals_of_nothing(
    briefings: Iterable[Briefing], directory: Directory, refused: Collection[tuple[str, str]]
) -> Iterator[Problem]:
    """Yield the removals that no briefing needed; one line may be said of all documents in a file."""
    idle_: dict[NamedTopic, bool] = {}
    for briefing in briefings:
        for topic in briefing.document.topic_edits.remove:
            if id_ := directory.find(topic.name):
                idle_[topic] = idle_.get(topic, True) and (id_, briefing.id) not in refused
    for topic, is_idle in idle_.items():
        if is_idle:
            message = f"the topic '{topic.name}' is removed, and the text does not name it"
            yield Problem(topic.where, message, "delete the line")
