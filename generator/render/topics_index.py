"""The page that lists topics: from broad to narrow where the vocabulary says so, and from A to Z."""

from collections import defaultdict, deque
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Dossier, Page, Topic
from generator.render import template
from generator.render.names import Group, Link, Names, other_forms
from generator.text import fold, slug

_DEEPEST = 12  # levels that are set in; Python-Markdown calls itself for each, and a telephone has room for no more


@dataclass(frozen=True, slots=True)
class Branch:
    """A topic in the tree, `depth` levels below one that has no broader topic."""

    depth: int
    link: Link


@dataclass(frozen=True, slots=True)
class _Step:
    topic: str
    depth: int


@dataclass(frozen=True, slots=True)
class TopicsView:
    """What the page shows."""

    title: str
    lead: str
    tree: tuple[Branch, ...]
    groups: tuple[Group, ...]


def topics_page(dossier: Dossier, names: Names) -> Page:
    """Return the tree of the topics, and all of them from A to Z, each with what other languages call it."""
    words = names.words
    title, lead = words.text("pages.topics"), words.counted("count.topics", len(dossier.topics))
    view = TopicsView(title, lead, tuple(_tree(dossier, names)), _from_a_to_z(dossier, names))
    head = template.Head(
        "topics.md",
        title,
        dossier.language,
        words.filled("pages.of", {"page": title, "dossier": dossier.title, "lead": lead}),
    )
    return template.page(head, view, "topics", words)


def _tree(dossier: Dossier, names: Names) -> Iterator[Branch]:
    """Yield the topics that have a broader or a narrower one, each behind its parent; a circle has no beginning."""
    roots = (topic for topic in dossier.topics if not names.broader(topic) and names.narrower(topic.id))
    waiting = deque(_Step(topic.id, 0) for topic in roots)
    while waiting:
        step = waiting.popleft()
        link = names.topic_link(step.topic, "topics/")
        yield Branch(min(step.depth, _DEEPEST), link)
        waiting.extendleft(_Step(id_, step.depth + 1) for id_ in reversed(names.narrower(step.topic)))


def _from_a_to_z(dossier: Dossier, names: Names) -> tuple[Group, ...]:
    groups: dict[str, list[Link]] = defaultdict(list)
    for topic in dossier.topics:
        groups[_letter(topic.label)].append(_link(topic, names))
    order = sorted(groups)
    return tuple(Group(letter, f"letter-{slug(letter) or 'other'}", tuple(groups[letter])) for letter in order)


def _link(topic: Topic, names: Names) -> Link:
    link = names.topic_link(topic.id, "topics/")
    count = names.words.counted("count.briefings", len(topic.briefings))
    about = count if topic.briefings or not topic.passing else ""
    passing = names.in_passing(topic) if topic.passing else ""
    counts = ", ".join(part for part in (about, passing) if part)
    notes = (counts, names.foreign(topic), ", ".join(other_forms(topic)))
    return Link(link.text, link.path, "; ".join(note for note in notes if note))


def _letter(label: str) -> str:
    first = fold(label)[:1].upper()
    return first if first.isalpha() else "#"
