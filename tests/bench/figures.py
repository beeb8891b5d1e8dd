"""What a benchmark says: measured values, each beside what it should reach."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value and what it should reach; with the sign `<=` it should stay below it."""

    name: str
    value: float
    reach: float
    sign: str

    @property
    def reached(self) -> bool:
        """Whether it does."""
        return self.value >= self.reach if self.sign == ">=" else self.value <= self.reach


def tell(arguments: Sequence[str], figures: Callable[[Path], Iterable[Figure]], usage: str) -> int:
    """Print the figures for the folder of gold data that the arguments name; return 1 where one is missed."""
    if len(arguments) != 1 or not Path(arguments[0], "score.py").is_file():
        print(usage)
        return 2
    missed = 0
    for figure in figures(Path(arguments[0]).resolve()):
        mark = "  " if figure.reached else "! "
        print(f"{figure.value:12.5g}  {figure.sign} {figure.reach:<6g}{mark}{figure.name}", flush=True)
        missed += not figure.reached
    return min(missed, 1)
