"""How much a reader's browser is asked to do: `make bench-site GOLD=FOLDER`.

FOLDER holds `corpus/` with news in folders by subject, and `score.py`, as for the other benchmarks; it is no part of
this project. Ends with exit code 1 where a figure is missed.
"""

import json
import random
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Response, sync_playwright

from generator.text import sentences
from tests.bench import lighthouse, site_search
from tests.bench.figures import Figure, tell
from tests.bench.runs import Seeds, texts
from tests.browser.chromium import chromium
from tests.browser.pictures import kinds
from tests.browser.sites import Site, built, served
from tests.helpers import ROOT

_THOUSAND, _MANY = 1_000, 2_000
_KILOBYTES = 30_000
_INDEX = ("/pagefind/", "/search/search_index.json")


def many(seeds: Seeds, number: int) -> Seeds:
    """Return so many texts: the seeds, and more of the sentences of others on their subject, drawn by lot."""
    lot = random.Random(5)  # noqa: S311 - a sample, not a secret
    names = sorted(seeds)[:number]
    found = {name: seeds[name] for name in names}
    pools: dict[str, list[str]] = defaultdict(list)
    lengths = {}
    for name in names:
        pieces = [sentence.text for line in seeds[name].splitlines() for sentence in sentences(line)]
        pools[name.split("/")[0]] += pieces
        lengths[name] = len(pieces)
    for made in range(number - len(names)):
        like = lot.choice(names)
        subject = like.split("/")[0]
        own = [lot.choice(pools[subject]) for _ in range(lengths[like])]
        lines = [" ".join(own[at : at + 2]) for at in range(0, len(own), 2)]
        found[f"{subject}/made-{made:05}.txt"] = "\n\n".join(lines)
    return found


@contextmanager
def site(name: str, source: Path) -> Iterator[Site]:
    """Build the site of a folder with `seeds/` and `mkdocs.yml`, and serve it."""
    with tempfile.TemporaryDirectory() as work:
        folder = built(source, Path(work))
        with served(folder) as address:
            yield Site(name, folder, address)


def weights(made: Site) -> Iterator[Figure]:
    """Yield what the page of a briefing weighs, pictures and other files apart."""
    view = json.loads((made.folder / "dossier.json").read_text("utf-8"))
    pages, beyond = [], []
    for briefing in view["briefings"]:
        size = (made.folder / briefing["url"] / "index.html").stat().st_size
        pages.append(size)
        beyond.append(size - len("\n".join(block["text"] for block in briefing["blocks"]).encode()))
    label = f"bytes of a briefing's page, {len(pages):,} briefings"
    yield Figure(f"{label}: median", statistics.median(pages), _KILOBYTES, "<=")
    yield Figure(f"{label}: 95 in 100", sorted(pages)[round(0.95 * (len(pages) - 1))], _KILOBYTES, "<=")
    yield Figure(f"{label}: beyond its own text, median", statistics.median(beyond), _KILOBYTES, "<=")


def unasked(made: Site) -> Figure:
    """Return how much of the search's index pages fetch that nobody searches on."""
    fetched: list[Response] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        page = browser.new_page()
        page.on("response", lambda response: fetched.append(response) if _is_index(response.url) else None)
        for address in kinds(made).values():
            page.goto(made.address + address)
            page.wait_for_load_state("networkidle")
        browser.close()
    size = sum(int(response.headers["content-length"]) for response in fetched)
    return Figure("bytes of the search's index fetched by pages without a search", size, 0, "<=")


def _is_index(address: str) -> bool:
    return any(part in address for part in _INDEX)


def figures(gold: Path) -> Iterator[Figure]:
    """Yield every figure."""
    with site("four", ROOT) as ours:
        yield from weights(ours)
        yield unasked(ours)
        found = kinds(ours)
        shown = {"home": "", "briefing": found["one-of-briefings"], "topic": found["one-of-topics"]}
        yield from lighthouse.figures({name: ours.address + address for name, address in shown.items()})
    with large(gold, _THOUSAND) as made:
        yield from site_search.measure(made.folder)
    with large(gold, _MANY) as made:
        yield from weights(made)


@contextmanager
def large(gold: Path, number: int) -> Iterator[Site]:
    """Build and serve the site of so many briefings."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in many(texts(gold / "corpus"), number).items():
            path = Path(folder, "seeds", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        shutil.copy(ROOT / "tests/mini/mkdocs.yml", folder)
        with site("large", Path(folder)) as made:
            yield made


USAGE = "usage: make bench-site GOLD=FOLDER (see tests/bench/site.py)"

if __name__ == "__main__":
    raise SystemExit(tell(sys.argv[1:], figures, USAGE))
