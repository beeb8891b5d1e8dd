"""Every page of a dossier."""

from generator.model import Dossier, Page
from generator.render.briefing_page import briefing_page
from generator.render.home import home_page
from generator.render.indexes import sources_page, timeline_page, topics_page
from generator.render.names import Names
from generator.render.topic_page import topic_page


def render(dossier: Dossier) -> tuple[Page, ...]:
    """Return the pages in the order of their paths."""
    names = Names(dossier)
    pages = [
        home_page(dossier, names),
        topics_page(dossier, names),
        sources_page(dossier, names),
        timeline_page(dossier, names),
        *(briefing_page(briefing, dossier, names) for briefing in dossier.briefings),
        *(topic_page(topic, dossier, names) for topic in dossier.topics),
    ]
    return tuple(sorted(pages, key=lambda page: page.path))
