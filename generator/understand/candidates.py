"""Which names of a collection could be topics, and which of their spellings belong together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Briefing, Kind
from generator.text import fold, folded_words, tokens
from generator.understand import names
from generator.understand.engine import function_words

_FOLLOWED = 0.6  # of the places of a single word; more often before the same word, it is half of a phrase
_INTRODUCED = 0.5  # of the briefings with a short name
_SURNAME = 3  # letters
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name with its spellings, each with the briefings that write it so; the first spelling is the label."""

    spellings: tuple[str, ...]
    briefings: frozenset[str]

    @property
    def label(self) -> str:
        """The spelling to show."""
        return self.spellings[0]


@dataclass(frozen=True, slots=True)
class _Sighting:
    name: names.Name
    briefing: str
    language: str

    @property
    def key(self) -> _Key:
        return folded_words(self.name.text)


def find(briefings: Sequence[Briefing], known: Iterable[str]) -> tuple[Candidate, ...]:
    """Return the candidates that two briefings or more share, in the order of their labels.

    Args:
        briefings: The collection.
        known: The forms that are topics already: countries, and the editor's.
    """
    taken = {folded_words(form) for form in known}
    sightings = [sighting for sighting in _sightings(briefings) if sighting.key not in taken]
    by_key: dict[_Key, list[_Sighting]] = defaultdict(list)
    for sighting in _sure(sightings, _small_words(briefings)):
        by_key[sighting.key].append(sighting)
    joined = _join_short_names(by_key)
    found = [_candidate(group) for group in joined.values()]
    shared = [candidate for candidate in found if len(candidate.briefings) > 1]
    return tuple(sorted(shared, key=lambda candidate: (fold(candidate.label), candidate.label)))


def _sightings(briefings: Sequence[Briefing]) -> Iterator[_Sighting]:
    for briefing in briefings:
        language = briefing.document.language.code
        for block in briefing.document.blocks:
            if block.kind not in {Kind.CODE, Kind.HEADING}:  # a heading may have capitals all through
                for name in names.find(block.text, language):
                    yield _Sighting(name, briefing.id, language)


def _small_words(briefings: Sequence[Briefing]) -> Mapping[str, frozenset[str]]:
    """Return, by language, the folded words that the collection also writes without a capital."""
    small: dict[str, set[str]] = defaultdict(set)
    for briefing in briefings:
        words = small[briefing.document.language.code]
        for block in briefing.document.blocks:
            words.update(fold(token.text) for token in tokens(block.text) if token.text[0].islower())
    return {language: frozenset(words) for language, words in small.items()}


def _sure(sightings: Sequence[_Sighting], small: Mapping[str, frozenset[str]]) -> Iterator[_Sighting]:
    """Yield the sightings whose capitals mean a name: not a common word that opens a sentence, nor half a phrase."""
    inside = {(sighting.language, sighting.key) for sighting in sightings if not sighting.name.opens}
    following: dict[_Key, Counter[str]] = defaultdict(Counter)
    for sighting in sightings:
        following[sighting.key][sighting.name.following] += 1
    for sighting in sightings:
        language, key = sighting.language, sighting.key
        first = key[0]
        if sighting.name.opens and first in small[language] and len(key) > 1:
            continue
        if (
            len(key) > 1
            or (sighting.name.text.isupper() and len(key[0]) > 1)
            or (_is_strong_word(sighting, inside, small[language]) and not _is_half(following[key], language))
        ):
            yield sighting


def _is_strong_word(sighting: _Sighting, inside: set[tuple[str, _Key]], small: frozenset[str]) -> bool:
    word = sighting.key[0]
    if sighting.language in names.NOUNS_HAVE_CAPITALS or len(word) < 3 or word in function_words(sighting.language):  # noqa: PLR2004
        return False
    if names.is_ordinary(sighting.name.text, sighting.language):
        return False
    return (sighting.language, sighting.key) in inside and word not in small


def _is_half(following: Counter[str], language: str) -> bool:
    word, times = following.most_common(1)[0]
    is_phrase = bool(word) and word[0].islower() and fold(word) not in function_words(language)
    return is_phrase and times > 1 and times >= _FOLLOWED * following.total()


def _join_short_names(by_key: Mapping[_Key, list[_Sighting]]) -> dict[_Key, list[_Sighting]]:
    """Let surnames join their full names, and drop the words that are but half of several names."""
    ending: dict[str, list[_Key]] = defaultdict(list)
    for key in by_key:
        for part in {key[0], key[-1]} if len(key) > 1 else ():
            ending[part].append(key)
    joined = {key: list(group) for key, group in by_key.items() if len(key) > 1}
    for key, group in sorted(by_key.items()):
        if len(key) == 1 and (home := _home_of(key, group, ending[key[0]], by_key)):
            joined.setdefault(home, []).extend(group)
    return joined


def _home_of(
    key: _Key, group: Sequence[_Sighting], names_: Sequence[_Key], by_key: Mapping[_Key, Sequence[_Sighting]]
) -> _Key:
    """Return the name that a single word stands for: a full name, the word itself, or an empty one for half a name.

    Reports give the full name first: where half of the briefings that use the word also hold a name that begins or
    ends with it, the word is short for that. If just one name ends with it, it is that person's surname.
    """
    if not _introduced(group, names_, by_key):
        return key
    owners = [name for name in names_ if name[-1:] == key]
    is_surname = len(owners) == 1 and _introduced(group, owners, by_key) and _is_surname(key[0], group)
    return owners[0] if is_surname else ()


def _introduced(group: Sequence[_Sighting], names_: Sequence[_Key], by_key: Mapping[_Key, Sequence[_Sighting]]) -> bool:
    here = {sighting.briefing for sighting in group}
    there = {sighting.briefing for name in names_ for sighting in by_key[name]}
    return bool(names_) and len(here & there) >= _INTRODUCED * len(here)


def _is_surname(word: str, group: Sequence[_Sighting]) -> bool:
    articles = sum(sighting.name.article for sighting in group)
    return len(word) >= _SURNAME and not word.isdigit() and articles * 2 < len(group)


def _candidate(group: Sequence[_Sighting]) -> Candidate:
    """Label a name by its longest spelling; of equal ones, by that with most accents, then the commonest."""
    counts = Counter(sighting.name.text for sighting in group)

    def rank(text: str) -> tuple[int, bool, int, int, str]:
        words = folded_words(text)
        return (
            -len(words),
            text.isupper() and len(words) > 1,
            -sum(not sign.isascii() for sign in text),
            -counts[text],
            text,
        )

    spellings = tuple(sorted(counts, key=rank))
    return Candidate(spellings, frozenset(sighting.briefing for sighting in group))
