"""The links of a page: rectangles that lead somewhere, looked up by the place of a letter."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.read.sheets.turning import Box

_STEP = 20  # points
_STEPS = 100  # a rectangle higher than a page covers no text in particular


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle that leads to an address."""

    box: Box
    url: str


@dataclass(frozen=True, slots=True)
class Links:
    """The links of a page by their height."""

    steps: Mapping[int, tuple[Area, ...]]

    def at(self, x: float, y: float) -> str:
        """Return where a place leads; empty for nowhere."""
        for area in self.steps.get(int(y // _STEP), ()):
            if area.box.left <= x <= area.box.right and area.box.bottom <= y <= area.box.top:
                return area.url
        return ""

    def touch(self, box: Box) -> bool:
        """Say whether one of the links may cover a part of a box."""
        middle = (box.bottom + box.top) / 2
        near = self.steps.get(int(middle // _STEP), ())
        return any(area.box.left < box.right and box.left < area.box.right for area in near)


def links(areas: Iterable[Area]) -> Links:
    """Return rectangles that can be looked up."""
    steps: dict[int, list[Area]] = defaultdict(list)
    for area in areas:
        first, last = int(area.box.bottom // _STEP), int(area.box.top // _STEP)
        for step in range(first, min(last, first + _STEPS) + 1):
            steps[step].append(area)
    return Links({step: tuple(found) for step, found in steps.items()})
