"""What briefings, topics, dates and sources are called on a page, and where links to them lead."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.interface import interface
from generator.locales import language_name, show_date, show_number, show_percent
from generator.model import Briefing, Date, Dossier, Mention, Topic
from generator.render import places
from generator.text import fold, slug

# Hebrew, Arabic, Syriac, Thaana, N'Ko and what stands beside them in Unicode.
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


@dataclass(frozen=True, slots=True)
class Link:
    """A page and what to call it; `note` says more, or is empty."""

    text: str
    path: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A heading on an index page, its anchor, and the links under it."""

    title: str
    anchor: str
    links: tuple[Link, ...]


class Names:
    """The words of one dossier."""

    def __init__(self, dossier: Dossier) -> None:
        self.words = interface(dossier.language)
        self._dossier = dossier
        self._language = dossier.language
        self._briefings = {briefing.id: briefing for briefing in dossier.briefings}
        self._topics = {topic.id: topic for topic in dossier.topics}
        spelled: dict[str, Counter[str]] = defaultdict(Counter)
        for briefing in dossier.briefings:
            spelled[source_anchor(source_of(briefing))][source_of(briefing)] += 1
        self._sources = {anchor: min(names, key=lambda name: (-names[name], name)) for anchor, names in spelled.items()}
        self._mentions = _mentions(dossier)
        self._about: dict[str, list[Topic]] = defaultdict(list)
        self._narrower: dict[str, list[str]] = defaultdict(list)
        for topic in dossier.topics:
            for briefing_id in topic.briefings:
                self._about[briefing_id].append(topic)
            self._narrower[topic.parent].append(topic.id)

    def language(self, briefing: Briefing) -> str:
        """Return the name of a briefing's language."""
        return language_name(briefing.document.language.code, self._language)

    def handling(self, briefing: Briefing) -> str:
        """Return the handling mark that holds for a briefing; may be empty."""
        return self._dossier.handling_of(briefing)

    def is_foreign(self, code: str) -> bool:
        """Say whether a language is another than the dossier's."""
        return code != self._language

    def date(self, date: Date | None) -> str:
        """Return a date in words; empty where there is none."""
        return show_date(date, self._language) if date else ""

    def topic(self, id_: str) -> Topic:
        """Return a topic by its id."""
        return self._topics[id_]

    def source(self, briefing: Briefing) -> str:
        """Return the name of a briefing's source, in the spelling that most briefings share; empty where none is."""
        return self._sources[source_anchor(source_of(briefing))]

    def source_called(self, source: str) -> str:
        """Return what to call a source, also where none is stated."""
        return source or self.words.text("source.unstated")

    def source_link(self, name: str, folder: str) -> Link:
        """Return the link, from a page to which all pages are in a folder, to the briefings of a source."""
        place = places.place("sources", source_anchor(name), len(self._briefings))
        return Link(self.source_called(name), f"{folder}{place}")

    def language_link(self, code: str, folder: str) -> Link:
        """Return the link, from a page to which all pages are in a folder, to the briefings in a language."""
        place = places.place("languages", language_anchor(code), len(self._briefings))
        return Link(language_name(code, self._language), f"{folder}{place}")

    def number(self, number: int) -> str:
        """Return a number with the separators of the interface's language."""
        return show_number(number, self.words.language)

    def share(self, share: float) -> str:
        """Return a share of one as a percentage."""
        return show_percent(share, self._language)

    def quoted(self, text: str) -> str:
        """Return a text in the quotation marks of the interface."""
        return self.words.quoted(isolated(text))

    def briefing(self, id_: str) -> Briefing:
        """Return a briefing by its id."""
        return self._briefings[id_]

    def topics_of(self, briefing: str) -> tuple[str, ...]:
        """Return the ids of the topics that a briefing is about: the editor's first, then those it names most."""
        mentions = self.mentions_in(briefing)

        def rank(topic: Topic) -> tuple[bool, int, str]:
            return (briefing not in topic.added, -len(mentions.get(topic.id, ())), topic.id)

        return tuple(topic.id for topic in sorted(self._about.get(briefing, ()), key=rank))

    def mentions_in(self, briefing: str) -> Mapping[str, Sequence[Mention]]:
        """Return where a briefing names the topics that it is about, or names in passing, by their ids."""
        return self._mentions.get(briefing, {})

    def broader(self, topic: Topic) -> str:
        """Return the id of the broader topic; empty where there is none with a page."""
        return topic.parent if topic.parent in self._topics else ""

    def narrower(self, topic: str) -> tuple[str, ...]:
        """Return the ids of the topics right below one, by label."""
        return tuple(self._narrower.get(topic, ()))

    def briefing_link(self, id_: str, folder: str) -> Link:
        """Return the link to a briefing in a folder, with its date and, if it is not the dossier's, its language."""
        briefing = self._briefings[id_]
        foreign = briefing.document.language.code != self._language
        return self._link(briefing, folder, self.language(briefing) if foreign else "")

    def foreign_link(self, id_: str, folder: str) -> Link:
        """Return the link to a briefing in a folder, with its date and its language, whichever that is."""
        return self._link(self._briefings[id_], folder, self.language(self._briefings[id_]))

    def _link(self, briefing: Briefing, folder: str, language: str) -> Link:
        note = ", ".join(part for part in (self.date(briefing.document.date), language) if part)
        return Link(title(briefing), f"{folder}{briefing.id}.md", note)

    def foreign(self, topic: Topic) -> str:
        """Return the language of a topic that only one language has, if that is not the dossier's; else nothing."""
        is_foreign = len(topic.forms) == 1 and self._language not in topic.forms
        return ", ".join(language_name(code, self._language) for code in topic.forms) if is_foreign else ""

    def in_passing(self, topic: Topic) -> str:
        """Return how many briefings but name a topic."""
        return self.words.filled("topic.in_passing", {"n": str(len(topic.passing))})

    def topic_link(self, id_: str, folder: str) -> Link:
        """Return the link to a topic in a folder, with the number of its briefings, or of those that but name it."""
        topic = self._topics[id_]
        note = str(len(topic.briefings)) if topic.briefings or not topic.passing else self.in_passing(topic)
        return Link(topic.label, f"{folder}{id_}.md", note)


