"""`dossier print`: the print edition, or a book of a part of the dossier."""

import re
import sys
from pathlib import Path

import click

from generator.cli.console import CONTENT, FILE, common, say, warn
from generator.errors import SettingsError
from generator.pipeline import build_dossier
from generator.press import Printed, print_book, print_edition
from generator.printing import Selection, select, undated
from generator.publish.site import open_site
from generator.text import counted

_DAY = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")
_DATE = "YYYY[-MM[-DD]]"


@click.command("print")
@common
@click.option("-o", "--output", type=FILE, help="Write one book there; dossier.pdf if only a part is selected.")
@click.option("--topic", multiple=True, metavar="ID", help="Only briefings about this topic; may be given again.")
@click.option("--since", default="", metavar=_DATE, help="Only briefings from this day, month or year on.")
@click.option("--until", default="", metavar=_DATE, help="Only briefings up to this day, month or year.")
@click.option("--language", default="", metavar="CODE", help="Only briefings in this language.")
@click.pass_context
def print_(  # noqa: PLR0913, PLR0917 - click hands over each option by itself
    context: click.Context,
    config_file: Path,
    output: Path | None,
    topic: tuple[str, ...],
    since: str,
    until: str,
    language: str,
) -> None:
    """Print the dossier as PDF: a book, and a sheet for each briefing and topic, into print/ of the site.

    With a selection or -o, write one book of what is selected.
    """
    selection = Selection(topic, _day("--since", since), _day("--until", until), language)
    site = open_site(config_file, strict=False)
    dossier = build_dossier(site.workshop)
    warn(dossier, site)
    if selection == Selection() and output is None:
        folder = Path(site.config.site_dir) / "print"
        _told(context, print_edition(dossier, site.workshop, folder), f"{folder.parent.name}/print")
        return
    left_out = undated(dossier, selection)
    if left_out:
        click.echo(f"warning: left out without a date: {counted(left_out, 'briefing', 'briefings')}", err=True)
    book = output or Path("dossier.pdf")
    _told(context, print_book(select(dossier, selection), site.workshop, book), str(book.parent))


def _told(context: click.Context, printed: Printed, place: str) -> None:
    for problem in printed.problems:
        click.echo(f"warning: {problem.message} - {problem.hint}", err=True)
    count = counted(len(printed.files), "file", "files")
    say(context, f"{place}/: {count}" if len(printed.files) != 1 else f"{Path(place) / printed.files[0]}")
    if printed.problems:
        sys.exit(CONTENT)


def _day(option: str, value: str) -> str:
    if value and not _DAY.fullmatch(value):
        raise SettingsError(f"{option} is '{value}'", hint="write it as 2025-06-30, 2025-06 or 2025")
    return value
