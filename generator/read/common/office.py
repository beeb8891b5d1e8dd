"""What the readers of office documents share: parts of a container, properties, tables, roles of paragraphs."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.errors import SeedError
from generator.model import Fact, Kind, Notice, Reason
from generator.read.common import markup, runs
from generator.read.common.archive import Archive
from generator.read.common.decode import without_controls
from generator.read.common.markup import Element
from generator.read.common.runs import Line, Run
from generator.read.content import Content, Piece
from generator.text import squeeze

# What programs count and note for themselves.
_NOISE = frozenset(
    {"generator", "editing-duration", "editing-cycles", "revision", "template", "print-date", "lastprinted"}
)
_RAGGED = 4  # times as many cells as are filled; a table beyond that is told by its rows, since each row is filled up
_SPARE = 10_000  # empty cells that any table may have
_DIGITS = 9  # more are no number that a document needs
_TOP = 8  # blocks in which a headline may stand


@dataclass(frozen=True, slots=True)
class Part:
    """A member of a container as a tree, None where it has none; and what is wrong with it."""

    root: Element | None
    notices: tuple[Notice, ...] = ()


def part(archive: Archive, name: str) -> Part:
    """Return a part that must be there; one with a fault is read as far as it goes.

    Raises:
        SeedError: It is missing, cannot be unpacked, or is no XML.
    """
    data = archive.read(name)
    root = markup.sound_xml(data)
    if root is not None:
        return Part(root)
    fault = Notice("damaged", "fault", (name,))
    return Part(markup.xml(data, f"'{name}' in it"), (fault,))


def optional(archive: Archive, name: str) -> Part:
    """Return a part that need not be there; what is wrong with it costs no more than the part."""
    if name not in archive:
        return Part(None)
    try:
        return part(archive, name)
    except SeedError as error:
        return Part(None, (Notice("part-unread", "part", (name, error.message)),))


def number(text: str, most: int) -> int:
    """Return a number as XML states it, no larger than `most`; 0 for what is none."""
    bare = text.strip()
    if not (bare.isascii() and bare.isdigit()):
        return 0
    return min(int(bare[:_DIGITS]), most) if len(bare) <= _DIGITS else most


def joined(pieces: Iterable[Piece]) -> Line:
    """Return the text of blocks as one line, as a cell of a table holds it."""
    whole = runs.stacked([Line(piece.text, piece.links) for piece in pieces if piece.aside is None])
    return Line(whole.text.replace("\n", " "), whole.links)


def table(rows: Sequence[Sequence[Line]]) -> Piece | None:
    """Return rows of cells as a table; as a list where hardly a cell would be filled; None where none is."""
    full = [row for row in rows if any(cell.text for cell in row)]
    if not full:
        return None
    cells = sum(len(row) for row in full)
    if len(full) * max(len(row) for row in full) > _RAGGED * cells + _SPARE:
        return runs.listed([joined(runs.paragraph(cell) for cell in row if cell.text) for row in full])
    return runs.tabled(full)


def aside(text: str) -> Piece:
    """Return words that are no part of the text, such as a comment."""
    return Piece(Kind.PARAGRAPH, text, aside=Reason.FURNITURE)


def furniture(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return blocks as set aside, each text once: a header comes for the first page, for odd and for even ones."""
    once = {piece.text: replace(piece, aside=piece.aside or Reason.FURNITURE) for piece in pieces if piece.text}
    return tuple(once.values())


def code(told: Iterable[Run]) -> Piece:
    """Return code, its spaces and line ends as they are."""
    lines = "".join(run.text for run in told).split("\n")
    return Piece(Kind.CODE, "\n".join(without_controls(line.replace("\t", "    ")).rstrip() for line in lines))


def arranged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return blocks with the lines of code put together, and the levels of headings from 1."""
    whole: list[Piece] = []
    for is_code, group in groupby(pieces, lambda piece: piece.kind is Kind.CODE and piece.aside is None):
        told = list(group)
        whole += [Piece(Kind.CODE, "\n".join(piece.text for piece in told))] if is_code else told
    return _levelled(whole)


def _levelled(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return headings with levels from 1: a title comes as level 0, and pushes the others down."""
    if not any(piece.kind is Kind.HEADING and piece.level == 0 for piece in pieces):
        return tuple(pieces)
    return tuple(
        replace(piece, level=min(piece.level + 1, 6)) if piece.kind is Kind.HEADING else piece for piece in pieces
    )


def fitted(content: Content, most: int) -> Content:
    """Return a document with no block longer than `most` characters; what is longer is cut, and becomes a paragraph."""
    if all(len(piece.text) <= most for piece in content.pieces):
        return content
    notice = Notice("cut", "block", (most,))
    pieces = tuple(piece if len(piece.text) <= most else _cut(piece, most) for piece in content.pieces)
    return replace(content, pieces=pieces, notices=(*content.notices, notice))


def _cut(piece: Piece, most: int) -> Piece:
    links = tuple(link for link in piece.links if link.end <= most)
    return Piece(Kind.PARAGRAPH, piece.text[:most].replace("\n", " ").strip(), links=links, aside=piece.aside)


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file states of itself: the lines, and those of them that are facts."""

    stated: tuple[str, ...]
    facts: Mapping[str, Fact]


def stated(lines: Mapping[str, str], facts: Mapping[str, Fact], pieces: Sequence[Piece]) -> Properties:
    """Judge what stands in a file's properties; what is no fact is kept as lines that were set aside.

    Args:
        lines: Everything, by its name.
        facts: Title and author.
        pieces: The text; a headline of its own wins over the title, which is often that of another file, copied.
    """
    sensible = {name: fact for name, fact in facts.items() if name != "title" or not _is_headed(pieces)}
    return Properties(
        tuple(f"{name}: {bare(text)}" for name, text in lines.items() if text.strip() and name not in _NOISE), sensible
    )


def bare(text: str) -> str:
    """Return a stated text as one line."""
    return squeeze(without_controls(squeeze(text)))


def _is_headed(pieces: Sequence[Piece]) -> bool:
    """Say whether a text opens with a heading that is the only one of the highest level."""
    levels = [piece.level for piece in pieces if piece.kind is Kind.HEADING and piece.aside is None]
    opening = [piece.level for piece in pieces[:_TOP] if piece.kind is Kind.HEADING and piece.aside is None]
    return bool(opening) and opening[0] == min(levels) and levels.count(opening[0]) == 1
