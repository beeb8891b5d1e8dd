"""What stands around a text and speaks of it: headline, dateline, byline, source, counters of readers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.model import Date, Fact, Kind, Notice, Reason, Word
from generator.read.content import Judged
from generator.read.days.date_notices import either
from generator.read.days.order import Calendar, ambiguous
from generator.read.masthead import byline, dateline, headline, source
from generator.read.masthead.page import Line, Page, page_of, same
from generator.text import phrases

_NEAR = 4  # lines around the headline
_FIRST, _LAST = 12, 6  # lines above the headline and below the text whose datelines and bylines go to the metadata


@dataclass(frozen=True, slots=True)
class Masthead:
    """The verdicts with the lines of the masthead moved out of the body, and what those lines say."""

    judged: tuple[Judged, ...]
    title: Fact | None
    date: Date | None
    source: Fact | None
    author: Fact | None
    notices: tuple[Notice, ...]


def find(judged: tuple[Judged, ...], calendar: Calendar) -> Masthead:
    """Find the facts that stand on lines of their own."""
    page = page_of(judged, calendar)
    head = headline.find(page)
    likely = list(dateline.find(page, head))
    stamp = next((found for found in likely if calendar.has_come(found.found.value)), None)
    bylines = list(byline.find(page, head, stamp.index if stamp else None))
    origin = source.find(page, head)
    aside = {found.index for found in bylines if found.is_whole}
    aside.update(_counters(page, origin))
    if stamp:
        aside.update(_datelines(page, stamp))
    moved = [
        entry.aside(Reason.METADATA) if index in aside and index != head and _is_line(entry) else entry
        for index, entry in enumerate(judged)
    ]
    if head is not None:
        copies = (index for index in range(page.start + 1) if page.lines[index].words == page.lines[head].words)
        for index in copies:
            moved[index] = moved[index].aside(Reason.REPEAT) if moved[index].kept else moved[index]
        moved[head] = replace(judged[head], reason=None, is_title=True)
    return Masthead(
        tuple(moved),
        Fact(page.lines[head].text, "headline") if head is not None else None,
        Date(stamp.found.value, stamp.found.precision, "dateline", stamp.found.text) if stamp else None,
        origin,
        Fact(bylines[0].name, "byline") if bylines else None,
        () if stamp else (*_late(likely), *_unclear(page, head, calendar)),
    )


def none(judged: tuple[Judged, ...], _calendar: Calendar) -> Masthead:
    """Return that nothing stands around the text, whatever its lines look like."""
    return Masthead(judged, None, None, None, None, ())


def _is_line(entry: Judged) -> bool:
    return entry.piece.kind is Kind.PARAGRAPH


def _datelines(page: Page, stamp: dateline.Dateline) -> Iterator[int]:
    """Yield the dateline, and the kept lines around the text that tell a day and nothing else.

    Below the text it is the same day: others are those of comments, or of what comes next.
    """
    yield stamp.index
    day = stamp.found.value[:10]
    for index in range(max(0, page.start - _FIRST), min(len(page.lines), page.stop + _LAST)):
        line = page.lines[index]
        near = index <= page.start or (
            index >= page.stop - _LAST and any(found.value[:10] == day for found in line.days)
        )
        if near and line.entry.kept and line.days and not line.said:
            yield index


def _counters(page: Page, origin: Fact | None) -> Iterator[int]:
    """Yield the lines that count readers or only repeat the source."""
    for index, line in enumerate(page.lines):
        if _is_counter(line) or (origin and same(line, origin.text)):
            yield index


def _is_counter(line: Line) -> bool:
    """Say whether a line is a number and a word that counts readers: `Views: 123`."""
    words = tuple(word for word in line.words if not word.isdigit())
    return len(line.words) > len(words) > 0 and words in phrases("counters")


def _late(likely: Sequence[dateline.Dateline]) -> Iterator[Notice]:
    for late in likely[:1]:
        yield Notice("date-refused", "future", (late.found.text, Word("origin.dateline")))


def _unclear(page: Page, head: int | None, calendar: Calendar) -> Iterator[Notice]:
    """Yield a notice of the date near the headline that could be either of two days."""
    anchor = page.start if head is None else head
    lines = page.lines[max(0, anchor - _NEAR) : anchor + _NEAR + 1]
    found = (date for line in lines if not line.is_text for date in ambiguous(line.text, calendar.order))
    yield from (either(date) for date in [next(found, None)] if date)
