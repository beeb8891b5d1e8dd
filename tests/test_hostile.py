"""Hostile seeds, all the way to the site: each payload shows as its own text wherever a page shows text."""

import html
import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.helpers import cases, make_folder, run, squeezed_text

MKDOCS = (
    "site_name: S\ndocs_dir: dossier\ntheme: {name: material, font: false}\nplugins: [search, dossier]\n"
    "markdown_extensions: [attr_list, def_list, footnotes, md_in_html, admonition, pymdownx.details, "
    "pymdownx.superfences, pymdownx.tasklist, pymdownx.critic, abbr, toc]\n"
)
HERRING = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."
FACTS = ("title", "author", "source", "summary")
PAYLOADS = [case["text"] for case in cases("hostile")]


def seeds() -> dict[str, str]:
    """Return a text, corrections and a web page for each payload, and one file that is named after it."""
    texts = {}
    for number, payload in enumerate(PAYLOADS):
        texts[f"body{number}.txt"] = f"{HERRING}\n\n{payload}\n\n{HERRING} {payload}Portugal{payload} Kenya."
        texts[f"facts{number}.txt"] = HERRING
        texts[f"facts{number}.yml"] = yaml.safe_dump(dict.fromkeys(FACTS, payload))
        shown = html.escape(payload)
        texts[f"cells{number}.html"] = (
            f"<html><head><title>{shown}</title></head><body><article><h1>{shown}</h1><p>{HERRING} {HERRING}</p>"
            f"<table><tr><th>{shown}</th><th>Price</th></tr><tr><td>herring</td><td>{shown}</td></tr></table>"
            f"<p>{HERRING} <a href='{shown}'>{shown}</a> {HERRING}</p><ul><li>{shown}</li><li>One.</li></ul>"
            f"<blockquote>{shown}</blockquote></article></body></html>"
        )
        texts[f"{payload.replace('/', '-').replace(chr(0), '')[:60]} {number}.txt"] = HERRING
    return texts


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of all payloads; the gate has let it pass."""
    folder = make_folder(tmp_path_factory.mktemp("hostile"), seeds(), MKDOCS)
    (folder / "secret.txt").write_text("the secret of the house")
    ran = run(folder, "build", "-q")
    assert ran.code == 0, ran.err
    return folder / "site"


@pytest.fixture(scope="module")
def briefings(site: Path) -> dict[str, Any]:
    """Return the machine's view of each seed by its path."""
    view = json.loads((site / "dossier.json").read_text("utf-8"))
    assert view["unread"] == []
    return {briefing["seed"]["path"]: briefing for briefing in view["briefings"]}


def seen(site: Path, briefing: dict[str, Any]) -> str:
    return squeezed_text((site / briefing["url"] / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("number", range(len(PAYLOADS)), ids=[case["claim"] for case in cases("hostile")])
def test_a_payload_shows_as_itself_on_the_site(site: Path, briefings: dict[str, Any], number: int) -> None:
    payload = " ".join(PAYLOADS[number].split())
    for kind in ("body", "facts", "cells"):
        suffix = ".html" if kind == "cells" else ".txt"
        assert payload in seen(site, briefings[f"{kind}{number}{suffix}"])
    assert f"{payload}Portugal{payload} Kenya." in seen(site, briefings[f"body{number}.txt"])
    assert briefings[f"facts{number}.txt"]["title"]["text"] == payload


def test_a_topic_between_payloads_is_linked(site: Path, briefings: dict[str, Any]) -> None:
    """It is no name where letters touch it, and no link where an address does."""
    marks = [n for n, text in enumerate(PAYLOADS) if not (text[0].isalnum() or text[-1].isalnum() or "://" in text)]
    htmls = [(site / briefings[f"body{number}.txt"]["url"] / "index.html").read_text("utf-8") for number in marks]
    # It is named in passing, and so not among the topics of the page.
    assert [html.count('<a href="../../topics/portugal/">Portugal</a>') for html in htmls] == [1] * len(marks)
    assert len(marks) > len(PAYLOADS) / 4


def test_no_payload_reads_a_file_of_the_builder(site: Path) -> None:
    for path in site.rglob("*.html"):
        assert "the secret of the house" not in path.read_text("utf-8")


def test_no_page_is_lost_or_broken_by_its_neighbours(site: Path, briefings: dict[str, Any]) -> None:
    assert len(briefings) == 4 * len(PAYLOADS)
    for briefing in briefings.values():
        assert "herring has risen for the ninth week" in seen(site, briefing)
