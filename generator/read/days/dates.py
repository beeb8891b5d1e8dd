"""Dates as people write them, in the language of the text; a year is read only where one is written."""

import calendar
import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.locales import calendar_words, month_names
from generator.model import Precision
from generator.read.days.order import NUMBERS, START, Order, month_of, order_in
from generator.text import all_words, fold, fold_once, folded_words, remembered

# An offset behind a time is part of the value. `CET` or `EST` is not: what it stands for depends on who writes it.
_OFFSET = r"(?P<zone>(?:UTC|GMT)\s?[+−-]\d{1,2}(?::?[0-5]\d)?|UTC|GMT|Z|\+[01]\d:?[0-5]\d)(?!\w)"
_ZONE = rf"(?:\s?{_OFFSET}|\s(?:[A-Z]{{1,4}}T|MSK)\b)?"
_HALF = r"(?:\s?(?P<half>[apAP])\.?[mM]\b\.?)?"
_CLOCK = rf"(?P<hour>[01]?\d|2[0-3])(?:[:h.]|\sh\s)(?P<minute>[0-5]\d)(?!\d)(?::[0-5]\d)?{_HALF}{_ZONE}"
_BEFORE_TIME = r"(?:at|à|um|om|kl\.|às|a las|alle|alle ore|ore|o|o godz\.|godz\.|в|о|об|saat|الساعة|um|-)"
_YEAR_WORD = r"(?:\s(?:г\.|года|р\.|року))?"
_TIME = rf"(?:{_YEAR_WORD}(?:\s?[,،@|•·–—]\s*|\s+)(?:{_BEFORE_TIME}\s+)?{_CLOCK})?"
_DAY = r"(?P<day>\d{1,2})"
_ORDINAL = r"(?:er|st|nd|rd|th|º|ª|°)?"
_YEAR = r"(?P<year>\d{4})"
# A second copy of a date may follow without a space, and so may a word: `March 3, 2024March 3, 2024Author`.
_YEAR_END = rf"{_YEAR}(?:(?!\d)|(?=\d{{1,2}}(?:\.?\s|[./-]\d)))"
# No month has more letters; without a bound, a word of 200,000 would cost its square.
_LETTERS = r"(?P<name>[^\W\d_]{2,20}(?:\sال(?:أول|اول|ثاني))?)\.?"
_NAME = rf"(?<!\w){_LETTERS}"
_GLUED_NAME = rf"(?:(?<![^\W_])|(?<=\D\d{{4}})|(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])){_LETTERS}"
_OF = r"(?:de\s+|of\s+|di\s+|من\s+|d['’])?"
_ISO_END = rf"(?:(?:(?:T|\s[@|]?\s?){_CLOCK})?(?![\w-])|(?=\d{{4}}-\d))"
_IN_NUMBERS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![\w-]){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d){_ISO_END}",
        rf"(?<![\w./-]){_YEAR}(?P<sign>[./])(?P<month>\d{{1,2}})(?P=sign){_DAY}(?![./]?\d){_TIME}",
        rf"{_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월](?:\s?{_DAY}\s?[日일](?:\s?{_CLOCK})?)?",
        rf"(?<!\d)(?P<month>\d{{1,2}})\s?[月월]\s?{_DAY}\s?[日일]",
        rf"{NUMBERS}{_TIME}",
    )
)
_IN_WORDS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{START}{_DAY}{_ORDINAL}\.?(?:\s+|(?<=\.)|[-/]){_OF}{_LETTERS}(?:[,،]?\s+|[-/])(?:del?\s+)?{_YEAR_END}{_TIME}",
        rf"(?<![\w.,/-]){_DAY}{_ORDINAL}\.?(?:\s+|(?<=\.)){_OF}{_NAME}",
        rf"{_GLUED_NAME}\s+{_DAY}{_ORDINAL}\.?(?:,\s*|\s+){_YEAR_END}{_TIME}",
        rf"{_NAME}\s+{_DAY}{_ORDINAL}\b(?![.:]?\d)",
        rf"(?<!\d\s)(?<!\d\.\s)(?<!\d){_NAME},?\s+(?:del?\s+)?{_YEAR}\b",
    )
)
# The year 2000 and something, in German and many other languages, in datelines only: `19.10.19`.
_SHORT = re.compile(
    rf"(?<![\w./-])(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d\d)(?![\w./]|-\d|\s?[%°€$]){_TIME}"
)
_ISO = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)"
    r"(?:[T ]((?:[01]\d|2[0-3]):[0-5]\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?"
)
# Of these languages the months are written with a capital; without one, "may 5" or "march 3" is a verb.
_CAPITALISED = frozenset({"en", "de"})
_DIGIT = re.compile(r"\d")
_NUMERIC = re.compile(r"\d[./-]\d|[年년月월]")
_DIGITS = re.compile(r"\d+")
_BEFORE, _BEHIND = 40, 120  # characters of a date before and behind a number in it, with room to spare
_FULL = len("YYYY-MM-DD")


