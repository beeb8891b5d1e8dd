"""Plain text: lines and paragraphs, hard-wrapped ones put together again."""

import re
from collections.abc import Iterator

from generator.model import Kind
from generator.read.content import Content, Layout, Piece, Raw
from generator.read.decode import decode
from generator.read.formats import header
from generator.text import squeeze

# Hard-wrapped text: mail and typewriter habits fill lines to some 65 to 80 characters.
_WRAP_LEAST, _WRAP_MOST, _WRAP_SPREAD = 45, 100, 25
_ENDS = (".", "!", "?", "…", ":", ";", "。", "！", "？")


def parse(raw: Raw) -> Iterator[Content]:
    """Yield the paragraphs of a plain text."""
    decoded = decode(raw.data, raw.rules.limits.characters)
    head = header.split(decoded.text)
    yield Content(
        "text",
        decoded.encoding,
        pieces(head.rest),
        Layout.LINES,
        stated=head.lines,
        facts=head.facts,
        notices=decoded.notices,
    )


def pieces(text: str) -> tuple[Piece, ...]:
    """Return the paragraphs of a text without a header."""
    chunks = re.split(r"\n[ \t]*\n", text)
    return tuple(Piece(Kind.PARAGRAPH, line) for chunk in chunks for line in _lines(chunk))


def _lines(chunk: str) -> Iterator[str]:
    lines = [squeeze(line) for line in chunk.split("\n") if line.strip()]
    if _is_wrapped(lines):
        yield " ".join(lines)
    else:
        yield from lines


def _is_wrapped(lines: list[str]) -> bool:
    """Say whether a chunk is one paragraph: full lines of like length, of which hardly one ends a sentence."""
    full = lines[:-1]
    if not full:
        return False
    widths = [len(line) for line in full]
    if min(widths) < _WRAP_LEAST or max(widths) > _WRAP_MOST or max(widths) - min(widths) > _WRAP_SPREAD:
        return False
    return sum(line.endswith(_ENDS) for line in full) * 3 <= len(full)
