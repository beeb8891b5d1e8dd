"""Plain text: lines, paragraphs and lists, hard-wrapped ones put together again."""

from collections.abc import Iterator, Sequence

from generator.model import Kind
from generator.read.common.decode import decode
from generator.read.content import Content, Layout, Piece, Raw
from generator.read.formats import header, lists

# Hard-wrapped text: mail and typewriter habits fill lines to some 65 to 80 characters.
_WRAP_LEAST, _WRAP_MOST, _WRAP_SPREAD = 45, 100, 25
_ENDS = (".", "!", "?", "…", ":", ";", "。", "！", "？")


def parse(raw: Raw) -> Iterator[Content]:
    """Yield the paragraphs and lists of a plain text."""
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
    """Return the paragraphs and lists of a text without a header."""
    return tuple(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    lines: list[str] = []
    for part in lists.find(text.split("\n")):
        if isinstance(part, Piece):
            yield from _paragraphs(lines)
            yield part
            lines = []
        else:
            lines.append(part)
    yield from _paragraphs(lines)


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