@dataclass(frozen=True, slots=True)
class Found:
    """A date at `start` of a text: `value` is ISO 8601 as far as it was written, `--MM-DD` without a year."""

    text: str
    start: int
    value: str
    precision: Precision

    @property
    def is_day(self) -> bool:
        """Whether it is one day of one year."""
        return len(self.value) >= _FULL


def find(text: str, language: str, order: Order | None = None) -> Iterator[Found]:
    """Yield the dates of a text in order; of two that overlap, the one that says more.

    Args:
        text: Any text.
        language: Its months are known.
        order: What `03/04/2025` means; by default what it means in the language.
    """
    if _DIGIT.search(text):
        yield from _found_in(text, language, order or order_in(language))


@remembered
def _found_in(text: str, language: str, order: Order) -> tuple[Found, ...]:
    parts = tuple(_near_numbers(text))
    patterns = tuple(_patterns_for(text, language))
    matches = (match for pattern in patterns for part in parts for match in pattern.finditer(text, *part))
    found = [date for match in matches if (date := _found(match, language, order)) is not None]
    kept: list[Found] = []
    for date in sorted(found, key=lambda date: (date.start, -len(date.text))):
        if not kept or date.start >= kept[-1].start + len(kept[-1].text):
            kept.append(date)
    return tuple(kept)


def _patterns_for(text: str, language: str) -> Iterator[re.Pattern[str]]:
    """Yield the patterns that may fit: those of numbers or of names are left out where a text has none of them."""
    if _NUMERIC.search(text):
        yield from _IN_NUMBERS
    if _any_month(language).search(fold_once(text)):
        yield from _IN_WORDS


@functools.cache
def _any_month(language: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, month_names(language))) or r"(?!)")


