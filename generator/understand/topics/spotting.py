"""What one document holds that only the whole collection can judge."""

from collections.abc import Iterator

from generator.model import Document, Kind, Name, Sightings
from generator.understand.language import names
from generator.understand.topics import terms


def spot(document: Document) -> Sightings:
    """Return the names in a document, and the words and phrases that it is about."""
    return Sightings(tuple(_names(document)), tuple(terms.subjects(document)))


def _names(document: Document) -> Iterator[Name]:
    for block in document.blocks:
        if block.kind not in {Kind.CODE, Kind.HEADING}:  # a heading may have capitals all through
            yield from names.find(block.text, document.language.code)
