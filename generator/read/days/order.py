"""In which order the numbers of a date such as `03/04/2025` stand: the text shows it, or its language, or nobody."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.locales import writes_day_first

_MONTHS = 12


class Order(StrEnum):
    """What the first of two numbers that could both be a day or a month is."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Calendar:
    """How the dates of one document are read.

    Attributes:
        language: Of the document; its months are known.
        order: What `03/04/2025` means in it.
        today: The last day but one that its date can be: somewhere on Earth it is tomorrow already.
    """

    language: str
    order: Order
    today: date

    def has_come(self, value: str) -> bool:
        """Say whether an ISO 8601 date of any precision lies no later than tomorrow."""
        day = value[: len("YYYY-MM-DD")]
        return day <= (self.today + timedelta(days=1)).isoformat()[: len(day)]


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A date of numbers that can be read in two ways, both of which are days: `03/04/2025`."""

    text: str
    year: int
    first: int
    second: int


# Copies of a date without a space between them are the habit of one widely used kind of site: `2/5/20192/5/2019`.
START = r"(?:(?<![\w./-])|(?<=[^\W\d_]{2})|(?<=\D\d{4}))"
NUMBERS = (
    rf"{START}(?P<first>\d{{1,2}})(?P<sign>[./-])(?P<second>\d{{1,2}})(?P=sign)(?P<year>\d{{4}})"
    r"(?:(?![./]?\d)|(?=\d{1,2}[./-]\d))"
)
_NUMBERS = re.compile(NUMBERS)
_LIKELY = re.compile(r"\d[./-]\d")  # found ten times as fast as a whole date is not


def order_of(lines: Iterable[str], language: str) -> Order:
    """Return the order that dates of the lines prove (`13/04/2025`); else that of the language.

    English is written in both orders, so nothing follows from the language; nor from lines that prove both.
    """
    likely = (line for line in lines if _LIKELY.search(line))
    proofs = {order for line in likely for match in _NUMBERS.finditer(line) if (order := _proof(match))}
    if not proofs:
        return order_in(language)
    return proofs.pop() if len(proofs) == 1 else Order.UNKNOWN


def order_in(language: str) -> Order:
    """Return the order of a language: the day first wherever CLDR writes it so, unknown in English."""
    return Order.DAY_FIRST if language != "en" and writes_day_first(language) else Order.UNKNOWN


def month_of(match: re.Match[str], order: Order) -> int | None:
    """Return the month of a date of numbers; None where it cannot be told. With dots the day stands first."""
    first, second = int(match["first"]), int(match["second"])
    if match["sign"] == "." and second <= _MONTHS:
        return second
    proof = _proof(match) or (order if order is not Order.UNKNOWN or first != second else Order.DAY_FIRST)
    if proof is Order.UNKNOWN:
        return None
    return second if proof is Order.DAY_FIRST else first


def ambiguous(text: str, order: Order) -> Iterator[Ambiguous]:
    """Yield the dates of numbers in a text that could be either of two days."""
    for match in _NUMBERS.finditer(text) if order is Order.UNKNOWN else ():
        first, second = int(match["first"]), int(match["second"])
        if month_of(match, order) is None and first and second:
            yield Ambiguous(match[0], int(match["year"]), first, second)


def _proof(match: re.Match[str]) -> Order | None:
    """Return the order that a date with a number above twelve shows; None where both fit, or neither."""
    first, second = int(match["first"]), int(match["second"])
    if match["sign"] == "." and second <= _MONTHS:
        return None
    if (first > _MONTHS) == (second > _MONTHS):
        return None
    return Order.DAY_FIRST if first > _MONTHS else Order.MONTH_FIRST