def _near_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text around its numbers: every date has one, and the patterns are slow elsewhere."""
    start = end = 0
    for number in _DIGITS.finditer(text):
        if number.start() - _BEFORE > end:
            yield start, end
            start = number.start() - _BEFORE
        end = min(len(text), number.end() + _BEHIND)
    yield start, end


def find_short(text: str) -> Iterator[Found]:
    """Yield the days of a text whose year has two digits, the day first and dots between: `19.10.19`."""
    for match in _SHORT.finditer(text):
        month, year = int(match["month"]), 2000 + int(match["year"])
        if is_day(year, month, int(match["day"])):
            yield _exact(match, f"{year}-{month:02}")


def whole(text: str, language: str, order: Order | None = None) -> Found | None:
    """Return the first date of a line that says nothing else, days of the week and words such as `Updated` apart."""
    dates = list(find(text, language, order))
    rest = without(text, dates)
    said = set(folded_words(rest)) - calendar_words(language) - labels()
    full = [date for date in dates if not date.value.startswith("--")]
    return full[0] if full and not said else None


def without(text: str, dates: Sequence[Found]) -> str:
    """Return what a text says beside its dates."""
    for date in dates:
        text = text.replace(date.text, " ", 2)
    return text


@functools.cache
def labels() -> frozenset[str]:
    """Return the words that may stand beside a date on a line that says nothing but when."""
    return frozenset(word for entry in all_words("datelines") for word in folded_words(entry))


def stated(text: str, language: str, order: Order | None = None) -> Found | None:
    """Return the date that a header or an editor states: ISO 8601, of any precision, or written out."""
    bare = text.strip()
    partial = _ISO.fullmatch(bare)
    if not partial:
        return whole(bare, language, order)
    year, month, day, time, zone = partial.groups()
    if not is_day(int(year), int(month or 1), int(day or 1)):
        return None
    value = "-".join(part for part in (year, month, day) if part)
    if time:
        return Found(bare, 0, f"{value}T{time}{_zone(zone)}", Precision.MINUTE)
    return Found(bare, 0, value, Precision.DAY if day else Precision.MONTH if month else Precision.YEAR)


def is_day(year: int, month: int, day: int) -> bool:
    """Say whether there is such a day in the calendar."""
    return 1 <= month <= 12 and year >= 1 and 1 <= day <= calendar.monthrange(year, month)[1]  # noqa: PLR2004


def _found(match: re.Match[str], language: str, order: Order) -> Found | None:
    parts = match.groupdict()
    month = month_of(match, order) if "first" in parts else _month(parts, language)
    # 2000 stands for any year: 29 February is a day also where no year is written.
    year = int(parts.get("year") or 2000)
    if month is None or not is_day(year, month, _day(match, month) or 1):
        return None
    value = f"{year:04}-{month:02}" if parts.get("year") else f"--{month:02}"
    if _day(match, month):
        return _exact(match, value)
    return Found(match[0].rstrip(" ,."), match.start(), value, Precision.MONTH)


def _day(match: re.Match[str], month: int) -> int:
    """Return the day of the month, 0 where none is written; of two numbers, it is the one that is not the month."""
    parts = match.groupdict()
    if "first" in parts:
        return int(match["first"]) + int(match["second"]) - month
    return int(parts.get("day") or 0)


def _exact(match: re.Match[str], month: str) -> Found:
    parts = match.groupdict()
    value = f"{month}-{_day(match, int(month[-2:])):02}"
    if parts.get("hour"):
        value += f"T{_hour(int(parts['hour'] or 0), parts.get('half') or ''):02}:{int(parts['minute'] or 0):02}"
        return Found(match[0].rstrip(" ,"), match.start(), value + _zone(parts.get("zone")), Precision.MINUTE)
    return Found(match[0].rstrip(" ,."), match.start(), value, Precision.DAY)


def _hour(hour: int, half: str) -> int:
    """Return the hour of the day: 12 am is 0, 2 pm is 14."""
    return hour % 12 + (12 if half in "pP" else 0) if half and hour <= 12 else hour  # noqa: PLR2004 - of a clock face


def _zone(written: str | None) -> str:
    """Return the offset from UTC as ISO 8601 writes it, `Z` for none; empty where the text gives none."""
    if not written:
        return ""
    sign = re.search(r"[+−-]", written)
    if not sign:
        return "Z"
    numbers = re.findall(r"\d", written[sign.end() :])
    hours, minutes = "".join(numbers[:-2] if len(numbers) > 2 else numbers), "".join(numbers[-2:])  # noqa: PLR2004
    return f"{'+' if sign[0] == '+' else '-'}{int(hours):02}:{minutes if len(numbers) > 2 else '00'}"  # noqa: PLR2004


def _month(parts: dict[str, str | None], language: str) -> int | None:
    name, number = parts.get("name"), parts.get("month")
    if name is None:
        return int(number) if number else None
    if language in _CAPITALISED and not name[0].isupper():
        return None
    return month_names(language).get(fold(name))
