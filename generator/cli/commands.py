"""The commands that make a dossier and tell of it."""

import logging
import sys
from pathlib import Path

import click

from generator import __version__
from generator.cli.console import CONTENT, FILE, Group, Told, common, say, show, warn
from generator.cli.printing import print_
from generator.cli.topics import topics
from generator.errors import SettingsError
from generator.export import FILES
from generator.export import explain as explained
from generator.model import Dossier
from generator.pipeline import build_dossier, build_pages
from generator.publish.site import Site, build_site, open_site, serve_site
from generator.text import counted
from generator.write import Changes, compare, write
from generator.yaml_file import suggestion


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dossier")
@click.pass_context
def main(context: click.Context) -> None:
    """Turn a folder of raw documents into a published, searchable briefing dossier.

    Run it where mkdocs.yml is, with a folder `seeds` beside it.
    """
    context.obj = Told()


main.add_command(topics)
main.add_command(print_)


@main.command()
@common
@click.option("--strict", is_flag=True, help="Stop with exit code 1 at anything an editor should mend.")
@click.pass_context
def build(context: click.Context, config_file: Path, *, strict: bool) -> None:
    """Write the pages and build the site."""
    site = open_site(config_file, strict=strict)
    build_site(site)
    say(context, f"{Path(site.config.site_dir).name}/ is built; `dossier serve` shows it")


@main.command()
@common
@click.option("--check", is_flag=True, help="Write nothing; list the pages that are stale, and exit with 1 if any is.")
@click.option("--strict", is_flag=True, help="Exit with 1 at anything an editor should mend.")
@click.pass_context
def generate(context: click.Context, config_file: Path, *, check: bool, strict: bool) -> None:
    """Write the pages, without building the site."""
    site = open_site(config_file, strict=strict)
    dossier = build_dossier(site.workshop)
    wrong = warn(dossier, site)
    pages = build_pages(dossier, site.workshop.settings)
    changes = compare(pages, site.pages) if check else write(pages, site.pages)
    for path in changes.stale if check else ():
        click.echo(f"stale: {site.pages.name}/{path}")
    if not check:
        say(context, _summary(dossier, changes, site))
    if (check and changes.stale) or (site.config.strict and wrong):
        sys.exit(CONTENT)


@main.command()
@common
@click.option("-a", "--address", default="", metavar="HOST:PORT", help="Where to serve; 127.0.0.1:8000 by default.")
def serve(config_file: Path, address: str) -> None:
    """Show the site in a browser, and build it again whenever a seed or a correction changes."""
    show(logging.INFO)
    open_site(config_file, strict=False)
    serve_site(config_file, address)


@main.command()
@common
@click.argument("file", type=click.Choice(list(FILES)), default="dossier.json")
@click.option("-o", "--output", type=FILE, default="", metavar="FILE", help="Where to write it, if not here.")
@click.pass_context
def export(context: click.Context, config_file: Path, file: str, output: Path) -> None:
    """Write the whole dossier as one JSON file for other programs, or the citations of all briefings."""
    site = open_site(config_file, strict=False)
    dossier = build_dossier(site.workshop)
    warn(dossier, site)
    place = output if output.name else Path(file)
    try:
        place.write_bytes(FILES[file](dossier, site.workshop.settings).encode())
    except OSError as error:
        raise SettingsError(f"{place}: {error.strerror}", hint="name another file with -o") from error
    say(context, f"{place}: {_counts(dossier)}")


@main.command()
@common
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


def _summary(dossier: Dossier, changes: Changes, site: Site) -> str:
    done = f"{counted(len(changes.write), 'page', 'pages')} written, {len(changes.remove)} removed"
    return f"{site.pages.name}/: {_counts(dossier)}; {done}"


def _counts(dossier: Dossier) -> str:
    briefings, topics = len(dossier.briefings), len(dossier.topics)
    return f"{counted(briefings, 'briefing', 'briefings')}, {counted(topics, 'topic', 'topics')}"
