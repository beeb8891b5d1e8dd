"""`dossier topics`: what was found, and what could be said of it."""

from pathlib import Path

import click

from generator.answers import Answers, answer, remember
from generator.cli.console import common, say, warn
from generator.export import suggestion_list, topic_list
from generator.pipeline import build_collection, build_dossier
from generator.publish.site import open_site
from generator.text import counted
from generator.understand import suggest as find_suggestions
from generator.understand.links.encoder import available

_SHOWN = 50  # suggestions; a longer list nobody works through
_NUMBER = click.IntRange(min=1)


@click.group(invoke_without_command=True)
@common
@click.pass_context
def topics(context: click.Context, config_file: Path) -> None:
    """List the topics, with their briefings, their mentions and what each language calls them."""
    context.default_map = {"suggest": {"config_file": str(config_file)}}
    if context.invoked_subcommand:
        return
    site = open_site(config_file, strict=False)
    dossier = build_dossier(site.workshop)
    warn(dossier, site)
    for line in topic_list(dossier):
        click.echo(line)
    count = counted(len(dossier.topics), "topic", "topics")
    say(context, f"{count} of {counted(len(dossier.briefings), 'briefing', 'briefings')}")


@topics.command()
@common
@click.option("--accept", type=_NUMBER, multiple=True, metavar="N", help="Write suggestion N into topics.yml.")
@click.option("--reject", type=_NUMBER, multiple=True, metavar="N", help="Never make suggestion N again.")
@click.pass_context
def suggest(context: click.Context, config_file: Path, accept: tuple[int, ...], reject: tuple[int, ...]) -> None:
    """Suggest names that may be one topic, and topics that look like none, best first.

    Nothing is changed unless you say so: --accept and --reject take the numbers of the list, and may be given again.
    """
    site = open_site(config_file, strict=False)
    collection = build_collection(site.workshop)
    if accept or reject:
        lines = answer(Answers(accept, reject), collection, site.workshop)
        say(context, f"{site.workshop.settings.seeds}/topics.yml: {counted(len(lines), 'line', 'lines')} written")
        for line in lines:
            say(context, f"+ {line}")
        return
    found = find_suggestions(collection.dossier, collection.vocabulary)
    shown = found[:_SHOWN]
    remember(shown, site.workshop)
    for line in suggestion_list(shown):
        click.echo(line)
    rest = len(found) - len(shown)
    more = f"{rest} more follow when these are answered" if rest else "answer with --accept N or --reject N"
    say(context, f"{counted(len(found), 'suggestion', 'suggestions')}; {more}" if found else "nothing to suggest")
    if not available():
        say(context, "for suggestions across languages: pip install 'dossier[multilingual]'")
