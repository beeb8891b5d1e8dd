"""Topics: what the briefings are about or name in passing, and every place where they do."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Block, Briefing, Kind, Mention, Topic
from generator.text import Sentence, fold, sentences
from generator.understand import names
from generator.understand.drafts import ANY, Draft, draft
from generator.understand.lexicon import Case, Form, Lexicon, Occurrence
from generator.understand.membership import Evidence, Rank, earns_page, headline, is_about
from generator.understand.vocabulary import Vocabulary

_RELATED = 8
# A name that was only found is no more than its capitals: a film, The Firm, is no "The firm" that opens a sentence.
_CASES = {Rank.CHOSEN: Case.LOOSE, Rank.PLACE: Case.LOOSE, Rank.NAME: Case.CAPITALS, Rank.TERM: Case.SMALL}


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A topic that earned a page, with the briefings about it, those that name it in passing, and all mentions."""

    draft: Draft
    about: tuple[str, ...]
    passing: tuple[str, ...]
    mentions: tuple[Mention, ...]


def find_topics(briefings: Sequence[Briefing], vocabulary: Vocabulary, language: str) -> tuple[Topic, ...]:
    """Return the topics of a collection by label; `membership.py` says which earn a page.

    Args:
        briefings: The collection, in the order in which topics shall list it.
        vocabulary: The editor's topics and stops.
        language: The dossier's, for labels.
    """
    drafts = draft(briefings, vocabulary, language)
    drawn = list(_draw(drafts, briefings))
    return _topics(drawn, briefings)


def _draw(drafts: Mapping[str, Draft], briefings: Sequence[Briefing]) -> Iterator[_Drawn]:
    """Find all mentions, weigh them, and yield the topics that have earned a page."""
    lexicons = {code: _lexicon(drafts.values(), code) for code in {b.document.language.code for b in briefings}}
    mentions: dict[str, list[Mention]] = defaultdict(list)
    about: dict[str, list[str]] = defaultdict(list)
    passing: dict[str, list[str]] = defaultdict(list)
    for briefing in briefings:
        lexicon = lexicons[briefing.document.language.code]
        here = list(_mentions(briefing, lexicon, drafts))
        for topic, evidence in _evidence(here).items():
            (about if is_about(evidence, drafts[topic].rank) else passing)[topic].append(briefing.id)
        for found in here:
            mentions[found.topic].append(found.mention)
    for id_, one in drafts.items():
        named = len(about[id_]) + len(passing[id_])
        if earns_page(one.rank, len(about[id_]), named, pinned=one.pin):
            yield _Drawn(one, tuple(about[id_]), tuple(passing[id_]), tuple(mentions[id_]))


@dataclass(frozen=True, slots=True)
class _Found:
    topic: str
    mention: Mention


def _mentions(briefing: Briefing, lexicon: Lexicon, drafts: Mapping[str, Draft]) -> Iterator[_Found]:
    """Yield what the headline names, then what the blocks do."""
    title = Block(Kind.HEADING, headline(briefing.document), "")
    for block in (title, *briefing.document.blocks):
        here = list(_occurrences(block, lexicon, drafts, briefing.document.language.code))
        around = list(sentences(block.text)) if here else []
        for found in here:
            yield _Found(found.topic, _mention(briefing, block, found, around))


def _occurrences(block: Block, lexicon: Lexicon, drafts: Mapping[str, Draft], language: str) -> Iterator[Occurrence]:
    """Yield the topics that a block names; a single word within a longer name is that name's: Robert De Niro."""
    for found in lexicon.find(block.text) if block.kind is not Kind.CODE else ():
        is_single = drafts[found.topic].rank in {Rank.NAME, Rank.TERM} and found.written.isalpha()
        if not (is_single and names.is_within_name(block.text, found.start, found.end, language)):
            yield found


def _mention(briefing: Briefing, block: Block, found: Occurrence, around: Sequence[Sentence]) -> Mention:
    """Quote the sentence around a form; where it reaches over the end of one, the whole block."""
    whole = Sentence(block.text, 0)
    holding = (one for one in around if one.start <= found.start and found.end <= one.start + len(one.text))
    sentence = next(holding, whole)
    return Mention(briefing.id, block.anchor, found.start, found.written, sentence.text, found.start - sentence.start)


def _evidence(mentions: Sequence[_Found]) -> dict[str, Evidence]:
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for found in mentions:
        places[found.topic][found.mention.anchor] += 1
    return {
        topic: Evidence(counts.total() - counts[""], in_title=counts[""] > 0, in_lead=counts["p1"] > 0)
        for topic, counts in places.items()
    }


def _lexicon(drafts: Iterable[Draft], code: str) -> Lexicon:
    return Lexicon(
        Form(form, one.id, _CASES[one.rank])
        for one in drafts
        for form in (*one.forms.get(code, ()), *one.forms.get(ANY, ()))
    )


def _topics(drawn: Sequence[_Drawn], briefings: Sequence[Briefing]) -> tuple[Topic, ...]:
    languages = {briefing.id: briefing.document.language.code for briefing in briefings}
    together = _together({one.draft.id: one.about for one in drawn})
    topics = [
        Topic(
            id=one.draft.id,
            label=one.draft.label,
            labels=dict(one.draft.labels),
            forms=_forms(one.mentions, languages),
            origin=one.draft.origin,
            parent="",
            note="",
            briefings=one.about,
            added=(),
            passing=one.passing,
            mentions=one.mentions,
            related=together[one.draft.id],
        )
        for one in drawn
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
