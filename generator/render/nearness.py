"""What is nearest to a briefing or a topic: briefings, and the topics that tie them to it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Briefing, Dossier, Related, Topic
from generator.render.names import Names

_BRIEFINGS = 5
_TIES = 3  # of a briefing; with all that it shares, every line would cross every other


@dataclass(frozen=True, slots=True)
class Near:
    """A briefing, and the ids of the topics that tie it, the most telling first; none where only words do."""

    briefing: str
    ties: tuple[str, ...]


class Nearness:
    """What is near in one dossier."""

    def __init__(self, dossier: Dossier, names: Names) -> None:
        self._dossier = dossier
        self._names = names

    def of_briefing(self, briefing: Briefing) -> tuple[Near, ...]:
        """Return the briefings nearest to one, in any language, best first, each with its reasons."""
        links: dict[str, Related] = {}
        for link in (*self._dossier.related[briefing.id], *self._dossier.elsewhere[briefing.id]):
            links.setdefault(link.id, link)
        best = sorted(links.values(), key=lambda link: (-link.score, link.id))[:_BRIEFINGS]
        return tuple(Near(link.id, link.topics[:_TIES]) for link in best)

    def of_topic(self, topic: Topic) -> tuple[Near, ...]:
        """Return the briefings that speak of a topic most, each with the related topics that it speaks of most."""
        related = frozenset(topic.related)
        spoken = self._spoken(topic)
        near = (Near(id_, self._ties(id_, related)) for id_ in sorted(topic.briefings, key=lambda id_: -spoken[id_]))
        return tuple(found for found, _ in zip((one for one in near if one.ties), range(_BRIEFINGS), strict=False))

    def _spoken(self, topic: Topic) -> Mapping[str, int]:
        """Return how often each briefing names a topic."""
        return {id_: len(self._names.mentions_in(id_).get(topic.id, ())) for id_ in topic.briefings}

    def _ties(self, briefing: str, related: frozenset[str]) -> tuple[str, ...]:
        return tuple(id_ for id_ in self._names.topics_of(briefing) if id_ in related)[:_TIES]
