"""The table of all briefings in a real browser: what a reader sorts, filters and turns, and what is fetched for it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sites import Site, built, served
from tests.helpers import make_folder

MKDOCS = (
    "site_name: Boats\ndocs_dir: dossier\ntheme: {name: material, font: false}\n"
    "plugins: [dossier: {languages: [en, fr], print: false}]\n"
)
SEEDS = {
    "adler.md": "---\ntitle: Ádler sails\ndate: 2024-03-05\nsource: The Gull\nlanguage: en\n---\nHerring fell in Oslo.",
    "bora.md": "---\ntitle: bora\ndate: 2023-11\nlanguage: fr\n---\nLe hareng a baissé.",
    "crab.md": "---\ntitle: <b>Crab</b>\nsource: Ægir\nlanguage: en\n---\nCrab rose. " + "It rose again. " * 20,
}
LATE = {
    f"z{number:03}.md": f"---\ntitle: Late {number:03}\ndate: 2020-01-01\nlanguage: en\n---\nA."
    for number in range(200)
}


@pytest.fixture(scope="module")
def boats(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the site of one briefing more than three pages of the table would need for the three named ones."""
    source = make_folder(tmp_path_factory.mktemp("source"), {**SEEDS, **LATE}, MKDOCS)
    folder = built(source, tmp_path_factory.mktemp("boats"))
    with served(folder) as address:
        yield Site("boats", folder, address)


@pytest.fixture
def page(browser: Browser, boats: Site) -> Iterator[Page]:
    with browser.new_page() as opened:
        opened.goto(f"{boats.address}briefings/")
        expect(opened.get_by_role("button", name="Title")).to_be_visible()
        yield opened


def titles(page: Page, number: int = 3) -> list[str]:
    return page.locator("tbody tr td:first-child").all_inner_texts()[:number]


def test_the_rows_are_fetched_once_and_not_before_they_are_wanted(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.reload()
    expect(page.get_by_role("button", name="Title")).to_be_visible()
    assert "briefings.json" not in asked
    page.get_by_label("Title").fill("bora")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("1 of 203 briefings")
    page.get_by_role("button", name="Words").click()
    assert asked.count("briefings.json") == 1


@pytest.mark.parametrize(
    ("column", "first", "then"),
    [
        ("Title", ["<b>Crab</b>", "Ádler sails", "bora"], "Late 199"),
        ("Date", ["Ádler sails", "bora", "Late 000"], "Late 000"),
        ("Words", ["<b>Crab</b>", "Ádler sails", "bora"], "Late 000"),
        ("Source", ["<b>Crab</b>", "Ádler sails", "bora"], "Ádler sails"),
    ],
)
def test_a_column_sorts_all_rows_both_ways_and_says_how(page: Page, column: str, first: list[str], then: str) -> None:
    button = page.get_by_role("button", name=column)
    head = page.locator("th", has=button)
    down = column in {"Date", "Words"}
    button.click()
    expect(head).to_have_attribute("aria-sort", "descending" if down else "ascending")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("203 of 203 briefings · 1 / 2")
    assert titles(page) == first
    button.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending" if down else "descending")
    expect(page.locator("tbody tr").first).to_contain_text(then)
    assert page.locator("th[aria-sort]").count() == 1


@pytest.mark.parametrize(
    ("column", "words", "found"),
    [
        ("Title", "ADLER", ["Ádler sails"]),
        ("Title", "sails adl", ["Ádler sails"]),
        ("Title", "<b>", ["<b>Crab</b>"]),
        ("Source", "aegir", ["<b>Crab</b>"]),
        ("Language", "french", ["bora"]),
        ("Date", "2023-11", ["bora"]),
        ("Date", "march 2024", ["Ádler sails"]),
    ],
)
def test_a_filter_finds_what_holds_its_words_whatever_the_accents(
    page: Page, column: str, words: str, found: list[str]
) -> None:
    page.get_by_label(column).fill(words)
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(f"{len(found)} of 203 briefings")
    assert titles(page) == found


def test_nothing_found_says_so_and_can_be_cleared(page: Page) -> None:
    page.get_by_label("Title").fill("zeppelin")
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("No briefing has all of this.")
    page.get_by_role("button", name="Clear the filter").click()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("203 of 203 briefings · 1 / 2")


def test_a_reader_turns_to_the_rest_and_opens_it(page: Page) -> None:
    page.get_by_role("button", name="Title").click()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("203 of 203 briefings · 2 / 2")
    assert page.locator("tbody tr").count() == 3
    page.get_by_role("link", name="Late 199").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Late 199")


def test_a_list_that_cannot_be_fetched_is_said_and_tried_again(page: Page) -> None:
    page.route("**/briefings.json", lambda route: route.abort())
    page.get_by_role("button", name="Title").click()
    expect(page.get_by_role("main").get_by_role("status")).to_contain_text("could not be loaded")
    page.unroute("**/briefings.json")
    page.get_by_role("button", name="Date").click()
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("203 of 203 briefings · 1 / 2")
