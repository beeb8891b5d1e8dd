"""A real browser, and three sites served to it; each is made once."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import chromium
from tests.browser.sites import HERE, Site, built, served
from tests.helpers import ROOT


# For this folder only: as long as Playwright runs, no other event loop can be started in the same thread.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Return the browser; a test that cannot have one fails."""
    program = chromium()
    with sync_playwright() as playwright:
        # Debian's Chromium and Google's Chrome look for updates by themselves; the tests look at what pages ask for.
        quiet = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"]
        started = playwright.chromium.launch(executable_path=program, args=quiet)
        yield started
        started.close()


def _site(name: str, source: Path, factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = built(source, factory.mktemp(name))
    with served(folder) as address:
        yield Site(name, folder, address)


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the site of this repository's own four documents."""
    yield from _site("ours", ROOT, tmp_path_factory)


@pytest.fixture(scope="session")
def mini(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the site of the small dossier of `tests/mini`."""
    yield from _site("mini", ROOT / "tests/mini", tmp_path_factory)


@pytest.fixture(scope="session")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return the site of six texts in Arabic, Chinese, Hebrew, Japanese, Russian and Turkish."""
    yield from _site("scripts", HERE, tmp_path_factory)


@pytest.fixture(params=["ours", "mini", "scripts"])
def site(request: pytest.FixtureRequest) -> Site:
    """Return each of the sites."""
    found: Site = request.getfixturevalue(request.param)
    return found
