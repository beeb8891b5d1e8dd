"""What comes before and after a briefing in each of its topics."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Dossier
from generator.render.names import Link, Names

_TOPICS = 8  # whose order in time a page shows


@dataclass(frozen=True, slots=True)
class Step:
    """The next briefing of a topic in one direction of time, which `way` names."""

    way: str
    link: Link


@dataclass(frozen=True, slots=True)
class InTime:
    """The topics whose next briefings are the same, and those briefings."""

    topics: tuple[Link, ...]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class _Around:
    """The briefings before and after one in time, by id; empty where there is none."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class _Order:
    """A topic's dated briefings in time: what is before each, and what after it."""

    before: Mapping[str, str]
    after: Mapping[str, str]

    def around(self, briefing: str) -> _Around:
        """Return what is next to a briefing."""
        return _Around(self.before.get(briefing, ""), self.after.get(briefing, ""))


class TopicsInTime:
    """The order in time of every topic's briefings."""

    def __init__(self, dossier: Dossier, names: Names) -> None:
        self._names = names
        self._orders = _orders(dossier)

    def around(self, briefing: str) -> Iterator[InTime]:
        """Yield the topics that a briefing speaks of most, those with the same neighbours together."""
        groups: dict[_Around, list[str]] = defaultdict(list)
        for topic in self._names.topics_of(briefing)[:_TOPICS]:
            groups[self._orders[topic].around(briefing)].append(topic)
        words = self._names.words
        for around, topics in groups.items():
            steps = ((words.text("in_time.earlier"), around.earlier), (words.text("in_time.later"), around.later))
            found = tuple(Step(way, self._names.briefing_link(id_, "")) for way, id_ in steps if id_)
            if found:
                yield InTime(tuple(self._names.topic_link(topic, "../topics/") for topic in topics), found)


def _orders(dossier: Dossier) -> Mapping[str, _Order]:
    """Return the order of each topic's briefings in time, by date and then by id; undated ones are in none."""
    dated = {briefing.id: briefing.document.date.value for briefing in dossier.briefings if briefing.document.date}
    place = {id_: number for number, id_ in enumerate(sorted(dated, key=lambda id_: (dated[id_], id_)))}
    orders = {}
    for topic in dossier.topics:
        order = sorted((id_ for id_ in topic.briefings if id_ in place), key=place.__getitem__)
        after = dict(pairwise(order))
        orders[topic.id] = _Order({later: earlier for earlier, later in after.items()}, after)
    return orders
