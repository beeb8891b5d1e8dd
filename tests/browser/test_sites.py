"""The three sites in a browser: what holds for every page."""

import pytest
from playwright.sync_api import Browser

from tests.browser.chromium import VARIABLE, chromium
from tests.browser.sites import Site


def test_a_browser_that_is_missing_is_no_reason_to_skip(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "/no/such/browser")
    with pytest.raises(FileNotFoundError, match="no program"):
        chromium()
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("PATH", "/no/such/folder")
    monkeypatch.setenv("HOME", "/no/such/home")
    monkeypatch.setattr("tests.browser.chromium._APPLICATIONS", ())
    with pytest.raises(FileNotFoundError, match="apt-get install chromium"):
        chromium()


def test_a_page_that_there_is_not_is_answered_with_the_sites_own(browser: Browser, site: Site) -> None:
    with browser.new_page() as page:
        answer = page.goto(f"{site.address}no/such/page/")
        assert answer is not None
        assert answer.status == 404
        assert "404" in page.inner_text("h1")
