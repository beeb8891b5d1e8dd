"""What setting some sheets takes: `python -m tests.bench.typesetting FILE`, called by `tests.bench.printing`."""

import pickle
import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from generator.printing import typeset


@dataclass(frozen=True, slots=True)
class Figures:
    """What it took to make some files: seconds of the processor on all cores, the most memory in MiB, and bytes."""

    seconds: float
    memory: int
    size: int


def main(file: Path) -> None:
    """Print the figures for the sheets that were pickled into a file."""
    sheets = pickle.loads(file.read_bytes())  # noqa: S301 - our own
    began = time.process_time()
    size = sum(len(typeset(sheet)) for sheet in sheets)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(time.process_time() - began, memory, size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
