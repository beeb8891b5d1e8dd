"""What the entries of a vocabulary must not say together."""

from collections.abc import Mapping, Sequence

from generator.errors import VocabularyError
from generator.text import fold
from generator.understand.vocabulary.values import ANY, Entry, Vocabulary


def refuse_contradictions(vocabulary: Vocabulary, name: str) -> None:
    """Raise VocabularyError for a form that two topics claim, one that is stopped too, and parents in a circle."""
    _refuse_shared_forms(vocabulary.entries, name)
    _refuse_stopped_topics(vocabulary, name)
    _refuse_circles(vocabulary.entries, name)
    seen: dict[tuple[str, str], int] = {}
    for link in vocabulary.never_link:
        first = seen.setdefault((fold(link.form), fold(link.topic)), link.line)
        if first != link.line:
            message = f"'{link.form}' and '{link.topic}' stand in line {first} already"
            raise VocabularyError(f"{name}:{link.line}: {message}", hint="delete one of the lines")


def _refuse_shared_forms(entries: Sequence[Entry], name: str) -> None:
    """Raise for a form that two topics claim in one language; what is claimed for any is claimed in each."""
    claimed: dict[str, dict[str, str]] = {}
    for entry in entries:
        for code, forms in entry.forms.items():
            for form in forms:
                claims = claimed.setdefault(fold(form), {})
                for other, first in claims.items():
                    if first != entry.id and (other == code or ANY in {other, code}):
                        raise VocabularyError(
                            f"{name}:{entry.line}: '{form}' belongs to both '{first}' and '{entry.id}'",
                            hint="leave it with one of them",
                        )
                claims[code] = entry.id


def _refuse_stopped_topics(vocabulary: Vocabulary, name: str) -> None:
    owners = {form: entry.id for entry in vocabulary.entries for form in entry.all_forms}
    for stop in vocabulary.stop:
        owner = owners.get(fold(stop.text))
        if owner:
            message = f"'{stop.text}' is stopped, and is a name of the topic '{owner}' too"
            raise VocabularyError(f"{name}:{stop.line}: {message}", hint="delete the line, or the name there")


def _refuse_circles(entries: Sequence[Entry], name: str) -> None:
    """Raise for a topic that is broader than itself; only entries have parents, so any circle is one of entries."""
    by_id = {entry.id: entry for entry in entries}
    by_label = {fold(text): entry for entry in entries for text in (entry.label, *entry.labels.values())}
    for entry in entries:
        way = [entry.id]
        above = _parent(entry, by_id, by_label)
        while above and above.id not in way:
            way.append(above.id)
            above = _parent(above, by_id, by_label)
        if above and above.id == entry.id:
            circle = " -> ".join([*way, entry.id])
            raise VocabularyError(
                f"{name}:{entry.parent_line}: the parents go round in a circle: {circle}", hint="leave one of them out"
            )


def _parent(entry: Entry, by_id: Mapping[str, Entry], by_label: Mapping[str, Entry]) -> Entry | None:
    return by_id.get(entry.parent) or by_label.get(fold(entry.parent)) if entry.parent else None
