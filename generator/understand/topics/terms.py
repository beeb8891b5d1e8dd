"""Words and phrases without capitals that a text is about, each with the forms that the collection writes."""

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

from generator.locales import measures
from generator.model import Briefing, Document, Kind, Sightings, Subject
from generator.text import fold, tokens
from generator.understand.language import names
from generator.understand.language.background import rarity
from generator.understand.language.function_words import function_words
from generator.understand.language.nouns import determiners
from generator.understand.language.stems import stem
from generator.understand.topics.lowercase import Lowercase
from generator.understand.topics.membership import Evidence, Rank, is_about

_LONGEST = 3  # words of a phrase
_SHORTEST = 3  # letters of a word at its ends
_COMMON = 3.7  # of the scale of rarity: a word that is one of 5,000 says nothing by itself
_INFLECTED = 2  # letters by which forms of one word differ at the most; Snowball joins `lance` and `lancement`
_MOST_FORMS = 50  # of a phrase; three words with three forms each have 27
_HALF = 0.6  # of the places of a word; beside the same other word in more of them, it is half of a term
_JOINTS = frozenset("-–_@/")  # what makes two words one
_OF_PHRASES = 2  # briefings that are about a phrase; in fewer it is no more than a turn of one text
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, and the one before it, folded; empty where there is none."""

    text: str
    before: str


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a word or phrase stands.

    Attributes:
        key: Its stems.
        form: As written.
        before: The word before it, folded; empty where there is none.
        beside: The stems of the words right beside it that could be part of a longer term.
    """

    key: _Key
    form: str
    before: str
    beside: _Key


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase of one language; the commonest of its forms comes first."""

    language: str
    forms: tuple[str, ...]


def find(briefings: Sequence[Briefing], sightings: Sequence[Sightings], small: Lowercase) -> tuple[Term, ...]:
    """Return the words that at least one briefing is about, and the phrases that two are, by language and first form.

    Args:
        briefings: The collection.
        sightings: What was spotted in each of them.
        small: What the collection writes without a capital: the other forms of a term are among it.
    """
    written: dict[str, dict[_Key, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    times: dict[str, Counter[_Key]] = defaultdict(Counter)
    for briefing, spotted in zip(briefings, sightings, strict=True):
        for subject in spotted.subjects:
            written[briefing.document.language.code][subject.stems].update(subject.forms)
            times[briefing.document.language.code][subject.stems] += 1
    found = [
        Term(language, tuple(_forms(key, forms, inflections)))
        for language, terms in written.items()
        for inflections in [_inflections(terms, small[language], language)]
        for key, forms in terms.items()
        if len(key) == 1 or times[language][key] >= _OF_PHRASES
    ]
    return tuple(sorted(found, key=lambda term: (term.language, fold(term.forms[0]), term.forms)))


def _inflections(keys: Iterable[_Key], small: Mapping[str, int], language: str) -> dict[str, list[str]]:
    """Return the words of a collection by those stems that are asked for."""
    wanted = {part for key in keys for part in key}
    found: dict[str, list[str]] = defaultdict(list)
    for word in sorted(small):
        if (bare := stem(word, language)) in wanted:
            found[bare].append(word)
    return found


def _forms(key: _Key, forms: Counter[str], inflections: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the forms of a term, the commonest first, then what its words allow."""
    ranked = sorted(forms, key=lambda form: (-forms[form], form))
    parts = ranked[0].split()
    others = [
        [word for word in inflections.get(bare, ()) if abs(len(word) - len(part)) <= _INFLECTED] or [part]
        for bare, part in zip(key, parts, strict=True)
    ]
    possible = islice((" ".join(words) for words in product(*others)), _MOST_FORMS)
    fine = [form for form in ranked if abs(len(form) - len(ranked[0])) <= _INFLECTED * len(key)]
    yield from dict.fromkeys((*fine, *possible))


def subjects(document: Document) -> Iterator[Subject]:
    """Yield what a document is about: what stands in its headline and its text, or often and in its first paragraph."""
    language = document.language.code
    # A headline may have a capital on each word; those of them that the text writes small are no names.
    title = {place.key for place in _places(document.headline.lower(), language)}
    lead = {place.key for block in document.blocks if block.anchor == "p1" for place in _places(block.text, language)}
    found: dict[_Key, list[_Place]] = defaultdict(list)
    for block in document.blocks:
        if block.kind not in {Kind.CODE, Kind.HEADING}:
            for place in _places(block.text, language):
                found[place.key].append(place)
    for key in sorted(title | lead):
        enough = is_about(Evidence(len(found[key]), key in title, key in lead), Rank.TERM)
        if enough and (len(key) > 1 or _is_strong(found[key], language)):
            written = Counter(place.form for place in found[key])
            yield Subject(key, tuple(sorted(written, key=lambda form: (-written[form], form))))


def _is_strong(places: Sequence[_Place], language: str) -> bool:
    """Say whether a single word says something: a noun, as far as that shows, and neither common nor half a term."""
    known = determiners(language)
    is_noun = not known or language in names.NOUNS_HAVE_CAPITALS or any(place.before in known for place in places)
    beside = Counter(other for place in places for other in place.beside)
    is_half = any(times > 1 and times >= _HALF * len(places) for times in beside.values())
    return is_noun and not is_half and rarity(min(place.form for place in places), language) > _COMMON


def _places(text: str, language: str) -> Iterator[_Place]:
    """Yield the words and phrases of a text."""
    for run in _runs(text):
        fine = [_may_end(word.text, language) for word in run]
        for first in range(len(run)):
            for last in range(first, min(first + _LONGEST, len(run))) if fine[first] else ():
                if fine[last]:
                    forms = [word.text for word in run[first : last + 1]]
                    key = tuple(stem(form, language) for form in forms)
                    beside = [at for at in (first - 1, last + 1) if 0 <= at < len(run) and fine[at]]
                    others = tuple(stem(run[at].text, language) for at in beside)
                    yield _Place(key, " ".join(forms), run[first].before, others)


def _runs(text: str) -> Iterator[list[_Word]]:
    """Yield the runs of words with nothing but a space between them; half a compound (`porte-avions`) is no word."""
    run: list[_Word] = []
    before, end = "", 0
    for part in tokens(text):
        if run and text[end : part.start] != " ":
            yield run
            run = []
        beside = {text[part.start - 1 : part.start], text[part.end : part.end + 1]}
        if beside.isdisjoint(_JOINTS):
            run.append(_Word(part.text, before))
        before, end = fold(part.text), part.end
    if run:
        yield run


def _may_end(word: str, language: str) -> bool:
    """Say whether a word may open or close a term: a word of some length, written small, with a meaning of its own."""
    small = word.islower() or (language in names.NOUNS_HAVE_CAPITALS and word[1:].islower())
    if not small or len(word) < _SHORTEST or not word.isalpha():
        return False
    dull = fold(word) in function_words(language) or stem(word, language) in _measures(language)
    return not dull and not names.is_ordinary(word, language)


@functools.cache
def _measures(language: str) -> frozenset[str]:
    return frozenset(stem(word, language) for word in measures(language))
