"""The page of one topic: every mention, quoted, with the way to its paragraph."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.interface import Interface
from generator.locales import language_name
from generator.model import Dossier, Mention, Page, Topic
from generator.render import template
from generator.render.names import Link, Names
from generator.render.period import period_of

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n")


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that names the topic, parted at the name."""

    before: str
    form: str
    after: str
    path: str
    place: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """A briefing, how it comes to be here where that is worth a word, and the sentences in which it names the topic."""

    link: Link
    note: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class FormsIn:
    """What the briefings of one language call the topic."""

    language: str
    forms: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """What the page shows; empty texts and lists are left out."""

    title: str
    count: str
    period: str
    basis: str
    note: tuple[str, ...]
    broader: tuple[Link, ...]
    narrower: tuple[Link, ...]
    forms: tuple[FormsIn, ...]
    related: tuple[Link, ...]
    about: tuple[Speaker, ...]
    passing: tuple[Speaker, ...]


def topic_page(topic: Topic, dossier: Dossier, names: Names) -> Page:
    """Return the page of a topic."""
    broader = names.broader(topic)
    view = TopicView(
        title=topic.label,
        count=_count(topic, names.words),
        period=period_of(map(names.briefing, topic.briefings), names),
        basis=names.words.text(f"topic.{topic.origin}"),
        note=tuple(part for part in _BLANK_LINES.split(topic.note) if part.strip()),
        broader=(names.topic_link(broader, ""),) if broader else (),
        narrower=tuple(names.topic_link(id_, "") for id_ in names.narrower(topic.id)),
        forms=tuple(
            FormsIn(language_name(code, dossier.language), ", ".join(forms)) for code, forms in topic.forms.items()
        ),
        related=tuple(names.topic_link(id_, "") for id_ in topic.related),
        about=tuple(_speakers(topic.briefings, topic, names)),
        passing=tuple(_speakers(topic.passing, topic, names)),
    )
    said = {"topic": topic.label, "count": view.count, "dossier": dossier.title}
    description = names.words.filled("topic.description", said)
    head = template.Head(f"topics/{topic.id}.md", topic.label, dossier.language, description)
    return template.page(head, view, "topic", names.words)


def _count(topic: Topic, words: Interface) -> str:
    """Return how many briefings there are; a topic may have its page for being broader than others only."""
    about, passing = len(topic.briefings), len(topic.passing)
    first = words.counted("count.briefings", about) if about else words.text("topic.none_about")
    more = words.counted("count.more_in_passing" if about else "count.in_passing", passing)
    mentions = words.counted("count.mentions", len(topic.mentions))
    return ", ".join([first, *([more] if passing else []), *([mentions] if topic.mentions else [])])


def _speakers(briefings: Iterable[str], topic: Topic, names: Names) -> Iterator[Speaker]:
    for id_ in briefings:
        note = names.words.text("topic.added") if id_ in topic.added else ""
        quotes = tuple(_quotes(names.mentions_in(id_).get(topic.id, ()), names.words))
        yield Speaker(names.briefing_link(id_, "../briefings/"), note, quotes)


def _quotes(mentions: Sequence[Mention], words: Interface) -> Iterable[Quote]:
    """Yield each sentence once, with the first mention in it marked."""
    seen: set[str] = set()
    for mention in mentions:
        quoted = f"{mention.anchor} {mention.sentence}"
        if quoted not in seen:
            seen.add(quoted)
            end = mention.at + len(mention.form)
            path = f"../briefings/{mention.briefing}.md{'#' if mention.anchor else ''}{mention.anchor}"
            place = f"¶ {mention.anchor}" if mention.anchor else words.text("topic.headline")
            yield Quote(mention.sentence[: mention.at], mention.form, mention.sentence[end:], path, place)
