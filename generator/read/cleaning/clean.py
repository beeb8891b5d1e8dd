"""Set aside what is not the text: site furniture, teasers, repeats. Nothing is deleted, and the uncertain stays."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Corrections, Kind, Reason
from generator.read.cleaning.furniture import Mark, is_furniture, mark
from generator.read.cleaning.lines import CLOSING, find_text
from generator.read.cleaning.replies import with_replies
from generator.read.content import Judged, Piece
from generator.text import count_words, folded_words, phrases, squeeze

__all__ = [
    "Override",
    "apply",
    "as_marked",
    "clean_blocks",
    "clean_lines",
    "is_furniture",
    "looks_like_heading",
    "with_headings",
]

_LINK_SIGN = re.compile(r"(?:🔗|▶️?|👉|➡️?|➜)\s*$")
_PAGE = 3  # lines of furniture
_BELIEVED = frozenset({Kind.CODE, Kind.HEADING})  # `Support` may well head a chapter
_REPEAT_LEAST = 8  # words; shorter lines may well be said twice
_REPEAT_READ = 200  # characters, in which those words stand


def clean_lines(pieces: tuple[Piece, ...]) -> tuple[Judged, ...]:
    """Judge the lines of a plain text: runs of them are the body, whatever is uncertain beside it stays."""
    marks = _settled(with_replies([piece.text for piece in pieces], [_mark(piece) for piece in pieces]))
    judged: list[Judged] = []
    for piece, within, found in zip(pieces, find_text(pieces, marks), marks, strict=True):
        if within and not found.is_certain:
            judged.append(_judge(piece))
        else:
            lines = piece.items or (piece.text,)
            judged.extend(Judged(Piece(Kind.PARAGRAPH, line), Reason.CHROME) for line in lines)
    return _without_repeats(judged)


def _settled(marks: list[Mark]) -> list[Mark]:
    """Let headings such as `Comments` close a text only on what is a page: in a letter, they head a chapter."""
    is_page = sum(found.is_certain for found in marks) >= _PAGE
    return marks if is_page else [Mark.FURNITURE if found in CLOSING else found for found in marks]


def _mark(piece: Piece) -> Mark:
    """Return what the phrases of a piece say about it; of a list, most items must say it."""
    if not piece.items:
        return mark(piece.text)
    certain = sum(mark(item).is_certain for item in piece.items)
    return Mark.FURNITURE if certain * 2 > len(piece.items) else Mark.NONE


def clean_blocks(pieces: tuple[Piece, ...]) -> tuple[Judged, ...]:
    """Judge the blocks of a structured text: its own headings and lists are believed, phrases of furniture are not."""
    judged = [
        Judged(piece, piece.aside or Reason.CHROME)
        if piece.aside or (piece.kind not in _BELIEVED and is_furniture(piece.text))
        else _judge(piece)
        for piece in pieces
    ]
    return _without_repeats(judged)


@dataclass(frozen=True, slots=True)
class Override:
    """The verdicts after an editor's corrections, and the corrections that fitted no line."""

    judged: tuple[Judged, ...]
    unmatched: tuple[str, ...]


def apply(judged: Sequence[Judged], corrections: Corrections) -> Override:
    """Let an editor's `keep` and `set_aside` lines win over every rule."""
    if not corrections.keep and not corrections.set_aside:
        return Override(tuple(judged), ())
    keep = {squeeze(line) for line in corrections.keep}
    drop = {squeeze(line) for line in corrections.set_aside}
    present = {squeeze(entry.piece.text) for entry in judged}
    result = []
    for entry in judged:
        line = squeeze(entry.piece.text)
        if line in drop:
            result.append(Judged(entry.piece, Reason.EDITOR, is_final=True))
        else:
            result.append(Judged(entry.piece, is_final=True) if line in keep else entry)
    return Override(tuple(result), tuple(sorted((keep | drop) - present)))


def _judge(piece: Piece) -> Judged:
    is_teaser = piece.kind is Kind.PARAGRAPH and (bool(_LINK_SIGN.search(piece.text)) or _opens_teaser(piece.text))
    return Judged(piece, Reason.TEASER if is_teaser else None)


def _opens_teaser(line: str) -> bool:
    opening, mark, _ = line.partition(":")
    return bool(mark) and folded_words(opening) in phrases("teasers")


def with_headings(judged: tuple[Judged, ...]) -> tuple[Judged, ...]:
    """Make headings of the short lines without a stop that stand before a paragraph of the body."""
    body = [index for index, entry in enumerate(judged) if entry.kept]
    headings = {
        here for here, following in pairwise(body)
        if _may_head(judged[here].piece)
        and count_words(judged[following].piece.text) > count_words(judged[here].piece.text)
        and not _may_head(judged[following].piece)
    }  # fmt: skip
    return tuple(
        Judged(Piece(Kind.HEADING, entry.piece.text, level=2)) if index in headings else entry
        for index, entry in enumerate(judged)
    )


def _may_head(piece: Piece) -> bool:
    return piece.kind is Kind.PARAGRAPH and looks_like_heading(piece.text)


def as_marked(judged: tuple[Judged, ...]) -> tuple[Judged, ...]:
    """Leave the headings to those that the document marks."""
    return judged


def looks_like_heading(line: str) -> bool:
    """Say whether a line could be a heading: short, no stop or comma at its end, no small letter at its start."""
    first = next((sign for sign in line if sign.isalpha()), "")
    short = 1 <= count_words(line) <= 24 and len(line) <= 120  # noqa: PLR2004 - headlines of 990 news pages are within
    return bool(first) and short and not first.islower() and line[0] not in "-*•–" and line[-1] not in '.,;:!?…。，؟"”»'


def _without_repeats(judged: Sequence[Judged]) -> tuple[Judged, ...]:
    """Set aside each later copy of a longer paragraph, spacing and case apart."""
    seen: set[str] = set()
    result = []
    for entry in judged:
        text = " ".join(entry.piece.text.casefold().split())
        long = entry.kept and count_words(text[:_REPEAT_READ]) >= _REPEAT_LEAST
        result.append(entry.aside(Reason.REPEAT) if long and text in seen else entry)
        if long:
            seen.add(text)
    return tuple(result)
