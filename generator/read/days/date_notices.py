"""What a reader should know of a document's dates: those with two readings, and a date far from what the text tells."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import Date, MentionedDate, Notice, Precision
from generator.read.days.dates import is_day
from generator.read.days.order import Ambiguous, Order, ambiguous

_GAP = 14  # days; news and reports speak of the two weeks around them
_HISTORY = 366  # days; what is further away is told as history, and says nothing of the date
_SHOWN = 3  # ambiguous dates of one text; a table may have hundreds


def either(found: Ambiguous) -> Notice:
    """Say that a date has two readings."""
    day_first = date(found.year, found.second, found.first).isoformat()
    month_first = date(found.year, found.first, found.second).isoformat()
    return Notice("date-ambiguous", "two_dates", (found.text, day_first, month_first))


def unclear(texts: Iterable[str], order: Order) -> Iterator[Notice]:
    """Yield a notice for each of the first dates of a text that have two readings."""
    found = {date.text: date for text in texts for date in ambiguous(text, order)}
    yield from (either(found[text]) for text in list(found)[:_SHOWN])


def gap(stated: Date | None, mentioned: Iterable[MentionedDate]) -> Notice | None:
    """Return a hint that a text speaks of days long before its date; None where one is near, or none is named.

    A day with its year counts if it is within a year of the stated date; a day without one counts where it comes
    nearest. The hint is given if the nearest of all is more than two weeks before the date, and tells how far that is.
    If it is behind the date, it is a plan, and nothing follows.
    """
    span = _span(stated) if stated else None
    if span is None:
        return None
    away = [distance for day in mentioned for distance in _distances(day.value, span)]
    nearest = min(away, key=abs, default=0)
    if nearest >= -_GAP:
        return None
    return Notice("date-gap", "gap", (-nearest,))


@dataclass(frozen=True, slots=True)
class _Span:
    first: date
    last: date

    def distance(self, day: date) -> int:
        """Return the days from the span to a day: below 0 before it, above 0 behind it."""
        return min(0, (day - self.first).days) or max(0, (day - self.last).days)


def _span(stated: Date) -> _Span | None:
    if stated.precision is Precision.YEAR:
        return None
    if stated.precision is Precision.MONTH:
        first = date.fromisoformat(f"{stated.value}-01")
        return _Span(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))
    day = date.fromisoformat(stated.value[:10])
    return _Span(day, day)


def _distances(value: str, span: _Span) -> Iterator[int]:
    """Yield how far a mentioned day is from the stated date, if it is a day and no history."""
    years = [value[:4]] if value[:4].isdecimal() else [str(span.first.year + step) for step in (-1, 0, 1)]
    month, day = (value[2:].partition("-") if value.startswith("--") else value[5:10].partition("-"))[::2]
    if not day:
        return
    days = [date(int(year), int(month), int(day)) for year in years if is_day(int(year), int(month), int(day))]
    nearest = min((span.distance(day) for day in days), key=abs, default=_HISTORY + 1)
    if abs(nearest) <= _HISTORY:
        yield nearest
