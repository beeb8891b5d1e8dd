"""What could be a topic: the editor's entries, countries, names that briefings share, and terms they are about."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.locales import countries, country_label
from generator.model import Briefing, Sightings, TopicOrigin
from generator.text import fold, folded_words, slug
from generator.understand.topics import candidates, editor, terms
from generator.understand.topics.lowercase import lowercase_words
from generator.understand.topics.membership import Rank
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
    """A topic before its mentions are counted.

    Attributes:
        id: The address of its page.
        label: What it is called.
        labels: By language.
        forms: By language, `any` for those of every language.
        found: Spellings that the texts join to an editor's topic, such as a surname.
        rank: What it rests on.
        pin: Whether one briefing is enough for a page.
        note: The editor's own words.
    """

    id: str
    label: str
    labels: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]
    found: tuple[str, ...]
    rank: Rank
    pin: bool
    note: str

    @property
    def origin(self) -> TopicOrigin:
        """What it rests on, as readers are told."""
        return _ORIGINS[self.rank]


def draft_topics(
    briefings: Sequence[Briefing], sightings: Sequence[Sightings], vocabulary: Vocabulary, language: str
) -> dict[str, Draft]:
    """Return what could be a topic, by id.

    An entry that is called as a name of several words in the texts takes its spellings over, surnames included.

    Args:
        briefings: The collection.
        sightings: What was spotted in each of them.
        vocabulary: The editor's topics, stops, and names that are kept apart.
        language: The dossier's, for labels.
    """
    codes = sorted({briefing.document.language.code for briefing in briefings})
    certain = [*_from_vocabulary(vocabulary, codes), *_from_countries(vocabulary, codes, language)]
    full_names = {folded_words(entry.label) for entry in vocabulary.entries if len(folded_words(entry.label)) > 1}
    known = [form for form in _all_forms(certain) if folded_words(form) not in full_names]
    lowercase = lowercase_words(briefings)
    found = candidates.find(briefings, sightings, known, lowercase)
    joined = {key: candidate.spellings for candidate in found if (key := folded_words(candidate.label)) in full_names}
    mine = [replace(draft, found=joined.get(folded_words(draft.label), ())) for draft in certain]
    others = [_from_candidate(candidate) for candidate in found if folded_words(candidate.label) not in full_names]
    taken = set(map(fold, _all_forms([*mine, *others])))
    small = terms.find(briefings, sightings, lowercase)
    words = [_from_term(term) for term in small if taken.isdisjoint(map(fold, term.forms))]
    drafts = _with_own_ids([*mine, *others, *words], vocabulary)
    apart = editor.kept_apart(vocabulary, editor.Directory(drafts.values()))
    return {id_: _kept_from(draft, apart.get(id_, ())) for id_, draft in drafts.items()}


def _all_forms(drafts: Iterable[Draft]) -> Iterator[str]:
    return (form for draft in drafts for written in (*draft.forms.values(), draft.found) for form in written)


def _kept_from(draft: Draft, apart: Collection[tuple[str, ...]]) -> Draft:
    """Return a draft without the forms that an editor keeps apart from it."""
    found = tuple(form for form in draft.found if folded_words(form) not in apart)
    return replace(draft, forms=editor.without(draft.forms, apart), found=found)


def _from_vocabulary(vocabulary: Vocabulary, codes: Sequence[str]) -> list[Draft]:
    return [_from_entry(entry, codes) for entry in vocabulary.entries]


def _from_entry(entry: Entry, codes: Sequence[str]) -> Draft:
    """Make a topic of an editor's entry; one that names a country has the country's names too."""
    forms = {code: entry.forms_in(code) for code in codes}
    own = {fold(form) for group in entry.forms.values() for form in group}
    for country in sorted(_named_countries(own, codes)):
        for code in codes:
            forms[code] = (*forms[code], *countries(code).get(country, ()))
    return Draft(entry.id, entry.label, entry.labels, forms, (), Rank.CHOSEN, entry.pin, entry.note)


def _named_countries(folded: set[str], codes: Iterable[str]) -> set[str]:
    return {
        code
        for language in codes
        for code, called in countries(language).items()
        if any(fold(name) in folded for name in called)
    }


def _from_countries(vocabulary: Vocabulary, codes: Sequence[str], language: str) -> list[Draft]:
    """Make a topic of each country, named in each language as that language names it."""
    claimed = {fold(form) for entry in vocabulary.entries for forms in entry.forms.values() for form in forms}
    spoken_for = _named_countries(claimed, codes)
    drafts = []
    for country in sorted({country for code in codes for country in countries(code)} - spoken_for):
        forms = {code: countries(code).get(country, ()) for code in codes}
        labels = {code: called[0] for code, called in forms.items() if called}
        label = country_label(country, language)
        drafts.append(Draft(slug(label), label, labels, forms, (), Rank.PLACE, pin=False, note=""))
    return drafts


def _from_candidate(candidate: candidates.Candidate) -> Draft:
    forms = {ANY: candidate.spellings}
    return Draft(_id(candidate.label), candidate.label, {}, forms, (), Rank.NAME, pin=False, note="")


def _from_term(term: terms.Term) -> Draft:
    """Make a topic of a term; its address has its language, since French `location` is not English `location`."""
    forms = {term.language: term.forms}
    id_ = f"{_id(term.forms[0])}-{term.language}"
    return Draft(id_, term.forms[0], {}, forms, (), Rank.TERM, pin=False, note="")


def _id(label: str) -> str:
    place = slug(label)[:_LONGEST_ID].rstrip("-")
    return f"{place}-name" if place == "index" else place  # MkDocs puts `topics/index` in the place of `topics`


def _with_own_ids(drafts: Iterable[Draft], vocabulary: Vocabulary) -> dict[str, Draft]:
    """Return the drafts by id, without the stopped ones; of two with one id, the surer stays."""
    stopped = vocabulary.stopped
    kept: dict[str, Draft] = {}
    for draft in drafts:
        spellings = {fold(draft.label), *(fold(form) for forms in draft.forms.values() for form in forms)}
        if draft.id and (draft.rank is Rank.CHOSEN or not spellings & stopped):
            kept.setdefault(draft.id, draft)
    return kept
