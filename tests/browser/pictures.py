"""Pictures of the site for people to look at: `make screenshots`; and the two of README.md: `make pictures`."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import chromium
from tests.browser.sites import HERE, Site, built, served
from tests.browser.walk import RESULTS
from tests.helpers import ROOT

_SOURCES = {"ours": ROOT, "mini": ROOT / "tests/mini", "scripts": HERE}
_ASKED = {"ours": "Erdogan", "mini": "Mombasa", "scripts": "Kyoto"}
_DPI = "50"  # enough to see a page of paper as a whole


@dataclass(frozen=True, slots=True)
class View:
    """A screen and what its reader likes."""

    name: str
    width: int
    height: int
    scheme: str = "light"

    @contextmanager
    def on(self, browser: Browser, address: str) -> Iterator[Page]:
        """Open a page in it."""
        scale = 2 if self.width < 600 else 1
        size = {"width": self.width, "height": self.height}
        options = {"device_scale_factor": scale, "color_scheme": self.scheme, "viewport": size}
        with browser.new_context(**options) as context:  # type: ignore[arg-type] # a literal each, of which mypy loses sight
            page = context.new_page()
            page.goto(address)
            page.wait_for_load_state("networkidle")
            yield page


DESKTOP = View("desktop", 1280, 900)
DARK = replace(DESKTOP, name="dark", scheme="dark")
PHONE = View("phone", 390, 844)


def kinds(site: Site) -> Mapping[str, str]:
    """Return an address for each kind of page, the one with most on it."""
    found: dict[str, str] = {}
    for page in sorted(site.pages, key=lambda page: _size(site, page)):
        folder, _, own = page.rstrip("/").rpartition("/")
        found[f"one-of-{folder.replace('/', '-')}" if folder else own.removesuffix(".html") or "home"] = page
    return found


def _size(site: Site, page: str) -> int:
    return (site.folder / page / "index.html" if page.endswith("/") or not page else site.folder / page).stat().st_size


def everything(browser: Browser, site: Site, target: Path) -> None:
    """Write pictures of each kind of page, of each briefing in many scripts, and of the search."""
    for kind, page in kinds(site).items():
        for view in (DESKTOP, DARK, PHONE):
            with view.on(browser, site.address + page) as shown:
                shown.screenshot(path=target / f"{site.name}-{kind}-{view.name}.png", full_page=True)
                if view is DESKTOP:
                    _paper(shown, target / f"{site.name}-{kind}-paper")
    if site.name == "scripts":
        for page in site.pages:
            if page.startswith("briefings/"):
                for view in (DESKTOP, PHONE):
                    with view.on(browser, site.address + page) as shown:
                        name = f"{site.name}-{page.strip('/').replace('/', '-')}-{view.name}.png"
                        shown.screenshot(path=target / name, full_page=True)
    for view in (DESKTOP, DARK, PHONE):
        with view.on(browser, site.address) as shown:
            _search(shown, "")
            shown.screenshot(path=target / f"{site.name}-search-empty-{view.name}.png")
            _search(shown, _ASKED[site.name])
            shown.screenshot(path=target / f"{site.name}-search-{view.name}.png")


def _paper(page: Page, target: Path) -> None:
    """Print a page, and make a picture of each sheet."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as printed:
        page.pdf(path=printed.name, format="A4")
        subprocess.run(["pdftoppm", "-png", "-r", _DPI, printed.name, str(target)], check=True)  # noqa: S607 - on PATH


def _search(page: Page, words: str) -> None:
    """Open the search, and ask for something."""
    if not words:
        page.keyboard.press("/")
        page.wait_for_timeout(600)  # for the box to open
        return
    page.keyboard.type(words)
    page.wait_for_selector(RESULTS)
    page.wait_for_timeout(400)


def for_readme(browser: Browser, site: Site, target: Path) -> None:
    """Write the two pictures of README.md: a briefing, and the search in the dark."""
    briefing = site.address + kinds(site)["one-of-briefings"]
    with replace(DESKTOP, height=1000).on(browser, briefing) as shown:
        shown.screenshot(path=target / "site.png")
    with replace(DARK, height=800).on(browser, site.address) as shown:
        _search(shown, "")
        _search(shown, _ASKED[site.name])
        shown.screenshot(path=target / "search.png")


def main(arguments: list[str]) -> int:
    """Make the pictures for `people` or for the `readme`."""
    if shutil.which("pdftoppm") is None:
        sys.stderr.write("there is no pdftoppm, which makes pictures of printed pages: install poppler-utils\n")
        return 2
    if arguments == ["people"]:
        names, target, take = list(_SOURCES), ROOT / "screenshots", everything
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir()
    elif arguments == ["readme"]:
        names, target, take = ["ours"], ROOT / ".github", for_readme
    else:
        sys.stderr.write("usage: python -m tests.browser.pictures people|readme\n")
        return 2
    with sync_playwright() as playwright, ExitStack() as open_things:
        browser = playwright.chromium.launch(executable_path=chromium())
        for name in names:
            work = Path(open_things.enter_context(tempfile.TemporaryDirectory()), name)
            work.mkdir()
            folder = built(_SOURCES[name], work)
            take(browser, Site(name, folder, open_things.enter_context(served(folder))), target)
        browser.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
