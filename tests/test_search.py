"""The index of the search: what is in it, what is not, and that it is the same each time."""

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.publish.search.findable import findable
from generator.publish.search.index import write_index
from generator.publish.search.records import STEMMED, UNKNOWN, Record, language_of, records
from generator.settings import LANGUAGES
from tests.helpers import HERE, SETTINGS, cases, claim, dossier, make_folder, run, tree

BIN = Path(sys.executable).parent
HERRING = "Herring grows dear\n\nThe price of herring has risen for the ninth week running, the union said in Bergen.\n"
MATERIAL = (
    "site_name: Herring\ndocs_dir: dossier\ntheme: {{name: material, font: false}}\nplugins: [search, dossier{}]\n"
)


def texts(site: Path) -> list[str]:
    """Return what the index holds of each page, in the order of their addresses."""
    found = [json.loads(gzip.decompress(path.read_bytes())[12:]) for path in site.glob("pagefind/fragment/*")]
    return [page["content"] for page in sorted(found, key=lambda page: page["url"])]


@pytest.mark.parametrize("case", cases("findable"), ids=claim)
def test_findable(case: dict[str, Any]) -> None:
    assert findable(case["text"]) == case["given"]


@pytest.mark.parametrize("case", cases("findable"), ids=claim)
def test_what_is_shown_of_it_is_the_text(case: dict[str, Any]) -> None:
    """As `excerpt.js` reads it."""
    words = [word.split("^^")[0] for word in findable(case["text"]).split()]
    tight = [word.endswith("^") for word in findable(case["text"]).split()]
    shown = "".join(
        word.removesuffix("^").replace("^&#x27;", "’") + ("" if is_tight else " ")
        for word, is_tight in zip(words, tight, strict=True)
    ).strip()
    assert shown.replace("&lt;", "<").replace("&gt;", ">").replace("&#x27;", "'").replace("&amp;", "&") == case.get(
        "shown", case["text"]
    )


def test_what_was_set_aside_is_in_no_record() -> None:
    menu = "Home\nAbout us\nContact us\nSubscribe to our newsletter\n\n"
    found = [record.html for record in records(dossier({"a.txt": menu + HERRING * 3}), SETTINGS)]
    assert "Bergen" in found[0]
    assert not [html for html in found if "newsletter" in html]


def test_a_briefing_is_found_by_what_others_call_its_topics() -> None:
    known = {"a.txt": "The minister flew to Turkey today.\n\nTurkey is glad, she said in Turkey.\n"}
    other = {"b.txt": "Le ministre est arrivé en Turquie.\n\nLa Turquie est un pays de la région, dit le ministre.\n"}
    bodies = {record.file: record.body for record in records(dossier({**known, **other}), SETTINGS)}
    assert re.search(r'<p id="named-\d-p1" [^>]+>Turquie = [^<]*Turkey', bodies["briefings/b/index.html"])


def test_a_language_that_pagefind_knows_has_an_index_of_its_own(tmp_path: Path) -> None:
    pages = [Record(f"{code}.html", code, code, "") for code in LANGUAGES]
    write_index(pages, tmp_path, {})
    entry = json.loads((tmp_path / "pagefind/pagefind-entry.json").read_text())["languages"]
    assert {code for code, index in entry.items() if index["wasm"]} == STEMMED
    assert {language_of(code) for code in entry} == {*STEMMED, UNKNOWN}


def test_the_index_has_only_what_the_search_asks_for(tmp_path: Path) -> None:
    write_index([Record("a/index.html", "en", "A", "<p>herring</p>")], tmp_path, {"label": "Search"})
    names = {re.sub(r"_[0-9a-f]{7,}", "", path) for path in tree(tmp_path / "pagefind")}
    assert names == {
        "dossier.json",
        "fragment/en.pf_fragment",
        "index/en.pf_index",
        "pagefind-entry.json",
        "pagefind-worker.js",
        "pagefind.en.pf_meta",
        "wasm.en.pagefind",
        "wasm.unknown.pagefind",
    }


