"""Set aside what is not the text: site furniture, teasers, repeats. Nothing is deleted, and the uncertain stays."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Corrections, Kind, Reason
from generator.read.content import Judged, Piece
from generator.text import all_words, count_words, folded_words, squeeze, word_table

LANGUAGES = ("any", "ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "tr", "uk", "zh")
_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟][\"'”’»)\]]*$")
_LINK_SIGN = re.compile(r"(?:🔗|▶️?|👉|➡️?|➜)\s*$")
_REPEAT_LEAST = 8  # words; shorter lines may well be said twice
_PARAGRAPH = 12  # words
_LIST = 12  # lines between two paragraphs
_SENTENCE_LEAST = 4  # words
_PHRASE_LIMIT = 25  # words; a longer line that holds a phrase is text about it
_EDGE = 6  # lines; fewer before or after the text, with no phrase of furniture among them, stay in doubt and stay


def clean_lines(pieces: tuple[Piece, ...]) -> tuple[Judged, ...]:
    """Judge the lines of a plain text: the best run of them is the body, whatever is uncertain beside it stays."""
    furniture = [is_furniture(piece.text) for piece in pieces]
    run = _best_run([_score(piece, bad) for piece, bad in zip(pieces, furniture, strict=True)])
    run = _with_paragraphs(run, pieces, furniture)
    run = _with_sentences(run, [_is_sentence(piece) and not bad for piece, bad in zip(pieces, furniture, strict=True)])
    outside = {*_edge(furniture, range(run.start)), *_edge(furniture, range(run.stop, len(pieces)))}
    judged = [
        Judged(piece, Reason.CHROME) if bad or index in outside else _judge(piece)
        for index, (piece, bad) in enumerate(zip(pieces, furniture, strict=True))
    ]
    return _without_repeats(judged)


def clean_blocks(pieces: tuple[Piece, ...]) -> tuple[Judged, ...]:
    """Judge the blocks of a structured text: its own headings and lists are believed, phrases of furniture are not."""
    judged = [
        Judged(piece, piece.aside or Reason.CHROME)
        if piece.aside or (piece.kind is not Kind.CODE and is_furniture(piece.text))
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


def is_furniture(line: str) -> bool:
    """Say whether a line is a phrase of an interface, of a legal notice or of sharing."""
    words = folded_words(line)
    if not words or len(words) > _PHRASE_LIMIT:
        return False
    whole, within = _phrases()
    return words in whole or any(phrase in f" {' '.join(words)} " for phrase in within)


@functools.cache
def _phrases() -> tuple[frozenset[tuple[str, ...]], tuple[str, ...]]:
    tables = [word_table("furniture", language) for language in LANGUAGES]
    whole = frozenset(folded_words(phrase) for table in tables for phrase in table.get("whole", ()))
    within = {f" {' '.join(folded_words(phrase))} " for table in tables for phrase in table.get("within", ())}
    return whole, tuple(sorted(within))


def _score(piece: Piece, furniture: bool) -> float:  # noqa: FBT001 - a value, not a switch
    """Return how much a line speaks for being text: long lines and whole sentences do, short ones do not."""
    words = min(count_words(piece.text), 80)
    if furniture:
        return -6.0
    is_sentence = bool(_ENDS_SENTENCE.search(piece.text)) or words >= _PHRASE_LIMIT
    return words / (8 if is_sentence else 20) - 1.2


def _best_run(scores: Sequence[float]) -> range:
    """Return the neighbouring lines whose scores add up highest (Kadane); all lines where none speaks for text."""
    best, best_sum = range(len(scores)), 0.0
    start, total = 0, 0.0
    for index, score in enumerate(scores):
        if total <= 0:
            start, total = index, 0.0
        total += score
        if total > best_sum:
            best, best_sum = range(start, index + 1), total
    return best


def _with_paragraphs(run: range, pieces: Sequence[Piece], furniture: Sequence[bool]) -> range:
    """Return the run with the paragraphs near it and all between, if that is no furniture: lists belong to a text."""
    start, stop = run.start, run.stop
    for index in range(run.stop, len(pieces)):
        if furniture[index] or index - stop > _LIST:
            break
        if _is_paragraph(pieces[index]):
            stop = index + 1
    for index in reversed(range(run.start)):
        if furniture[index] or start - index > _LIST:
            break
        if _is_paragraph(pieces[index]):
            start = index
    return range(start, stop)


def _is_paragraph(piece: Piece) -> bool:
    return count_words(piece.text) >= _PARAGRAPH and _is_sentence(piece)


def _with_sentences(run: range, sentence: Sequence[bool]) -> range:
    """Return the run with the whole sentences that stand right before and after it: too short to score, but text."""
    start, stop = run.start, run.stop
    while start > 0 and sentence[start - 1]:
        start -= 1
    while stop < len(sentence) and sentence[stop]:
        stop += 1
    return range(start, stop)


def _is_sentence(piece: Piece) -> bool:
    return count_words(piece.text) >= _SENTENCE_LEAST and bool(_ENDS_SENTENCE.search(piece.text))


def _edge(furniture: Sequence[bool], lines: range) -> range:
    """Return the lines before or after the text, if there are enough of them, or one is known to be furniture."""
    certain = len(lines) >= _EDGE or any(furniture[index] for index in lines)
    return lines if certain else range(0)


def _judge(piece: Piece) -> Judged:
    is_teaser = piece.kind is Kind.PARAGRAPH and (bool(_LINK_SIGN.search(piece.text)) or _opens_teaser(piece.text))
    return Judged(piece, Reason.TEASER if is_teaser else None)


def _opens_teaser(line: str) -> bool:
    opening, mark, _ = line.partition(":")
    return bool(mark) and folded_words(opening) in _teasers()


@functools.cache
def _teasers() -> frozenset[tuple[str, ...]]:
    return frozenset(folded_words(phrase) for phrase in all_words("teasers"))


def with_headings(judged: tuple[Judged, ...]) -> tuple[Judged, ...]:
    """Make headings of the short lines without a stop that stand before a paragraph of the body."""
    body = [index for index, entry in enumerate(judged) if entry.kept]
    headings = {
        here for here, following in pairwise(body)
        if looks_like_heading(judged[here].piece.text)
        and count_words(judged[following].piece.text) > count_words(judged[here].piece.text)
        and not looks_like_heading(judged[following].piece.text)
    }  # fmt: skip
    return tuple(
        Judged(Piece(Kind.HEADING, entry.piece.text, level=2)) if index in headings else entry
        for index, entry in enumerate(judged)
    )


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
    seen: set[tuple[str, ...]] = set()
    result = []
    for entry in judged:
        words = folded_words(entry.piece.text)
        long = entry.kept and len(words) >= _REPEAT_LEAST
        result.append(entry.aside(Reason.REPEAT) if long and words in seen else entry)
        if long:
            seen.add(words)
    return tuple(result)
