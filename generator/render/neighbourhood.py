"""The picture of a neighbourhood: topics on one side, briefings on the other, and a line where one ties the other.

Each label has a row of its own, and lines run between the sides only: nothing can cross a word. The drawing itself is
`templates/neighbourhood.svg.j2`.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.render.labels import fitted
from generator.render.names import Names, isolated, title
from generator.render.nearness import Near

_TOPICS = 6
# In the drawing's own units, which are pixels where there is room: a telephone of 320 pixels leaves it some 290.
_WIDTH, _HEAD, _SIZE, _LEADING = 340, 24, 13, 15
_LEFT, _RIGHT = 124, 196  # where the words end, and begin again
_TOPIC, _BRIEFING = 134, 186  # where the lines begin and end
_ROW, _TALL = 25, 40  # of a topic with one line, of a briefing with two
_WORDS = ""  # stands among the topics for words that are shared


@dataclass(frozen=True, slots=True)
class Node:
    """A label and where it stands: `y` is the middle of its lines; without an address it is no link."""

    lines: tuple[str, ...]
    address: str
    y: int
    first: int  # the base of the first line


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What the picture shows; `ties` and `dots` are paths of SVG."""

    topics: tuple[Node, ...]
    briefings: tuple[Node, ...]
    ties: str
    dots: str
    height: int
    width: int = _WIDTH
    left: int = _LEFT
    right: int = _RIGHT
    size: int = _SIZE
    leading: int = _LEADING

    @property
    def is_telling(self) -> bool:
        """Whether there is more to see than one line."""
        return len(self.topics) + len(self.briefings) > 2  # noqa: PLR2004


def neighbourhood(near: Sequence[Near], names: Names, way: Callable[[str], str]) -> Neighbourhood:
    """Return the picture of what is near.

    Args:
        near: The briefings, best first.
        names: What all are called.
        way: The address of a page by its path, as seen from the one that shows the picture.
    """
    ties = _ties(near)
    order = _order(ties)
    height = max(_ROW * len(order), _TALL * len(near))
    rows = {id_: _middle(place, len(order), height) for place, id_ in enumerate(order)}
    topics = [_topic(id_, rows[id_], names, way) for id_ in order]
    briefings = [
        _node(title(names.briefing(one.briefing)), _RIGHT, _middle(place, len(near), height),
              way(f"briefings/{one.briefing}.md"), 2)
        for place, one in enumerate(near)
    ]  # fmt: skip
    lines = [
        f"M{_TOPIC} {rows[id_]}C160 {rows[id_]} 160 {node.y} {_BRIEFING} {node.y}"
        for node, ids in zip(briefings, ties, strict=True)
        for id_ in ids
    ]
    dots = [
        *(f"M{_TOPIC} {node.y}h0" for node in topics),
        *(f"M{_BRIEFING} {node.y}h0" for node in briefings),
    ]
    return Neighbourhood(tuple(topics), tuple(briefings), "".join(lines), "".join(dots), _HEAD + height)


def _ties(near: Sequence[Near]) -> list[tuple[str, ...]]:
    """Return the topics that tie each briefing, of the few that are shown; what none of them ties, shared words do."""
    worth: dict[str, float] = defaultdict(float)
    for one in near:
        for place, topic in enumerate(one.ties):
            worth[topic] += 1 / (1 + place)
    shown = sorted(worth, key=lambda topic: (-worth[topic], topic))[:_TOPICS]
    return [tuple(topic for topic in one.ties if topic in shown) or (_WORDS,) for one in near]


def _order(ties: Sequence[tuple[str, ...]]) -> list[str]:
    """Return the topics by the middle of the briefings that they tie, so that few lines cross."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, ids in enumerate(ties):
        for id_ in ids:
            places[id_].append(place)
    return sorted(places, key=lambda id_: (sum(places[id_]) / len(places[id_]), id_))


def _middle(place: int, count: int, height: int) -> int:
    return _HEAD + round((place + 0.5) * height / count)


def _topic(id_: str, y: int, names: Names, way: Callable[[str], str]) -> Node:
    if id_ == _WORDS:
        return _node(names.words.text("neighbourhood.words"), _WIDTH - _LEFT, y, "", 1)
    return _node(names.topic(id_).label, _WIDTH - _LEFT, y, way(f"topics/{id_}.md"), 1)


def _node(text: str, start: int, y: int, address: str, most: int) -> Node:
    """Return a label, which has the room from `start` to the edge of the drawing."""
    lines = fitted(text, (_WIDTH - start) / _SIZE, most)
    first = y - _LEADING * (len(lines) - 1) // 2 + _SIZE // 3
    return Node(tuple(map(isolated, lines)), address, y, first)
