"""The pieces of a page, and where in it they stand."""

from dataclasses import dataclass

from generator.read.content import Piece
from generator.read.web.regions import Region


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of the page with a region of its own; two with one number are the same."""

    region: Region
    number: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece, and where in the page it stands.

    Attributes:
        piece: The text.
        spots: What the elements around it say that it is, the outer ones first.
        path: The numbers of the containers around it, the outer ones first: what shares a path stands side by side.
        tag: The name of the element that it is the text of.
        links: How many links are in it, whatever they lead to.
        linked: How much of it they cover, from 0 to 1.
    """

    piece: Piece
    spots: tuple[Spot, ...]
    path: tuple[int, ...]
    tag: str
    links: int
    linked: float

    @property
    def is_hidden(self) -> bool:
        """Whether a reader of the page does not see it, or not as text."""
        return any(spot.region is Region.HIDDEN for spot in self.spots)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time that an element states: its value, the piece that it stands in, and the names that the element bears."""

    value: str
    at: int
    names: str


@dataclass(frozen=True, slots=True)
class Page:
    """All pieces of a page in order, and the times that stand in them."""

    placed: tuple[Placed, ...]
    moments: tuple[Moment, ...]
