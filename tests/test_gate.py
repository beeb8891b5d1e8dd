"""The gate after a build: what a page must not do, and what it may."""

from pathlib import Path
from typing import Any

import pytest

from generator.errors import GateError
from generator.publish import gate
from tests.helpers import cases, claim, make_folder, run

BARE = (
    '<!doctype html><html><head><link rel="stylesheet" href="assets/a.css"><script src="assets/a.js"></script></head>'
    '<body onload="start()"><script>var page = "Home";</script>{}</body></html>'
)


def passed(folder: Path, html: str) -> None:
    site = folder / "site"
    (site / "deep").mkdir(parents=True)
    page = BARE.format(html).replace("assets/", "../assets/").replace('"Home"', '"Another \\" title"')
    (site / "deep/index.html").write_text(page)
    gate.check(site, "own.example", [BARE.format("")])


@pytest.mark.parametrize("case", cases("gate"), ids=claim)
def test_a_page_is_stopped_for(tmp_path: Path, case: dict[str, Any]) -> None:
    with pytest.raises(GateError) as caught:
        passed(tmp_path, case["html"])
    assert case["says"] in caught.value.message
    assert caught.value.message.startswith("site/deep/index.html: ")


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://other.example/">a</a> <a href="mailto:a@b.example">b</a> <a href="#p1">c</a>',
        '<img src="../a.png"> <img src="https://own.example/a.png">',
        '<link rel="canonical" href="https://other.example/">',
        '<td style="text-align: right;">9</td>',
        "&lt;script&gt;x()&lt;/script&gt; onclick=x()",
    ],
)
def test_a_page_may(tmp_path: Path, html: str) -> None:
    passed(tmp_path, html)


def test_a_build_stops_at_the_gate(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {"good.txt": "The price of herring has risen for the ninth week running."})
    (folder / "dossier").mkdir()
    (folder / "dossier/mine.md").write_text("# Mine\n\n<p onclick='x()'>a</p>\n")
    ran = run(folder, "build", "-q")
    assert ran.code == 2
    assert "site/mine/index.html: event handler onclick='x()' on <p>" in ran.err


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_what_a_theme_brings_passes(tmp_path: Path, theme: str) -> None:
    mkdocs = f"site_name: S\ntheme: {theme}\ndocs_dir: dossier\nplugins: [search, dossier: {{print: false}}]\n"
    folder = make_folder(tmp_path, {"good.txt": 'A "title" </script> of 5 \\" words.\n\nAnd a text behind it.'}, mkdocs)
    assert run(folder, "build", "-q").code == 0
