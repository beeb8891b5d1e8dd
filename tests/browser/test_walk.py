"""The walk itself: on a site where everything is wrong, it finds everything."""

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.sites import Site, served
from tests.browser.walk import walk

# The box says that the search is open and the list that it has found something, for the walk to go on.
BAD = """<!doctype html>
<html lang="en"><head><title>Bad</title></head><body><main><h1>Bad</h1>
<input type="checkbox" data-md-toggle="search" checked aria-label="search">
<ul><li class="md-search-result__item">Found</li></ul>
<p style="color: #999; background: #fff">Grey words</p>
<div style="width: 700px">Wide words</div>
<p><a href="nowhere/">No page</a></p>
<p><a href="#nothing">No place</a></p>
<img alt="" src="http://127.0.0.2:9/elsewhere.png">
<script>console.warn("A warning"); throw new Error("An error")</script>
</main></body></html>
"""


def test_it_finds_each_kind_of_fault(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(BAD, "utf-8")
    with served(tmp_path) as address:
        report = walk(browser, Site("bad", tmp_path, address))
    assert [fault.partition(":")[0] for fault in report.accessibility] == ["color-contrast"]
    assert any("127.0.0.2" in fault for fault in report.other_hosts)
    said = " ".join(report.console)
    assert "A warning" in said
    assert "An error" in said
    assert any(fault.startswith("the page is 708 px wide") for fault in report.width)
    assert [fault.partition(" on /")[2] for fault in report.links] == [
        ": answers 404",
        ": there is no such place on the page",
    ]
