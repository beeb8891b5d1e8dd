"""Who is believed where several say something about a document: its editor first, then itself, then its masthead."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from generator.interface import in_english
from generator.locales import is_language
from generator.model import Date, Fact, Language, Notice, Precision, Problem, Seed, Word
from generator.read import language
from generator.read.content import Content, Judged
from generator.read.days import date_notices, dates
from generator.read.days.order import Calendar, order_of

_LAST_SECOND = 253_402_300_799  # of the year 9999
_SURE = 0.6  # of a language, below which a notice asks the editor; clean text of 20 characters rarely scores less

_NAMED_DAY = re.compile(r"(?<![A-Za-z0-9])((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class Doubts:
    """What went wrong with stated facts: for the reader of the page, and for the editor."""

    notices: tuple[Notice, ...]
    problems: tuple[Problem, ...]


def today() -> date:
    """Return the day on which a stated date is no longer in the future: the clock's, or a later `SOURCE_DATE_EPOCH`.

    This is the only place where reading looks at a clock, and it can only refuse a date, never make one.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    # The later one, since some builders set it to 1980, when no date of a document had come yet.
    second = min(int(epoch), _LAST_SECOND) if epoch.isdecimal() else 0
    return max(datetime.fromtimestamp(second, UTC), datetime.now(UTC)).date()


def stated(content: Content, seed: Seed) -> Mapping[str, Fact]:
    """Return what is stated outright: by the document's header, and over it by its editor."""
    editor = {name: Fact(text, "editor") for name, text in seed.corrections.facts.items() if text}
    return {**content.facts, **editor}


def language_of(judged: tuple[Judged, ...], facts: Mapping[str, Fact], languages: tuple[str, ...]) -> Language:
    """Return the stated language, else that of the body, one of `languages`."""
    said = facts.get("language")
    if said and is_language(said.text):
        return Language(said.text.replace("_", "-").split("-")[0].lower(), 1.0, said.origin)
    return language.detect("\n".join(entry.piece.text for entry in judged if entry.kept), languages)


def calendar_of(judged: tuple[Judged, ...], code: str) -> Calendar:
    """Return how the dates of a document in a language are read."""
    return Calendar(code, order_of((entry.piece.text for entry in judged), code), today())


def date_of(facts: Mapping[str, Fact], calendar: Calendar) -> Date | None:
    """Return the stated date; None where none is stated, or what is stated is none, or in the future."""
    said = facts.get("date")
    found = dates.stated(said.text, calendar.language, calendar.order) if said else None
    if said and found and calendar.has_come(found.value):
        return Date(found.value, found.precision, said.origin, said.text)
    return None


def date_in_name(path: str, calendar: Calendar) -> Date | None:
    """Return the day in a file's name, as `2025-06-25` or `20250625`; None where there is none, or a future one."""
    for match in _NAMED_DAY.finditer(path.rpartition("/")[2]):
        year, month, day = match.groups()
        value = f"{year}-{month}-{day}"
        if dates.is_day(int(year), int(month), int(day)) and calendar.has_come(value):
            return Date(value, Precision.DAY, "file name", match[0])
    return None


def link_of(facts: Mapping[str, Fact]) -> Fact | None:
    """Return the stated link; None where none is stated, or what is stated is no web address."""
    said = facts.get("link")
    return said if said and _is_web_address(said.text) else None


def _is_web_address(text: str) -> bool:
    return text.lower().startswith(("https://", "http://")) and not any(sign.isspace() for sign in text)


def doubts(
    seed: Seed, facts: Mapping[str, Fact], spoken: Language, calendar: Calendar, unmatched: tuple[str, ...]
) -> Doubts:
    """Return what is doubtful: facts that cannot be, an uncertain language, corrections without effect."""
    notices = list(_refused(facts, calendar))
    sidecar = seed.corrections.path or f"{seed.path.rpartition('.')[0]}.yml"
    problems = [Problem(seed.path, in_english(notice), f"correct it in {sidecar}") for notice in notices]
    if spoken.origin == "detected" and spoken.confidence < _SURE:
        notices.append(Notice("language-uncertain", "uncertain", (round(100 * spoken.confidence),)))
    if seed.corrections.error:
        notices.append(Notice("corrections-unread", "corrections", (seed.corrections.error,)))
        where, _, what = seed.corrections.error.partition(": ")
        problems.append(Problem(where, f"{what}; none of its corrections applies", seed.corrections.hint))
    hint = "copy the line from the seed"
    problems.extend(Problem(sidecar, f"no line of the seed reads '{line}'", hint) for line in unmatched)
    return Doubts(tuple(notices), tuple(problems))


def _refused(facts: Mapping[str, Fact], calendar: Calendar) -> Iterator[Notice]:
    if "date" in facts and date_of(facts, calendar) is None:
        yield _refused_date(facts["date"], calendar)
    if "link" in facts and link_of(facts) is None:
        said = facts["link"]
        yield Notice("link-refused", "no_address", (said.text, Word(f"origin.{said.origin}")))
    if "language" in facts and not is_language(facts["language"].text):
        said = facts["language"]
        yield Notice("language-refused", "no_code", (said.text, Word(f"origin.{said.origin}")))


def _refused_date(said: Fact, calendar: Calendar) -> Notice:
    either_day = next(date_notices.unclear([said.text], calendar.order), None)
    if either_day:
        return either_day
    why = "future" if dates.stated(said.text, calendar.language, calendar.order) else "no_date"
    return Notice("date-refused", why, (said.text, Word(f"origin.{said.origin}")))
