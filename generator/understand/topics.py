"""Topics: the editor's, the countries', and the names that briefings share; and every place that mentions them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.locales import countries, country_label
from generator.model import Block, Briefing, Kind, Mention, Topic, TopicOrigin
from generator.text import Sentence, fold, sentences, slug
from generator.understand import candidates, names
from generator.understand.lexicon import Form, Lexicon, Occurrence
from generator.understand.vocabulary import Entry, Vocabulary

_ANY = "any"
_STRONG = 2  # mentions in one briefing; or one in its lead
_RELATED = 8
_LONGEST_ID = 80  # letters
_MANY = 3  # briefings; a name in so many needs no other evidence


@dataclass(frozen=True, slots=True)
class _Draft:
    """A topic before its mentions are counted; `forms` by language, `any` for those of every language."""

    id: str
    label: str
    labels: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]
    origin: TopicOrigin
    pin: bool


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The topics that earned a page, by id, and where each briefing mentions them."""

    drafts: Mapping[str, _Draft]
    mentions: Mapping[str, Sequence[Mention]]


def find_topics(briefings: Sequence[Briefing], vocabulary: Vocabulary, language: str) -> tuple[Topic, ...]:
    """Return the topics of a collection by label.

    A topic needs two briefings (a pinned one needs one). A name that was only found needs a third, or one of the
    two to speak of it twice, in its title or in its first paragraph: both may else be passing mentions.

    Args:
        briefings: The collection, in the order in which topics shall list it.
        vocabulary: The editor's topics and stops.
        language: The dossier's, for labels.
    """
    codes = sorted({briefing.document.language.code for briefing in briefings})
    certain = [*_from_vocabulary(vocabulary, codes), *_from_countries(vocabulary, codes, language)]
    known = [form for draft in certain for forms in draft.forms.values() for form in forms]
    found = [_from_candidate(candidate) for candidate in candidates.find(briefings, known)]
    drafts = _with_own_ids([*certain, *found], vocabulary)
    drawn = _draw(drafts, briefings, codes)
    return _topics(drawn, briefings)


def _from_vocabulary(vocabulary: Vocabulary, codes: Sequence[str]) -> list[_Draft]:
    return [_from_entry(entry, codes) for entry in vocabulary.entries]


def _from_entry(entry: Entry, codes: Sequence[str]) -> _Draft:
    """Make a topic of an editor's entry; one that names a country has the country's names too."""
    forms = {code: entry.forms_in(code) for code in codes}
    own = {fold(form) for group in entry.forms.values() for form in group}
    for country in sorted(_named_countries(own, codes)):
        for code in codes:
            forms[code] = (*forms[code], *countries(code).get(country, ()))
    return _Draft(entry.id, entry.label, entry.labels, forms, TopicOrigin.VOCABULARY, entry.pin)


def _named_countries(folded: set[str], codes: Iterable[str]) -> set[str]:
    return {
        code
        for language in codes
        for code, called in countries(language).items()
        if any(fold(name) in folded for name in called)
    }


def _from_countries(vocabulary: Vocabulary, codes: Sequence[str], language: str) -> list[_Draft]:
    """Make a topic of each country, named in each language as that language names it."""
    claimed = {fold(form) for entry in vocabulary.entries for forms in entry.forms.values() for form in forms}
    spoken_for = _named_countries(claimed, codes)
    drafts = []
    for country in sorted({country for code in codes for country in countries(code)} - spoken_for):
        forms = {code: countries(code).get(country, ()) for code in codes}
        labels = {code: called[0] for code, called in forms.items() if called}
        label = country_label(country, language)
        drafts.append(_Draft(slug(label), label, labels, forms, TopicOrigin.COUNTRY, pin=False))
    return drafts


def _from_candidate(candidate: candidates.Candidate) -> _Draft:
    forms = {_ANY: candidate.spellings}
    return _Draft(
        slug(candidate.label)[:_LONGEST_ID].rstrip("-"), candidate.label, {}, forms, TopicOrigin.FOUND, pin=False
    )


def _with_own_ids(drafts: Iterable[_Draft], vocabulary: Vocabulary) -> dict[str, _Draft]:
    """Return the drafts by id, without the stopped ones; of two with one id, the surer stays."""
    stopped = vocabulary.stopped
    kept: dict[str, _Draft] = {}
    for draft in drafts:
        spellings = {fold(draft.label), *(fold(form) for forms in draft.forms.values() for form in forms)}
        if draft.id and (draft.origin is TopicOrigin.VOCABULARY or not spellings & stopped):
            kept.setdefault(draft.id, draft)
    return kept


