"""What a briefing is connected to: its story, those near it in other languages and in any, and what links here."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.model import Briefing, Dossier, Related
from generator.render.names import Link, Names


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
class Connected:
    """The connections of one briefing: each other briefing stands in the first of them that it belongs to.

    Attributes:
        story: Those that tell the same story, itself among them, the earliest first.
        elsewhere: The nearest in other languages, best first.
        related: The nearest of all, best first.
        linked_from: Those that link here as one of their nearest, the newest first.
    """

    story: tuple[Member, ...]
    elsewhere: tuple[Reasoned, ...]
    related: tuple[Reasoned, ...]
    linked_from: tuple[Reasoned, ...]


class Connections:
    """The connections of one dossier."""

    def __init__(self, dossier: Dossier, names: Names) -> None:
        self._dossier = dossier
        self._names = names
        self._stories = {id_: story.briefings for story in dossier.stories for id_ in story.briefings}
        self._back = _backlinks(dossier)

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
        )

    def _reasoned(self, link: Related) -> Reasoned:
        return Reasoned(self._names.briefing_link(link.id, ""), self._reasons(link))

    def _reasons(self, link: Related) -> str:
        topics = [self._names.topic(topic).label for topic in link.topics]
        terms = [self._names.quoted(term) for term in link.terms]
        return self._names.words.reasons(topics, terms, self._names.share(link.likeness) if link.likeness else "")

    def _members(self, here: str, story: Sequence[str]) -> Iterator[Member]:
        shares = {same.id: same.share for same in self._dossier.same_story[here]}
        earliest = self._earliest(story)
        for id_ in story:
            link = self._names.briefing_link(id_, "")
            source = self._names.source(self._names.briefing(id_))
            facts = ", ".join(fact for fact in (link.note, source) if fact)
            marks = (earliest if id_ == story[0] else "", self._tie(id_, here, shares))
            yield Member(
                Link(link.text, "" if id_ == here else link.path, facts), "; ".join(mark for mark in marks if mark)
            )

    def _earliest(self, story: Sequence[str]) -> str:
        """Return what to call the first of a story; nothing where its date does not come before all the others."""
        dates = [self._names.briefing(id_).document.date for id_ in story]
        values = [date.value for date in dates if date]
        if not dates or not dates[0] or any(value.startswith(values[0]) for value in values[1:]):
            return ""
        return self._names.words.text("story.earliest" if len(values) == len(dates) else "story.earliest_dated")

    def _tie(self, id_: str, here: str, shares: Mapping[str, float]) -> str:
        """Return how a briefing of a story is like the one whose page this is."""
        words = self._names.words
        if id_ == here:
            return words.text("story.here")
        if id_ not in shares:
            return words.text("story.by_way")
        return words.filled("story.share", {"share": self._names.share(shares[id_])})


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
