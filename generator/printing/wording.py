"""What briefings, topics, dates and sources are called on paper, as far as it can be printed."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, partial

from generator.interface import Interface, interface
from generator.locales import language_name, show_date, show_percent
from generator.model import Briefing, Date, Dossier, Mention, Topic
from generator.printing.characters import Characters
from generator.printing.edition import Named, Place

_SHORT = 60  # characters of a title in a running header
_ANCHOR = re.compile(r"([ph])(\d+)")


class Wording:
    """The words of one dossier."""

    def __init__(self, dossier: Dossier, characters: Characters) -> None:
        self.dossier = dossier
        self.words: Interface = interface(dossier.language)
        self.shown = characters.shown
        self.lacking = characters.lacking
        self._briefings = {briefing.id: briefing for briefing in dossier.briefings}
        self._topics = {topic.id: topic for topic in dossier.topics}

    @cached_property
    def in_time(self) -> tuple[Briefing, ...]:
        """The briefings in the order of their dates, those without one last."""
        dated = [briefing for briefing in self.dossier.briefings if briefing.document.date]
        undated = [briefing for briefing in self.dossier.briefings if not briefing.document.date]
        return (*sorted(dated, key=lambda briefing: (day_of(briefing), briefing.id)), *undated)

    @cached_property
    def mentions(self) -> Mapping[str, Mapping[str, Sequence[Mention]]]:
        """The mentions by topic and briefing, in the order of the text."""
        found: dict[str, dict[str, list[Mention]]] = defaultdict(dict)
        for topic in self.dossier.topics:
            for mention in topic.mentions:
                found[topic.id].setdefault(mention.briefing, []).append(mention)
        return found

    @cached_property
    def stories(self) -> Mapping[str, Sequence[str]]:
        """The story that each briefing tells with others, if it does, the earliest first."""
        return {id_: story.briefings for story in self.dossier.stories for id_ in story.briefings}

    @cached_property
    def topics_of(self) -> Mapping[str, Sequence[Topic]]:
        """The topics that each briefing is about: the editor's first, then those that it names most."""
        found: dict[str, list[Topic]] = defaultdict(list)
        for topic in self.dossier.topics:
            for id_ in topic.briefings:
                found[id_].append(topic)
        for id_, topics in found.items():
            topics.sort(key=partial(self._rank, id_))
        return found

    def _rank(self, briefing: str, topic: Topic) -> tuple[bool, int, str]:
        return (briefing not in topic.added, -len(self.mentions[topic.id].get(briefing, ())), topic.id)

    def share(self, share: float) -> str:
        """Return a share of one as a percentage."""
        return show_percent(share, self.dossier.language)

    def date(self, date: Date | None) -> str:
        """Return a date in words; empty where there is none."""
        return show_date(date, self.dossier.language) if date else ""

    def language(self, code: str) -> str:
        """Return the name of a language."""
        return language_name(code, self.dossier.language)

    def foreign(self, code: str) -> str:
        """Return the code of a language; empty for the dossier's own."""
        return "" if code == self.dossier.language else code

    def handling(self, briefings: Iterable[Briefing]) -> str:
        """Return the marks that hold for some briefings, each once: which of several is the strictest, nobody says."""
        held = dict.fromkeys(map(self.dossier.handling_of, briefings))
        return self.shown(" · ".join(mark for mark in held if mark))

    def topic(self, id_: str) -> Topic:
        """Return a topic by its id."""
        return self._topics[id_]

    def briefing(self, id_: str) -> Briefing:
        """Return a briefing by its id."""
        return self._briefings[id_]

    def topic_language(self, topic: Topic) -> str:
        """Return the language that a topic is called in: the dossier's own, or its only one."""
        codes = tuple(topic.forms)
        return codes[0] if len(codes) == 1 else self.dossier.language

    def title(self, briefing: Briefing) -> str:
        """Return a briefing's title; one that was cut from a longer sentence ends in dots."""
        return self.shown(briefing.document.shown_title)

    def short(self, briefing: Briefing) -> str:
        """Return as much of a title as a running header holds."""
        text = self.title(briefing)
        return text if len(text) <= _SHORT else self.shown(f"{text[:_SHORT].rsplit(' ', 1)[0]} …")

    def source(self, briefing: Briefing) -> str:
        """Return the name of a briefing's source; empty where it is not stated."""
        return self.shown(briefing.document.source.text) if briefing.document.source else ""

    def named(self, id_: str, reason: str = "") -> Named:
        """Return how to point to a briefing: its title, its date, source and, if it is not the dossier's, language."""
        briefing = self._briefings[id_]
        code = briefing.document.language.code
        language = self.language(code) if self.foreign(code) else ""
        facts = (self.date(briefing.document.date), self.source(briefing), language)
        return Named(id_, self.title(briefing), self.foreign(code), " · ".join(fact for fact in facts if fact), reason)

    def place(self, mention: Mention) -> Place:
        """Return where a topic is named, as a reader finds it."""
        match = _ANCHOR.fullmatch(mention.anchor)
        if not match:
            return Place("", self.words.text("topic.headline"))
        is_heading = match[1] == "h"
        return Place(mention.anchor, self.words.filled("print.heading", {"n": match[2]}) if is_heading else match[2])


def day_of(briefing: Briefing) -> str:
    """Return a briefing's date as ISO 8601; empty where there is none."""
    return briefing.document.date.value if briefing.document.date else ""
