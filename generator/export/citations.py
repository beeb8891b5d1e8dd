"""Citations of all briefings, for programs that manage references: CSL-JSON and RIS.

They say what is known and no more: an author as written, a date as exact as it was stated, and a kind only where the
file's format or an address shows it. Not BibTeX: what reads RIS or CSL-JSON also writes it, with escapes of its own.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Briefing, Date, Dossier, Precision
from generator.text import squeeze

Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Kind:
    """What a document is, in the words of CSL 1.0.2 and of RIS as Zotero writes it."""

    csl: str
    ris: str


_DOCUMENT, _WEB_PAGE = _Kind("document", "GEN"), _Kind("webpage", "ELEC")
_BY_FORMAT = {
    "html": _WEB_PAGE,
    "mhtml": _WEB_PAGE,
    "warc": _WEB_PAGE,
    "epub": _Kind("book", "BOOK"),
    "mail": _Kind("personal_communication", "ICOMM"),
    "mbox": _Kind("personal_communication", "ICOMM"),
}


def csl_json(dossier: Dossier) -> str:
    """Return the citations as CSL-JSON, indented by one, with a line end at the close."""
    return json.dumps([csl_item(briefing) for briefing in dossier.briefings], ensure_ascii=False, indent=1) + "\n"


def csl_item(briefing: Briefing) -> Json:
    """Return the citation of a briefing as an item of CSL-JSON."""
    document = briefing.document
    item: Json = {"id": briefing.id, "type": _kind(briefing).csl, "title": _title(briefing)}
    if document.author:
        item["author"] = [{"literal": name} for name in _authors(document.author.text)]
    if document.date:
        item["issued"] = {"date-parts": [[int(part) for part in _day(document.date)]]}
    if document.source:
        item["container-title"] = squeeze(document.source.text)
    item["language"] = document.language.code
    if document.link:
        item["URL"] = document.link.text
    return item


def ris(dossier: Dossier) -> str:
    """Return the citations as RIS, with the line ends that it asks for."""
    return "".join(ris_record(briefing) for briefing in dossier.briefings)


def ris_record(briefing: Briefing) -> str:
    """Return the citation of a briefing as a record of RIS; no value leaves its line."""
    lines = [f"{tag}  - {squeeze(value)}".rstrip(" ") + " " * (tag == "ER") for tag, value in _fields(briefing)]
    return "".join(f"{line}\r\n" for line in lines) + "\r\n"


def _fields(briefing: Briefing) -> Iterator[tuple[str, str]]:
    document = briefing.document
    yield "TY", _kind(briefing).ris
    yield "ID", briefing.id
    yield "TI", _title(briefing)
    if document.author:
        for name in _authors(document.author.text):
            yield "AU", name
    if document.date:
        day = _day(document.date)
        yield "PY", day[0]
        yield "DA", "/".join([*day, "", ""][:3]) + "/"
    if document.source:
        yield "T2", document.source.text
    yield "LA", document.language.code
    if document.link:
        yield "UR", document.link.text
    yield "ER", ""


def _title(briefing: Briefing) -> str:
    """Return the title; one that was cut from a longer sentence ends in dots, as on its page."""
    return squeeze(briefing.document.shown_title)


def _kind(briefing: Briefing) -> _Kind:
    document = briefing.document
    by_format = _BY_FORMAT.get(document.seed.format)
    return by_format or (_WEB_PAGE if document.link else _DOCUMENT)


def _authors(text: str) -> Sequence[str]:
    """Return the names in a list of full ones; one by itself, and what may be `Surname, Given`, as it is written."""
    names = squeeze(text).split(", ")
    return names if all(" " in name for name in names) else [squeeze(text)]


def _day(date: Date) -> Sequence[str]:
    """Return the year, and the month and the day where they were stated."""
    parts = date.value[:10].split("-")
    return parts[:1] if date.precision is Precision.YEAR else parts
