"""The pages that list briefings and topics: each costs its length, and none grows with the collection."""

from collections.abc import Iterator

from generator.model import Dossier, Page
from generator.render.indexes.briefings import briefings_pages
from generator.render.indexes.shelves import languages_pages, sources_pages
from generator.render.indexes.timeline import timeline_pages
from generator.render.indexes.topics import topics_pages
from generator.render.names import Names


def index_pages(dossier: Dossier, names: Names) -> Iterator[Page]:
    """Yield the pages of every index."""
    yield from briefings_pages(dossier, names)
    yield from timeline_pages(dossier, names)
    yield from topics_pages(dossier, names)
    yield from sources_pages(dossier, names)
    yield from languages_pages(dossier, names)
