"""What a briefing is connected to: its story, the same in other languages, related ones, and its topics in time."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.model import Briefing, Dossier, Related
from generator.render.names import UNSTATED, Link, Names

_TOPICS = 8  # whose order in time a page shows


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A link to a briefing, and the reasons for it in words."""

    link: Link
    reasons: str


@dataclass(frozen=True, slots=True)
class Member:
    """A briefing of a story; the link of the page that shows it has no path."""

    link: Link
    note: str


@dataclass(frozen=True, slots=True)
class Step:
    """The next briefing of a topic in one direction of time, which `way` names."""

    way: str
    link: Link


@dataclass(frozen=True, slots=True)
class InTime:
    """The topics whose next briefings are the same, and those briefings."""

    topics: tuple[Link, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """The briefings before and after one in time, by id; empty where there is none."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class _Order:
    """A topic's dated briefings in time: what is before each, and what after it."""

    before: Mapping[str, str]
    after: Mapping[str, str]

    def around(self, briefing: str) -> _Around:
        """Return what is next to a briefing."""
        return _Around(self.before.get(briefing, ""), self.after.get(briefing, ""))


@dataclass(frozen=True, slots=True)
class Connected:
    """The connections of one briefing: each other briefing stands in the first of them that it belongs to.

    Attributes:
        story: Those that tell the same story, itself among them, the earliest first.
        elsewhere: The nearest in other languages, best first.
        related: The nearest of all, best first.
        linked_from: Those that link here as one of their nearest, the newest first.
        in_time: What comes before and after it in its topics; it is in none without a date.
    """

    story: tuple[Member, ...]
    elsewhere: tuple[Reasoned, ...]
    related: tuple[Reasoned, ...]
    linked_from: tuple[Reasoned, ...]
    in_time: tuple[InTime, ...]


class Connections:
    """The connections of one dossier."""

    def __init__(self, dossier: Dossier, names: Names) -> None:
        self._dossier = dossier
        self._names = names
        self._stories = {id_: story.briefings for story in dossier.stories for id_ in story.briefings}
        self._back = _backlinks(dossier)
        self._orders = _orders(dossier)

    def of(self, briefing: Briefing) -> Connected:
        """Return the connections of a briefing."""
        id_ = briefing.id
        story = self._stories.get(id_, ())
        shown = {id_, *story}
        elsewhere = _new(self._dossier.elsewhere[id_], shown)
        related = _new(self._dossier.related[id_], shown)
        linked_from = _new(self._back.get(id_, ()), shown)
        return Connected(
            story=tuple(self._members(id_, story)),
            elsewhere=tuple(Reasoned(self._names.foreign_link(link.id, ""), self._reasons(link)) for link in elsewhere),
            related=tuple(self._reasoned(link) for link in related),
            linked_from=tuple(self._reasoned(link) for link in linked_from),
            in_time=tuple(self._in_time(id_)),
        )

    def _reasoned(self, link: Related) -> Reasoned:
        return Reasoned(self._names.briefing_link(link.id, ""), self._reasons(link))

    def _reasons(self, link: Related) -> str:
        topics = ", ".join(self._names.topic(topic).label for topic in link.topics)
        terms = ", ".join(f"“{term}”" for term in link.terms)
        return "; ".join([*([f"both on {topics}"] if topics else []), *([f"share {terms}"] if terms else [])])

    def _members(self, here: str, story: Sequence[str]) -> Iterator[Member]:
        shares = {same.id: same.share for same in self._dossier.same_story[here]}
        earliest = self._earliest(story)
        for id_ in story:
            link = self._names.briefing_link(id_, "")
            source = self._names.source(self._names.briefing(id_))
            facts = ", ".join(fact for fact in (link.note, source) if fact not in {"", UNSTATED})
            marks = (earliest if id_ == story[0] else "", _tie(id_, here, shares))
            yield Member(Link(link.text, "" if id_ == here else link.path, facts), "; ".join(filter(None, marks)))

    def _earliest(self, story: Sequence[str]) -> str:
        """Return what to call the first of a story; nothing where its date does not come before all the others."""
        dates = [self._names.briefing(id_).document.date for id_ in story]
        values = [date.value for date in dates if date]
        if not dates or not dates[0] or any(value.startswith(values[0]) for value in values[1:]):
            return ""
        return "the earliest" if len(values) == len(dates) else "the earliest with a date"

    def _in_time(self, briefing: str) -> Iterator[InTime]:
        """Yield the topics that a briefing speaks of most, those with the same neighbours together."""
        groups: dict[_Around, list[str]] = defaultdict(list)
        for topic in self._names.topics_of(briefing)[:_TOPICS]:
            groups[self._orders[topic].around(briefing)].append(topic)
        for around, topics in groups.items():
            steps = (("earlier", around.earlier), ("later", around.later))
            found = tuple(Step(way, self._names.briefing_link(id_, "")) for way, id_ in steps if id_)
            if found:
                yield InTime(tuple(self._names.topic_link(topic, "../topics/") for topic in topics), found)


def _tie(id_: str, here: str, shares: Mapping[str, float]) -> str:
    """Return how a briefing of a story is like the one whose page this is."""
    if id_ == here:
        return "this page"
    return f"{shares[id_]:.0%} of the shorter text stands in both" if id_ in shares else "by way of others of these"


def _new(links: Sequence[Related], shown: set[str]) -> list[Related]:
    """Return the links to briefings that are not shown yet, and note that they are."""
    new = [link for link in links if link.id not in shown]
    shown.update(link.id for link in new)
    return new


def _backlinks(dossier: Dossier) -> Mapping[str, Sequence[Related]]:
    """Return, for each briefing, the links to it, turned round: by the briefing they stand on, the newest first."""
    back: dict[str, list[Related]] = defaultdict(list)
    for briefing in dossier.briefings:
        for link in (*dossier.related[briefing.id], *dossier.elsewhere[briefing.id]):
            there = back[link.id]
            if not there or there[-1].id != briefing.id:
                there.append(replace(link, id=briefing.id))
    return back


def _orders(dossier: Dossier) -> Mapping[str, _Order]:
    """Return the order of each topic's briefings in time, by date and then by id; undated ones are in none."""
    dated = {briefing.id: briefing.document.date.value for briefing in dossier.briefings if briefing.document.date}
    place = {id_: number for number, id_ in enumerate(sorted(dated, key=lambda id_: (dated[id_], id_)))}
    orders = {}
    for topic in dossier.topics:
        order = sorted((id_ for id_ in topic.briefings if id_ in place), key=place.__getitem__)
        after = dict(pairwise(order))
        orders[topic.id] = _Order({later: earlier for earlier, later in after.items()}, after)
    return orders
