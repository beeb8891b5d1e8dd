"""The site, built by the real MkDocs: complete, closed in itself, and the same each time."""

import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from tests.built import BIN, QUIET, SEARCH, broken, pages, plain
from tests.helpers import HERE, MKDOCS, make_folder, run, tree

MINI = HERE / "mini"
HERRING = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."


def mini(root: Path) -> Path:
    shutil.copytree(MINI / "seeds", root / "seeds")
    shutil.copy(MINI / "mkdocs.yml", root)
    return root


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = mini(tmp_path_factory.mktemp("site"))
    ran = run(root, "build")
    assert (ran.code, ran.out) == (0, "site/ is built; `dossier serve` shows it\n")
    return root / "site"


def test_every_link_and_anchor_leads_somewhere(site: Path) -> None:
    found = pages(site)
    assert len(found) == 6 + 9 + 6 + 1 + 1  # briefings, topics, home and five indexes, search, 404
    assert list(broken(found)) == []
    assert [handler for page in found.values() for handler in page.handlers] == []


def test_the_pages_build_without_any_plugin(site: Path, tmp_path: Path) -> None:
    root = plain(MINI, tmp_path)
    subprocess.run([BIN / "mkdocs", "build", "--strict", "--quiet"], cwd=root, env=QUIET, check=True)
    found = pages(root / "site")
    assert found.keys() == pages(site).keys() - {SEARCH}
    assert list(broken(found)) == []


def test_nothing_is_loaded_from_another_host(site: Path) -> None:
    loaded = {thing for page in pages(site).values() for thing in page.loaded}
    assert [thing for thing in loaded if urlsplit(thing).netloc or urlsplit(thing).scheme] == []
    for path in site.rglob("assets/*.css"):
        assert "url(" not in path.read_text("utf-8")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_nor_is_anything_by_a_theme_with_its_defaults(tmp_path: Path, theme: str) -> None:
    root = make_folder(tmp_path, {"good.txt": HERRING}, f"{MKDOCS}theme: {theme}\n")
    assert run(root, "build").code == 0
    loaded = {thing for page in pages(root / "site").values() for thing in page.loaded}
    assert [thing for thing in loaded if urlsplit(thing).netloc] == []


def test_each_text_has_its_language_and_direction_and_our_own_words_have_the_sites(site: Path) -> None:
    found = pages(site)
    title_summary_and_text = 3
    assert found["briefings/khabar/"].parts == ["ar rtl"] * title_summary_and_text
    assert found["briefings/guandian/"].parts == ["zh ltr"] * title_summary_and_text
    assert found["briefings/accord/"].parts == ["fr ltr"] * title_summary_and_text
    assert found["briefings/coastwatch/"].parts == []
    assert found["topics/kenya/"].parts == ["fr ltr", "fr ltr", "zh ltr", "ar rtl"]


def missing_downloads(site: Path) -> list[str]:
    """Return what pages offer and the site has not."""
    offered = [(address, name) for address, page in pages(site).items() for name in page.downloads]
    places = [urljoin(f"/{address}", name).removeprefix("/") for address, name in offered]
    return [place for place in places if not (site / place).is_file()]


def test_what_pages_offer_is_there(site: Path) -> None:
    found = pages(site)
    assert found[""].downloads == {"print/dossier.pdf", "dossier.json", "citations.json", "citations.ris"}
    assert found["briefings/accord/"].downloads == {"../../print/briefings/accord.pdf"}
    assert found["topics/kenya/"].downloads == {"../../print/topics/kenya.pdf"}
    assert missing_downloads(site) == []


def test_a_briefing_is_light_and_so_is_its_picture(site: Path) -> None:
    for path in site.glob("briefings/*/index.html"):
        html = path.read_text("utf-8")
        start = html.index('<figure class="dossier-near"')
        assert len(html.encode()) <= 30_000
        assert len(html[start : html.index("</figure>", start)].encode()) <= 2_500


def test_the_machines_view_is_at_the_root(site: Path) -> None:
    assert (site / "dossier.json").read_bytes() == (MINI / "dossier.json").read_bytes()