def _draw(drafts: Mapping[str, _Draft], briefings: Sequence[Briefing], codes: Sequence[str]) -> _Drawn:
    """Find all mentions, then keep the topics that have earned a page."""
    lexicons = {code: _lexicon(drafts.values(), code) for code in codes}
    mentions: dict[str, list[Mention]] = defaultdict(list)
    strong: set[str] = set()
    for briefing in briefings:
        here: Counter[str] = Counter()
        lexicon = lexicons[briefing.document.language.code]
        strong |= {found.topic for found in lexicon.find(briefing.document.title.text)}
        for block in briefing.document.blocks:
            for found in _found(block, lexicon, drafts, briefing.document.language.code):
                mentions[found.topic].append(_mention(briefing, block, found))
                here[found.topic] += 1
                if block.anchor == "p1":
                    strong.add(found.topic)
        strong |= {topic for topic, count in here.items() if count >= _STRONG}
    kept = {id_: draft for id_, draft in drafts.items() if _earned(draft, mentions[id_], strong)}
    return _Drawn(kept, mentions)


def _found(block: Block, lexicon: Lexicon, drafts: Mapping[str, _Draft], language: str) -> Iterator[Occurrence]:
    """Yield the topics that a block names; a single word within a longer name is that name's: Robert De Niro."""
    for found in lexicon.find(block.text) if block.kind is not Kind.CODE else ():
        is_single = drafts[found.topic].origin is TopicOrigin.FOUND and found.written.isalpha()
        if not (is_single and names.is_within_name(block.text, found.start, found.end, language)):
            yield found


def _earned(draft: _Draft, mentions: Sequence[Mention], strong: set[str]) -> bool:
    briefings = {mention.briefing for mention in mentions}
    if draft.pin:
        return bool(briefings)
    proven = draft.origin is not TopicOrigin.FOUND or draft.id in strong or len(briefings) >= _MANY
    return len(briefings) > 1 and proven


def _lexicon(drafts: Iterable[_Draft], code: str) -> Lexicon:
    # A name that was only found is no more than its capitals: a film, The Firm, is no "The firm" that opens a sentence.
    return Lexicon(
        Form(form, draft.id, exact=draft.origin is TopicOrigin.FOUND)
        for draft in drafts
        for form in (*draft.forms.get(code, ()), *draft.forms.get(_ANY, ()))
    )


def _mention(briefing: Briefing, block: Block, found: Occurrence) -> Mention:
    around = Sentence(block.text, 0)
    for sentence in sentences(block.text):
        if sentence.start <= found.start and found.end <= sentence.start + len(sentence.text):
            around = sentence
    return Mention(briefing.id, block.anchor, found.start, found.written, around.text, found.start - around.start)


def _topics(drawn: _Drawn, briefings: Sequence[Briefing]) -> tuple[Topic, ...]:
    members = {id_: tuple(dict.fromkeys(mention.briefing for mention in drawn.mentions[id_])) for id_ in drawn.drafts}
    languages = {briefing.id: briefing.document.language.code for briefing in briefings}
    together = _together(members)
    topics = [
        Topic(
            id=draft.id,
            label=draft.label,
            labels=dict(draft.labels),
            forms=_forms(drawn.mentions[draft.id], languages),
            origin=draft.origin,
            parent="",
            note="",
            briefings=members[draft.id],
            added=(),
            passing=(),
            mentions=tuple(drawn.mentions[draft.id]),
            related=together[draft.id],
        )
        for draft in drawn.drafts.values()
    ]
    return tuple(sorted(topics, key=lambda topic: (fold(topic.label), topic.id)))


def _forms(mentions: Sequence[Mention], languages: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Return what the briefings write, by language, the commonest first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        counts[languages[mention.briefing]][mention.form] += 1
    return {
        code: tuple(form for form, _ in sorted(counts[code].items(), key=lambda pair: (-pair[1], pair[0])))
        for code in sorted(counts)
    }


def _together(members: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return for each topic those it shares most briefings with; rarer topics first where the number is equal."""
    by_briefing: dict[str, list[str]] = defaultdict(list)
    for topic, briefings in members.items():
        for briefing in briefings:
            by_briefing[briefing].append(topic)
    shared: dict[str, Counter[str]] = {topic: Counter() for topic in members}
    for topic, briefings in members.items():
        for briefing in briefings:
            shared[topic].update(other for other in by_briefing[briefing] if other != topic)
    return {
        topic: tuple(sorted(counts, key=lambda other: (-counts[other], len(members[other]), other))[:_RELATED])
        for topic, counts in shared.items()
    }
