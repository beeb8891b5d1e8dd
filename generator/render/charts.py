"""The timeline as bars: its geometry; the drawing itself is `templates/timeline.svg.j2`."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.model import Briefing

_WIDTH, _HEIGHT = 640, 140  # of the drawing, in its own units
_BASE, _TOP = 96, 16  # where bars stand, and how high the highest reaches
_FEW = 12  # bars; more leave no room for a word under each on a telephone
_MONTHS = 36  # bars; a longer time is drawn by years


@dataclass(frozen=True, slots=True)
class Bar:
    """A month or a year: `period` in ISO 8601, `count` briefings; the rest is geometry."""

    period: str
    count: int
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """Where its words stand."""
        return round(self.x + self.width / 2, 1)

    @property
    def month(self) -> str:
        """Its month in two digits; empty where it is a year."""
        return self.period[5:]

    @property
    def year(self) -> str:
        """Its year."""
        return self.period[:4]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bars in order of time, empty periods among them; `undated` briefings have none."""

    bars: tuple[Bar, ...]
    undated: int
    width: int = _WIDTH
    height: int = _HEIGHT
    base: int = _BASE

    @property
    def many(self) -> bool:
        """Whether its bars stand too close for words on a narrow screen."""
        return len(self.bars) > _FEW


def timeline(briefings: Iterable[Briefing]) -> Timeline:
    """Return the timeline of a collection, by months where it spans three years or less, else by years."""
    values = [briefing.document.date.value if briefing.document.date else "" for briefing in briefings]
    dated = [value for value in values if value]
    length = len("2025-01") if dated and all(len(value) > 4 for value in dated) else len("2025")  # noqa: PLR2004
    periods = _periods(sorted({value[:length] for value in dated}))
    if len(periods) > _MONTHS:
        length = len("2025")
        periods = _periods(sorted({value[:length] for value in dated}))
    counts = Counter(value[:length] for value in dated)
    return Timeline(tuple(_bars(periods, counts)), len(values) - len(dated))


def _periods(used: Sequence[str]) -> list[str]:
    """Return the months, or years, from the first to the last."""
    if not used:
        return []
    if "-" not in used[0]:
        return [f"{year:04}" for year in range(int(used[0]), int(used[-1]) + 1)]
    first, last = (int(month[:4]) * 12 + int(month[5:]) - 1 for month in (used[0], used[-1]))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]


def _bars(periods: Sequence[str], counts: Counter[str]) -> Iterable[Bar]:
    step = _WIDTH / max(1, len(periods))
    width = min(step * 0.7, 64)
    tallest = max(counts.values(), default=1)
    for place, period in enumerate(periods):
        height = (_BASE - _TOP) * counts[period] / tallest
        x = place * step + (step - width) / 2
        yield Bar(period, counts[period], round(x, 1), round(_BASE - height, 1), round(width, 1), round(height, 1))
