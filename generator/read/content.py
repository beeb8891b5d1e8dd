"""What a format's reader hands on: pieces of text in order, and the facts that the file states about itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from generator.model import Fact, Kind, Reason


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has a number; the fields are those of model.Block."""

    kind: Kind
    text: str
    level: int = 0
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """A piece and the verdict on it: in the body, or set aside for a reason.

    A headline that became the title is neither: `is_title` says that it stands at the head of the page.
    Of a verdict that is the editor's, `is_final` says that no rule may change it.
    """

    piece: Piece
    reason: Reason | None = None
    is_title: bool = False
    is_final: bool = False

    @property
    def kept(self) -> bool:
        """Whether the piece is part of the body."""
        return self.reason is None and not self.is_title

    def aside(self, reason: Reason) -> "Judged":
        """Return the same piece, set aside; where the editor has spoken, as it is."""
        return self if self.is_final else replace(self, reason=reason)


@dataclass(frozen=True, slots=True)
class Content:
    """A parsed seed.

    Attributes:
        format: Its name.
        pieces: The text.
        stated: The lines of its header or front matter.
        facts: What those say.
        leftover: Lines that the parser has no use for, such as the address of a link that nothing links to.
    """

    format: str
    pieces: tuple[Piece, ...]
    stated: tuple[str, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    leftover: tuple[str, ...] = ()