def _mentions(dossier: Dossier) -> Mapping[str, Mapping[str, Sequence[Mention]]]:
    """Return the mentions by briefing and topic."""
    found: dict[str, dict[str, list[Mention]]] = defaultdict(dict)
    for topic in dossier.topics:
        members = {*topic.briefings, *topic.passing}
        for mention in topic.mentions:
            if mention.briefing in members:
                found[mention.briefing].setdefault(topic.id, []).append(mention)
    return found


def title(briefing: Briefing) -> str:
    """Return a briefing's title; one that was cut from a longer sentence ends in dots."""
    return briefing.document.shown_title


def isolated(text: str) -> str:
    """Return a text that runs from right to left in a way that leaves the order of the words around it alone.

    Unicode's isolates, unlike elements, hold in tables, in plain text and where a citation is pasted.
    """
    return f"\u2068{text}\u2069" if _RIGHT_TO_LEFT.search(text) else text


def source_of(briefing: Briefing) -> str:
    """Return the name of a briefing's source; empty where none is stated."""
    return briefing.document.source.text if briefing.document.source else ""


def source_anchor(name: str) -> str:
    """Return the place of a source on the page of sources."""
    return f"source-{slug(name) or ('other' if name else '-unstated')}"


def language_anchor(code: str) -> str:
    """Return the place of a language on the page of languages."""
    return f"language-{code}"


def other_forms(topic: Topic) -> tuple[str, ...]:
    """Return what the briefings call a topic beside its label."""
    forms = {form for written in topic.forms.values() for form in written}
    return tuple(sorted((form for form in forms if form != topic.label), key=lambda form: (fold(form), form)))
