"""What stands around a text and speaks of it: headline, dateline, byline, copyright line, counters."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from generator.model import Date, Fact, Kind, Reason
from generator.read import dates
from generator.read.clean import is_furniture, looks_like_heading
from generator.read.content import Judged
from generator.text import all_words, count_words, fold, folded_words

_NEAR = 8  # lines above the text in which a headline or dateline may stand
_HEADLINE_LEAST = 3  # words
_LONGEST_NAME = 6  # words
_TEXT_LEAST = 12  # words; a shorter line does not open the text
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][\w.'’-]*"
_NAME = rf"(?P<name>{_CAPITAL}(?:\s+(?:{_CAPITAL}|[a-zà-öø-ÿ]{{2,3}}(?=\s)))*\s+{_CAPITAL})"
_COPYRIGHT = (
    re.compile(r"^(?P<name>\S+\.[a-z]{2,})\s*©"),
    re.compile(r"©\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?[\s,.]*(?P<name>[^\W\d_][^.|,©]*(?:\.[a-z]{2,})?)", re.IGNORECASE),
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """The verdicts with the lines of the masthead moved out of the body, and what those lines say."""

    judged: tuple[Judged, ...]
    title: Fact | None
    date: Date | None
    source: Fact | None
    author: Fact | None


def find(judged: tuple[Judged, ...], language: str) -> Masthead:
    """Find the facts that stand on lines of their own."""
    text_start = _text_start(judged, language)
    top = range(max(0, text_start - _NEAR), text_start)
    moved = list(judged)
    headline = _headline(judged, top, language)
    title = None
    if headline is not None:
        title = Fact(judged[headline].piece.text, "headline")
        moved[headline] = replace(judged[headline], reason=None, is_title=True)
    date = _move_dateline(moved, top, language)
    author = _move_byline(moved)
    source = next((found for entry in judged if (found := _copyright(entry))), None)
    for index, entry in enumerate(moved):
        if not entry.is_title and (_is_counter(entry.piece.text) or (source and _says_only(entry, source.text))):
            moved[index] = entry.aside(Reason.METADATA)
    return Masthead(tuple(moved), title, date, source, author)


def _text_start(judged: Sequence[Judged], language: str) -> int:
    """Return where the text begins: at the first long piece; of a short text, at the first that is no heading."""
    body = [index for index, entry in enumerate(judged) if entry.kept and entry.piece.kind is not Kind.HEADING]
    long = (index for index in body if _may_open_text(judged[index].piece.text, language))
    other = (index for index in body if not looks_like_heading(judged[index].piece.text))
    return next(long, next(other, 0))


def _may_open_text(line: str, language: str) -> bool:
    """Say whether a line is long enough to open a text, and says more than when it was written."""
    words = count_words(line)
    return words >= _TEXT_LEAST and (words > 2 * _TEXT_LEAST or dates.whole(line, language) is None)


def _headline(judged: Sequence[Judged], top: range, language: str) -> int | None:
    """Return the first kept heading above the text; else the nearest line there that could be one."""
    likely = [index for index in top if _may_be_headline(judged[index], language)]
    kept = [index for index in likely if judged[index].kept]
    if kept:
        return kept[0]
    return likely[-1] if likely else None


def _may_be_headline(entry: Judged, language: str) -> bool:
    text = entry.piece.text
    if entry.is_final:
        return False
    if entry.kept and entry.piece.kind is Kind.HEADING:
        return True
    return (
        entry.piece.kind is Kind.PARAGRAPH
        and looks_like_heading(text)
        and count_words(text) >= _HEADLINE_LEAST
        and not is_furniture(text)
        and not _byline(text)
        and "©" not in text
        and dates.whole(text, language) is None
    )


def _move_dateline(judged: list[Judged], top: range, language: str) -> Date | None:
    for index in reversed(top):
        entry = judged[index]
        found = (
            None if entry.is_title else dates.whole(entry.piece.text, language) or dates.whole(entry.piece.text, "en")
        )
        if found:
            judged[index] = entry.aside(Reason.METADATA)
            return Date(found.value, found.precision, "dateline", found.text)
    return None


def _move_byline(judged: list[Judged]) -> Fact | None:
    author = None
    for index, entry in enumerate(judged):
        name = "" if entry.is_title or entry.piece.kind is not Kind.PARAGRAPH else _byline(entry.piece.text)
        if name:
            judged[index] = entry.aside(Reason.METADATA)
            author = author or Fact(name, "byline")
    return author


def _byline(line: str) -> str:
    """Return the name on a line such as `By Jane Doe`; empty where the line says anything else."""
    match = _byline_pattern().fullmatch(line.strip())
    return match["name"] if match and len(match["name"].split()) <= _LONGEST_NAME else ""


@functools.cache
def _byline_pattern() -> re.Pattern[str]:
    openings = "|".join(sorted((re.escape(word) for word in all_words("bylines")), key=len, reverse=True))
    return re.compile(rf"(?i:{openings})\s*:?\s+{_NAME}")


def _copyright(entry: Judged) -> Fact | None:
    if entry.kept or "©" not in entry.piece.text:
        return None
    for pattern in _COPYRIGHT:
        match = pattern.search(entry.piece.text)
        if match:
            return Fact(match["name"].strip(), "copyright line")
    return None


def _says_only(entry: Judged, name: str) -> bool:
    return fold(entry.piece.text).strip(" .,:") == fold(name)


def _is_counter(line: str) -> bool:
    """Say whether a line is a number and a word that counts readers: `Views: 123`."""
    words = folded_words(line)
    numbers = [word for word in words if word.isdigit()]
    return bool(numbers) and len(words) > len(numbers) and tuple(w for w in words if not w.isdigit()) in _counters()


@functools.cache
def _counters() -> frozenset[tuple[str, ...]]:
    return frozenset(folded_words(phrase) for phrase in all_words("counters"))
