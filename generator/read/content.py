"""What a format's reader hands on: pieces of text in order, and the facts that the file states about itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from generator.model import Encoding, Fact, Hyperlink, Kind, Notice, Reason
from generator.settings import Rules


@dataclass(frozen=True, slots=True)
class Raw:
    """A seed as a format's reader gets it."""

    path: str
    data: bytes
    rules: Rules


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has a number.

    Attributes:
        kind, text, level, items, rows, links: As in model.Block.
        aside: Why it is no text, where the format shows that; None where only the words can tell.
    """

    kind: Kind
    text: str
    level: int = 0
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    links: tuple[Hyperlink, ...] = ()
    aside: Reason | None = None


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


class Layout(StrEnum):
    """What the pieces of a document are.

    Lines, of which only the words tell more; blocks, which the format marks; or those of a letter, whose headers say
    all there is to know, so that no headline or dateline is sought in its text.
    """

    LINES = "lines"
    BLOCKS = "blocks"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Content:
    """A document that a seed holds.

    Attributes:
        format: The name of its format.
        encoding: How its bytes became text.
        pieces: The text.
        layout: What its pieces are.
        part: What names it for good among several documents of one file, such as a message's identifier.
        stated: The lines of its header or front matter.
        facts: What those say.
        leftover: Lines that the parser has no use for, such as the address of a link that nothing links to.
        notices: What a reader of the page should know about how it was parsed.
    """

    format: str
    encoding: Encoding
    pieces: tuple[Piece, ...]
    layout: Layout = Layout.BLOCKS
    part: str = ""
    stated: tuple[str, ...] = ()
    facts: Mapping[str, Fact] = field(default_factory=dict)
    leftover: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
