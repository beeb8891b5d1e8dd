"""The phrases that may become keywords, with the evidence that a ranking weighs."""

import functools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.locales import calendar_words
from generator.model import Phrase
from generator.text import fold, folded_words, word_list
from generator.understand import names
from generator.understand.engine import Proposal, function_words
from generator.understand.nouns import determiners
from generator.understand.places import LONGEST, Key, Line, Place, find_places, read_line
from generator.understand.stems import stem
from generator.understand.wholes import joined


@dataclass(frozen=True, slots=True)
class _Text:
    """A text: its lines, its language, the stems of its headline between spaces, the names in it."""

    lines: Sequence[Line]
    language: str
    headline: str
    names: frozenset[Key]


def find(lines: Sequence[Line], headline: str, language: str, proposals: Sequence[Proposal]) -> tuple[Phrase, ...]:
    """Return what could be a keyword: forms of one phrase as one, parts of names and phrases as the whole.

    Args:
        lines: Of the body.
        headline: Where the document has one that is no part of its body; else empty.
        language: Of the text.
        proposals: What the engine found in the lines.
    """
    stems = " ".join(read_line(headline, language).stems)
    text = _Text(lines, language, f" {stems} ", _whole_names(lines, language))
    scores = {proposal.words: proposal.score for proposal in proposals if _is_telling(proposal.words, language)}
    for name in sorted(text.names - scores.keys()):
        scores[name] = max(scores.values(), default=1.0)
    found = (_phrase(stems, places, scores, text) for stems, places in find_places(lines, scores).items())
    return joined([phrase for phrase in found if phrase.is_name or _is_phrase(phrase, text)], language)


def _phrase(stems: Key, places: Sequence[Place], scores: dict[Key, float], text: _Text) -> Phrase:
    """Join the forms of a phrase."""
    shown = _commonest(places) if len(places) > 1 else places[0]
    forms = {place.words for place in places}
    is_name = any(form in text.names for form in forms)
    is_bare = len(stems) == 1 and not any(_is_noun(place, text.language) for place in places)
    return Phrase(
        text=shown.text,
        stems=stems,
        count=sum(place.words == shown.words for place in places),
        frequency=len(places),
        first=min(place.first for place in places),
        rarities=shown.line.rarities[shown.start : shown.stop],
        is_name=is_name,
        is_bare=is_bare,
        is_verb=is_bare and any(place.before in _preverbs(text.language) for place in places),
        in_headline=f" {' '.join(stems)} " in text.headline,
        score=min(scores[form] for form in forms),
    )


def _commonest(places: Sequence[Place]) -> Place:
    """Return where a phrase is written as it mostly is; of equal forms that in small letters, then the shortest."""
    written = Counter(place.text for place in places)
    return min(places, key=lambda place: (-written[place.text], place.text[0].isupper(), len(place.text), place.text))


def _is_noun(place: Place, language: str) -> bool:
    """Say whether a determiner or a capital shows that a word is a noun; yes where a language has nothing to show it.

    The capital of a nationality does not: `the Turkish minister` is no Turk.
    """
    word = place.text
    if names.is_ordinary(word, language):
        return False
    if word[0].isupper() and (place.before or language in names.NOUNS_HAVE_CAPITALS):
        return True
    known = determiners(language)
    return not known or place.before in known


@functools.cache
def _preverbs(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in word_list("preverbs", language))


def _whole_names(lines: Sequence[Line], language: str) -> frozenset[Key]:
    """Return the names in a text.

    A word that the text also writes small is no name, nor is a single run that opens with a function word. Where all
    nouns have capitals, a single word shows nothing.
    """
    small = {fold(token.text) for line in lines for token in line.tokens if token.text[0].islower()}
    counts: Counter[Key] = Counter()
    for line in lines:
        for name in names.find(line.text, language):
            key = folded_words(name.text)
            single = len(key) == 1
            is_noun = single and language in names.NOUNS_HAVE_CAPITALS and not name.text.isupper()
            is_word = key[0] in small and (single or name.opens)
            if not (is_noun or is_word or (single and name.opens)) and len(key) <= LONGEST:
                counts[key] += 1
    empty = function_words(language)
    return frozenset(key for key, count in counts.items() if key[0] not in empty or count > 1)


def _is_telling(key: Key, language: str) -> bool:
    """Say whether a phrase is more than numbers, letters, days and titles, and has no day and no title at its ends."""
    empty = _empty_words(language)
    ends_well = len(key) == 1 or not (key[0] in empty or key[-1] in empty)
    return ends_well and any(len(word) > 1 and not word.isdigit() and word not in empty for word in key)


@functools.cache
def _empty_words(language: str) -> frozenset[str]:
    return calendar_words(language) | names.titles(language)


def _is_phrase(phrase: Phrase, text: _Text) -> bool:
    """Say whether a phrase says something: `said` does not.

    And whether words around a name belong to it: `Montreal opened` stands once, `capsule Dragon` again and again.
    """
    if len(phrase.stems) == 1:
        return not (phrase.is_bare and phrase.stems[0] in _speech(text.language))
    if phrase.frequency > 1 or phrase.in_headline:
        return True
    first, *others = phrase.text.split()
    has_name = any(other[0].isupper() for other in others) or folded_words(first) in text.names
    return text.language in names.NOUNS_HAVE_CAPITALS or not has_name


@functools.cache
def _speech(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in word_list("speech", language))
