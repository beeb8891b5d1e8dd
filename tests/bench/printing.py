"""How fast the print edition is, and what memory it takes: `python -m tests.bench.printing FOLDER` of plain texts."""

import pickle
import subprocess
import sys
import tempfile
import time
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
    wanted_pieces,
)
from tests.bench.runs import run, texts
from tests.bench.typesetting import Figures

_SIZES = (50, 500)


def book(press: Press) -> list[Sheet]:
    """Return the whole book."""
    return list(books(press, "dossier", ""))


def sheets(press: Press) -> list[Sheet]:
    """Return all single sheets."""
    return [*briefing_sheets(press), *topic_sheets(press)]


def made(wanted: list[Sheet]) -> Figures:
    """Set files in a process of its own, which loads as little as those of `dossier print`."""
    with tempfile.NamedTemporaryFile(suffix=".pickle") as file:
        pickle.dump(wanted, file)
        file.flush()
        command = [sys.executable, "-m", "tests.bench.typesetting", file.name]
        seconds, memory, size = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return Figures(float(seconds), int(memory), int(size))


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
            one = made(wanted)
            figures = f"{len(wanted)} | {before + one.seconds:.1f} | {one.memory} | {one.size / 1e6:.1f}"
            print(f"| {len(dossier.briefings)} | {what.__name__} | {figures} |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
