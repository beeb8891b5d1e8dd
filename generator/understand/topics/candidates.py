"""Which names of a collection could be topics, and which of their spellings belong together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Briefing, Name, Sightings
from generator.text import fold, folded_words
from generator.understand.language import names
from generator.understand.language.function_words import function_words
from generator.understand.topics.lowercase import Lowercase, folded

_FOLLOWED = 0.6  # of the places of a single word; more often before the same word, it is half of a phrase
_INTRODUCED = 0.5  # of the briefings with a short name
_SMALL = 0.25  # of the places where a capital means a name; a word written small more often than that is none
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
    name: Name
    briefing: str
    language: str

    @property
    def key(self) -> _Key:
        return folded_words(self.name.text)


def find(
    briefings: Sequence[Briefing], sightings: Sequence[Sightings], known: Iterable[str], small: Lowercase
) -> tuple[Candidate, ...]:
    """Return the candidates that two briefings or more share, in the order of their labels.

    Args:
        briefings: The collection.
        sightings: What was spotted in each of them.
        known: The forms that are topics already: countries, and the editor's.
        small: What the collection writes without a capital.
    """
    taken = {folded_words(form) for form in known}
    seen = [
        sighting
        for briefing, spotted in zip(briefings, sightings, strict=True)
        for name in spotted.names
        if (sighting := _Sighting(name, briefing.id, briefing.document.language.code)).key not in taken
    ]
    by_key: dict[_Key, list[_Sighting]] = defaultdict(list)
    for sighting in _sure(seen, folded(small)):
        by_key[sighting.key].append(sighting)
    joined = _join_short_names(by_key)
    found = [_candidate(group) for group in joined.values()]
    shared = [candidate for candidate in found if len(candidate.briefings) > 1]
    return tuple(sorted(shared, key=lambda candidate: (fold(candidate.label), candidate.label)))


def _sure(sightings: Sequence[_Sighting], small: Lowercase) -> Iterator[_Sighting]:
    """Yield the sightings whose capitals mean a name: not a common word that opens a sentence, nor half a phrase."""
    inside = Counter((sighting.language, sighting.key) for sighting in sightings if not sighting.name.opens)
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


def _is_strong_word(sighting: _Sighting, inside: Counter[tuple[str, _Key]], small: Counter[str]) -> bool:
    word = sighting.key[0]
    if sighting.language in names.NOUNS_HAVE_CAPITALS or len(word) < 3 or word in function_words(sighting.language):  # noqa: PLR2004
        return False
    if names.is_ordinary(sighting.name.text, sighting.language):
        return False
    return small[word] <= _SMALL * inside[sighting.language, sighting.key] > 0


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
    joined: dict[_Key, list[_Sighting]] = defaultdict(list)
    for key, group in by_key.items():
        if len(key) > 1:
            joined[_written_out(key, ending[key[-1]])].extend(group)
    for key, group in sorted(by_key.items()):
        if len(key) == 1 and (home := _home_of(key, group, ending[key[0]], by_key)):
            joined.setdefault(home, []).extend(group)
    return joined


def _written_out(key: _Key, names_: Sequence[_Key]) -> _Key:
    """Return the one name that an initial stands for: B. Obama is Barack Obama; else the name itself."""
    first, last = key[0], key[-1]
    owners = [name for name in names_ if name[-1] == last and len(name[0]) > 1 and name[0].startswith(first)]
    return owners[0] if len(first) == 1 and len(key) == 2 and len(owners) == 1 else key  # noqa: PLR2004 - B. Obama


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
    """Label a name by its longest spelling; of equal ones, by that with fewest initials, then most accents."""
    counts = Counter(sighting.name.text for sighting in group)

    def rank(text: str) -> tuple[int, int, bool, int, int, str]:
        words = folded_words(text)
        return (
            -len(words),
            sum(len(word) == 1 for word in words),
            text.isupper() and len(words) > 1,
            -sum(not sign.isascii() for sign in text),
            -counts[text],
            text,
        )

    spellings = tuple(sorted(counts, key=rank))
    return Candidate(spellings, frozenset(sighting.briefing for sighting in group))
