"""Every page of a dossier."""

from generator.model import Dossier, Page
from generator.render.briefing_page import briefing_page
from generator.render.connections import Connections
from generator.render.home import home_page
from generator.render.in_time import TopicsInTime
from generator.render.indexes import index_pages
from generator.render.inline import inline_links
from generator.render.names import Names
from generator.render.topic_page import topic_pages
from generator.settings import Settings


def render(dossier: Dossier, settings: Settings) -> tuple[Page, ...]:
    """Return the pages in the order of their paths."""
    names = Names(dossier)
    connections, in_time = Connections(dossier, names), TopicsInTime(dossier, names)
    linked = {briefing.id: inline_links(briefing, names) for briefing in dossier.briefings if settings.inline_links}
    pages = [
        home_page(dossier, names),
        *index_pages(dossier, names),
        *(briefing_page(b, names, connections, in_time, linked.get(b.id, {})) for b in dossier.briefings),
        *(page for topic in dossier.topics for page in topic_pages(topic, dossier, names)),
    ]
    return tuple(sorted(pages, key=lambda page: page.path))
