"""The page of one topic: every mention, quoted, with the way to its paragraph."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.locales import language_name
from generator.model import Dossier, Mention, Page, Topic
from generator.render import template
from generator.render.names import Link, Names
from generator.render.period import period_of
from generator.text import counted

_BASIS = {
    "vocabulary": "A topic of the editor's vocabulary.",
    "country": "A country, found in each language by its name there.",
    "found": "A name that these briefings share.",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that names the topic, parted at the name."""

    before: str
    form: str
    after: str
    path: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """A briefing and the sentences in which it names the topic."""

    link: Link
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class FormsIn:
    """What the briefings of one language call the topic."""

    language: str
    forms: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """What the page shows."""

    title: str
    count: str
    period: str
    basis: str
    forms: tuple[FormsIn, ...]
    related: tuple[Link, ...]
    speakers: tuple[Speaker, ...]


def topic_page(topic: Topic, dossier: Dossier, names: Names) -> Page:
    """Return the page of a topic."""
    members = set(topic.briefings)
    view = TopicView(
        title=topic.label,
        count=f"{counted(len(topic.briefings), 'briefing', 'briefings')}, "
        f"{counted(len(topic.mentions), 'mention', 'mentions')}",
        period=period_of((b for b in dossier.briefings if b.id in members), names),
        basis=_BASIS[topic.origin],
        forms=tuple(
            FormsIn(language_name(code, dossier.language), ", ".join(forms)) for code, forms in topic.forms.items()
        ),
        related=tuple(names.topic_link(id_, "") for id_ in topic.related),
        speakers=tuple(_speakers(topic, names)),
    )
    description = f"{topic.label}: {view.count} in {dossier.title}"
    head = template.Head(f"topics/{topic.id}.md", topic.label, dossier.language, description)
    return template.page(head, view, "topic")


def _speakers(topic: Topic, names: Names) -> Iterable[Speaker]:
    by_briefing: dict[str, list[Mention]] = defaultdict(list)
    for mention in topic.mentions:
        by_briefing[mention.briefing].append(mention)
    for id_ in topic.briefings:
        yield Speaker(names.briefing_link(id_, "../briefings/"), tuple(_quotes(by_briefing[id_])))


def _quotes(mentions: Sequence[Mention]) -> Iterable[Quote]:
    """Yield each sentence once, with the first mention in it marked."""
    seen: set[str] = set()
    for mention in mentions:
        place = f"{mention.anchor} {mention.sentence}"
        if place not in seen:
            seen.add(place)
            end = mention.at + len(mention.form)
            path = f"../briefings/{mention.briefing}.md#{mention.anchor}"
            yield Quote(mention.sentence[: mention.at], mention.form, mention.sentence[end:], path, mention.anchor)
