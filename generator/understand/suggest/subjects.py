"""What suggestions are about: the topics, and the names that several briefings share without being one."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from generator.model import Dossier, Kind, Side, Topic, TopicOrigin
from generator.text import fold, folded_words
from generator.understand.language import names

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic, or a name without a page.

    Attributes:
        label: What it is called.
        topic: The id of the topic; empty for a name.
        origin: What the topic rests on; FOUND for a name.
        forms: By language: what the briefings write, the commonest first.
        briefings: Those that write it.
        place: Where it stands first.
    """

    label: str
    topic: str
    origin: TopicOrigin
    forms: Mapping[str, tuple[str, ...]]
    briefings: frozenset[str]
    place: str

    @property
    def key(self) -> Key:
        """The words of its label, folded."""
        return folded_words(self.label)

    @property
    def keys(self) -> frozenset[Key]:
        """The words of everything that it is called, folded."""
        return frozenset({self.key, *(folded_words(form) for written in self.forms.values() for form in written)})

    @property
    def side(self) -> Side:
        """What a suggestion shows of it."""
        return Side(self.label, self.topic, self.forms, len(self.briefings))


@dataclass(slots=True)
class _Sightings:
    spellings: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    briefings: set[str] = field(default_factory=set)
    place: str = ""


@dataclass(frozen=True, slots=True)
class Subjects:
    """All subjects of a collection.

    Attributes:
        topics: In the order of the dossier.
        names: Those that two briefings or more share and that are no form of a topic, in the order of their keys.
        written: Every name in the texts, topic or not, as it is written there.
    """

    topics: tuple[Subject, ...]
    names: tuple[Subject, ...]
    written: Mapping[Key, Subject]

    def by_key(self) -> dict[Key, Subject]:
        """Return the subjects by everything that they are called; of two, a topic has it."""
        found: dict[Key, Subject] = {}
        for subject in (*self.topics, *self.names):
            for key in sorted(subject.keys):
                found.setdefault(key, subject)
        return found


def subjects_of(dossier: Dossier, stopped: Collection[str]) -> Subjects:
    """Return the subjects of a dossier.

    Args:
        dossier: The collection.
        stopped: Names that must not become topics, folded.
    """
    topics = tuple(_from_topic(topic) for topic in dossier.topics if topic.mentions)
    taken = {key for topic in topics for key in topic.keys} | {folded_words(name) for name in stopped}
    written = {key: _from_sightings(seen) for key, seen in sorted(_sightings(dossier).items())}
    names_ = (name for key, name in written.items() if key not in taken and len(name.briefings) > 1)
    return Subjects(topics, tuple(names_), written)


def _from_topic(topic: Topic) -> Subject:
    first = topic.mentions[0]
    briefings = frozenset(mention.briefing for mention in topic.mentions)
    place = f"{first.briefing} {first.anchor or 'headline'}"
    return Subject(topic.label, topic.id, topic.origin, topic.forms, briefings, place)


def _sightings(dossier: Dossier) -> dict[Key, _Sightings]:
    found: dict[Key, _Sightings] = defaultdict(_Sightings)
    for briefing in dossier.briefings:
        language = briefing.document.language.code
        for block in briefing.document.blocks:
            for name in _names(block.text, language) if block.kind not in {Kind.CODE, Kind.HEADING} else ():
                seen = found[folded_words(name)]
                seen.spellings[language][name] += 1
                seen.briefings.add(briefing.id)
                seen.place = seen.place or f"{briefing.id} {block.anchor}"
    return found


def _names(text: str, language: str) -> Iterator[str]:
    """Yield the names of a text; a single word that opens a sentence may owe its capital to that."""
    for name in names.find(text, language):
        if len(folded_words(name.text)) > 1 or (not name.opens and language not in names.NOUNS_HAVE_CAPITALS):
            yield name.text


def _from_sightings(seen: _Sightings) -> Subject:
    counts = sum(seen.spellings.values(), Counter[str]())
    forms = {code: _commonest(spelled) for code, spelled in sorted(seen.spellings.items())}
    return Subject(_commonest(counts)[0], "", TopicOrigin.FOUND, forms, frozenset(seen.briefings), seen.place)


def _commonest(counts: Mapping[str, int]) -> tuple[str, ...]:
    return tuple(sorted(counts, key=lambda text: (-counts[text], fold(text), text)))
