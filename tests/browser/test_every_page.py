"""Every page of three sites, in a real browser; a failure lists what is wrong and where."""

import pytest
from playwright.sync_api import Browser

from tests.browser.sites import Site
from tests.browser.walk import Report, walk


@pytest.fixture(scope="package", params=["ours", "mini", "scripts"])
def report(request: pytest.FixtureRequest, browser: Browser) -> Report:
    site: Site = request.getfixturevalue(request.param)
    return walk(browser, site)


def told(faults: list[str]) -> str:
    return "\n".join([f"{len(faults)} faults:", *faults])


def test_axe_finds_no_violation_of_wcag_aa_or_good_practice(report: Report) -> None:
    assert not report.accessibility, told(report.accessibility)


def test_no_page_asks_another_host(report: Report) -> None:
    assert not report.other_hosts, told(report.other_hosts)


def test_the_console_stays_empty(report: Report) -> None:
    assert not report.console, told(report.console)


def test_nothing_sticks_out_of_a_screen_of_320_pixels(report: Report) -> None:
    assert not report.width, told(report.width)


def test_every_link_within_the_site_leads_somewhere(report: Report) -> None:
    assert not report.links, told(report.links)


def test_a_reader_who_likes_it_dark_gets_it_dark(browser: Browser, ours: Site) -> None:
    with browser.new_page(color_scheme="dark") as page:
        page.goto(ours.address)
        assert page.get_attribute("body", "data-md-color-scheme") == "slate"
