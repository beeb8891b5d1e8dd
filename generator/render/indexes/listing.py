"""A list of links under headings, on as many pages as it takes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.model import Dossier, Page
from generator.render import places, template
from generator.render.charts import Timeline
from generator.render.indexes.sheets import Sheet, sheets, turns
from generator.render.names import Group, Link, Names

ALONE = Link("", "")  # what an index is part of
_FEW = 50  # entries; a page shorter than this is seen at a glance, and needs no row of its headings


@dataclass(frozen=True, slots=True)
class Listing:
    """A list before it is cut.

    Attributes:
        path: Its first page.
        title, lead: What stands above it.
        above: The index that it is part of; ALONE where it is one itself.
        chart: Its briefings over time; without bars where that is of no interest.
        groups: What it lists, with paths from the folder of all pages.
        bar: Where its parts are; empty for a row made of its own headings.
    """

    path: str
    title: str
    lead: str
    above: Link
    chart: Timeline
    groups: tuple[Group, ...]
    bar: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class ListView:
    """What a page shows; every path counts from the folder of all pages, to which `up` leads."""

    title: str
    lead: str
    above: Link
    chart: Timeline
    up: str
    bar: tuple[Link, ...]
    groups: tuple[Group, ...]
    turns: tuple[Link, ...]


def listing_pages(listing: Listing, dossier: Dossier, names: Names) -> Iterator[Page]:
    """Yield the pages of a list; the first alone has the chart."""
    found = sheets(listing.path, listing.groups, names.words)
    bar = listing.bar or headings(found)
    for each in found:
        view = ListView(
            title=listing.title,
            lead=listing.lead,
            above=listing.above,
            chart=listing.chart if each.number == 1 else Timeline((), 0),
            up=places.up(each.path),
            bar=bar,
            groups=each.groups,
            turns=turns(listing.path, each.number, len(found)),
        )
        head = head_of(each.path, listing.title, listing.lead, dossier, names)
        yield template.page(head, view, "list", names.words)


def headings(found: Iterable[Sheet]) -> tuple[Link, ...]:
    """Return the way to each heading of a list, wherever it begins; none where the list is short."""
    pages = list(found)
    if sum(len(group.links) for page in pages for group in page.groups) <= _FEW:
        return ()
    first: dict[str, Link] = {}
    for page in pages:
        for group in page.groups:
            first.setdefault(group.anchor, Link(group.title, f"{page.path}#{group.anchor}"))
    return tuple(first.values())


def head_of(path: str, title: str, lead: str, dossier: Dossier, names: Names) -> template.Head:
    """Return what stands over a page of an index."""
    said = {"page": title, "dossier": dossier.title, "lead": lead}
    return template.Head(path, title, dossier.language, names.words.filled("pages.of", said))
