"""What one document says, as far as it can be told without the others."""

from generator.model import Described, Document
from generator.understand.keywords.keywords import Method, find_candidates
from generator.understand.topics.spotting import spot


def describe(document: Document, method: Method) -> Described:
    """Return a document with what the collection may make its keywords and topics of."""
    found = find_candidates(document, method)
    return Described(document, found.phrases, found.stems, spot(document), found.notices)
