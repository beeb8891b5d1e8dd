"""The print edition on disk: each sheet is set in a process of its own, and only where the cache does not have it."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from generator.cache import Cache
from generator.errors import PrintError, SettingsError
from generator.model import Dossier, Problem
from generator.prepare import Workshop
from generator.printing import (
    WHOLE,
    Fault,
    Sheet,
    attempt,
    books,
    briefing_sheets,
    fingerprint,
    missing,
    press_for,
    topic_sheets,
    wanted_pieces,
)
from generator.workers import Crew, Failure, run

_SECONDS = 600  # for a sheet; the volume of a book takes some ten


@dataclass(frozen=True, slots=True)
class Printed:
    """What was printed: the files, relative to their folder, and what could not be made."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def print_edition(dossier: Dossier, workshop: Workshop, folder: Path) -> Printed:
    """Write the print edition of a dossier, as the settings want it, into a folder.

    Raises:
        PrintError: The folder cannot be written.
    """
    printing = workshop.settings.printing
    if not (printing.book or printing.briefings or printing.topics):
        return Printed((), ())
    press = press_for(dossier, printing, missing(wanted_pieces(dossier)))
    sheets = [
        *(books(press, WHOLE, _day()) if printing.book else ()),
        *(briefing_sheets(press) if printing.briefings else ()),
        *(topic_sheets(press) if printing.topics else ()),
    ]
    kept = Cache(workshop.root / ".cache" / "print")
    keys = {sheet.path: _key(sheet) for sheet in sheets}
    printed = _written(_set(sheets, keys, kept, workshop), folder)
    kept.keep_only(keys.values())
    return printed


def print_book(dossier: Dossier, workshop: Workshop, output: Path) -> Printed:
    """Write a dossier, or the part of one that was selected, as a book; a large one has volumes, numbered by name.

    Raises:
        PrintError: The file cannot be written.
    """
    press = press_for(dossier, workshop.settings.printing, missing(wanted_pieces(dossier)))
    sheets = list(books(press, output.stem, _day()))
    kept = Cache(workshop.root / ".cache" / "print")
    return _written(_set(sheets, {sheet.path: _key(sheet) for sheet in sheets}, kept, workshop), output.parent)


@dataclass(frozen=True, slots=True)
class _Result:
    path: str
    pdf: bytes | Failure | Fault


def _set(sheets: Iterable[Sheet], keys: Mapping[str, str], kept: Cache, workshop: Workshop) -> Iterator[_Result]:
    """Yield the sheets as PDF: those that are kept first, then those that are set now."""
    waiting = []
    for sheet in sheets:
        pdf = kept.get(keys[sheet.path], bytes)
        if pdf is None:
            waiting.append(sheet)
        else:
            yield _Result(sheet.path, pdf)
    with workshop.progress("Printing", len(waiting)) as step:
        results = run(attempt, waiting, Crew(workshop.settings.workers, _SECONDS, is_light=True))
        for sheet, result in zip(waiting, results, strict=True):
            if isinstance(result, bytes):
                kept.put(keys[sheet.path], result)
            yield _Result(sheet.path, result)
            step()


def _written(results: Iterable[_Result], folder: Path) -> Printed:
    files, problems = [], []
    for result in results:
        if not isinstance(result.pdf, bytes):
            message = f"{result.path} could not be printed: {result.pdf.reason}"
            problems.append(Problem("", message, "please report this, with the seed if you may"))
            continue
        path = folder / result.path
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(result.pdf)
        except OSError as error:
            raise PrintError(f"{path}: {error.strerror}", hint="make room there, or print to another place") from error
        files.append(result.path)
    return Printed(tuple(files), tuple(problems))


def _key(sheet: Sheet) -> str:
    """Return the name of everything that a PDF depends on."""
    parts = (fingerprint(), sheet.template, sheet.standard, sheet.data)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _day() -> str:
    """Return the day of the edition that SOURCE_DATE_EPOCH gives; empty where it is not set.

    Raises:
        SettingsError: It is no number of seconds.
    """
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(given), UTC).date().isoformat() if given else ""
    except (ValueError, OverflowError, OSError) as error:
        raise SettingsError(f"SOURCE_DATE_EPOCH is '{given}'", hint="it takes whole seconds since 1970") from error
