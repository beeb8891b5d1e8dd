"""What a first search costs a reader: bytes, and time to the first result. `measure` is asked by the bench of the site.

By itself: `python -m tests.bench.site_search SITE`, for a site that `dossier build` has made.
"""

import gzip
import json
import statistics
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from tests.bench.figures import Figure
from tests.browser.chromium import chromium

_TIMES = 5
_PACKED = {".css", ".html", ".js", ".json", ".svg"}
_INPUT, _RESULT = ".md-search__input", ".md-search ol a"


@dataclass
class Counter:
    """What a server has sent: bytes of files, by their address."""

    sent: dict[str, int] = field(default_factory=dict)

    def of(self, *parts: str) -> int:
        """Return the bytes of files whose address has one of some parts in it."""
        return sum(size for path, size in self.sent.items() if any(part in path for part in parts))


class _Files(SimpleHTTPRequestHandler):
    """Files as hosts send them: scripts, styles and pages compressed; each counted."""

    def __init__(self, *arguments: Any, counter: Counter, directory: str) -> None:  # noqa: ANN401 - http.server's own
        self._counter = counter
        super().__init__(*arguments, directory=directory)

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        packs = path.suffix in _PACKED
        data = gzip.compress(path.read_bytes(), 6) if packs else path.read_bytes()
        self._counter.sent[self.path] = self._counter.sent.get(self.path, 0) + len(data)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(data)))
        if packs:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def _counted(folder: Path) -> Iterator[tuple[str, Counter]]:
    counter = Counter()
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Files, counter=counter, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", counter
        server.shutdown()


@dataclass(frozen=True, slots=True)
class First:
    """A first search of a reader who comes anew.

    Attributes:
        before: Bytes of the search's index that opening the page has fetched.
        all_bytes: That the search has fetched: scripts, programs, index, results.
        seconds: From the first key to the first result.
    """

    before: int
    all_bytes: int
    seconds: float


def _first(browser: Browser, site: Path, query: str) -> First:
    with _counted(site) as (address, counter), browser.new_context() as context:
        page = context.new_page()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        before, opened = counter.of("pagefind/", "search_index"), counter.of("")
        start = time.perf_counter()
        page.locator(_INPUT).fill(query)
        page.wait_for_selector(_RESULT)
        seconds = time.perf_counter() - start
        page.wait_for_load_state("networkidle")
        return First(before, counter.of("") - opened, seconds)


def measure(site: Path) -> list[Figure]:
    """Return the figures of the search of a built site; what is asked is the topic with most briefings."""
    topics = json.loads((site / "dossier.json").read_text("utf-8"))["topics"]
    query = max(topics, key=lambda topic: len(topic["briefings"]))["label"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium())
        firsts = [_first(browser, site, query) for _ in range(_TIMES)]
        browser.close()
    return [
        Figure("search: bytes of the index that a page fetches unasked", max(one.before for one in firsts), 0, "<="),
        Figure("search: kB of the first search", max(one.all_bytes for one in firsts) / 1000, 200, "<="),
        Figure("search: s to its first result", statistics.median(one.seconds for one in firsts), 0.5, "<="),
    ]


def main(arguments: list[str]) -> int:
    """Print the figures for a site; return 1 where one is missed."""
    if len(arguments) != 1 or not Path(arguments[0], "dossier.json").is_file():
        print("usage: python -m tests.bench.site_search SITE")
        return 2
    figures = measure(Path(arguments[0]))
    for figure in figures:
        print(f"{figure.value:12.5g}  {figure.sign} {figure.reach:<6g}{'  ' if figure.reached else '! '}{figure.name}")
    return int(not all(figure.reached for figure in figures))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
