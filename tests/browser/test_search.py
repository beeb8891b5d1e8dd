"""The search in a real browser: what it finds, where that opens, and how it is used by keys, by ear and by thumb."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import axe
from tests.browser.sites import HERE, Site, built, served
from tests.helpers import cases, claim

INPUT = ".md-search__input"
STATUS = ".md-search [role=status]"
TITLES = ".md-search .md-search-result__title"
LINKS = ".md-search ol a"
STILL = "*, *::before, *::after { transition: none !important; animation: none !important }"


def words(language: str, factory: pytest.TempPathFactory) -> Iterator[Site]:
    source = factory.mktemp("source")
    shutil.copytree(HERE / "search", source, dirs_exist_ok=True)
    mkdocs = (source / "mkdocs.yml").read_text().replace("language: en", f"language: {language}")
    (source / "mkdocs.yml").write_text(mkdocs)
    folder = built(source, factory.mktemp("words"))
    with served(folder) as address:
        yield Site(f"words-{language}", folder, address)


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the site of `tests/browser/search`."""
    yield from words("en", tmp_path_factory)


@pytest.fixture(scope="session")
def french(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the same with a French interface."""
    yield from words("fr", tmp_path_factory)


Visit = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Return what opens a page of a site, and closes it behind the test."""
    opened: list[Page] = []

    def to(site: Site, address: str = "", **options: Any) -> Page:  # noqa: ANN401 - Playwright's options
        page = browser.new_page(**options)
        opened.append(page)
        page.goto(site.address + address)
        return page

    yield to
    for page in opened:
        page.close()


def ask(page: Page, query: str) -> list[str]:
    """Search in the box, and return the titles of what is found."""
    page.locator(INPUT).fill(query)
    page.wait_for_function("query => document.querySelector('.md-search-result').dataset.query === query", arg=query)
    return page.locator(TITLES).all_inner_texts()


@pytest.mark.parametrize("case", cases("search"), ids=claim)
def test_finds(case: dict[str, Any], visit: Visit, request: pytest.FixtureRequest) -> None:
    name = case.get("site") or {"en": "english", "fr": "french"}[case.get("interface", "en")]
    page = visit(request.getfixturevalue(name))
    found = ask(page, case["query"])
    wanted = case["first"]
    if case.get("any"):
        assert sorted(found[: len(wanted)]) == sorted(wanted)
    else:
        assert found[: len(wanted)] == wanted
    assert wanted or not found
    assert not set(found) & set(case.get("absent", []))


def test_a_page_that_is_only_read_fetches_nothing_of_the_search(browser: Browser, english: Site) -> None:
    asked: list[str] = []
    with browser.new_page() as page:
        page.on("request", lambda request: asked.append(request.url.removeprefix(english.address)))
        page.goto(english.address)
        page.wait_for_load_state("networkidle")
        assert not [url for url in asked if "search_index" in url or url.startswith("pagefind")]
        assert [url for url in asked if "search" in url] == ["assets/search/box.js"]
        with page.expect_request("**/pagefind/dossier.json"):
            page.keyboard.press("/")


def test_a_result_opens_at_its_paragraph_with_the_words_marked(visit: Visit, english: Site) -> None:
    page = visit(english)
    assert ask(page, "gouvernements")
    page.locator(LINKS, has_text="gouvernement lit").click()
    page.wait_for_url(re.compile(r"/briefings/journal/\?mark=gouvernement#p2$"))
    page.wait_for_function("CSS.highlights.get('found')?.size")
    marked = page.evaluate("[...CSS.highlights.get('found')].map(String)")
    assert set(marked) == {"gouvernement"}
    assert page.evaluate("document.querySelector(':target').id") == "p2"


def test_what_a_text_calls_otherwise_is_marked_as_it_calls_it(visit: Visit, english: Site) -> None:
    page = visit(english)
    ask(page, "Turkey")
    result = page.locator(".md-search-result__item", has_text="Le journal du matin")
    assert "Turquie = Turkey" in result.inner_text()
    result.locator("a").click()
    page.wait_for_url(re.compile(r"/briefings/journal/\?mark=Turquie#p3$"))
    page.wait_for_function("CSS.highlights.get('found')?.size")


@pytest.mark.parametrize("key", ["/", "f", "s"])
def test_a_key_opens_the_search_and_escape_closes_it(visit: Visit, english: Site, key: str) -> None:
    page = visit(english)
    link = page.locator(".md-content a").first
    link.focus()
    page.keyboard.press(key)
    expect(page.locator(INPUT)).to_be_focused()
    expect(page.locator(INPUT)).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator("#__search")).not_to_be_checked()
    expect(link).to_be_focused()


def test_arrows_move_and_enter_opens(visit: Visit, english: Site) -> None:
    page = visit(english)
    page.keyboard.press("/")
    ask(page, "Erdogan")
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    expect(page.locator(LINKS).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(INPUT)).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/briefings/plain/"))


def test_tab_goes_through_the_results_and_out(visit: Visit, english: Site) -> None:
    page = visit(english)
    page.keyboard.press("/")
    ask(page, "lighthouse")
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.classList[0]"))
    assert reached[:3] == ["md-search__icon", "md-search-result__all", "md-search-result__link"]
    expect(page.locator("#__search")).not_to_be_checked()


def test_a_closed_search_has_nothing_to_tab_to(visit: Visit, english: Site) -> None:
    page = visit(english)
    page.keyboard.press("/")
    ask(page, "lighthouse")
    page.keyboard.press("Escape")
    assert page.evaluate("document.querySelector('.md-search__output').inert")


