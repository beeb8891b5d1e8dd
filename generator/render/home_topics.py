"""Topics on the first page: the editor's tree, then those that most briefings are about."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Dossier
from generator.render.names import Link, Names

_STEMS, _BRANCHES, _OTHERS = 12, 8, 30  # two screens at the most, whatever the size of the vocabulary


@dataclass(frozen=True, slots=True)
class Stem:
    """A topic without a broader one, and the topics right below it."""

    link: Link
    branches: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HomeTopics:
    """What is shown, and the link to all; without a path where all are shown."""

    stems: tuple[Stem, ...]
    others: tuple[Link, ...]
    rest: Link


def home_topics(dossier: Dossier, names: Names) -> HomeTopics:
    """Return the topics for the first page."""
    roots = [topic.id for topic in dossier.topics if not names.broader(topic) and names.narrower(topic.id)]
    stems = [Stem(_link(root, names), _branches(names.narrower(root), names)) for root in roots[:_STEMS]]
    in_tree = {branch for root in roots[:_STEMS] for branch in (root, *names.narrower(root)[:_BRANCHES])}
    by_use = sorted(dossier.topics, key=lambda topic: (-len(topic.briefings), -len(topic.mentions), topic.id))
    others = [topic.id for topic in by_use if topic.id not in in_tree]
    hidden = len(dossier.topics) - len(in_tree) - len(others[:_OTHERS])
    all_ = Link(names.words.counted("all.topics", len(dossier.topics)), "topics.md") if hidden else Link("", "")
    return HomeTopics(tuple(stems), tuple(_link(topic, names) for topic in others[:_OTHERS]), all_)


def _branches(topics: Sequence[str], names: Names) -> tuple[Link, ...]:
    return tuple(_link(topic, names) for topic in topics[:_BRANCHES])


def _link(topic: str, names: Names) -> Link:
    return names.topic_link(topic, "topics/")
