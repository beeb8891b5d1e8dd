"""Topics: the editor's, the countries', and the names that briefings share; and every place that mentions them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Block, Briefing, Kind, Mention, Problem, Topic, TopicOrigin
from generator.text import Sentence, fold, sentences
from generator.understand import editor, names
from generator.understand.drafts import ANY, Draft, draft_topics
from generator.understand.lexicon import Form, Lexicon, Occurrence
from generator.understand.vocabulary import Vocabulary

_STRONG = 2  # mentions in one briefing; or one in its lead
_RELATED = 8
_MANY = 3  # briefings; a name in so many needs no other evidence


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The topics that earned a page, by id.

    Attributes:
        drafts: The topics.
        mentions: Where each briefing mentions them.
        refused: Pairs of a topic and a briefing that names it, but from which an editor removed it.
    """

    drafts: Mapping[str, Draft]
    mentions: Mapping[str, Sequence[Mention]]
    refused: frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Index:
    """The topics of a collection by label, and what editors say of topics to no effect."""

    topics: tuple[Topic, ...]
    problems: tuple[Problem, ...]


def find_topics(briefings: Sequence[Briefing], vocabulary: Vocabulary, language: str) -> Index:
    """Return the topics of a collection.

    A topic needs two briefings (a pinned one needs one). A name that was only found needs a third, or one of the
    two to speak of it twice, in its title or in its first paragraph: both may else be passing mentions. A topic to
    which an editor added a briefing has a page, and so has one that is broader than one with a page.

    Args:
        briefings: The collection, in the order in which topics shall list it.
        vocabulary: The editor's topics and stops.
        language: The dossier's, for labels.
    """
    drafts = draft_topics(briefings, vocabulary, language)
    directory = editor.Directory(drafts.values())
    edits = editor.edits_of(briefings, directory)
    parents = editor.parents_of(vocabulary, directory)
    drawn = _draw(drafts, briefings, edits, parents)
    problems = editor.idle(vocabulary, briefings, directory, drawn.refused)
    return Index(_topics(drawn, briefings, edits, parents), tuple(problems))


def _draw(
    drafts: Mapping[str, Draft], briefings: Sequence[Briefing], edits: editor.Edits, parents: Mapping[str, str]
) -> _Drawn:
    """Find all mentions, then keep the topics that have earned a page."""
    codes = sorted({briefing.document.language.code for briefing in briefings})
    lexicons = {code: _lexicon(drafts.values(), code) for code in codes}
    refused: set[tuple[str, str]] = set()
    mentions: dict[str, list[Mention]] = defaultdict(list)
    strong: set[str] = set()
    for briefing in briefings:
        here: Counter[str] = Counter()
        lexicon = lexicons[briefing.document.language.code]
        titled = {found.topic for found in lexicon.find(briefing.document.title.text)}
        strong |= {topic for topic in titled if (topic, briefing.id) not in edits.removed}
        for block in briefing.document.blocks:
            for found in _found(block, lexicon, drafts, briefing.document.language.code):
                if (found.topic, briefing.id) in edits.removed:
                    refused.add((found.topic, briefing.id))
                    continue
                mentions[found.topic].append(_mention(briefing, block, found))
                here[found.topic] += 1
                if block.anchor == "p1":
                    strong.add(found.topic)
        strong |= {topic for topic, count in here.items() if count >= _STRONG}
    earned = {id_ for id_, draft in drafts.items() if id_ in edits.added or _earned(draft, mentions[id_], strong)}
    kept = editor.with_parents(earned, parents)
    return _Drawn({id_: draft for id_, draft in drafts.items() if id_ in kept}, mentions, frozenset(refused))


def _found(block: Block, lexicon: Lexicon, drafts: Mapping[str, Draft], language: str) -> Iterator[Occurrence]:
    """Yield the topics that a block names; a single word within a longer name is that name's: Robert De Niro."""
    for found in lexicon.find(block.text) if block.kind is not Kind.CODE else ():
        draft = drafts[found.topic]
        is_joined = draft.origin is TopicOrigin.FOUND or found.written in draft.found
        is_single = is_joined and found.written.isalpha()
        if not (is_single and names.is_within_name(block.text, found.start, found.end, language)):
            yield found


def _earned(draft: Draft, mentions: Sequence[Mention], strong: set[str]) -> bool:
    briefings = {mention.briefing for mention in mentions}
    if draft.pin:
        return bool(briefings)
    proven = draft.origin is not TopicOrigin.FOUND or draft.id in strong or len(briefings) >= _MANY
    return len(briefings) > 1 and proven


def _lexicon(drafts: Iterable[Draft], code: str) -> Lexicon:
    # A name that was only found is no more than its capitals: a film, The Firm, is no "The firm" that opens a sentence.
    drafts = list(drafts)
    named = (
        Form(form, draft.id, exact=draft.origin is TopicOrigin.FOUND)
        for draft in drafts
        for form in (*draft.forms.get(code, ()), *draft.forms.get(ANY, ()))
    )
    joined = (Form(form, draft.id, exact=True) for draft in drafts for form in draft.found)
    return Lexicon([*named, *joined])


def _mention(briefing: Briefing, block: Block, found: Occurrence) -> Mention:
    around = Sentence(block.text, 0)
    for sentence in sentences(block.text):
        if sentence.start <= found.start and found.end <= sentence.start + len(sentence.text):
            around = sentence
    return Mention(briefing.id, block.anchor, found.start, found.written, around.text, found.start - around.start)


def _topics(
    drawn: _Drawn, briefings: Sequence[Briefing], edits: editor.Edits, parents: Mapping[str, str]
) -> tuple[Topic, ...]:
    place = {briefing.id: at for at, briefing in enumerate(briefings)}
    named = {id_: {mention.briefing for mention in drawn.mentions[id_]} for id_ in drawn.drafts}
    members = {id_: tuple(sorted({*named[id_], *edits.added.get(id_, ())}, key=place.__getitem__)) for id_ in named}
    languages = {briefing.id: briefing.document.language.code for briefing in briefings}
    together = _together(members)
    topics = [
        Topic(
            id=draft.id,
            label=draft.label,
            labels=dict(draft.labels),
            forms=_forms(drawn.mentions[draft.id], languages),
            origin=draft.origin,
            parent=parents.get(draft.id, ""),
            note=draft.note,
            briefings=members[draft.id],
            added=edits.added.get(draft.id, ()),
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
