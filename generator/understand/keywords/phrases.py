"""The phrases that may become keywords, with the evidence that a ranking weighs."""

import functools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from generator.locales import calendar_words
from generator.text import fold, folded_words, word_list
from generator.understand.keywords.engine import Proposal
from generator.understand.keywords.evidence import Evidence
from generator.understand.keywords.places import LONGEST, Key, Line, Place, find_places, read_line
from generator.understand.keywords.wholes import joined
from generator.understand.language import names
from generator.understand.language.function_words import function_words
from generator.understand.language.nouns import determiners
from generator.understand.language.stems import stem


@dataclass(frozen=True, slots=True)
class _Text:
    """A text: its lines, its language, each run of stems in its headline, the names in it."""

    lines: Sequence[Line]
    language: str
    headline: frozenset[Key]
    names: frozenset[Key]


def find(lines: Sequence[Line], headline: str, language: str, proposals: Sequence[Proposal]) -> tuple[Evidence, ...]:
    """Return what could be a keyword: forms of one phrase as one, parts of names and phrases as the whole.

    Args:
        lines: Of the body.
        headline: Where the document has one that is no part of its body; else empty.
        language: Of the text.
        proposals: What the engine found in the lines.
    """
    text = _Text(lines, language, _runs(read_line(headline, language).stems), _whole_names(lines, language))
    scores = {proposal.words: proposal.score for proposal in proposals if _is_telling(proposal.words, language)}
    worst = max(scores.values(), default=1.0)
    scores |= dict.fromkeys(sorted(text.names - scores.keys()), worst)
    found = (_phrase(stems, places, scores, text) for stems, places in find_places(lines, scores).items())
    return joined([phrase for phrase in found if phrase.is_name or _is_phrase(phrase, text)], language)


def _runs(stems: Key) -> frozenset[Key]:
    return frozenset(stems[at : at + size] for size in range(1, LONGEST + 1) for at in range(len(stems) - size + 1))


def _phrase(stems: Key, places: Sequence[Place], scores: dict[Key, float], text: _Text) -> Evidence:
    """Join the forms of a phrase; its places are in the order of the text."""
    shown = _commonest(places) if len(places) > 1 else places[0]
    forms = {place.words for place in places}
    return Evidence(
        text=shown.text,
        stems=stems,
        count=sum(place.words == shown.words for place in places) if len(forms) > 1 else len(places),
        frequency=len(places),
        first=places[0].first,
        rarity=_rarity(shown, text.language),
        is_name=not forms.isdisjoint(text.names),
        is_bare=len(stems) == 1 and not any(_is_noun(place, text.language) for place in places),
        in_headline=stems in text.headline,
        score=min(scores[form] for form in forms),
    )


def _rarity(place: Place, language: str) -> float:
    """Return how rare the words of a phrase are on average; function words inside it do not count."""
    rarities = place.line.rarities[place.start : place.stop]
    if len(rarities) > 2:  # noqa: PLR2004 - there are none at its ends
        empty = function_words(language)
        rarities = (
            tuple(rarity for rarity, word in zip(rarities, place.words, strict=True) if word not in empty) or rarities
        )
    return sum(rarities) / len(rarities)


def _commonest(places: Sequence[Place]) -> Place:
    """Return where a phrase is written as it mostly is; of equal forms that in small letters, then the shortest."""
    written = Counter(place.text for place in places)
    return min(places, key=lambda place: (-written[place.text], place.text[0].isupper(), len(place.text), place.text))


def _is_noun(place: Place, language: str) -> bool:
    """Say whether a determiner or a capital shows that a word is a noun; yes where a language has nothing to show it.

    The capital of a nationality does not: `the Turkish minister` is no Turk.
    """
    word, known = place.text, determiners(language)
    if word[0].isupper() and (place.before or language in names.NOUNS_HAVE_CAPITALS):
        return not names.is_ordinary(word, language)
    return (not known or place.before in known) and not names.is_ordinary(word, language)


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


def _is_phrase(phrase: Evidence, text: _Text) -> bool:
    """Say whether a phrase says something: `said` does not, nor does a nationality by itself.

    And whether words around a name belong to it: `Montreal opened` stands once, `capsule Dragon` again and again.
    """
    if len(phrase.stems) == 1:
        may_be_verb = phrase.is_bare or not determiners(text.language)
        is_speech = may_be_verb and phrase.stems[0] in _speech(text.language)
        return not is_speech and not names.is_ordinary(phrase.text, text.language)
    if phrase.frequency > 1 or phrase.in_headline:
        return True
    first, *others = phrase.text.split()
    has_name = any(other[0].isupper() for other in others) or folded_words(first) in text.names
    return text.language in names.NOUNS_HAVE_CAPITALS or not has_name


@functools.cache
def _speech(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in word_list("speech", language))
