"""Progress of long work (the only importer of rich): a bar on a terminal, plain lines elsewhere, nothing if short."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Step = Callable[[], None]
_PATIENCE = 1.0  # seconds; shorter work needs no news
_PAUSE = 5.0  # seconds between two plain lines


@contextmanager
def shown(what: str, total: int) -> Iterator[Step]:
    """Show the progress of `total` steps on standard error; the value is called after each of them."""
    console = Console(file=sys.stderr)
    if console.is_terminal:
        with _bar(what, total, console) as step:
            yield step
    else:
        yield _lines(what, total)


@contextmanager
def silent(what: str, total: int) -> Iterator[Step]:  # noqa: ARG001 - the same call as `shown`
    """Show nothing."""
    yield lambda: None


@contextmanager
def _bar(what: str, total: int, console: Console) -> Iterator[Step]:
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=console, transient=True)
    task = bar.add_task(what, total=total)
    began = time.monotonic()

    def step() -> None:
        bar.advance(task)
        if not bar.live.is_started and time.monotonic() - began > _PATIENCE:
            bar.start()

    try:
        yield step
    finally:
        bar.stop()


def _lines(what: str, total: int) -> Step:
    done, last, pause = 0, time.monotonic(), _PATIENCE

    def step() -> None:
        nonlocal done, last, pause
        done += 1
        if time.monotonic() - last > pause:
            sys.stderr.write(f"{what}: {done} of {total}\n")
            last, pause = time.monotonic(), _PAUSE

    return step
