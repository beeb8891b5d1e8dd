"""How well and how fast a collection is understood: `make bench-understanding GOLD=FOLDER`.

FOLDER holds `keywords/fr` and `keywords/en` with documents and the keywords that their readers gave them, `corpus/`
with news in folders by subject, and `score.py`. It is no part of this project. Every figure of quality comes out of the
dossier.json of a normal run. Ends with exit code 1 where a figure is missed.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from tests.bench import keywords, links, topics
from tests.bench.figures import Figure, tell


def figures(gold: Path) -> Iterator[Figure]:
    """Yield every figure."""
    for part in (keywords, topics, links):
        yield from part.figures(gold)


USAGE = "usage: make bench-understanding GOLD=FOLDER (see tests/bench/understanding.py)"

if __name__ == "__main__":
    raise SystemExit(tell(sys.argv[1:], figures, USAGE))
