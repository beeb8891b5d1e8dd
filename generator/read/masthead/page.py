"""A page as its masthead is sought in it: what each line looks like, and where its text is."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from generator.locales import calendar_words
from generator.model import Kind
from generator.read.cleaning.clean import is_furniture
from generator.read.content import Judged
from generator.read.days import dates
from generator.read.days.dates import Found
from generator.read.days.order import Calendar
from generator.read.masthead.person import byline
from generator.read.masthead.phrases import stamp_words
from generator.text import fold, folded_words

LONG = 12  # words; a shorter line does not open a text
_VERY_LONG = 20  # words; so long a line is text without a stop at its end too
_PROSE = (Kind.PARAGRAPH, Kind.QUOTE)
_DATELINE = 14  # words that a dateline says beside the date: author, category, comments
_STAMP = 40  # words; a longer line is no dateline, whatever it says


@dataclass(frozen=True, slots=True)
class Line:
    """A line and what can be seen of it alone.

    Attributes:
        entry: The piece and the verdict on it.
        words: Its words, folded.
        days: The full dates in it, if it is short enough for a dateline.
        rest: What it says beside its dates.
        said: The words of the rest that are no label, number or name of a day.
        author: Who wrote the text, if the line says nothing else.
        is_known: Whether it is furniture.
        is_stamp: Whether it tells when or by whom the text was written, and little more.
        is_text: Whether it is long enough to be a paragraph, and says more than when it was written.
    """

    entry: Judged
    words: tuple[str, ...]
    days: tuple[Found, ...]
    rest: str
    said: tuple[str, ...]
    author: str
    is_known: bool
    is_stamp: bool
    is_text: bool

    @property
    def text(self) -> str:
        """What it says."""
        return self.entry.piece.text


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a document, and its text as far as it is known.

    Attributes:
        lines: In order.
        text: The numbers of the lines that are long enough for a paragraph.
        before: For each line, how many words of paragraphs stand before it; the last number is their sum.
        start: Where the text begins.
        stop: Behind the last line of the text.
    """

    lines: tuple[Line, ...]
    text: tuple[int, ...]
    before: tuple[int, ...]
    start: int
    stop: int


def page_of(judged: Sequence[Judged], calendar: Calendar) -> Page:
    """Look at the lines of a document."""
    lines = tuple(_line(entry, calendar) for entry in judged)
    text = tuple(index for index, line in enumerate(lines) if line.is_text)
    weights = (len(line.words) if line.is_text else 0 for line in lines)
    kept = [index for index, line in enumerate(lines) if line.entry.kept and line.entry.piece.kind is not Kind.HEADING]
    long = (index for index in kept if lines[index].is_text)
    start = next(long, kept[0] if kept else 0)
    return Page(lines, text, tuple(accumulate(weights, initial=0)), start, kept[-1] + 1 if kept else 0)


def _line(entry: Judged, calendar: Calendar) -> Line:
    text = entry.piece.text
    words = folded_words(text)
    found = _days(text, calendar) if len(words) <= _STAMP else ()
    rest = dates.without(text, found) if found else text
    quiet = _quiet(calendar.language)
    said = tuple(word for word in folded_words(rest) if word not in quiet and not word.isdigit()) if found else words
    is_known = is_furniture(text)
    is_prose = not is_known and entry.piece.kind in _PROSE and len(said) >= LONG
    is_text = is_prose and (len(words) >= _VERY_LONG or ends_sentence(text))
    author = byline(text)
    is_stamp = bool(author) or (bool(found) and len(said) <= _DATELINE)
    return Line(entry, words, found, rest, said, author, is_known, is_stamp, is_text)


@functools.cache
def _quiet(language: str) -> frozenset[str]:
    """Return the words that say no more than when."""
    return calendar_words(language) | calendar_words("en") | dates.labels() | stamp_words()


def _days(text: str, calendar: Calendar) -> tuple[Found, ...]:
    """Return the days in a line, by the months of its language; sites keep English ones in any language."""
    for code in dict.fromkeys((calendar.language, "en")):
        days = tuple(found for found in dates.find(text, code, calendar.order) if found.is_day)
        if days:
            return days
    return tuple(dates.find_short(text)) if calendar.language != "en" else ()


def ends_sentence(text: str) -> bool:
    """Say whether a line ends as a sentence does."""
    return text.rstrip("\"'”’»“)] ").endswith((".", "!", "?", "…", "。", "！", "？", "؟", "।", ":"))


def same(line: Line, text: str) -> bool:
    """Say whether a line says only this, case, accents and stops apart."""
    return fold(line.text).strip(" .,:") == fold(text).strip(" .,:")
