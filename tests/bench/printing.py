"""How fast the print edition is, and what memory it takes: `python -m tests.bench.printing FOLDER` of plain texts."""

import multiprocessing
import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from generator.print_settings import Printing
from generator.printing import (
    Press,
    Sheet,
    books,
    briefing_sheets,
    missing,
    press_for,
    topic_sheets,
    typeset,
    wanted_pieces,
)
from tests.bench.runs import run, texts

_SIZES = (50, 500)


@dataclass(frozen=True, slots=True)
class Figures:
    """What it took to make some files: seconds of the processor on all cores, and the most memory in MiB."""

    files: int
    seconds: float
    memory: int
    size: int


def book(press: Press) -> list[Sheet]:
    """Return the whole book."""
    return list(books(press, "dossier", ""))


def sheets(press: Press) -> list[Sheet]:
    """Return all single sheets."""
    return [*briefing_sheets(press), *topic_sheets(press)]


def made(wanted: list[Sheet]) -> Figures:
    """Set files; in a process of its own, whose memory is theirs, as `dossier print` does it."""
    began = time.process_time()
    size = sum(len(typeset(sheet)) for sheet in wanted)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Figures(len(wanted), time.process_time() - began, memory, size)


def main(folder: Path) -> None:
    """Print the figures for some sizes of dossiers."""
    seeds = texts(folder)
    print("| briefings | what | files | CPU s | MiB at most | MB written |")
    for count in _SIZES:
        dossier = run(dict(islice(seeds.items(), count)), {}).dossier
        for what in (book, sheets):
            began = time.process_time()
            wanted = what(press_for(dossier, Printing(), missing(wanted_pieces(dossier))))
            before = time.process_time() - began
            with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
                one = pool.submit(made, wanted).result()
            figures = f"{one.files} | {before + one.seconds:.1f} | {one.memory} | {one.size / 1e6:.1f}"
            print(f"| {len(dossier.briefings)} | {what.__name__} | {figures} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
