"""The pictures of a site: a page has a mark where one belongs, and lists beside it that say the same.

They hold addresses of the built site, and shapes that a code host would show as loose words; so they are drawn when
the site is built, and stay out of the Markdown.
"""

import posixpath
from urllib.parse import quote

from generator.model import Dossier
from generator.render import template
from generator.render.charts import timeline
from generator.render.names import Names
from generator.render.nearness import Nearness
from generator.render.neighbourhood import neighbourhood
from generator.render.sparkline import sparkline
from generator.settings import Settings


class Pictures:
    """The pictures of one dossier."""

    def __init__(self, dossier: Dossier, settings: Settings) -> None:
        self._names = Names(dossier)
        self._nearness = Nearness(dossier, self._names)
        self._settings = settings
        self._briefings = {f"briefings/{briefing.id}.md": briefing for briefing in dossier.briefings}
        self._topics = {f"topics/{topic.id}.md": topic for topic in dossier.topics}
        self._drawn = {"neighbourhood": self._neighbourhood, "timeline": self._timeline}

    @property
    def names(self) -> frozenset[str]:
        """The marks that stand for pictures."""
        return frozenset(self._drawn)

    def drawn(self, name: str, path: str) -> str:
        """Return the picture that a mark on a page stands for, as HTML; empty where there is too little to show."""
        return self._drawn[name](path)

    def _neighbourhood(self, path: str) -> str:
        if path in self._topics:
            near = self._nearness.of_topic(self._topics[path])
        else:
            near = self._nearness.of_briefing(self._briefings[path])
        view = neighbourhood(near, self._names, lambda there: self._way(path, there))
        return template.fragment(view, "neighbourhood.svg", self._names.words) if view.is_telling else ""

    def _timeline(self, path: str) -> str:
        view = sparkline(timeline(map(self._names.briefing, self._topics[path].briefings)), self._names)
        return template.fragment(view, "sparkline.svg", self._names.words) if view.is_telling else ""

    def _way(self, here: str, there: str) -> str:
        """Return the address of a page on the site, as seen from another."""
        target = self._settings.url(there)
        way = posixpath.relpath(f"/{target}", posixpath.dirname(f"/{self._settings.url(here)}"))
        return quote(f"{way}/" if target.endswith("/") else way)
