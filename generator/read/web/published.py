"""When a page says that its article was published: in its metadata, beside its headline, in its address."""

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import urlsplit

from generator.model import Fact, Precision
from generator.read.days import dates
from generator.read.web.metadata import METADATA, Head, address
from generator.read.web.placed import Moment

_DATES = (
    "article:published_time", "datepublished", "citation_publication_date", "citation_date", "dc.date.issued",
    "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "og:article:published_time",
    "published_time", "publication_date", "publish-date", "publishdate", "pubdate", "parsely-pub-date", "sailthru.date",
    "date", "datecreated",
)  # fmt: skip
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?\s?(?:Z|[+-]\d\d:?\d\d)?)?")
_LONGEST_DATELINE = 200  # characters; with author, section and number of comments
_EXACT = frozenset({Precision.DAY, Precision.MINUTE})
_DAY_AND_NAME = re.compile(r"(?<=\d)\.(?=[^\W\d_])")  # as in `8.Mai 2024`
_DAY_IN_PATH = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)")
_NEAR = 8  # pieces between a headline and the time of its publication
_PUBLISHED = re.compile(r"publish|pubdate|entry-date|post-date|dt-published|datecreated", re.IGNORECASE)
_CHANGED = re.compile(r"updat|modif", re.IGNORECASE)
_NEVER = ("1970-01-01", "0001-01-01", "0000-")  # what programs write where no date was set


def date(of: Head, moments: Sequence[Moment]) -> Fact | None:
    """Return when the page says that its article was published; None where it does not say.

    Args:
        of: Its head.
        moments: The times that stand near its headline, the likeliest first.
    """
    stated = [
        *(said.date for said in of.linked if said.is_article),
        *(text for name in _DATES for text in of.meta.get(name, ())),
        *(said.date for said in of.linked if not said.is_article),
        *(moment.value for moment in moments),
    ]
    return next((Fact(found, METADATA) for said in stated for found in _readable(said)), None)


def date_in_address(of: Head, url: str) -> Fact | None:
    """Return the day in the page's address, as `/2025/06/25/`; None where there is none."""
    match = _DAY_IN_PATH.search(urlsplit(address(of, url) or url).path)
    if not match or not dates.is_day(*map(int, match.groups())):
        return None
    return Fact("-".join(part.zfill(2) for part in match.groups()), "address")


def dateline(lines: Iterable[str], code: str) -> Fact | None:
    """Return the first date in some short lines beside the headline; None where there is none with a year.

    Args:
        lines: The lines, the likeliest first.
        code: The language of the text; English months are common on pages in every language.
    """
    for line in lines:
        if is_short(line) and not line.endswith((".", "!", "?")):
            spaced = _DAY_AND_NAME.sub(". ", line)
            found = (date for spoken in (code, "en") for date in dates.find(spaced, spoken))
            full = next((date for date in found if date.precision in _EXACT), None)
            if full is not None and not full.value.startswith("--"):
                return Fact(full.text, "dateline")
    return None


def closing_line(lines: Iterable[str], code: str) -> Fact | None:
    """Return the date of the first line that says nothing else, as it stands below some texts; None without one.

    Args:
        lines: The last line of the text, and those behind it.
        code: The language of the text.
    """
    found = (dates.whole(line, spoken) for line in lines if is_short(line) for spoken in (code, "en"))
    return next((Fact(date.text, "dateline") for date in found if date is not None and date.precision in _EXACT), None)


def is_short(line: str) -> bool:
    """Say whether a line could be a dateline; a longer one that holds a date speaks of it."""
    return len(line) <= _LONGEST_DATELINE


def _readable(said: str) -> Iterator[str]:
    """Yield a date as it can be read; nothing where it is none, or one that programs write for none."""
    exact = _ISO.match(said.strip())
    text = exact[0] if exact else said.strip()
    if not text.startswith(_NEVER) and len(text) <= _LONGEST_DATELINE and dates.stated(text, "en") is not None:
        yield text


def near(moments: Sequence[Moment], start: int, stop: int) -> list[Moment]:
    """Return the times that speak of the article's publication, the likeliest first.

    Args:
        moments: Times of the page.
        start: The place of its headline, or of its first piece.
        stop: The place behind its last piece.
    """
    found = [
        moment for moment in moments
        if start - _NEAR <= moment.at < stop + _NEAR
        and (_PUBLISHED.search(moment.names) or not _CHANGED.search(moment.names))
    ]  # fmt: skip
    return sorted(found, key=lambda moment: (not _PUBLISHED.search(moment.names), abs(moment.at - start)))
