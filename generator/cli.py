"""The command `dossier`: arguments in, messages and exit codes out (0 fine, 1 the content, 2 a mistake)."""

import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click
from mkdocs.exceptions import MkDocsException

from generator import __version__
from generator.errors import DossierError, SettingsError
from generator.export import explain as explained
from generator.export import machine_view
from generator.model import Dossier
from generator.pipeline import build_dossier, build_pages
from generator.publish.plugin import warnings
from generator.publish.site import Site, build_site, open_site, serve_site
from generator.text import counted
from generator.write import Changes, compare, write
from generator.yaml_file import suggestion

CONTENT, MISTAKE = 1, 2
_FILE = click.Path(path_type=Path, dir_okay=False)
_switch = partial(click.option, is_flag=True, expose_value=False)


@dataclass(slots=True)
class _Told:
    """What the common options said; click fills it in as it reads the line."""

    quiet: bool = False


class _Group(click.Group):
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


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn a folder of raw documents into a published, searchable briefing dossier.

    Run it where mkdocs.yml is, with a folder `seeds` beside it.
    """
    context.obj = _Told()


def _common(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that all of them have."""
    options = (
        _switch("-v", "--verbose", callback=_verbose, help="Say what MkDocs does."),
        _switch("-q", "--quiet", callback=_quiet, help="Say only what is wrong."),
        click.option("-f", "--config-file", type=_FILE, default="mkdocs.yml", show_default=True, help="The settings."),
    )
    for option in options:
        function = option(function)
    return function


def _quiet(context: click.Context, _option: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's call
    if value:
        context.obj.quiet = True
    # Progress follows MkDocs's log level: news of INFO is wanted unless we are to be quiet.
    logging.getLogger("mkdocs").setLevel(logging.WARNING if value else logging.INFO)


def _verbose(_context: click.Context, _option: click.Parameter, value: bool) -> None:  # noqa: FBT001 - click's call
    _show(logging.INFO if value else logging.WARNING)


def _show(level: int) -> None:
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


@main.command()
@_common
@click.option("--strict", is_flag=True, help="Stop with exit code 1 at anything an editor should mend.")
@click.pass_context
def build(context: click.Context, config_file: Path, *, strict: bool) -> None:
    """Write the pages and build the site."""
    site = open_site(config_file, strict=strict)
    build_site(site)
    _say(context, f"{Path(site.config.site_dir).name}/ is built; `dossier serve` shows it")


@main.command()
@_common
@click.option("--check", is_flag=True, help="Write nothing; list the pages that are stale, and exit with 1 if any is.")
@click.option("--strict", is_flag=True, help="Exit with 1 at anything an editor should mend.")
@click.pass_context
def generate(context: click.Context, config_file: Path, *, check: bool, strict: bool) -> None:
    """Write the pages, without building the site."""
    site = open_site(config_file, strict=strict)
    dossier = build_dossier(site.workshop)
    wrong = _warn(dossier, site)
    pages = build_pages(dossier, site.workshop.settings)
    changes = compare(pages, site.pages) if check else write(pages, site.pages)
    for path in changes.stale if check else ():
        click.echo(f"stale: {site.pages.name}/{path}")
    if not check:
        _say(context, _summary(dossier, changes, site))
    if (check and changes.stale) or (site.config.strict and wrong):
        sys.exit(CONTENT)


@main.command()
@_common
@click.option("-a", "--address", default="", metavar="HOST:PORT", help="Where to serve; 127.0.0.1:8000 by default.")
def serve(config_file: Path, address: str) -> None:
    """Show the site in a browser, and build it again whenever a seed or a correction changes."""
    _show(logging.INFO)
    open_site(config_file, strict=False)
    serve_site(config_file, address)


@main.command()
@_common
@click.option("-o", "--output", type=_FILE, default="dossier.json", show_default=True, help="Where to write it.")
@click.pass_context
def export(context: click.Context, config_file: Path, output: Path) -> None:
    """Write the whole dossier as one JSON file, for other programs."""
    site = open_site(config_file, strict=False)
    dossier = build_dossier(site.workshop)
    _warn(dossier, site)
    try:
        output.write_bytes(machine_view(dossier, site.workshop.settings).encode())
    except OSError as error:
        raise SettingsError(f"{output}: {error.strerror}", hint="name another file with -o") from error
    _say(context, f"{output}: {_counts(dossier)}")


@main.command()
@_common
@click.argument("seed")
def explain(config_file: Path, seed: str) -> None:
    """Tell how SEED was read: what was set aside and why, and where each fact, keyword and topic comes from."""
    site = open_site(config_file, strict=False)
    dossier = build_dossier(site.workshop)
    folder, path = site.workshop.seeds.resolve(), Path(seed).resolve()
    wanted = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else seed
    for unread in dossier.unread:
        if unread.path == wanted:
            click.echo(f"seed      {unread.path}\nnot read  {unread.reason}")
            return
    told = [
        explained(briefing, dossier)
        for briefing in dossier.briefings
        if wanted in {briefing.document.seed.path, briefing.id, f"briefings/{briefing.id}"}
    ]
    if told:
        click.echo("\n\n".join(told))
        return
    known = [briefing.document.seed.path for briefing in dossier.briefings]
    raise SettingsError(f"there is no seed '{seed}'", hint=suggestion(wanted, known))


def _warn(dossier: Dossier, site: Site) -> bool:
    """Say what an editor should mend, and whether there is anything."""
    lines = list(warnings(dossier, site.workshop.settings.seeds))
    for line in lines:
        click.echo(f"warning: {line}", err=True)
    return bool(lines)


def _summary(dossier: Dossier, changes: Changes, site: Site) -> str:
    done = f"{counted(len(changes.write), 'page', 'pages')} written, {len(changes.remove)} removed"
    return f"{site.pages.name}/: {_counts(dossier)}; {done}"


def _counts(dossier: Dossier) -> str:
    briefings, topics = len(dossier.briefings), len(dossier.topics)
    return f"{counted(briefings, 'briefing', 'briefings')}, {counted(topics, 'topic', 'topics')}"


def _say(context: click.Context, line: str) -> None:
    if not context.obj.quiet:
        click.echo(line)
