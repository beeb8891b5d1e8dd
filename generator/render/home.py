"""The first page: what this dossier is, and the ways into it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Dossier, Page
from generator.render import template
from generator.render.charts import Timeline, timeline
from generator.render.home_topics import HomeTopics, home_topics
from generator.render.indexes.timeline import calendar
from generator.render.linked import Passage, passage
from generator.render.names import Link, Names
from generator.render.period import period_of
from generator.render.unread import Refusal, refusals

_NEWEST = 8
_SOURCES = 8
_LANGUAGES = 8


@dataclass(frozen=True, slots=True)
class Newest:
    """One of the newest briefings, with its summary."""

    link: Link
    summary: str


@dataclass(frozen=True, slots=True)
class Cut:
    """The first of a long list, and the link to all of it; a list that is whole has none."""

    links: tuple[Link, ...]
    rest: Link


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the page shows; empty texts and lists are left out."""

    title: str
    description: str
    counts: tuple[Link, ...]
    period: str
    about: tuple[Passage, ...]
    languages: Cut
    sources: Cut
    chart: Timeline
    periods: tuple[Link, ...]
    topics: HomeTopics
    newest: tuple[Newest, ...]
    all_briefings: Link
    unread: tuple[Refusal, ...]
    unread_count: str
    downloads: tuple[Link, ...]


def home_page(dossier: Dossier, names: Names) -> Page:
    """Return the first page."""
    chart = timeline(dossier.briefings)
    view = HomeView(
        title=dossier.title,
        description=dossier.description,
        counts=tuple(_counts(dossier, names)),
        period=period_of(dossier.briefings, names),
        about=tuple(passage(block, ()) for block in dossier.about),
        languages=_languages(dossier, names),
        sources=_sources(dossier, names),
        chart=chart,
        periods=tuple(_periods(dossier, chart, names)),
        topics=home_topics(dossier, names),
        newest=tuple(_newest(dossier, names)),
        all_briefings=_all("briefings", len(dossier.briefings), _NEWEST, names),
        unread=refusals(dossier.unread, names.words),
        unread_count=names.words.counted("count.files", len(dossier.unread)),
        downloads=tuple(_downloads(dossier, names)),
    )
    head = template.Head("index.md", dossier.title, dossier.language, dossier.description)
    return template.page(head, view, "home", names.words)


def _counts(dossier: Dossier, names: Names) -> Iterator[Link]:
    """Yield how much there is of what, with the way to all of it."""
    numbers = {
        "briefings": len(dossier.briefings),
        "topics": len(dossier.topics),
        "sources": len({names.source(briefing) for briefing in dossier.briefings} - {""}),
        "languages": len({briefing.document.language.code for briefing in dossier.briefings}),
    }
    for name, number in numbers.items():
        if number:
            yield Link(names.words.counted(f"count.{name}", number), f"{name}.md")
    yield Link(names.words.counted("count.words", sum(briefing.document.words for briefing in dossier.briefings)), "")


def _languages(dossier: Dossier, names: Names) -> Cut:
    codes = _most_first(briefing.document.language.code for briefing in dossier.briefings)
    shown = _links(((names.language_link(code, ""), number) for code, number in codes[:_LANGUAGES]), names)
    return Cut(shown, _all("languages", len(codes), _LANGUAGES, names))


def _sources(dossier: Dossier, names: Names) -> Cut:
    """Return the sources; a dossier in which none is stated has none to show."""
    found = _most_first(names.source(briefing) for briefing in dossier.briefings)
    stated = [(names.source_link(name, ""), number) for name, number in found if name]
    unstated = [(names.source_link(name, ""), number) for name, number in found if not name]
    if not stated:
        return Cut((), Link("", ""))
    shown = _links([*stated[:_SOURCES], *unstated], names)
    return Cut(shown, _all("sources", len(stated), _SOURCES, names))


def _most_first(kinds: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(kinds).items(), key=lambda pair: (-pair[1], pair[0]))


def _links(counted: Iterable[tuple[Link, int]], names: Names) -> tuple[Link, ...]:
    return tuple(Link(link.text, link.path, names.number(number)) for link, number in counted)


def _all(index: str, number: int, most: int, names: Names) -> Link:
    """Return the link to a whole list; without a path where the first of it are all of it."""
    if number <= most:
        return Link("", "")
    return Link(names.words.counted(f"all.{index}", number), f"{index}.md")


def _periods(dossier: Dossier, chart: Timeline, names: Names) -> Iterator[Link]:
    """Yield the way to each bar of the chart, the newest first: months, or years where it shows years."""
    years = calendar(dossier, names)
    by_month = any("-" in bar.period for bar in chart.bars)
    for stretch in (part for year in years for part in (year.months if by_month else (year.whole,))):
        yield Link(stretch.title, stretch.path, names.number(stretch.count))


def _newest(dossier: Dossier, names: Names) -> Iterator[Newest]:
    for briefing in dossier.briefings[:_NEWEST]:
        link = names.briefing_link(briefing.id, "briefings/")
        note = " · ".join(part for part in (names.source(briefing), link.note) if part)
        yield Newest(Link(link.text, link.path, note), template.shorten(briefing.document.summary.text))


def _downloads(dossier: Dossier, names: Names) -> Iterator[Link]:
    """Yield the files beside the pages, which the site has and this folder has not; the print edition goes first."""
    if not dossier.briefings:
        return
    for file, what in (("citations.ris", "ris"), ("citations.json", "csl"), ("dossier.json", "machine")):
        yield Link(file, file, names.words.text(f"home.{what}"))
