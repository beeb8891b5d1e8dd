"""Dates as people write them, in the language of the text; a year is read only where one is written."""

import calendar
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.locales import calendar_words, month_names
from generator.model import Precision
from generator.text import all_words, fold, folded_words

_CLOCK = r"(?P<hour>[01]?\d|2[0-3])(?::|h|\.)(?P<minute>[0-5]\d)(?:\s?(?P<half>[ap])\.?m\b\.?)?"
_TIME = rf"(?:,?\s+(?:at\s+|à\s+|um\s+|kl\.\s+)?{_CLOCK})?"
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})"
# No month has more letters; without a bound, a word of 200,000 would cost its square.
_NAME = r"(?<!\w)(?P<name>[^\W\d_]{3,20})\.?"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w-]){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?:[T ](?P<hour>\d\d):(?P<minute>\d\d))?(?![\w-])",
        rf"{_YEAR}\s?年\s?(?P<month>\d{{1,2}})\s?月(?:\s?{_DAY}\s?日)?",
        rf"(?<!\d)(?P<month>\d{{1,2}})\s?月\s?{_DAY}\s?日",
        rf"(?<![\w.]){_DAY}\.(?P<month>\d{{1,2}})\.{_YEAR}\b{_TIME}",
        rf"(?<![\w.,/-]){_DAY}(?:er|st|nd|rd|th|\.|º|ª)?\s+(?:de\s+|of\s+)?{_NAME},?(?:\s+(?:del?\s+)?{_YEAR}\b{_TIME})?",
        rf"{_NAME}\s+{_DAY}(?:st|nd|rd|th)?\b(?!\.?\d)(?:,?\s+{_YEAR}\b{_TIME})?",
        rf"(?<!\d\s){_NAME},?\s+(?:del?\s+)?{_YEAR}\b",
    )
)
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?")
# Of these languages the months are written with a capital; without one, "may 5" or "march 3" is a verb.
_CAPITALISED = frozenset({"en", "de"})


@dataclass(frozen=True, slots=True)
class Found:
    """A date at `start` of a text: `value` is ISO 8601 as far as it was written, `--MM-DD` without a year."""

    text: str
    start: int
    value: str
    precision: Precision


def find(text: str, language: str) -> Iterator[Found]:
    """Yield the dates of a text in order; of two that overlap, the one that says more."""
    matches = (match for pattern in _PATTERNS for match in pattern.finditer(text))
    found = [date for match in matches if (date := _found(match, language)) is not None]
    end = 0
    for date in sorted(found, key=lambda date: (date.start, -len(date.text))):
        if date.start >= end:
            yield date
            end = date.start + len(date.text)


def whole(text: str, language: str) -> Found | None:
    """Return the first date of a line that says nothing else, days of the week and words such as `Updated` apart."""
    dates = list(find(text, language))
    rest = text
    for date in dates:
        rest = rest.replace(date.text, " ", 1)
    said = set(folded_words(rest)) - calendar_words(language) - _labels()
    full = [date for date in dates if not date.value.startswith("--")]
    return full[0] if full and not said else None


@functools.cache
def _labels() -> frozenset[str]:
    return frozenset(word for entry in all_words("datelines") for word in folded_words(entry))


def stated(text: str, language: str) -> Found | None:
    """Return the date that a header or an editor states: ISO 8601, of any precision, or written out."""
    bare = text.strip()
    partial = _ISO.fullmatch(bare)
    if not partial:
        return whole(bare, language)
    year, month, day, time, zone = partial.groups()
    if not is_day(int(year), int(month or 1), int(day or 1)):
        return None
    value = "-".join(part for part in (year, month, day) if part)
    if time:
        return Found(bare, 0, f"{value}T{time}{zone or ''}", Precision.MINUTE)
    return Found(bare, 0, value, Precision.DAY if day else Precision.MONTH if month else Precision.YEAR)


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether there is such a day in the calendar."""
    return 1 <= month <= 12 and year >= 1 and 1 <= day <= calendar.monthrange(year, month)[1]  # noqa: PLR2004


def _found(match: re.Match[str], language: str) -> Found | None:
    parts = match.groupdict()
    month = _month(parts, language)
    year, day = parts.get("year"), parts.get("day")
    # 2000 stands for any year: 29 February is a day also where no year is written.
    if month is None or not is_day(int(year or 2000), month, int(day or 1)):
        return None
    value = f"{year}-{month:02}" if year else f"--{month:02}"
    if not day:
        return Found(match[0].rstrip(" ,."), match.start(), value, Precision.MONTH)
    value += f"-{int(day):02}"
    if parts.get("hour"):
        value += f"T{_hour(int(parts['hour'] or 0), parts.get('half') or ''):02}:{parts['minute']}"
        return Found(match[0], match.start(), value, Precision.MINUTE)
    return Found(match[0].rstrip(" ,."), match.start(), value, Precision.DAY)


def _hour(hour: int, half: str) -> int:
    """Return the hour of the day: 12 am is 0, 2 pm is 14."""
    return hour % 12 + (12 if half == "p" else 0) if half and hour <= 12 else hour  # noqa: PLR2004 - of a clock face


def _month(parts: dict[str, str | None], language: str) -> int | None:
    name, number = parts.get("name"), parts.get("month")
    if name is None:
        return int(number) if number else None
    if language in _CAPITALISED and not name[0].isupper():
        return None
    return month_names(language).get(fold(name))
