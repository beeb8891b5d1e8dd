"""A walk through every page of a site, as a reader at a desk, with a phone, in the dark, and on paper."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Request

from tests.browser import axe
from tests.browser.sites import Site

DESKTOP, PHONE, NARROW = 1280, 390, 320
RESULTS = ".md-search-result__item"
_HEIGHT = 900
# axe would take the colours in the middle of a change for those of the page.
_STILL = """
const still = new CSSStyleSheet();
still.replaceSync("*, *::before, *::after { transition: none !important; animation: none !important }");
document.adoptedStyleSheets = [still];
"""
_PALETTE = """scheme => {
    const choice = document.querySelector(`input[data-md-color-scheme="${scheme}"]`);
    if (choice && !choice.checked) choice.click();
    return choice !== null;
}"""
# What sticks out of the screen, unless it lies in something that scrolls, or is parked beside the screen on purpose.
_STICKING_OUT = """() => {
    const scrolls = element => {
        for (let at = element.parentElement; at && at !== document.body; at = at.parentElement)
            if (getComputedStyle(at).overflowX !== "visible") return true;
        return false;
    };
    const found = [...document.body.querySelectorAll("*")].filter(element => {
        const { left, right, width } = element.getBoundingClientRect();
        const out = width > 1 && (right > innerWidth + 1 || left < -1);
        return out && !element.closest(".md-sidebar, .md-search, .md-skip") && !scrolls(element);
    });
    const root = document.scrollingElement;
    const lines = found.map(element => element.outerHTML.replace(/\\s+/g, " ").slice(0, 120));
    return root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} px wide`, ...lines] : lines;
}"""
_LINKS = """() => ({
    ids: [...document.querySelectorAll("[id]")].map(element => element.id),
    links: [...document.querySelectorAll("a, area")]
        .map(link => link.getAttribute("href") ?? link.getAttribute("xlink:href"))
        .filter(address => address !== null)
        .map(address => new URL(address, document.baseURI).href),
})"""


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with a site, in lines that say what and where, by what was looked at."""

    accessibility: list[str]
    other_hosts: list[str]
    console: list[str]
    width: list[str]
    links: list[str]


def walk(browser: Browser, site: Site) -> Report:
    """Open every page of a site, once, and look at it in each of the ways it can be shown."""
    steps = _Walk(browser, site)
    for address in site.pages:
        steps.visit(address)
    # The search is the same on every page; one deep in the site knows its way to the root.
    steps.search(max(reversed(site.pages), key=lambda page: page.count("/")))
    dead = steps.dead_links()  # what is no page is asked for by way of the open one
    steps.page.close()
    return Report(_gathered(steps.violations), steps.foreign, steps.console, _gathered(steps.wide), dead)


def _gathered(found: dict[str, list[str]]) -> list[str]:
    """Return each finding once, with the first place and the number of places."""
    return [f"{what} [{len(places)} times, first at {places[0]}]" for what, places in found.items()]


class _Walk:
    """The page that walks, and what it has seen so far."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.site = site
        self.violations: dict[str, list[str]] = defaultdict(list)
        self.wide: dict[str, list[str]] = defaultdict(list)
        self.foreign: list[str] = []
        self.console: list[str] = []
        self._ids: dict[str, set[str]] = {}
        self._links: dict[str, str] = {}
        self.page = browser.new_page()
        self.page.add_init_script(_STILL)
        self.page.on("request", self._on_request)
        self.page.on("console", self._on_console)
        self.page.on("pageerror", lambda error: self.console.append(f"{self.page.url}: {error}"))

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith((self.site.address, "data:", "blob:")):
            self.foreign.append(f"{self.page.url} asks {request.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.console.append(f"{self.page.url}: {message.text} ({message.location['url']})")

    def visit(self, address: str) -> None:
        """Look at one page."""
        self._open(address)
        seen: dict[str, list[str]] = self.page.evaluate(_LINKS)
        self._ids[self.page.url] = set(seen["ids"])
        self._links.update((link, address) for link in seen["links"] if link not in self._links)
        self._show(address, PHONE, axe.EVERY_RULE, "default")
        self._show(address, DESKTOP, axe.EVERY_RULE, "default")
        self._show(address, DESKTOP, axe.COLOURS, "slate")
        self.page.evaluate(_PALETTE, "default")
        self._resize(NARROW)
        for what in self.page.evaluate(_STICKING_OUT):
            self.wide[what].append(f"/{address}")
        self._resize(DESKTOP)
        self.page.emulate_media(media="print")
        self._note(address, "print", axe.COLOURS)
        self.page.emulate_media(media="screen")

    def search(self, address: str) -> None:
        """Open the search on one page, and seek the first word of its title."""
        for width in (DESKTOP, PHONE):
            self._resize(width)
            self._open(address)
            self.page.keyboard.press("/")
            self.page.wait_for_selector("[data-md-toggle=search]:checked", state="attached")
            self._in_both_palettes(address, width, "search open")
            self.page.keyboard.type(self.page.inner_text("h1").split()[0])
            self.page.wait_for_selector(RESULTS)
            self._in_both_palettes(address, width, "search with results")

    def _in_both_palettes(self, address: str, width: int, state: str) -> None:
        for scheme in ("default", "slate"):
            self._show(address, width, axe.EVERY_RULE, scheme, state)
        self.page.evaluate(_PALETTE, "default")

    def _open(self, address: str) -> None:
        answer = self.page.goto(self.site.address + address)
        assert answer is not None
        assert answer.ok, f"{address}: {answer.status}"
        axe.bring(self.page)

    def _resize(self, width: int) -> None:
        self.page.set_viewport_size({"width": width, "height": _HEIGHT})

    def _show(self, address: str, width: int, rules: str, scheme: str, state: str = "") -> None:
        """Run axe at a width in a palette, if the site has it; one without a choice has only its own."""
        self._resize(width)
        if self.page.evaluate(_PALETTE, scheme) or scheme == "default":
            self._note(address, f"{width} px {scheme} {state}".rstrip(), rules)

    def _note(self, address: str, shown: str, rules: str) -> None:
        for violation in axe.violations(self.page, rules):
            self.violations[str(violation)].append(f"/{address} ({shown})")

    def dead_links(self) -> list[str]:
        """Return the links within the site that lead nowhere, or to a page without the place they name."""
        return [f"{link} on /{page}: {fault}" for link, page in self._links.items() for fault in self._fault(link)]

    def _fault(self, link: str) -> Iterator[str]:
        target, anchor = urldefrag(link)
        target = urlsplit(target)._replace(query="").geturl()
        if not target.startswith(self.site.address):
            return
        if target not in self._ids:
            status: Any = self.page.request.get(target).status
            self._ids[target] = set()
            if status != 200:
                yield f"answers {status}"
        elif anchor and unquote(anchor) not in self._ids[target]:
            yield "there is no such place on the page"