def test_two_builds_write_the_same_index(tmp_path: Path) -> None:
    seeds = {path.name: path.read_bytes() for path in (HERE / "mini/seeds").iterdir()}
    found = []
    for seed in ("1", "77"):
        root = make_folder(tmp_path / seed, seeds, MATERIAL.format(""))
        command = [str(BIN / "dossier"), "build", "-q"]
        subprocess.run(command, cwd=root, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        found.append(tree(root / "site/pagefind"))
    assert found[0] == found[1]


def test_with_pagefind_material_makes_no_index(tmp_path: Path) -> None:
    root = make_folder(tmp_path, {"a.txt": HERRING}, MATERIAL.format(""))
    assert run(root, "build").code == 0
    assert not (root / "site/search/search_index.json").exists()
    assert 'name="search"' not in (root / "site/index.html").read_text()


def test_without_the_plugin_search_there_is_the_same_search(tmp_path: Path) -> None:
    mkdocs = MATERIAL.format("").replace("[search, dossier]", "[dossier]")
    assert run(make_folder(tmp_path, {"a.txt": HERRING}, mkdocs), "build").code == 0
    assert 'class="md-search__input" name="q"' in (tmp_path / "site/index.html").read_text()
    assert (tmp_path / "site/pagefind/dossier.json").is_file()


def test_materials_own_search_is_as_it_was(tmp_path: Path) -> None:
    root = make_folder(tmp_path, {"a.txt": HERRING}, MATERIAL.format(": {search: material}"))
    assert run(root, "build").code == 0
    assert (root / "site/search/search_index.json").is_file()
    assert 'name="search"' in (root / "site/index.html").read_text()
    assert not (root / "site/pagefind").exists()
    assert not (root / "site/assets/search").exists()


def test_materials_own_search_must_be_switched_on(tmp_path: Path) -> None:
    mkdocs = MATERIAL.format(": {search: material}").replace("[search, dossier", "[dossier")
    ran = run(make_folder(tmp_path, {"a.txt": HERRING}, mkdocs), "build")
    assert ran.code == 2
    assert "add '- search' under 'plugins:'" in ran.err


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_other_themes_keep_the_search_of_mkdocs(tmp_path: Path, theme: str) -> None:
    mkdocs = MATERIAL.format("").replace("material", theme)
    assert run(make_folder(tmp_path, {"a.txt": HERRING}, mkdocs), "build").code == 0
    assert (tmp_path / "site/search/search_index.json").is_file()
    assert not (tmp_path / "site/pagefind").exists()


def test_a_page_of_a_person_is_found_and_what_they_exclude_is_not(tmp_path: Path) -> None:
    root = make_folder(tmp_path, {"a.txt": HERRING}, MATERIAL.format(""))
    (root / "dossier").mkdir()
    (root / "dossier/about.md").write_text("# About us\n\nWe like cod.\n\n<p data-pagefind-ignore>Not ling.</p>\n")
    (root / "dossier/notes.md").write_text("---\nsearch: {exclude: true}\n---\n# Notes\n\nOf haddock.\n")
    assert run(root, "build").code == 0
    said = " ".join(texts(root / "site"))
    assert "We like cod." in said
    assert "ling" not in said
    assert "haddock" not in said


def test_a_page_of_a_person_in_the_place_of_the_search_stops_the_build(tmp_path: Path) -> None:
    root = make_folder(tmp_path, {"a.txt": HERRING}, MATERIAL.format(""))
    (root / "dossier").mkdir()
    (root / "dossier/search.md").write_text("# Mine\n")
    ran = run(root, "build")
    assert ran.code == 2
    assert "dossier/search.md stands where the page of the search goes" in ran.err
    assert "search: material" in ran.err


def test_without_the_program_the_build_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nothing"))
    ran = run(make_folder(tmp_path, {"a.txt": HERRING}, MATERIAL.format("")), "build")
    assert ran.code == 2
    assert "the program 'pagefind' is not there" in ran.err
    assert "set 'search: material'" in ran.err
