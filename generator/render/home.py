"""The first page: what this dossier is, and the ways into it."""

from collections import Counter
from dataclasses import dataclass

from generator.interface import Interface
from generator.model import Dossier, Page, Unread
from generator.render import template
from generator.render.charts import Timeline, timeline
from generator.render.indexes import periods
from generator.render.names import Group, Link, Names, source_anchor
from generator.render.period import period_of

_NEWEST = 8


@dataclass(frozen=True, slots=True)
class Newest:
    """One of the newest briefings, with its summary."""

    link: Link
    summary: str


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the page shows; empty texts and lists are left out."""

    title: str
    description: str
    counts: str
    period: str
    languages: str
    sources: tuple[Link, ...]
    chart: Timeline
    periods: tuple[Group, ...]
    topics: tuple[Link, ...]
    newest: tuple[Newest, ...]
    unread: tuple[Unread, ...]


def home_page(dossier: Dossier, names: Names) -> Page:
    """Return the first page."""
    languages = Counter(names.language(briefing) for briefing in dossier.briefings)
    sources = Counter(names.source(briefing) for briefing in dossier.briefings)
    by_use = sorted(dossier.topics, key=lambda topic: (-len(topic.briefings), -len(topic.mentions), topic.id))
    view = HomeView(
        title=dossier.title,
        description=dossier.description,
        counts=_counts(dossier, names.words),
        period=period_of(dossier.briefings, names),
        languages=", ".join(f"{name} ({count})" for name, count in sorted(languages.items(), key=_most_first)),
        sources=tuple(
            Link(names.source_called(name), f"sources.md#{source_anchor(name)}", str(count))
            for name, count in sorted(sources.items(), key=_most_first)
        ),
        chart=timeline(dossier.briefings),
        periods=periods(dossier, names),
        topics=tuple(names.topic_link(topic.id, "topics/") for topic in by_use),
        newest=tuple(
            Newest(names.briefing_link(briefing.id, "briefings/"), template.shorten(briefing.document.summary.text))
            for briefing in dossier.briefings[:_NEWEST]
        ),
        unread=dossier.unread,
    )
    return template.page(
        template.Head("index.md", dossier.title, dossier.language, dossier.description), view, "home", names.words
    )


def _most_first(pair: tuple[str, int]) -> tuple[int, str]:
    return (-pair[1], pair[0])


def _counts(dossier: Dossier, words: Interface) -> str:
    counts = {
        "briefings": len(dossier.briefings),
        "words": sum(briefing.document.words for briefing in dossier.briefings),
        "topics": len(dossier.topics),
    }
    return ", ".join(words.counted(f"count.{name}", number) for name, number in counts.items())
