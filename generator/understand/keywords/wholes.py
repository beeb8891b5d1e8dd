"""What stands for something longer: a surname for the full name, half a phrase for the whole."""

import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from generator.locales import countries
from generator.text import fold, folded_words
from generator.understand.keywords.evidence import Evidence
from generator.understand.language.names import NOUNS_HAVE_CAPITALS

_FULL_NAME = 3  # words
_WITHIN = 0.7  # of its places; a word that stands in so many of them within one longer phrase is but a part of that
_Key = tuple[str, ...]


def joined(phrases: Iterable[Evidence], language: str) -> tuple[Evidence, ...]:
    """Return the phrases without those that stand for another, which gets what they had.

    The time grows with the number of phrases and the square of the words in one, which are five at the most.
    """
    own = {phrase.stems: phrase for phrase in phrases}
    holders: dict[_Key, list[Evidence]] = defaultdict(list)
    for phrase in own.values():
        for part in _parts(phrase.stems):
            if part in own:
                holders[part].append(phrase)
    kept = dict(own)
    for stems in sorted(holders, key=lambda stems: (len(stems), stems)):
        home = _home(own[stems], holders[stems], language)
        if home:
            kept[home] = _with(kept[home], kept.pop(stems))
    return tuple(kept.values())


def _parts(stems: _Key) -> Iterator[_Key]:
    for size in range(1, len(stems)):
        for start in range(len(stems) - size + 1):
            yield stems[start : start + size]


def _home(part: Evidence, holders: Sequence[Evidence], language: str) -> _Key:
    """Return the phrase that a part of it stands for; an empty one where it stands for itself."""
    if len(part.stems) == 1 and _may_be_name(part, language) and folded_words(part.text) not in _country_keys(language):
        owners = [each for each in holders if each.is_name and _is_full_name(each.text, part.text)]
        if len(owners) == 1:
            return owners[0].stems
    proven = [each for each in holders if each.is_name or each.frequency > 1]
    whole = [each.stems for each in proven if each.frequency >= _WITHIN * part.frequency]
    return max(whole, key=lambda stems: (len(stems), stems), default=())


def _may_be_name(word: Evidence, language: str) -> bool:
    return word.is_name or (language in NOUNS_HAVE_CAPITALS and word.text[0].isupper())


def _is_full_name(text: str, surname: str) -> bool:
    """Say whether a name ends with a surname: `Hakan Fidan`; but `Falcon-Dragon` and `Bank of England` are none's."""
    words = text.split()
    capitals = all(word[0].isupper() for word in words)
    return 1 < len(words) <= _FULL_NAME and capitals and fold(words[-1]) == fold(surname)


def _with(whole: Evidence, part: Evidence) -> Evidence:
    return replace(
        whole,
        frequency=max(whole.frequency, part.frequency),
        first=min(whole.first, part.first),
        in_headline=whole.in_headline or part.in_headline,
        score=min(whole.score, part.score),
    )


@functools.cache
def _country_keys(language: str) -> frozenset[_Key]:
    return frozenset(folded_words(name) for found in countries(language).values() for name in found)
