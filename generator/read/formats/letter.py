"""The text of a mail: lines put together again, quotations, and what stands under it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from generator.model import Kind, Reason
from generator.read.content import Piece
from generator.read.formats import plain

_QUOTED = re.compile(r" ?((?:> ?){1,60})")
_QUOTED_FLOWED = re.compile(r">{1,60}")
_SIGNATURE = 15  # lines with words at the most; netiquette (RFC 3676) asks for four, offices write ten
_FOOTER = 12  # lines with words at the most
_RULE = re.compile(r"[_=*-]{20,200}\s*")
_DASHES = re.compile(r"\s{0,5}-{4,20}[^-]")
_FOOTER_WORDS = ("listinfo", "unsubscri", "mailman", "/list", "list@", "@list", "lists.", "groups.", "sympa", "subscri")
_HEADER_LINE = re.compile(r"\*?[^\W\d_]{2,12}\s?:\*?\s")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a mail, without the signs of quotation, of which there were `depth`."""

    text: str
    depth: int


def pieces(text: str, flow: str) -> tuple[Piece, ...]:
    """Return the paragraphs and quotations of a mail, its signature and the footer of its list set aside.

    Args:
        text: The text, its line ends of one kind.
        flow: The parameters of RFC 3676, as `flowed` or `flowed yes`; other words are of no effect.
    """
    lines = text.split("\n")
    foot = _footer(lines)
    mark, end = _signature(lines[:foot])
    return (
        *_paragraphs(lines[:mark], flow),
        *_aside(lines[mark:end]),
        *_paragraphs(lines[end:foot], flow),
        *_aside(lines[foot:]),
    )


def _footer(lines: Sequence[str]) -> int:
    """Return where the footer that a mailing list adds begins; the number of lines where there is none."""
    rules = [index for index, line in enumerate(lines) if _RULE.fullmatch(line)]
    for index in rules[-3:]:
        rest = [line for line in lines[index + 1 :] if line.strip() and not _RULE.fullmatch(line)]
        said = "\n".join(rest[: _FOOTER + 1]).lower()
        if not 0 < len(rest) <= _FOOTER or _HEADER_LINE.match(rest[0]):
            continue
        if any(word in said for word in _FOOTER_WORDS) and ("http" in said or "@" in said):
            return index
    return len(lines)


def _signature(lines: Sequence[str]) -> tuple[int, int]:
    """Return where the signature begins and ends; it is empty where there is none, or too much stands below."""
    marks = [index for index, line in enumerate(lines) if line.rstrip() == "--"]
    none = (len(lines), len(lines))
    if not marks:
        return none
    start = marks[-1]
    below = range(start + 1, len(lines))
    end = next((index for index in below if _DASHES.match(lines[index]) or _QUOTED.match(lines[index])), len(lines))
    words = sum(bool(line.strip()) for line in lines[start + 1 : end])
    return (start, end) if words <= _SIGNATURE else none


def _aside(lines: Sequence[str]) -> Iterator[Piece]:
    for line in lines:
        if line.strip():
            yield Piece(Kind.PARAGRAPH, line.strip(), aside=Reason.FURNITURE)


def _paragraphs(lines: Sequence[str], flow: str) -> Iterator[Piece]:
    marked = _flowed(lines, flow) if flow.startswith("flowed") else map(_fixed, lines)
    for depth, group in groupby(marked, key=lambda line: line.depth):
        for piece in plain.pieces("\n".join(line.text for line in group)):
            yield replace(piece, kind=Kind.QUOTE) if depth else piece


def _fixed(line: str) -> _Line:
    match = _QUOTED.match(line)
    return _Line(line[match.end() :], match[1].count(">")) if match else _Line(line, 0)


def _flowed(lines: Sequence[str], flow: str) -> Iterator[_Line]:
    """Yield the lines of a text whose soft line ends are marked by a space (RFC 3676), put together."""
    gathered: list[str] = []
    before = 0
    for line in lines:
        match = _QUOTED_FLOWED.match(line)
        depth = match.end() if match else 0
        text = line[depth:].removeprefix(" ")
        if gathered and depth != before:
            yield _Line("".join(gathered), before)
            gathered = []
        before = depth
        is_soft = text.endswith(" ") and text != "-- "
        gathered.append(text[:-1] if is_soft and flow.endswith(" yes") else text)
        if not is_soft:
            yield _Line("".join(gathered), depth)
            gathered = []
    if gathered:
        yield _Line("".join(gathered), before)
