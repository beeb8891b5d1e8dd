"""Entries of the vocabulary that match nothing in the texts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.locales import countries
from generator.model import Briefing, Problem, Topic
from generator.text import folded_words
from generator.understand.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class _Said:
    """A name in the vocabulary, where it stands, and what it is there for."""

    text: str
    line: int
    role: str


def unmatched(
    vocabulary: Vocabulary, topics: Sequence[Topic], briefings: Sequence[Briefing], language: str
) -> Iterator[Problem]:
    """Yield a problem for each topic without a page, and for each name of another entry that stands in no text.

    Args:
        vocabulary: The editor's topics.
        topics: Those with a page.
        briefings: The collection.
        language: The dossier's, in which a country may be named although no text does.
    """
    if not briefings:
        return
    ids = {topic.id for topic in topics}
    for entry in vocabulary.entries:
        if entry.id not in ids:
            pin = "" if entry.pin else ", or `pin: true` for a page with a single briefing"
            hint = f"add aliases that the texts use{pin}"
            message = f"{'no briefing mentions' if entry.pin else 'fewer than two briefings mention'} '{entry.label}'"
            yield Problem(f"topics.yml:{entry.line}", message, hint)
    codes = sorted({language, *(briefing.document.language.code for briefing in briefings)})
    said = [(name, _called(name.text, codes)) for name in _said(vocabulary)]
    written = _written(frozenset(words for _, called in said for words in called), briefings)
    written |= {folded_words(topic.label) for topic in topics}
    for name, called in said:
        if not called & written:
            message = f"no briefing mentions '{name.text}', which is {name.role}"
            yield Problem(f"topics.yml:{name.line}", message, "copy the name from a text, or delete the line")


def _called(name: str, codes: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Return a name as folded words; one of a country with its other names: a stop of Türkiye holds for Turkey."""
    own = folded_words(name)
    called = {own}
    tables = [countries(code) for code in codes]
    for country in {country for table in tables for country, names in table.items() if own in map(folded_words, names)}:
        called.update(folded_words(other) for table in tables for other in table.get(country, ()))
    return frozenset(called)


def _said(vocabulary: Vocabulary) -> Iterator[_Said]:
    for stop in vocabulary.stop:
        yield _Said(stop.text, stop.line, "stopped")
    for link in vocabulary.never_link:
        yield _Said(link.form, link.line, f"kept apart from '{link.topic}'")
    for merge in vocabulary.refused_merges:
        for name in (merge.one, merge.other):
            yield _Said(name, merge.line, "in a rejected suggestion")
    for stop in vocabulary.refused_stops:
        yield _Said(stop.text, stop.line, "in a rejected suggestion")


def _written(wanted: frozenset[tuple[str, ...]], briefings: Sequence[Briefing]) -> frozenset[tuple[str, ...]]:
    """Return which names, as folded words, stand in a text; each text is gone through once for all of them."""
    lengths = sorted({len(words) for words in wanted})
    found: set[tuple[str, ...]] = set()
    for briefing in briefings if wanted else ():
        for text in (briefing.document.title.text, *(block.text for block in briefing.document.blocks)):
            words = folded_words(text)
            for size in lengths:
                found.update(wanted & {words[at : at + size] for at in range(len(words) - size + 1)})
    return frozenset(found)
