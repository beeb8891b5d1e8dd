"""How well and how fast seeds are read: `make bench-reading GOLD=FOLDER`.

FOLDER holds `plain/`, `pages/` and `corpus/` with documents, `gold.json` with what should come out of them, and
`score.py`, which compares the two. It is no part of this project. Ends with exit code 1 where a figure is missed.
"""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import markdown
from markdown_it import MarkdownIt

from generator.export import machine_view
from generator.model import Briefing, Document, Dossier
from generator.read import find_seeds, load, read
from generator.render import escape
from generator.settings import Rules, settings_from
from tests.bench.figures import Figure, tell
from tests.test_escape import EXTENSIONS, Read, squeezed

SEEDS = Path(__file__).parents[2] / "seeds"
SETTINGS = settings_from({}, title="Bench", description="", directory_urls=True)
_NUMBER = re.compile(r"\b\d+(?:\.\d+)?")
_ESCAPE = re.compile(r"\\(?=[^\w\s])|&(?:#\d+|\w+);")


@dataclass(frozen=True, slots=True)
class Shelf:
    """The documents of a folder, and how many of them were read in a second of one core."""

    folder: Path
    documents: tuple[Document, ...]
    speed: float


def shelf(folder: Path) -> Shelf:
    """Read a folder; what Python has to load first is loaded before the clock starts."""
    seeds = [load(folder, file) for file in find_seeds(folder, SETTINGS.rules.limits.megabytes).files]
    for seed in seeds[:3]:
        read(seed, Rules())
    start = time.process_time()
    readings = [read(seed, Rules()) for seed in seeds]
    spent = time.process_time() - start
    unread = [entry for reading in readings for entry in reading.unread]
    for entry in unread:
        print(f"not read: {entry.path}: {entry.reason}")
    return Shelf(folder, tuple(document for reading in readings for document in reading.documents), len(seeds) / spent)


def scores(gold: Path, books: Shelf, command: str, *more: str) -> dict[str, float]:
    """Return the figures of score.py for a shelf by their names."""
    empty: dict[str, tuple[()]] = {document.id: () for document in books.documents}
    briefings = tuple(Briefing(document, (), ()) for document in books.documents)
    dossier = Dossier("Bench", "", "en", "", (), briefings, (), empty, empty, empty, (), (), ())
    with tempfile.TemporaryDirectory() as folder:
        view = Path(folder, "dossier.json")
        view.write_text(machine_view(dossier, SETTINGS), "utf-8")
        done = subprocess.run(
            [sys.executable, gold / "score.py", command, view, *more], capture_output=True, text=True, check=True
        )
    parts = done.stdout.partition(":")[2].split(",")
    return {_NUMBER.sub("", part).strip(): float(match[0]) for part in parts if (match := _NUMBER.search(part))}


def escaping(books: Shelf) -> Iterator[Figure]:
    """Yield how ordinary text fares through escaping and both kinds of Markdown."""
    texts = [squeezed(block.text) for document in books.documents for block in document.blocks]
    escapes = sum(len(_ESCAPE.findall(escape.markdown(text))) - len(_ESCAPE.findall(text)) for text in texts)
    signs = sum(map(len, texts))
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    changed = 0
    for text in texts:
        source = escape.markdown(text)
        for html in (markdown.markdown(source, extensions=EXTENSIONS), parser.render(source)):
            changed += squeezed(Read(html).text) != text
    yield Figure(f"texts changed by Markdown, of {2 * len(texts):,}", changed, 0, "<=")
    yield Figure(f"escapes in 10,000 characters, of {signs:,}", 10_000 * escapes / max(1, signs), 5, "<=")


def figures(gold: Path) -> Iterator[Figure]:
    """Yield every figure."""
    pages, plain, corpus = shelf(gold / "pages"), shelf(gold / "plain"), shelf(gold / "corpus")
    found = scores(gold, pages, "text")
    yield Figure("HTML: F1", found["F1"], 0.95, ">=")
    found = scores(gold, plain, "text")
    yield Figure("plain text: F1", found["F1"], 0.87, ">=")
    yield Figure("plain text: recall", found["recall"], 0.88, ">=")
    for books, title, date in ((plain, 0.63, 0.83), (pages, 0.68, 0.88)):
        found = scores(gold, books, "meta")
        yield Figure(f"{books.folder.name}: titles exact", found["title exact"], title, ">=")
        yield Figure(f"{books.folder.name}: dates exact", found["date exact"], date, ">=")
        yield Figure(f"{books.folder.name}: dates wrong", found["date wrong"], 0.08, "<=")
    for books in (plain, shelf(SEEDS), corpus):
        found = scores(gold, books, "whole", str(books.folder))
        yield Figure(f"{books.folder.name}: words kept, of {found['words']:,.0f}", found["share kept"], 1, ">=")
    yield from escaping(corpus)
    yield Figure("plain documents a second", plain.speed, 100, ">=")
    yield Figure("HTML documents a second", pages.speed, 50, ">=")


USAGE = "usage: make bench-reading GOLD=FOLDER (see tests/bench/reading.py)"

if __name__ == "__main__":
    raise SystemExit(tell(sys.argv[1:], figures, USAGE))
