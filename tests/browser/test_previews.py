"""Previews of links: there for pointers and keyboards, out of the way, and fetched when they are asked for."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import HERE, Site, built, served

BRIEFING = "briefings/accord/"
BOX = ".dossier-preview"
LINK = 'article a[href*="topics/"]'


@dataclass(frozen=True, slots=True)
class Opened:
    """A page, and the previews that it has asked for."""

    page: Page
    asked: list[str] = field(default_factory=list)

    def address(self, url: str) -> None:
        """Remember an address that is a preview's."""
        if "/previews/" in url:
            self.asked.append(url)


@pytest.fixture
def opened(browser: Browser, mini: Site) -> Iterator[Opened]:
    with browser.new_page() as page:
        seen = Opened(page)
        page.on("request", lambda request: seen.address(request.url))
        page.goto(mini.address + BRIEFING)
        page.wait_for_load_state("networkidle")
        yield seen


def test_a_page_opened_asks_for_none(opened: Opened) -> None:
    assert opened.asked == []


def test_hovering_a_link_shows_where_it_leads(opened: Opened, mini: Site) -> None:
    link = opened.page.locator(LINK).first
    link.hover()
    box = opened.page.locator(BOX)
    expect(box).to_be_visible()
    expect(box.locator("strong")).to_have_text(link.inner_text())
    expect(link).to_have_attribute("aria-describedby", "dossier-preview")
    expect(box).to_have_role("tooltip")
    name = str(link.get_attribute("href")).strip("/").rpartition("/")[2]
    assert opened.asked == [f"{mini.address}previews/topics/{name}.json"]


def test_what_was_fetched_once_is_remembered(opened: Opened) -> None:
    link, box = opened.page.locator(LINK).first, opened.page.locator(BOX)
    for _ in range(2):
        link.hover()
        expect(box).to_be_visible()
        opened.page.mouse.move(1, 1)
        expect(box).to_be_hidden()
    assert len(opened.asked) == 1
    assert link.get_attribute("aria-describedby") is None


def test_the_keyboard_shows_it_too_and_escape_closes_it(opened: Opened) -> None:
    page, box = opened.page, opened.page.locator(BOX)
    page.locator("article h1").evaluate("heading => { heading.tabIndex = -1; heading.focus(); }")
    for _ in range(9):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('article a[href*=\"topics/\"]')"):
            break
    expect(box).to_be_visible()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    assert page.evaluate("document.activeElement.tagName") == "A"


def test_the_pointer_may_move_onto_it(opened: Opened) -> None:
    opened.page.locator(LINK).first.hover()
    box = opened.page.locator(BOX)
    expect(box).to_be_visible()
    box.hover()
    opened.page.wait_for_timeout(500)  # longer than it would stay open without the pointer
    expect(box).to_be_visible()


def test_text_in_another_language_says_so(opened: Opened, mini: Site) -> None:
    opened.page.goto(f"{mini.address}topics/kenya/")
    opened.page.locator('article a[href*="khabar"]').first.hover()
    title = opened.page.locator(f"{BOX} strong")
    expect(title).to_have_attribute("lang", "ar")
    expect(title).to_have_attribute("dir", "rtl")


@pytest.mark.parametrize("width", [320, 1280])
def test_it_stays_within_the_window_and_off_its_link(opened: Opened, width: int) -> None:
    page, box = opened.page, opened.page.locator(BOX)
    page.set_viewport_size({"width": width, "height": 640})
    links = page.locator('article a[href*="topics/"]:visible')
    for at in range(min(12, links.count())):
        links.nth(at).hover()
        expect(links.nth(at)).to_have_attribute("aria-describedby", "dossier-preview")
        link, shown = links.nth(at).bounding_box(), box.bounding_box()
        assert link
        assert shown
        assert shown["x"] >= 0
        assert shown["x"] + shown["width"] <= width
        assert shown["y"] >= 0
        assert shown["y"] + shown["height"] <= 640
        assert shown["y"] >= link["y"] + link["height"] or shown["y"] + shown["height"] <= link["y"]


def test_links_outside_the_article_and_to_other_pages_have_none(opened: Opened) -> None:
    for link in (".md-nav--primary a[href]:visible", ".md-header a[href]:visible", 'article a[href*="sources"]'):
        opened.page.locator(link).first.hover()
        opened.page.wait_for_timeout(500)
        expect(opened.page.locator(BOX)).to_be_hidden()
    assert opened.asked == []


def test_a_link_to_no_page_shows_nothing_and_breaks_nothing(opened: Opened) -> None:
    link = opened.page.locator(LINK).first
    link.evaluate("link => link.setAttribute('href', '../../topics/no-such-topic/')")
    with opened.page.expect_response("**/no-such-topic.json"):
        link.hover()
    expect(opened.page.locator(BOX)).to_be_hidden()


def test_a_link_within_a_drawing_has_one(opened: Opened) -> None:
    opened.page.locator(".dossier-near a text", has_text=re.compile("^Amina Odhiambo$")).hover()
    expect(opened.page.locator(f"{BOX} strong")).to_have_text("Amina Odhiambo")


def test_pages_may_be_files_and_the_site_a_folder_of_its_host(browser: Browser, tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(HERE.parent / "mini/seeds", source / "seeds")
    settings = (HERE.parent / "mini/mkdocs.yml").read_text("utf-8")
    (source / "mkdocs.yml").write_text(f"{settings}use_directory_urls: false\n")
    folder = built(source, tmp_path / "work")
    with served(folder.parent) as address, browser.new_page() as page:
        page.goto(f"{address}site/briefings/accord.html")
        page.locator('article a[href$="topics/kenya.html"]').first.hover()
        expect(page.locator(f"{BOX} strong")).to_have_text("Kenya")


def test_fingers_open_the_page_itself(browser: Browser, mini: Site) -> None:
    with browser.new_context(has_touch=True, is_mobile=True) as context, context.new_page() as page:
        page.goto(mini.address + BRIEFING)
        page.locator(LINK).first.focus()
        page.wait_for_timeout(500)
        assert page.locator(BOX).count() == 0
