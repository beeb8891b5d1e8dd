"""Jobs in processes of their own (the only importer of pebble): one that hangs or crashes is lost, the run is not."""

import functools
import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import TimeoutError as TookTooLong
from dataclasses import dataclass
from multiprocessing.context import BaseContext
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Failure:
    """A job that gave nothing, and why."""

    reason: str


@dataclass(frozen=True, slots=True)
class Crew:
    """The processes that do the jobs.

    Attributes:
        workers: How many there are; 0 is one for each processor.
        seconds: How long each job may take.
        is_light: Whether they load only what the job imports, and begin later for it; else all that reads seeds.
    """

    workers: int
    seconds: int
    is_light: bool = False


def run(job: Callable[[_Item], _Result], items: Sequence[_Item], crew: Crew) -> Iterator[_Result | Failure]:
    """Yield what a job returns for each item, in their order; the job and the items must be picklable."""
    if not items:
        return
    count = min(crew.workers or os.cpu_count() or 1, len(items))
    with ProcessPool(count, context=_light() if crew.is_light else _context()) as pool:
        try:
            futures = [pool.schedule(job, args=[item], timeout=crew.seconds) for item in items]
            for future in futures:
                yield _outcome(future.result, crew)
        except BaseException:
            pool.stop()  # type: ignore[no-untyped-call]
            raise


def _outcome(result: Callable[[], _Result], crew: Crew) -> _Result | Failure:
    try:
        return result()
    except TookTooLong:
        return Failure(
            f"it took longer than the limit of {crew.seconds} s; raise 'limits: seconds' in mkdocs.yml, or split it"
        )
    except ProcessExpired as error:
        return Failure(f"reading it ended the program that did so (code {error.exitcode}); please report this")


def _light() -> BaseContext:
    return multiprocessing.get_context("spawn")


@functools.cache
def _context() -> BaseContext:
    """Return how processes are started: from a server that has loaded all there is to load, where there can be one.

    Not by plain forks: MkDocs's server has threads by the time it builds again.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["generator.prepare"])
    return context
