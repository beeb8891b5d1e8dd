"""The timeline: by month on one page, or a page for each year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.model import Briefing, Date, Dossier, Page, Precision
from generator.render import places
from generator.render.charts import timeline
from generator.render.indexes.listing import ALONE, Listing, listing_pages
from generator.render.indexes.sheets import sheets
from generator.render.names import Group, Link, Names

_YEAR, _MONTH = len("2025"), len("2025-09")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month or a year: what it is called, where the timeline has it, and how many briefings."""

    title: str
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or the undated under an empty value: its briefings, where they are, and its months, newest first."""

    value: str
    briefings: tuple[Briefing, ...]
    whole: Stretch
    months: tuple[Stretch, ...]


def timeline_pages(dossier: Dossier, names: Names) -> Iterator[Page]:
    """Yield the briefings by month, newest first; those with a year only stand behind it, undated ones last."""
    title = names.words.text("pages.timeline")
    lead = names.words.counted("count.briefings", len(dossier.briefings))
    chart = timeline(dossier.briefings)
    if places.fits(len(dossier.briefings)):
        groups = _by_month(dossier.briefings, names)
        yield from listing_pages(Listing("timeline.md", title, lead, ALONE, chart, groups), dossier, names)
        return
    years = calendar(dossier, names)
    bar = tuple(Link(year.whole.title, year.whole.path) for year in years)
    groups = tuple(_overview(year, names) for year in years)
    yield from listing_pages(Listing("timeline.md", title, lead, ALONE, chart, groups, bar), dossier, names)
    for year in years:
        yield from _year_pages(year, dossier, names)


def calendar(dossier: Dossier, names: Names) -> tuple[Year, ...]:
    """Return the years, newest first, with the way to each and to its months."""
    by_year = groupby(dossier.briefings, lambda briefing: _value(briefing)[:_YEAR])
    return tuple(_year(value, tuple(briefings), len(dossier.briefings), names) for value, briefings in by_year)


def _year(value: str, briefings: tuple[Briefing, ...], among: int, names: Names) -> Year:
    groups = _by_month(briefings, names)
    path = "timeline.md" if places.fits(among) else _page_of(value)
    ways: dict[str, str] = {}
    for sheet in sheets(path, groups, names.words):
        for group in sheet.groups:
            ways.setdefault(group.anchor, f"{sheet.path}#{group.anchor}")
    months = tuple(Stretch(group.title, ways[group.anchor], len(group.links)) for group in groups)
    start = months[0].path if places.fits(among) else path
    return Year(value, briefings, Stretch(_called(value, names), start, len(briefings)), months)


def _year_pages(year: Year, dossier: Dossier, names: Names) -> Iterator[Page]:
    above = Link(names.words.text("pages.timeline"), "timeline.md")
    count = names.words.counted("count.briefings", year.whole.count)
    chart = timeline(briefing for briefing in year.briefings if len(_value(briefing)) >= _MONTH)
    groups = _by_month(year.briefings, names)
    yield from listing_pages(Listing(year.whole.path, year.whole.title, count, above, chart, groups), dossier, names)


def _overview(year: Year, names: Names) -> Group:
    links = (
        Link(month.title, month.path, names.words.counted("count.briefings", month.count)) for month in year.months
    )
    return Group(year.whole.title, f"year-{year.value or 'undated'}", tuple(links))


def _by_month(briefings: Sequence[Briefing], names: Names) -> tuple[Group, ...]:
    return tuple(
        Group(
            _heading(value, names),
            f"month-{value or 'undated'}",
            tuple(names.briefing_link(briefing.id, "briefings/") for briefing in month),
        )
        for value, month in groupby(briefings, lambda briefing: _value(briefing)[:_MONTH])
    )


def _value(briefing: Briefing) -> str:
    return briefing.document.date.value if briefing.document.date else ""


def _page_of(year: str) -> str:
    return places.own_page("timeline", f"year-{year or 'undated'}")


def _called(period: str, names: Names) -> str:
    if not period:
        return names.words.text("undated")
    return names.date(Date(period, Precision.MONTH if "-" in period else Precision.YEAR, "", ""))


def _heading(period: str, names: Names) -> str:
    whole = _called(period, names)
    return names.words.filled("indexes.year_only", {"year": whole}) if len(period) == _YEAR else whole
