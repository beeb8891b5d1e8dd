"""What could be a topic: the editor's entries, countries, names that briefings share, and terms they are about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.locales import countries, country_label
from generator.model import Briefing, TopicOrigin
from generator.text import fold, slug
from generator.understand import candidates, terms
from generator.understand.lowercase import lowercase_words
from generator.understand.membership import Rank
from generator.understand.spotting import spot
from generator.understand.vocabulary import Entry, Vocabulary

ANY = "any"
_LONGEST_ID = 80  # letters
_ORIGINS = {
    Rank.CHOSEN: TopicOrigin.VOCABULARY,
    Rank.PLACE: TopicOrigin.COUNTRY,
    Rank.NAME: TopicOrigin.FOUND,
    Rank.TERM: TopicOrigin.FOUND,
}


@dataclass(frozen=True, slots=True)
class Draft:
    """A topic before its mentions are counted; `forms` by language, `any` for those of every language."""

    id: str
    label: str
    labels: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]
    rank: Rank
    pin: bool

    @property
    def origin(self) -> TopicOrigin:
        """What it rests on, as readers are told."""
        return _ORIGINS[self.rank]


def draft(briefings: Sequence[Briefing], vocabulary: Vocabulary, language: str) -> dict[str, Draft]:
    """Return the drafts by id, without the stopped ones; of two with one id, the surer stays.

    Args:
        briefings: The collection.
        vocabulary: The editor's topics and stops.
        language: The dossier's, for labels.
    """
    codes = sorted({briefing.document.language.code for briefing in briefings})
    certain = [*_from_vocabulary(vocabulary, codes), *_from_countries(vocabulary, codes, language)]
    known = [form for sure in certain for forms in sure.forms.values() for form in forms]
    lowercase, sightings = lowercase_words(briefings), [spot(briefing.document) for briefing in briefings]
    found = [_from_candidate(candidate) for candidate in candidates.find(briefings, sightings, known, lowercase)]
    taken = {fold(form) for sure in (*certain, *found) for forms in sure.forms.values() for form in forms}
    small = [
        _from_term(term)
        for term in terms.find(briefings, sightings, lowercase)
        if not taken & set(map(fold, term.forms))
    ]
    return _with_own_ids([*certain, *found, *small], vocabulary)


def _from_vocabulary(vocabulary: Vocabulary, codes: Sequence[str]) -> list[Draft]:
    return [_from_entry(entry, codes) for entry in vocabulary.entries]


def _from_entry(entry: Entry, codes: Sequence[str]) -> Draft:
    """Make a topic of an editor's entry; one that names a country has the country's names too."""
    forms = {code: entry.forms_in(code) for code in codes}
    own = {fold(form) for group in entry.forms.values() for form in group}
    for country in sorted(_named_countries(own, codes)):
        for code in codes:
            forms[code] = (*forms[code], *countries(code).get(country, ()))
    return Draft(entry.id, entry.label, entry.labels, forms, Rank.CHOSEN, entry.pin)


def _named_countries(folded: set[str], codes: Iterable[str]) -> set[str]:
    return {
        code
        for language in codes
        for code, called in countries(language).items()
        if any(fold(name) in folded for name in called)
    }


def _from_countries(vocabulary: Vocabulary, codes: Sequence[str], language: str) -> Iterator[Draft]:
    """Make a topic of each country, named in each language as that language names it."""
    claimed = {fold(form) for entry in vocabulary.entries for forms in entry.forms.values() for form in forms}
    spoken_for = _named_countries(claimed, codes)
    for country in sorted({country for code in codes for country in countries(code)} - spoken_for):
        forms = {code: countries(code).get(country, ()) for code in codes}
        labels = {code: called[0] for code, called in forms.items() if called}
        label = country_label(country, language)
        yield Draft(slug(label), label, labels, forms, Rank.PLACE, pin=False)


def _from_candidate(candidate: candidates.Candidate) -> Draft:
    return Draft(_id(candidate.label), candidate.label, {}, {ANY: candidate.spellings}, Rank.NAME, pin=False)


def _from_term(term: terms.Term) -> Draft:
    """Make a topic of a term; its address has its language, since `location` is not `location`."""
    id_ = f"{_id(term.forms[0])}-{term.language}"
    return Draft(id_, term.forms[0], {}, {term.language: term.forms}, Rank.TERM, pin=False)


def _id(label: str) -> str:
    return slug(label)[:_LONGEST_ID].rstrip("-")


def _with_own_ids(drafts: Iterable[Draft], vocabulary: Vocabulary) -> dict[str, Draft]:
    stopped = vocabulary.stopped
    kept: dict[str, Draft] = {}
    for one in drafts:
        spellings = {fold(one.label), *(fold(form) for forms in one.forms.values() for form in forms)}
        if one.id and (one.rank is Rank.CHOSEN or not spellings & stopped):
            kept.setdefault(one.id, one)
    return kept