def test_the_navigation_stays_as_long_however_many_briefings_there_are(site: Path) -> None:
    html = (site / "briefings/accord/index.html").read_text("utf-8")
    navigation = html[html.index('class="md-nav md-nav--primary') : html.index("md-sidebar--secondary")]
    assert navigation.count("<a ") <= 10
    assert "briefings/" not in navigation


def test_mkdocs_alone_builds_the_site_strictly(tmp_path: Path) -> None:
    root = make_folder(tmp_path, {"good.txt": HERRING})
    (root / "dossier").mkdir()
    subprocess.run([BIN / "mkdocs", "build", "--strict", "--quiet"], cwd=root, env=QUIET, check=True)
    assert (root / "site/briefings/good/index.html").is_file()


def test_strict_stops_at_what_an_editor_should_mend(tmp_path: Path) -> None:
    root = make_folder(tmp_path, {"good.txt": HERRING, "bad.txt": ""})
    ran = run(root, "build", "--strict")
    assert ran.code == 1
    assert "warning: dossier: seeds/bad.txt: not read: it is empty" in ran.err
    assert run(root, "build").code == 0


def test_a_folder_with_defaults_alone_is_a_dossier(tmp_path: Path) -> None:
    root = make_folder(tmp_path, {"good.txt": HERRING}, "site_name: Bare\nplugins: [dossier]\n")
    assert run(root, "build").code == 0
    assert (root / "docs/briefings/good.md").is_file()
    assert (root / "site/briefings/good/index.html").is_file()


def test_a_persons_pages_join_the_navigation(tmp_path: Path) -> None:
    root = make_folder(tmp_path, {"good.txt": HERRING})
    (root / "dossier").mkdir()
    (root / "dossier/method.md").write_text("# How we work\n")
    assert run(root, "build", "--strict").code == 0
    assert "How we work" in (root / "site/index.html").read_text("utf-8")


def test_a_mistake_within_a_build_ends_with_2_and_its_hint(tmp_path: Path) -> None:
    root = make_folder(tmp_path, {"good.txt": HERRING, "topics.yml": "topcis: {}\n"})
    ran = run(root, "build")
    assert ran.code == 2
    assert ran.err == "error: seeds/topics.yml:1: unknown key 'topcis'\n  hint: did you mean 'topics'?\n"


def test_without_directories_the_addresses_end_in_html(tmp_path: Path) -> None:
    root = mini(tmp_path)
    (root / "mkdocs.yml").write_text((root / "mkdocs.yml").read_text() + "use_directory_urls: false\n")
    assert run(root, "build", "--strict").code == 0
    assert '"url": "briefings/accord.html"' in (root / "site/dossier.json").read_text("utf-8")
    assert (root / "site/briefings/accord.html").is_file()
    assert list(broken(pages(root / "site"))) == []
    assert pages(root / "site")["briefings/accord.html"].downloads == {"../print/briefings/accord.pdf"}
    assert missing_downloads(root / "site") == []


def test_the_same_seeds_give_the_same_bytes(tmp_path: Path) -> None:
    """Two hash seeds, one process and two, a cold cache and a warm one: one dossier, one site. Print is by itself."""
    many = {f"{number:02}.txt": f"{HERRING} Ship {number} sails to Norway and to Portugal." for number in range(30)}
    trees = []
    for name, hashes, workers in (("one", "1", 1), ("two", "2", 2)):
        root = make_folder(mini(tmp_path / name), many)
        shutil.copy(MINI / "mkdocs.yml", root)
        (root / "mkdocs.yml").write_text(
            (root / "mkdocs.yml").read_text() + f"      workers: {workers}\n      print: false\n"
        )
        environment = {**os.environ, "PYTHONHASHSEED": hashes}
        for _ in range(2):
            subprocess.run(
                [BIN / "dossier", "build", "--quiet"], cwd=root, env=environment, check=True, capture_output=True
            )
            trees.append(tree(root / "dossier") | tree(root / "site"))
    assert [path for path in trees[0] if trees[0][path] != trees[3].get(path)] == []
    assert all(one == trees[0] for one in trees)
