"""The index of topics: from broad to narrow where the vocabulary says so, and from A to Z."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.model import Dossier, Page, Topic
from generator.render import places, template
from generator.render.indexes.letters import letters
from generator.render.indexes.listing import head_of, headings
from generator.render.indexes.sheets import Sheet, sheets, turns
from generator.render.names import Group, Link, Names, other_forms

_DEEPEST = 12  # levels that are set in; Python-Markdown calls itself for each, and a telephone has room for no more
_TREE = "tree"


@dataclass(frozen=True, slots=True)
class Branch:
    """A topic in the tree, `depth` levels below one that has no broader topic."""

    depth: int
    link: Link


@dataclass(frozen=True, slots=True)
class TopicsView:
    """What a page shows; every path counts from the folder of all pages, to which `up` leads."""

    title: str
    lead: str
    up: str
    bar: tuple[Link, ...]
    tree_title: str
    tree: tuple[Branch, ...]
    groups: tuple[Group, ...]
    turns: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    topic: str
    depth: int


def topics_pages(dossier: Dossier, names: Names) -> Iterator[Page]:
    """Yield the tree of the topics, and all of them from A to Z, each with what other languages call it."""
    title, lead = names.words.text("pages.topics"), names.words.counted("count.topics", len(dossier.topics))
    branches = tuple(tree(dossier, names))
    trunk = Group(names.words.text("topics.tree"), _TREE, tuple(branch.link for branch in branches))
    found = sheets("topics.md", (trunk, *letters(_link(topic, names) for topic in dossier.topics)), names.words)
    bar = headings(found)
    for each, part in zip(found, _parted(branches, found), strict=True):
        view = TopicsView(
            title=title,
            lead=lead,
            up=places.up(each.path),
            bar=bar,
            tree_title=each.groups[0].title if part else "",
            tree=part,
            groups=tuple(group for group in each.groups if group.anchor != _TREE),
            turns=turns("topics.md", each.number, len(found)),
        )
        yield template.page(head_of(each.path, title, lead, dossier, names), view, "topics", names.words)


def _parted(branches: Sequence[Branch], found: Iterable[Sheet]) -> Iterator[tuple[Branch, ...]]:
    """Yield the branches on each page, behind those that they grow from: a page of the tree begins at a root."""
    stem: list[Branch] = []
    start = 0
    for each in found:
        end = start + sum(len(group.links) for group in each.groups if group.anchor == _TREE)
        part = branches[start:end]
        yield (*stem[: part[0].depth], *part) if part else ()
        for branch in part:
            stem[branch.depth :] = [branch]
        start = end


def tree(dossier: Dossier, names: Names) -> Iterator[Branch]:
    """Yield the topics that have a broader or a narrower one, each behind its parent; a circle has no beginning."""
    roots = (topic for topic in dossier.topics if not names.broader(topic) and names.narrower(topic.id))
    waiting = deque(_Step(topic.id, 0) for topic in roots)
    while waiting:
        step = waiting.popleft()
        link = names.topic_link(step.topic, "topics/")
        yield Branch(min(step.depth, _DEEPEST), link)
        waiting.extendleft(_Step(id_, step.depth + 1) for id_ in reversed(names.narrower(step.topic)))


def _link(topic: Topic, names: Names) -> Link:
    link = names.topic_link(topic.id, "topics/")
    count = names.words.counted("count.briefings", len(topic.briefings))
    about = count if topic.briefings or not topic.passing else ""
    passing = names.in_passing(topic) if topic.passing else ""
    counts = ", ".join(part for part in (about, passing) if part)
    notes = (counts, names.foreign(topic), ", ".join(other_forms(topic)))
    return Link(link.text, link.path, "; ".join(note for note in notes if note))
