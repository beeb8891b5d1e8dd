"""When something was sent or published, as mails, feeds and JSON write it, in ISO 8601."""

import re
from datetime import UTC, datetime

from generator.read.days.dates import is_day

_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)[T ]{1,2}"
    r"(?P<hour>\d\d):(?P<minute>\d\d)(?P<rest>:\d\d(?:[.,]\d{1,9})?)?\s?(?P<zone>[A-Za-z]{1,5}|[+-]\d\d(?::?\d\d)?)?"
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_MONTH = rf"(?P<name>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::\d\d(?:\.\d{1,9})?)?"
_ZONE = r"(?P<zone>[A-Za-z]{1,5}|[+-]\d{2}:?\d{2})?(?:\s{1,5}\([^)]{0,60}\)?)?"
# RFC 822, 2822 and 5322, with and without the time; then the form of asctime, as `From ` lines of mailboxes have it.
_MAIL = (
    re.compile(
        rf"(?:[a-z]{{2,9}}\.?,?\s{{1,5}})?(?P<day>\d{{1,2}})[\s-]{{1,3}}{_MONTH}[\s-]{{1,3}}(?P<year>\d{{4}}|\d\d)"
        rf"(?:,?\s{{1,5}}{_TIME})?\s{{0,5}}{_ZONE}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"[a-z]{{3}},?\s{{1,3}}{_MONTH}\s{{1,3}}(?P<day>\d{{1,2}}),?\s{{1,3}}{_TIME}\s{{1,3}}(?P<year>\d{{4}})"
        rf"\s{{0,3}}{_ZONE}",
        re.IGNORECASE,
    ),
)
# Seconds since 1970 have nine digits, and ten since 2001; others count in smaller units.
_UNITS = {size + more: 10**more for more in (0, 3, 6, 9) for size in (9, 10)}
_DIGITS = re.compile(r"(\d{8,19})(?:\.\d{1,9})?")
# The zones that RFC 822 names; any other abbreviation means several, so that the time stays without a zone.
_ZONES = {
    "z": "Z", "ut": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00",
    "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
}  # fmt: skip
_FIRST, _LAST = datetime(1970, 2, 1, tzinfo=UTC).timestamp(), datetime(2100, 1, 1, tzinfo=UTC).timestamp()
_PIVOT = 69  # RFC 2822: years of two digits up to 49 are of this century; POSIX and Python draw the line at 68


def iso(text: str) -> str:
    """Return a date in ISO 8601 with the time and zone that it gives; what is no such date, as it is."""
    bare = " ".join(text[:200].split())
    match = _ISO.fullmatch(bare) or next((found for form in _MAIL if (found := form.fullmatch(bare))), None)
    if match is None:
        return _counted(bare) or text
    return _written(match.groupdict()) or text


def _written(parts: dict[str, str | None]) -> str:
    """Return the parts of a date in ISO 8601; empty where there is no such day or time."""
    year = int(parts["year"] or 0)
    if len(parts["year"] or "") == 2:  # noqa: PLR2004 - digits
        year += 2000 if year < _PIVOT else 1900
    month = _MONTHS[parts["name"].lower()] if parts.get("name") else int(parts["month"] or 0)  # type: ignore[union-attr]
    day = int(parts["day"] or 0)
    if not is_day(year, month, day):
        return ""
    value = f"{year:04}-{month:02}-{day:02}"
    zone = _zone(parts.get("zone") or "")
    if parts.get("hour") is None or (_is_midnight(parts) and not zone):
        return value
    hour, minute = int(parts["hour"] or 0), int(parts["minute"] or 0)
    return f"{value}T{hour:02}:{minute:02}{zone}" if hour < 24 and minute < 60 else ""  # noqa: PLR2004 - of a day


def _is_midnight(parts: dict[str, str | None]) -> bool:
    """Say whether the time is what databases write behind a day for which they know none."""
    return parts["hour"] == "00" and parts["minute"] == "00" and not (parts.get("rest") or "").strip(":.,0")


def _zone(text: str) -> str:
    if not text or text[0] not in "+-":
        return _ZONES.get(text.lower(), "")
    digits = f"{text[1:].replace(':', '')}00"[:4]
    # RFC 5322: -0000 is a time in UTC of which the place is not known.
    if text == "-0000":
        return "Z"
    fits = int(digits[:2]) <= 14 and int(digits[2:]) < 60  # noqa: PLR2004 - no zone is farther from UTC
    return f"{text[0]}{digits[:2]}:{digits[2:]}" if fits else ""


def _counted(text: str) -> str:
    """Return a number as a date: YYYYMMDD, or seconds or thousandths of them since 1970; empty where it is neither."""
    match = _DIGITS.fullmatch(text)
    if match is None:
        return ""
    digits = match[1]
    if len(digits) == 8 and digits == text and is_day(int(digits[:4]), int(digits[4:6]), int(digits[6:])):  # noqa: PLR2004
        return f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"
    unit = _UNITS.get(len(digits), 0)
    if unit and _FIRST <= int(digits) / unit < _LAST:
        return f"{datetime.fromtimestamp(int(digits) // unit, UTC):%Y-%m-%dT%H:%M}Z"
    return ""
