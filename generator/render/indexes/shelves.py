"""The indexes of sources and of languages: all on one page, or a page for each."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.locales import language_name
from generator.model import Briefing, Dossier, Page
from generator.render import places
from generator.render.charts import Timeline
from generator.render.indexes.letters import letters
from generator.render.indexes.listing import ALONE, Listing, listing_pages
from generator.render.names import Group, Link, Names, language_anchor, source_anchor
from generator.render.period import period_of
from generator.text import fold

_NO_CHART = Timeline((), 0)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What an index lists: the name of a source or a language, its anchor, and its briefings, newest first."""

    title: str
    anchor: str
    briefings: tuple[Briefing, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    """An index: its page without the suffix, its lead, what it lists, and how a long list is parted."""

    name: str
    lead: str
    shelves: tuple[_Shelf, ...]
    parted: Callable[[Sequence[Link]], tuple[Group, ...]]


def sources_pages(dossier: Dossier, names: Names) -> Iterator[Page]:
    """Yield the sources from A to Z, those without a name last."""
    found = _by(names.source, dossier)
    order = sorted(found, key=lambda name: (not name, fold(name), name))
    shelves = tuple(_Shelf(names.source_called(name), source_anchor(name), found[name]) for name in order)
    lead = names.words.counted("count.sources", len(found.keys() - {""}))
    return _pages(_Index("sources", lead, shelves, letters), dossier, names)


def languages_pages(dossier: Dossier, names: Names) -> Iterator[Page]:
    """Yield the languages, those of most briefings first."""
    found = _by(lambda briefing: briefing.document.language.code, dossier)
    order = sorted(found, key=lambda code: (-len(found[code]), code))
    shelves = tuple(_Shelf(language_name(code, dossier.language), language_anchor(code), found[code]) for code in order)
    lead = names.words.counted("count.languages", len(found))

    def together(links: Sequence[Link]) -> tuple[Group, ...]:
        return (Group(names.words.text("indexes.by_number"), "by-number", tuple(links)),)

    return _pages(_Index("languages", lead, shelves, together), dossier, names)


def _by(kind: Callable[[Briefing], str], dossier: Dossier) -> dict[str, tuple[Briefing, ...]]:
    found: dict[str, list[Briefing]] = defaultdict(list)
    for briefing in dossier.briefings:
        found[kind(briefing)].append(briefing)
    return {name: tuple(briefings) for name, briefings in found.items()}


def _pages(index: _Index, dossier: Dossier, names: Names) -> Iterator[Page]:
    title = names.words.text(f"pages.{index.name}")
    if places.fits(len(dossier.briefings)):
        groups = tuple(Group(shelf.title, shelf.anchor, _links(shelf.briefings, names)) for shelf in index.shelves)
        whole = Listing(f"{index.name}.md", title, index.lead, ALONE, _NO_CHART, groups)
        yield from listing_pages(whole, dossier, names)
        return
    links = [_shelf_link(index, shelf, names) for shelf in index.shelves]
    whole = Listing(f"{index.name}.md", title, index.lead, ALONE, _NO_CHART, index.parted(links))
    yield from listing_pages(whole, dossier, names)
    for shelf in index.shelves:
        own = places.own_page(index.name, shelf.anchor)
        above = Link(title, f"{index.name}.md")
        part = Listing(own, shelf.title, _note(shelf, names), above, _NO_CHART, _by_year(shelf, names))
        yield from listing_pages(part, dossier, names)


def _shelf_link(index: _Index, shelf: _Shelf, names: Names) -> Link:
    return Link(shelf.title, places.own_page(index.name, shelf.anchor), _note(shelf, names))


def _note(shelf: _Shelf, names: Names) -> str:
    count = names.words.counted("count.briefings", len(shelf.briefings))
    return " · ".join(part for part in (count, period_of(shelf.briefings, names)) if part)


def _links(briefings: Sequence[Briefing], names: Names) -> tuple[Link, ...]:
    return tuple(names.briefing_link(briefing.id, "briefings/") for briefing in briefings)


def _by_year(shelf: _Shelf, names: Names) -> tuple[Group, ...]:
    years: dict[str, list[Briefing]] = defaultdict(list)
    for briefing in shelf.briefings:
        years[briefing.document.date.value[:4] if briefing.document.date else ""].append(briefing)
    undated = names.words.text("undated")
    return tuple(
        Group(year or undated, f"year-{year or 'undated'}", _links(briefings, names))
        for year, briefings in years.items()
    )
