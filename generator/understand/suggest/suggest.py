"""All suggestions, ranked, without those that the editor has refused."""

from collections.abc import Iterable, Iterator
from math import log1p

from generator.model import Dossier, SuggestedMerge, SuggestedStop, Suggestion
from generator.text import fold
from generator.understand.suggest.acronyms import acronyms
from generator.understand.suggest.pairs import Pair
from generator.understand.suggest.spelling import spellings
from generator.understand.suggest.stops import Idle, stops
from generator.understand.suggest.subjects import Subject, subjects_of
from generator.understand.suggest.surnames import surnames
from generator.understand.suggest.translations import translations
from generator.understand.vocabulary import Vocabulary


def suggest(dossier: Dossier, vocabulary: Vocabulary) -> tuple[Suggestion, ...]:
    """Return what an editor might put into `topics.yml`, best first.

    The score is how sure the evidence is (0 to 1), times the logarithm of the briefings that would change.

    Args:
        dossier: The collection, understood with that vocabulary.
        vocabulary: What the editor has said already; what was refused or is kept apart is not suggested.
    """
    subjects = subjects_of(dossier, vocabulary.stopped)
    pairs = [
        *acronyms(dossier, subjects),
        *spellings(subjects),
        *surnames(subjects),
        *translations(subjects),
    ]
    merges = _best(_merge(pair) for pair in pairs if not _is_refused(pair, vocabulary))
    refused = {fold(stop.text) for stop in vocabulary.refused_stops}
    idle = _best(_stop(entry) for entry in stops(dossier, subjects) if not _names(entry.subject) & refused)
    return tuple(sorted((*merges, *idle), key=lambda found: (-found.score, found.key)))


def _best(suggestions: Iterable[Suggestion]) -> Iterator[Suggestion]:
    """Yield each suggestion once, with the evidence that is surest."""
    best: dict[str, Suggestion] = {}
    for suggestion in suggestions:
        other = best.get(suggestion.key)
        if other is None or (suggestion.score, suggestion.evidence) > (other.score, other.evidence):
            best[suggestion.key] = suggestion
    yield from best.values()


def _merge(pair: Pair) -> SuggestedMerge:
    touched = len(pair.other.briefings)
    return SuggestedMerge(pair.keep.side, pair.other.side, pair.evidence, round(pair.sureness * log1p(touched), 4))


def _stop(idle: Idle) -> SuggestedStop:
    touched = len(idle.subject.briefings)
    return SuggestedStop(idle.subject.side, idle.evidence, round(idle.sureness * log1p(touched), 4))


def _is_refused(pair: Pair, vocabulary: Vocabulary) -> bool:
    """Say whether the editor holds two names apart; a name is known by its id, its label and all its forms."""
    one, other = _names(pair.keep), _names(pair.other)
    apart = [
        *((refused.one, refused.other) for refused in vocabulary.refused_merges),
        *((link.form, link.topic) for link in vocabulary.never_link),
    ]
    return any(
        (fold(left) in one and fold(right) in other) or (fold(left) in other and fold(right) in one)
        for left, right in apart
    )


def _names(subject: Subject) -> frozenset[str]:
    forms = (fold(form) for written in subject.forms.values() for form in written)
    return frozenset({subject.topic, fold(subject.label), *forms})
