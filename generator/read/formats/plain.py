"""Plain text: lines, paragraphs and lists, hard-wrapped ones put together again."""

from collections.abc import Iterator, Sequence

from generator.model import Kind
from generator.read.content import Content, Piece
from generator.read.formats import header, lists

# Hard-wrapped text: mail and typewriter habits fill lines to some 65 to 80 characters.
_WRAP_LEAST, _WRAP_MOST, _WRAP_SPREAD = 45, 100, 25
_ENDS = (".", "!", "?", "…", ":", ";", "。", "！", "？")


def parse(text: str) -> Content:
    """Return the paragraphs and lists of a plain text."""
    head = header.split(text)
    pieces: list[Piece] = []
    lines: list[str] = []
    for part in lists.find(head.rest.split("\n")):
        if isinstance(part, Piece):
            pieces.extend(_paragraphs(lines))
            pieces.append(part)
            lines = []
        else:
            lines.append(part)
    pieces.extend(_paragraphs(lines))
    return Content("text", tuple(pieces), head.lines, head.facts)


def _paragraphs(lines: Sequence[str]) -> Iterator[Piece]:
    chunk: list[str] = []
    for line in [*lines, ""]:
        if line:
            chunk.append(line)
            continue
        texts = [" ".join(chunk)] if _is_wrapped(chunk) else chunk
        yield from (Piece(Kind.PARAGRAPH, text) for text in texts)
        chunk = []


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Say whether a chunk is one paragraph: full lines of like length, of which hardly one ends a sentence."""
    full = lines[:-1]
    if not full:
        return False
    widths = [len(line) for line in full]
    if min(widths) < _WRAP_LEAST or max(widths) > _WRAP_MOST or max(widths) - min(widths) > _WRAP_SPREAD:
        return False
    return sum(line.endswith(_ENDS) for line in full) * 3 <= len(full)
