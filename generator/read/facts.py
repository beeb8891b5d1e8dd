"""Who is believed where several say something about a document: its editor first, then itself, then its masthead."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from generator.locales import is_language
from generator.model import Date, Fact, Language, Notice, Precision, Problem, Seed
from generator.read import dates, language
from generator.read.content import Content, Judged

_SURE = 0.6  # of a language, below which a notice asks the editor; clean text of 20 characters rarely scores less

_NAMED_DAY = re.compile(r"(?<![A-Za-z0-9])((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?![A-Za-z0-9])")


@dataclass(frozen=True, slots=True)
class Doubts:
    """What went wrong with stated facts: for the reader of the page, and for the editor."""

    notices: tuple[Notice, ...]
    problems: tuple[Problem, ...]


def today() -> date:
    """Return the day on which a stated date is no longer in the future: `SOURCE_DATE_EPOCH`, else the clock.

    This is the only place where reading looks at a clock, and it can only refuse a date, never make one.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    return now.date()


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


def date_of(facts: Mapping[str, Fact], code: str) -> Date | None:
    """Return the stated date; None where none is stated, or what is stated is none."""
    said = facts.get("date")
    found = dates.stated(said.text, code) if said else None
    return Date(found.value, found.precision, said.origin, said.text) if said and found else None


def date_in_name(path: str) -> Date | None:
    """Return the day in a file's name, as `2025-06-25` or `20250625`; None where there is none."""
    for match in _NAMED_DAY.finditer(path.rpartition("/")[2]):
        year, month, day = match.groups()
        if dates.is_day(int(year), int(month), int(day)):
            return Date(f"{year}-{month}-{day}", Precision.DAY, "file name", match[0])
    return None


def link_of(facts: Mapping[str, Fact]) -> Fact | None:
    """Return the stated link; None where none is stated, or what is stated is no web address."""
    said = facts.get("link")
    return said if said and _is_web_address(said.text) else None


def _is_web_address(text: str) -> bool:
    return text.lower().startswith(("https://", "http://")) and not any(sign.isspace() for sign in text)


def doubts(seed: Seed, facts: Mapping[str, Fact], spoken: Language, unmatched: tuple[str, ...]) -> Doubts:
    """Return what is doubtful: facts that cannot be, an uncertain language, corrections without effect."""
    notices = list(_refused(facts, spoken))
    sidecar = seed.corrections.path or f"{seed.path.rpartition('.')[0]}.yml"
    problems = [Problem(seed.path, notice.text, f"correct it in {sidecar}") for notice in notices]
    if spoken.origin == "detected" and spoken.confidence < _SURE:
        notices.append(Notice("language-uncertain", f"The language is uncertain ({spoken.confidence:.0%} sure)."))
    if seed.corrections.error:
        notices.append(Notice("corrections-unread", f"None of the corrections applies: {seed.corrections.error}."))
        where, _, what = seed.corrections.error.partition(": ")
        problems.append(Problem(where, f"{what}; none of its corrections applies", seed.corrections.hint))
    hint = "copy the line from the seed"
    problems.extend(Problem(sidecar, f"no line of the seed reads '{line}'", hint) for line in unmatched)
    return Doubts(tuple(notices), tuple(problems))


def _refused(facts: Mapping[str, Fact], spoken: Language) -> Iterator[Notice]:
    if "date" in facts and date_of(facts, spoken.code) is None:
        said = facts["date"]
        yield Notice("date-refused", f"The {said.origin} gives the date as '{said.text}', which is no date.")
    if "link" in facts and link_of(facts) is None:
        said = facts["link"]
        yield Notice("link-refused", f"The {said.origin} gives the link as '{said.text}', which is no web address.")
    if "language" in facts and not is_language(facts["language"].text):
        said = facts["language"]
        yield Notice("language-refused", f"The {said.origin} gives the language as '{said.text}', which is no code.")
