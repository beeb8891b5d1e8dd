"""The pages that list briefings: sources, the timeline."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.interface import Interface
from generator.locales import show_date
from generator.model import Date, Dossier, Page, Precision
from generator.render import template
from generator.render.charts import Timeline, timeline
from generator.render.names import Group, Link, Names, source_anchor
from generator.text import fold


@dataclass(frozen=True, slots=True)
class IndexView:
    """What an index shows; only the timeline has a chart with bars."""

    title: str
    lead: str
    chart: Timeline
    groups: tuple[Group, ...]


def sources_page(dossier: Dossier, names: Names) -> Page:
    """Return the sources from A to Z, those without a name last."""
    groups: dict[str, list[Link]] = defaultdict(list)
    for briefing in dossier.briefings:
        groups[names.source(briefing)].append(names.briefing_link(briefing.id, "briefings/"))
    order = sorted(groups, key=lambda name: (not name, fold(name), name))
    listed = tuple(Group(names.source_called(name), source_anchor(name), tuple(groups[name])) for name in order)
    lead = names.words.counted("count.sources", len(groups.keys() - {""}))
    return _page("sources", lead, dossier, names.words, listed)


def timeline_page(dossier: Dossier, names: Names) -> Page:
    """Return the briefings by month, the newest first."""
    lead = names.words.counted("count.briefings", len(dossier.briefings))
    return _page("timeline", lead, dossier, names.words, periods(dossier, names))


def periods(dossier: Dossier, names: Names) -> tuple[Group, ...]:
    """Return the briefings by month, newest first; those with a year only stand behind it, undated ones last."""
    groups: Mapping[str, list[Link]] = defaultdict(list)
    for briefing in dossier.briefings:
        date = briefing.document.date
        groups[date.value[:7] if date else ""].append(names.briefing_link(briefing.id, "briefings/"))
    return tuple(
        Group(_month(period, dossier.language, names.words), f"month-{period or 'undated'}", tuple(links))
        for period, links in groups.items()
    )


def _month(period: str, language: str, words: Interface) -> str:
    if not period:
        return words.text("undated")
    precision = Precision.MONTH if "-" in period else Precision.YEAR
    return show_date(Date(period, precision, "", ""), language)


def _page(name: str, lead: str, dossier: Dossier, words: Interface, groups: Sequence[Group]) -> Page:
    title = words.text(f"pages.{name}")
    view = IndexView(title, lead, timeline(dossier.briefings), tuple(groups))
    head = template.Head(
        f"{name}.md",
        title,
        dossier.language,
        words.filled("pages.of", {"page": title, "dossier": dossier.title, "lead": lead}),
    )
    return template.page(head, view, name, words)
