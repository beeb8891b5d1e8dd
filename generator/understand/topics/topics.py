"""Topics: what the briefings are about or name in passing, and every place where they do."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.model import Briefing, Mention, Problem, Sightings, Topic
from generator.text import fold
from generator.understand.topics import editor
from generator.understand.topics.drafts import Draft, draft_topics
from generator.understand.topics.membership import Evidence, Naming, earns_page, is_about
from generator.understand.topics.mentions import Finder, Found
from generator.understand.vocabulary import Vocabulary

_RELATED = 8


@dataclass(frozen=True, slots=True)
class Index:
    """The topics of a collection by label, and what editors say of topics to no effect."""

    topics: tuple[Topic, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Tally:
    """What the briefings say of each draft, in their order, by id.

    Attributes:
        about: The briefings that are about it, those that an editor added among them.
        passing: The other briefings that name it.
        mentions: Where they do.
        refused: Pairs of a topic and a briefing that names it, but from which an editor removed it.
    """

    about: Mapping[str, Sequence[str]]
    passing: Mapping[str, Sequence[str]]
    mentions: Mapping[str, Sequence[Mention]]
    refused: frozenset[tuple[str, str]]


def find_topics(
    briefings: Sequence[Briefing], sightings: Sequence[Sightings], vocabulary: Vocabulary, language: str
) -> Index:
    """Return the topics of a collection.

    `membership.py` says which earn a page. A topic to which an editor added a briefing has one, too, and so has one
    that is broader than one with a page.

    Args:
        briefings: The collection, in the order in which topics shall list it.
        sightings: What was spotted in each briefing.
        vocabulary: The editor's topics and stops.
        language: The dossier's, for labels.
    """
    drafts = draft_topics(briefings, sightings, vocabulary, language)
    directory = editor.Directory(drafts.values())
    edits = editor.edits_of(briefings, directory)
    parents = editor.parents_of(vocabulary, directory)
    tally = _tally(drafts, briefings, edits)
    earned = {id_ for id_, draft in drafts.items() if id_ in edits.added or _earns_page(draft, tally, len(briefings))}
    kept = editor.with_parents(earned, parents)
    topics = _topics([draft for id_, draft in drafts.items() if id_ in kept], tally, edits, parents, briefings)
    problems = editor.idle(vocabulary, briefings, directory, tally.refused)
    return Index(topics, tuple(problems))


def _tally(drafts: Mapping[str, Draft], briefings: Sequence[Briefing], edits: editor.Edits) -> _Tally:
    finder = Finder(drafts, {briefing.document.language.code for briefing in briefings})
    added: dict[str, list[str]] = defaultdict(list)
    for topic, ids in sorted(edits.added.items()):
        for id_ in ids:
            added[id_].append(topic)
    about: dict[str, list[str]] = defaultdict(list)
    passing: dict[str, list[str]] = defaultdict(list)
    mentions: dict[str, list[Mention]] = defaultdict(list)
    refused: set[tuple[str, str]] = set()
    for briefing in briefings:
        named = list(finder.find(briefing))
        refused |= {(found.topic, briefing.id) for found in named} & edits.removed
        here = [found for found in named if (found.topic, briefing.id) not in edits.removed]
        evidence = _evidence(here, finder.names_in_title(briefing))
        for topic in dict.fromkeys((*evidence, *added[briefing.id])):
            is_member = topic in added[briefing.id] or is_about(evidence[topic], drafts[topic].rank)
            (about if is_member else passing)[topic].append(briefing.id)
        for found in here:
            mentions[found.topic].append(found.mention)
    return _Tally(about, passing, mentions, frozenset(refused))


def _evidence(mentions: Sequence[Found], title: frozenset[str]) -> dict[str, Evidence]:
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for found in mentions:
        places[found.topic][found.mention.anchor] += 1
    return {
        topic: Evidence(counts.total() - counts[""], counts[""] > 0 or topic in title, counts["p1"] > 0)
        for topic, counts in places.items()
    }


def _earns_page(draft: Draft, tally: _Tally, briefings: int) -> bool:
    about, passing = len(tally.about.get(draft.id, ())), len(tally.passing.get(draft.id, ()))
    return earns_page(draft.rank, Naming(about, about + passing, briefings), pinned=draft.pin)


def _topics(
    drafts: Sequence[Draft],
    tally: _Tally,
    edits: editor.Edits,
    parents: Mapping[str, str],
    briefings: Sequence[Briefing],
) -> tuple[Topic, ...]:
    languages = {briefing.id: briefing.document.language.code for briefing in briefings}
    together = _together({draft.id: tally.about.get(draft.id, ()) for draft in drafts})
    topics = [
        Topic(
            id=draft.id,
            label=draft.label,
            labels=dict(draft.labels),
            forms=_forms(tally.mentions.get(draft.id, ()), languages),
            origin=draft.origin,
            parent=parents.get(draft.id, ""),
            note=draft.note,
            briefings=tuple(tally.about.get(draft.id, ())),
            added=edits.added.get(draft.id, ()),
            passing=tuple(tally.passing.get(draft.id, ())),
            mentions=tuple(tally.mentions.get(draft.id, ())),
            related=together[draft.id],
        )
        for draft in drafts
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
