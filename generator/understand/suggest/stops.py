"""Topics that look like none: what a source prints everywhere, bylines, given names, common phrases."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Dossier, TopicOrigin
from generator.text import counted, fold, folded_words, tokens
from generator.understand.suggest.subjects import Key, Subject, Subjects

_ALMOST_ALL = 0.8  # of the briefings of a source
_FEW = 5  # briefings; of a smaller source, or beside fewer others, a share says nothing
_BYLINES = 0.5  # of the briefings with a name
_SMALL = 0.5  # of the places of a name: so many more places write it without capitals
_DIVERSE = 0.5  # names to a briefing: those that begin with David are many people's, those with Manchester few teams'
_NAMED = 3  # examples that are shown


@dataclass(frozen=True, slots=True)
class Idle:
    """A topic that looks like none, how sure that is (0 to 1), and what speaks for it, a line each."""

    subject: Subject
    sureness: float
    evidence: tuple[str, ...]


def stops(dossier: Dossier, subjects: Subjects) -> Iterator[Idle]:
    """Yield the topics that were only found and that look like none, by one sign after the other."""
    found = [topic for topic in subjects.topics if topic.origin is TopicOrigin.FOUND]
    yield from _of_a_source(dossier, found)
    yield from _bylines(dossier, found)
    yield from _given_names(subjects, found)
    yield from _common_phrases(dossier, found)


def _of_a_source(dossier: Dossier, topics: list[Subject]) -> Iterator[Idle]:
    """Yield what almost every briefing of one source names, and hardly any other, and the names of sources."""
    sources = {b.id: b.document.source.text for b in dossier.briefings if b.document.source}
    sizes = Counter(sources.values())
    for topic in topics:
        here = Counter(sources[briefing] for briefing in topic.briefings if briefing in sources)
        source, times = min(here.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
        others = len(dossier.briefings) - sizes[source]
        is_everywhere = times >= _ALMOST_ALL * sizes[source] and times >= _ALMOST_ALL * len(topic.briefings)
        if fold(source) == fold(topic.label):
            yield Idle(topic, 1.0, (f"the name of a source, {_first(topic)}",))
        elif is_everywhere and sizes[source] >= _FEW and others >= _FEW:
            line = (
                f"in {times} of the {sizes[source]} briefings of {source}, in {len(topic.briefings) - times} of others"
            )
            yield Idle(topic, times / sizes[source], (f"{line}; {_first(topic)}",))


def _bylines(dossier: Dossier, topics: list[Subject]) -> Iterator[Idle]:
    authors = {b.id: folded_words(b.document.author.text) for b in dossier.briefings if b.document.author}
    for topic in topics:
        signed = [
            briefing for briefing in topic.briefings if briefing in authors and _holds(authors[briefing], topic.key)
        ]
        if len(signed) >= _BYLINES * len(topic.briefings):
            count = counted(len(topic.briefings), "briefing", "briefings")
            yield Idle(
                topic, len(signed) / len(topic.briefings), (f"signs {len(signed)} of its {count}; {_first(topic)}",)
            )


def _holds(words: Key, part: Key) -> bool:
    return any(words[at : at + len(part)] == part for at in range(len(words) - len(part) + 1))


def _given_names(subjects: Subjects, topics: list[Subject]) -> Iterator[Idle]:
    """Yield the single words that more briefings write as the beginning of several names than alone."""
    begun: dict[str, list[Subject]] = defaultdict(list)
    for key, name in subjects.written.items():
        if len(key) > 1:
            begun[key[0]].append(name)
    for topic in topics:
        longer = begun[topic.key[0]] if len(topic.key) == 1 and not topic.label.isupper() else []
        within = {briefing for name in longer for briefing in name.briefings}
        is_diverse = len(longer) > 1 and len(longer) >= _DIVERSE * len(within)
        if is_diverse and len(within) > len(topic.briefings):
            commonest = sorted(longer, key=lambda name: (-len(name.briefings), name.label))[:_NAMED]
            shown = ", ".join(name.label for name in commonest)
            line = f"begins {len(longer)} names ({shown}) in {len(within)} briefings, alone in {len(topic.briefings)}"
            yield Idle(topic, len(within) / (len(within) + len(topic.briefings)), (f"{line}; {_first(topic)}",))


@dataclass(slots=True)
class _Places:
    capitals: int = 0
    small: int = 0

    def count(self, words: Sequence[str]) -> None:
        is_small = not any(word[0].isupper() for word in words)
        self.small += is_small
        self.capitals += not is_small


def _common_phrases(dossier: Dossier, topics: list[Subject]) -> Iterator[Idle]:
    """Yield the names that the texts also write without capitals."""
    # The word `at` says nothing of AT; and what is no name needs no capitals.
    phrases = [topic for topic in topics if topic.label[0].isupper() and not topic.label.isupper()]
    places = _places(dossier, {topic.key: topic.topic for topic in phrases})
    for topic in phrases:
        times, others = places[topic.topic].small, places[topic.topic].capitals
        if times > 1 and times >= _SMALL * others:
            line = f"written without capitals in {counted(times, 'place', 'places')}, with them in {others}"
            yield Idle(topic, times / (times + others), (f"{line}; {_first(topic)}",))


def _places(dossier: Dossier, wanted: Mapping[Key, str]) -> dict[str, _Places]:
    """Count in how many places each key stands with a capital, and without any."""
    by_first: dict[str, list[Key]] = defaultdict(list)
    for key in wanted:
        by_first[key[0]].append(key)
    found = {topic: _Places() for topic in wanted.values()}
    for text in (block.text for briefing in dossier.briefings for block in briefing.document.blocks):
        words = [token.text for token in tokens(text)]
        folded = [fold(word) for word in words]
        for at, first in enumerate(folded):
            for key in by_first.get(first, ()):
                if tuple(folded[at : at + len(key)]) == key:
                    found[wanted[key]].count(words[at : at + len(key)])
    return found


def _first(topic: Subject) -> str:
    return f"first {topic.place}"
