"""What all commands share: their options, what they say, and how a mistake ends."""

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click
from mkdocs.exceptions import MkDocsException

from generator.errors import DossierError
from generator.model import Dossier
from generator.publish.plugin import warnings
from generator.publish.site import Site

CONTENT, MISTAKE = 1, 2
FILE = click.Path(path_type=Path, dir_okay=False)
_switch = partial(click.option, is_flag=True, expose_value=False)


@dataclass(slots=True)
class Told:
    """What the common options said; click fills it in as it reads the line."""

    quiet: bool = False


class Group(click.Group):
    """Commands whose mistakes end with a message and an exit code, never with a traceback."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own type
        """Run a command."""
        try:
            return super().invoke(ctx)
        except DossierError as error:
            click.echo(f"error: {error.message}\n  hint: {error.hint}", err=True)
            sys.exit(MISTAKE)
        except MkDocsException as error:
            click.echo(f"error: {str(error).strip()}", err=True)
            sys.exit(CONTENT)


def common(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that all of them have."""
    options = (
        _switch("-v", "--verbose", callback=_verbose, help="Say what MkDocs does."),
        _switch("-q", "--quiet", callback=_quiet, help="Say only what is wrong."),
        click.option("-f", "--config-file", type=FILE, default="mkdocs.yml", show_default=True, help="The settings."),
    )
    for option in options:
        function = option(function)
    return function


def _quiet(context: click.Context, _option: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's call
    context.obj.quiet = context.obj.quiet or value
    # Progress follows MkDocs's log level: news of INFO is wanted unless we are to be quiet.
    logging.getLogger("mkdocs").setLevel(logging.WARNING if context.obj.quiet else logging.INFO)


def _verbose(_context: click.Context, _option: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's call
    show(logging.INFO if value else logging.WARNING)


def show(level: int) -> None:
    """Let MkDocs's log be seen from a level on."""
    logger = logging.getLogger("mkdocs")
    for handler in [handler for handler in logger.handlers if isinstance(handler, _Handler)]:
        logger.removeHandler(handler)
    logger.addHandler(_Handler(level))


class _Handler(logging.Handler):
    """MkDocs's log as lines on standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        click.echo(f"{record.levelname.lower()}: {record.getMessage()}", err=True)


def warn(dossier: Dossier, site: Site) -> bool:
    """Say what an editor should mend, and whether there is anything."""
    lines = list(warnings(dossier, site.workshop.settings.seeds))
    for line in lines:
        click.echo(f"warning: {line}", err=True)
    return bool(lines)


def say(context: click.Context, line: str) -> None:
    """Say what nobody must know, unless asked to be quiet."""
    if not context.obj.quiet:
        click.echo(line)
