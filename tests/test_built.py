"""The checks of built sites find what they are for."""

from pathlib import Path

from tests.bench.zensical import Built, faults
from tests.built import pages


def site(root: Path, files: dict[str, str]) -> Built:
    for name, html in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(html, "utf-8")
    return Built(root, pages(root))


def test_a_builder_that_loses_a_page_or_a_place_is_caught(tmp_path: Path) -> None:
    home = '<a href="a/#p1">A</a> <a href="https://elsewhere.example/">Elsewhere</a>'
    ours = site(tmp_path / "ours", {"index.html": home, "a/index.html": '<p id="p1">A</p>'})
    without_place = site(tmp_path / "one", {"index.html": home, "a/index.html": "<p>A</p>"})
    without_page = site(tmp_path / "two", {"index.html": home})
    assert faults(ours, ours) == []
    assert faults(ours, without_place) == ["dead link on : a/#p1"]
    assert faults(ours, without_page) == ["no page a/", "dead link on : a/#p1"]
