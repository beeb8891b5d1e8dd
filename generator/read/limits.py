"""Where reading stops: a seed past a limit is read in part, and says so."""

from dataclasses import replace
from itertools import accumulate

from generator.model import Notice
from generator.read.content import Content
from generator.settings import Limits


def clip(content: Content, limits: Limits) -> Content:
    """Return the first pieces of a document, as many as the limits allow, with a notice of what was left out."""
    pieces = content.pieces[: limits.blocks]
    lengths = accumulate(len(piece.text) for piece in pieces)
    fitting = sum(length <= limits.characters for length in lengths)
    # A single piece that is too long for the limit was cut by its reader; the first one is always read.
    pieces = pieces[: max(fitting, 1)]
    if len(pieces) == len(content.pieces):
        return content
    cut = Notice("cut", "blocks", (len(pieces), len(content.pieces)))
    return replace(content, pieces=pieces, notices=(*content.notices, cut))
