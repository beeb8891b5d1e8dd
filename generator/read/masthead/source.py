"""Where a text was published: agencies that sign it, the site's name, the copyright line."""

import functools
import re
from collections.abc import Iterator

from generator.model import Fact
from generator.read.cleaning.clean import is_furniture
from generator.read.masthead.page import Page
from generator.text import all_words, folded_words

_HEAD = 90  # characters before an agency's name: place and day
_MOST = 6  # words of a site's name
_NEAR = 3  # lines above a headline in which an agency may sign
_TOP = 3  # lines in which a page says its own name
_SEPARATOR = re.compile(r"\s+[|–—·•»-]\s+|\s*[|]\s*")
_SIGNS = r"(?:©|\(c\)|copyright)(?:\s*(?:©|\(c\)|copyright|by))?"
_YEARS = r"(?:\d{4}(?:\s*[-–]\s*(?:\d{4}|\d\d(?!\d)))?)"
_COPYRIGHT = (
    re.compile(r"^(?P<name>\S{1,60}\.[a-z]{2,})\s*©"),
    re.compile(
        rf"{_SIGNS}[\s:]*{_YEARS}?[\s,.:–-]*(?:by\s+)?(?P<name>[^\W\d_][^|,©]{{0,80}}?)"
        rf"(?=\s*(?:[|,©]|\.\s(?!V\.)|\.?$|{_YEARS}|\s[-–—•·]\s|\(|$))",
        re.IGNORECASE,
    ),
)
_IS_COPYRIGHT = re.compile(r"©|\(c\)\s*\d{4}|\bcopyright\b", re.IGNORECASE)
# What a site runs on has a copyright line too: `Powered by Board Software © 2020 Some Company`.
_TOOL = re.compile(r"\b(?:powered|software|platform|theme|template|plugin)\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def find(page: Page, headline: int | None) -> Fact | None:
    """Return the source of a text; None where nothing names it."""
    return next(iter((*_agency(page, headline), *_copyright(page), *_masthead(page, headline))), None)


def _agency(page: Page, headline: int | None) -> Iterator[Fact]:
    """Yield the agency that signs the lines where the text begins, or its last one."""
    begin = max(0, page.start - _NEAR if headline is None else min(headline - _NEAR, page.start))
    for line in (*page.lines[begin : page.start + 2], *page.lines[max(page.start, page.stop - 1) : page.stop + 1]):
        match = _opening().search(line.text[: _HEAD + 40]) or _closing().search(line.text[-60:])
        if match:
            yield Fact(next(name for name in match.groups() if name), "agency line")


@functools.cache
def _agencies() -> str:
    return "|".join(sorted((re.escape(name) for name in all_words("agencies")), key=len, reverse=True))


@functools.cache
def _opening() -> re.Pattern[str]:
    """Match `BERLIN (dpa) -`, `LONDON, May 3 (Reuters) -`, `EFE | Madrid` and `Source: AFP`."""
    name = rf"(?:{_agencies()})(?:/[\w.-]{{2,20}}){{0,3}}"
    bracket = rf"[^()]{{0,{_HEAD}}}\((?P<bracket>{name})\)(?:\s*[-–—:.,]|$)"
    return re.compile(rf"^(?:{bracket}|(?:\w{{4,12}}:\s*)?(?P<bare>{name})\s*(?:[|·•/–—]\s|$))")


@functools.cache
def _closing() -> re.Pattern[str]:
    return re.compile(rf"\(((?:{_agencies()})(?:/[\w.-]{{2,20}}){{0,3}})\)\W*$")


def _copyright(page: Page) -> Iterator[Fact]:
    """Yield the names in copyright lines; a picture's has no year and stands above the end of the text."""
    for index, line in enumerate(page.lines):
        if line.entry.kept or not _IS_COPYRIGHT.search(line.text) or len(line.words) > 40:  # noqa: PLR2004
            continue
        if _TOOL.search(line.text) or (index < page.stop and not _YEAR.search(line.text)):
            continue
        for pattern in _COPYRIGHT:
            match = pattern.search(line.text)
            if match and not is_furniture(match["name"]):
                yield Fact(match["name"].strip(), "copyright line")
                break


def _masthead(page: Page, headline: int | None) -> Iterator[Fact]:
    """Yield what a page calls itself at its top: beside its headline, or on a line that it repeats."""
    title = page.lines[headline].words if headline is not None else ()
    for line in page.lines[:_TOP]:
        parts = [part.strip() for part in _SEPARATOR.split(line.text)]
        if len(parts) > 1 and title and folded_words(parts[0]) == title and len(folded_words(parts[-1])) <= _MOST:
            yield Fact(parts[-1], "masthead")
