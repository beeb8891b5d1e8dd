"""A page on paper (Ctrl+P), made by a real browser: what is on each sheet, and what is not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sites import Site

CALIBER = "briefings/002-fd9e5c65350fb079/"
PAGES = ["", "sources/", "timeline/", "topics/", "topics/nato/", CALIBER]
POINTS = {"A4": (596, 843), "Letter": (612, 792)}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A printed sheet: its text, its width and height in points, and how bright its paper is, 0 to 255."""

    text: str
    size: tuple[int, int]
    paper: int
    leftmost: float
    rightmost: float

    @property
    def lines(self) -> list[str]:
        """The lines of the sheet, without those of its margins."""
        return [line.strip() for line in self.text.splitlines() if line.strip()]


def printed(page: Page, paper: str = "A4") -> list[Sheet]:
    """Print an open page, on a paper of the reader's."""
    document = pypdfium2.PdfDocument(page.pdf(format=paper, prefer_css_page_size=True, print_background=True))
    return [_sheet(document[at]) for at in range(len(document))]


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    text = page.get_textpage()
    boxes = [text.get_charbox(at) for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
    width, height = page.get_size()
    brightness = int(page.render(scale=0.2, grayscale=True).to_numpy().flat[0])
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    return Sheet(text.get_text_range(), (round(width), round(height)), brightness, left, right)


def words(sheets: Sequence[Sheet]) -> str:
    return " ".join(" ".join(sheet.text for sheet in sheets).split())


@pytest.mark.parametrize("address", PAGES)
def test_each_sheet_says_what_it_is_of_and_its_number(browser: Browser, ours: Site, address: str) -> None:
    with browser.new_page() as page:
        page.goto(ours.address + address)
        sheets = printed(page)
        for number, sheet in enumerate(sheets, 1):
            assert "Türkiye between its allies" in sheet.text
            assert f"{number} / {len(sheets)}" in sheet.text
            if number > 1:
                assert page.locator("h1").inner_text().replace("¶", "").strip() in " ".join(sheet.text.split())


def test_a_headline_with_quotes_and_slashes_stands_in_the_margin_as_it_is(browser: Browser, ours: Site) -> None:
    title = 'A "quoted" \\ headline; } of <b>signs</b>'
    with browser.new_page() as page:
        page.goto(ours.address + CALIBER)
        # The page's script runs again, on another headline.
        page.evaluate("title => { document.querySelector('h1').textContent = title; }", title)
        page.add_script_tag(url=f"{ours.address}assets/print.js?again", type="module")
        page.wait_for_function(
            "getComputedStyle(document.documentElement).getPropertyValue('--dossier-page').includes('quoted')"
        )
        assert title in printed(page)[1].text


def test_what_only_leads_around_a_site_is_not_printed(browser: Browser, ours: Site) -> None:
    with browser.new_page() as page:
        page.goto(ours.address + CALIBER)
        page.locator("article a[href*='topics/']").first.hover()
        page.wait_for_selector(".dossier-preview:popover-open")
        text = words(printed(page))
        for word in (
            "Search",
            "Table of contents",
            "Back to top",
            "Made with",
            "¶",
            "Set aside",
            "twitter",
            "mentions",
        ):
            assert word not in text


def test_links_out_of_the_site_say_where_they_lead(browser: Browser, ours: Site) -> None:
    with browser.new_page() as page:
        page.goto(ours.address + CALIBER)
        text = words(printed(page))
        assert "caliber.az (https://caliber.az/)" in text
        assert "↗" not in text
        assert ours.address not in text


def test_paragraphs_keep_their_numbers_in_the_margin(browser: Browser, ours: Site) -> None:
    with browser.new_page() as page:
        page.goto(ours.address + CALIBER)
        text = words(printed(page))
        assert [number for number in range(1, 11) if not re.search(rf"\bp?{number}\b", text)] == []


@pytest.mark.parametrize("paper", POINTS)
def test_the_paper_is_the_readers(browser: Browser, ours: Site, paper: str) -> None:
    with browser.new_page() as page:
        page.goto(ours.address)
        assert {sheet.size for sheet in printed(page, paper)} == {POINTS[paper]}


@pytest.mark.parametrize("address", ["", CALIBER])
def test_the_dark_palette_prints_on_white(browser: Browser, ours: Site, address: str) -> None:
    with browser.new_page(color_scheme="dark") as page:
        page.goto(ours.address + address)
        assert [sheet.paper for sheet in printed(page) if sheet.paper != 255] == []
        page.emulate_media(media="print")
        colours = "[...document.querySelectorAll('h1, h2, p, td')].map(e => getComputedStyle(e).color)"
        assert set(page.evaluate(colours)) == {"rgb(0, 0, 0)"}


@pytest.mark.parametrize("paper", POINTS)
def test_no_sheet_ends_in_a_heading(browser: Browser, ours: Site, paper: str) -> None:
    with browser.new_page() as page:
        for address in PAGES:
            page.goto(ours.address + address)
            headings = [text.replace("¶", "").strip() for text in page.locator("article :is(h2, h3)").all_inner_texts()]
            for sheet in printed(page, paper)[:-1]:
                body = [line for line in sheet.lines if not re.fullmatch(r"\d+ / \d+", line)]
                assert body[-1] not in headings


def test_a_wide_table_and_a_long_word_fit_the_sheet(browser: Browser, ours: Site) -> None:
    with browser.new_page() as page:
        page.goto(ours.address + CALIBER)
        page.evaluate("""() => {
            const cells = (tag, text) => `<tr>${`<${tag}>${text}</${tag}>`.repeat(12)}</tr>`;
            document.querySelector("article h1").insertAdjacentHTML("afterend",
                `<table>${cells("th", "Tonnes")}${cells("td", "1,234,567 in 2025")}</table>
                 <p>${"herring".repeat(60)}</p><pre><code>${"herring ".repeat(60)}</code></pre>`);
        }""")
        for sheet in printed(page):
            assert sheet.leftmost > 40
            assert sheet.rightmost < sheet.size[0] - 40


def test_what_is_folded_on_screen_is_open_on_paper(browser: Browser, ours: Site) -> None:
    with browser.new_page() as page:
        page.goto(ours.address + CALIBER)
        page.evaluate("""() => document.querySelector("article h1").insertAdjacentHTML("afterend",
            "<details><summary>More</summary><p>Herring is a fish.</p></details>")""")
        assert "Herring is a fish." in words(printed(page))
