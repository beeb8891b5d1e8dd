"""Links to topics within the text of a briefing: the first mention of each in every section."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from generator.model import Block, Briefing, Kind
from generator.render import escape
from generator.render.linked import Live
from generator.render.names import Names

# A web or mail address that stands as text is a link on code hosts, and would swallow one within it.
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]{1,64}@[\w.-]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block names a topic."""

    start: int
    end: int
    topic: str


def inline_links(briefing: Briefing, names: Names) -> Mapping[str, tuple[Live, ...]]:
    """Return the links to topics by the anchor of their block, in the order of the text.

    A section begins at each heading; what stands before the first one is a section too. Nothing is linked within
    headings, code, addresses and what the seed itself links.
    """
    places: dict[str, list[_Place]] = defaultdict(list)
    for topic, mentions in names.mentions_in(briefing.id).items():
        for mention in mentions:
            places[mention.anchor].append(_Place(mention.start, mention.start + len(mention.form), topic))
    links: dict[str, tuple[Live, ...]] = {}
    section: set[str] = set()
    for block in briefing.document.blocks:
        if block.kind is Kind.HEADING:
            section = set()
        elif block.anchor in places and block.kind is not Kind.CODE:
            links[block.anchor] = tuple(_first(_free(places[block.anchor], block), section))
    return links


def _free(places: Iterable[_Place], block: Block) -> Iterator[_Place]:
    """Yield the places where a link may stand, in order, none in another: what begins first, then what is longest."""
    taken = {at for at, sign in enumerate(block.text) if sign == "\n"}  # between the items of a list, or cells
    for link in block.links:
        taken.update(range(link.start, link.end))
    for address in _ADDRESS.finditer(block.text):
        taken.update(range(*address.span()))
    for place in sorted(places, key=lambda place: (place.start, -place.end, place.topic)):
        here = range(place.start, place.end)
        if taken.isdisjoint(here):
            taken.update(here)
            yield place


def _first(places: Iterable[_Place], section: set[str]) -> Iterator[Live]:
    """Yield a link for each topic that its section has not linked yet, and note it there."""
    for place in places:
        if place.topic not in section:
            section.add(place.topic)
            yield Live(place.start, place.end, escape.path(f"../topics/{place.topic}.md"))
