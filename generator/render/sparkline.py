"""The small timeline of a topic: bars without words, and the first and last period under them."""

from dataclasses import dataclass

from generator.model import Date, Precision
from generator.render.charts import Bar, Timeline
from generator.render.names import Names


@dataclass(frozen=True, slots=True)
class Sparkline:
    """What the picture shows: the bars as a path of SVG, and in words; it has no letters, so it may be stretched."""

    bars: str
    says: str
    first: str
    last: str
    is_telling: bool
    width: int
    top: int
    height: int


def sparkline(chart: Timeline, names: Names) -> Sparkline:
    """Return the small picture of a timeline; one of a single period tells nothing."""
    used = [bar for bar in chart.bars if bar.count]
    top = int(min((bar.y for bar in used), default=0))
    return Sparkline(
        bars="".join(f"M{bar.x:g} {chart.base}v-{bar.height:g}h{bar.width:g}v{bar.height:g}z" for bar in used),
        says=names.words.filled(
            "topic.over_time", {"counts": ", ".join(f"{_period(bar, names)}: {bar.count}" for bar in used)}
        ),
        first=_period(used[0], names) if used else "",
        last=_period(used[-1], names) if used else "",
        is_telling=len(used) > 1,
        width=chart.width,
        top=top,
        height=chart.base - top,
    )


def _period(bar: Bar, names: Names) -> str:
    return names.date(Date(bar.period, Precision.MONTH if "-" in bar.period else Precision.YEAR, "", ""))