def test_it_says_how_much_it_found(visit: Visit, english: Site) -> None:
    page = visit(english)
    ask(page, "Erdogan")
    expect(page.locator(STATUS)).to_have_text("2 results")
    ask(page, "lighthouse")
    expect(page.locator(STATUS)).to_have_text("1 result")
    ask(page, "")
    expect(page.locator(STATUS)).to_contain_text("in every language")


def test_where_nothing_is_found_it_says_which_word_is_nowhere_and_what_else_there_is(
    visit: Visit, english: Site
) -> None:
    page = visit(english)
    ask(page, "lighthouse xylophone")
    expect(page.locator(STATUS)).to_have_text("Nothing found for “lighthouse xylophone”.")
    notes = page.locator(".md-search-result__nothing")
    expect(notes).to_contain_text("No page has “xylophone”.")
    notes.locator("a", has_text="Topics").click()
    page.wait_for_url(re.compile("/topics/$"))


def test_it_says_so_when_it_cannot_be_loaded_and_tries_again(visit: Visit, english: Site) -> None:
    page = visit(english)
    page.route("**/pagefind/**", lambda route: route.abort())
    page.locator(INPUT).fill("herring")
    expect(page.locator(STATUS)).to_contain_text("cannot be loaded")
    page.unroute("**/pagefind/**")
    assert ask(page, "lighthouse") == ["The lighthouse keeper retires"]


def test_a_page_opened_as_a_file_says_what_to_do(browser: Browser, english: Site) -> None:
    with browser.new_page() as page:
        page.goto((english.folder / "index.html").as_uri())
        page.locator(INPUT).fill("herring")
        expect(page.locator(STATUS)).to_contain_text("search: material")


def test_on_a_phone_it_fills_the_screen(visit: Visit, english: Site) -> None:
    page = visit(english, viewport={"width": 320, "height": 640})
    page.locator(".md-header__button[for=__search]").click()
    expect(page.locator(INPUT)).to_be_focused()
    assert ask(page, "Erdogan")
    page.wait_for_function("document.querySelector('.md-search__inner').getBoundingClientRect().width === innerWidth")
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["default", "slate"])
@pytest.mark.parametrize("query", ["quota", "xylophone lighthouse"])
def test_axe_finds_no_violation_with_results(visit: Visit, english: Site, width: int, scheme: str, query: str) -> None:
    page = visit(english, viewport={"width": width, "height": 800})
    page.add_style_tag(content=STILL)
    if scheme == "slate":
        page.locator("input[data-md-color-scheme=slate]").evaluate("choice => choice.click()")
    page.keyboard.press("/")
    ask(page, query)
    axe.bring(page)
    assert list(map(str, axe.violations(page, axe.EVERY_RULE))) == []


def test_the_page_with_all_results_filters_sorts_and_keeps_it_in_its_address(visit: Visit, english: Site) -> None:
    page = visit(english)
    ask(page, "quota")
    page.locator(".md-search-result__all").click()
    page.wait_for_url(re.compile(r"/search/\?q=quota$"))
    titles = page.locator(".dossier-search .md-search-result__title")
    expect(titles).to_have_count(3)
    expect(page.locator("select[name=language] option")).to_have_text(["All", "French (2)", "English (1)"])
    page.locator("select[name=language]").select_option("French")
    expect(titles).to_have_count(2)
    page.locator("select[name=order]").select_option("newest")
    expect(titles).to_have_text(["Le journal du matin", "Les journaux du soir"])
    page.wait_for_url(re.compile(r"\?q=quota&language=French&order=newest$"))
    page.reload()
    expect(titles).to_have_text(["Le journal du matin", "Les journaux du soir"])
    page.locator("select[name=year]").select_option("2022")
    expect(titles).to_have_text(["Les journaux du soir"])


def test_without_a_word_it_lists_everything_newest_first(visit: Visit, english: Site) -> None:
    page = visit(english, "search/?kind=Briefing")
    titles = page.locator(".dossier-search .md-search-result__title")
    expect(titles).to_have_count(7)
    dated = ["Le journal du matin", "A visit with accents", "A visit without accents", "Les journaux du soir"]
    assert titles.all_inner_texts()[:4] == dated


def test_more_results_come_on_demand(browser: Browser, tmp_path: Path) -> None:
    source = tmp_path / "source"
    (source / "seeds").mkdir(parents=True)
    shutil.copy(HERE / "search/mkdocs.yml", source)
    for number in range(25):
        (source / f"seeds/{number:02}.txt").write_text(
            f"Note {number}\n\nThe herring swim past buoy {number} at dawn.\n"
        )
    (tmp_path / "work").mkdir()
    with served(built(source, tmp_path / "work")) as address, browser.new_page() as page:
        page.goto(f"{address}search/?q=herring&kind=Briefing")
        titles = page.locator(".dossier-search .md-search-result__title")
        expect(titles).to_have_count(20)
        page.get_by_role("button", name="More results").click()
        expect(titles).to_have_count(25)
        expect(page.locator(".dossier-search ol a").nth(20)).to_be_focused()
        expect(page.get_by_role("button", name="More results")).to_be_hidden()


def test_without_javascript_the_page_says_so(browser: Browser, english: Site) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{english.address}search/")
        assert "needs JavaScript" in page.locator(".dossier-search").inner_text()
        page.locator(".dossier-search a", has_text="Topics").click()
        page.wait_for_url(re.compile("/topics/$"))


def test_text_of_seeds_comes_in_as_text(visit: Visit, mini: Site) -> None:
    page = visit(mini)
    titles = ask(page, "parc")
    assert "Note : ce que coûte le parc <de Mombasa>" in titles
