"""From when to when, in words."""

from collections.abc import Iterable
from dataclasses import replace

from generator.model import Briefing, Date, Precision
from generator.render.names import Names


def period_of(briefings: Iterable[Briefing], names: Names) -> str:
    """Return the first and the last date of some briefings; empty where none has one."""
    dates = [briefing.document.date for briefing in briefings if briefing.document.date]
    if not dates:
        return ""
    first, last = min(dates, key=lambda date: date.value), max(dates, key=lambda date: date.value)
    opening, end = names.date(_without_time(first)), names.date(_without_time(last))
    return names.words.filled("period", {"first": opening, "last": end}) if opening != end else opening


def _without_time(date: Date) -> Date:
    if date.precision is not Precision.MINUTE:
        return date
    return replace(date, value=date.value[:10], precision=Precision.DAY)
