"""The look of a site where mkdocs.yml says nothing of it, and that its own word stays."""

import re
from pathlib import Path

import pytest

from tests.helpers import make_folder, run

TEXT = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."


def built(root: Path, mkdocs: str) -> str:
    """Return the page of the one briefing."""
    ran = run(make_folder(root, {"good.txt": TEXT}, f"site_name: Herring\ndocs_dir: dossier\n{mkdocs}"), "build")
    assert ran.code == 0, ran.err
    return (root / "site/briefings/good/index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> str:
    return built(tmp_path_factory.mktemp("bare"), "theme: material\nplugins: [dossier: {print: false}]\n")


def test_material_by_itself_follows_the_readers_system_and_has_a_switch(bare: str) -> None:
    assert re.findall(r'data-md-color-media="\(prefers-color-scheme: (\w+)\)" data-md-color-scheme="(\w+)"', bare) == [
        ("light", "default"),
        ("dark", "slate"),
    ]
    assert re.findall(r'aria-label="(Switch[^"]+)"', bare) == [
        "Switch to the dark palette",
        "Switch to the light palette",
    ]


def test_every_stylesheet_and_script_is_loaded_and_there(tmp_path: Path) -> None:
    bare = built(tmp_path, "theme: material\nplugins: [dossier: {print: false}]\n")
    own = re.findall(r'(?:href|src)="\.\./\.\./(assets/\w+\.(?:css|js|svg))"', bare)
    assert own == [
        "assets/dossier.svg",
        "assets/dossier.css",
        *(f"assets/{name}.js" for name in ("previews", "print")),
    ]
    assert [path for path in own if not (tmp_path / "site" / path).is_file()] == []


def test_headings_have_a_link_to_copy(bare: str) -> None:
    assert '<a class="headerlink" href="#about-this-page" title="Link to this section">' in bare


def test_the_words_of_material_are_in_the_language_of_the_dossier(tmp_path: Path) -> None:
    french = built(tmp_path, "theme: material\nplugins:\n  - dossier: {language: fr, print: false}\n")
    assert '<html lang="fr"' in french
    assert "Table des matières" in french
    assert "Passer à la palette sombre" in french
    lost = (tmp_path / "site/404.html").read_text("utf-8")
    assert "<h1>404 – Page introuvable</h1>" in lost
    assert re.findall(r'<li><a href="/([^"]*)">', lost[lost.index("<h1>") :])[:2] == [".", "briefings/"]


@pytest.mark.parametrize(
    ("language", "lang", "direction"), [("ar", "ar", "rtl"), ("no", "nb", "ltr"), ("zu", "en", "ltr")]
)
def test_also_where_it_runs_from_right_to_left_or_material_has_another_name_for_it_or_none(
    tmp_path: Path, language: str, lang: str, direction: str
) -> None:
    page = built(tmp_path, f"theme: material\nplugins:\n  - dossier: {{language: '{language}', print: false}}\n")
    assert f'<html lang="{lang}"' in page
    assert f'<body dir="{direction}"' in page


def test_what_mkdocs_yml_says_stays(tmp_path: Path) -> None:
    theme = "{name: material, language: en, favicon: own.png, features: [navigation.tabs], palette: {primary: red}}"
    extensions = "markdown_extensions:\n  - toc: {permalink: false}\n"
    page = built(tmp_path, f"theme: {theme}\n{extensions}plugins:\n  - dossier: {{language: fr, print: false}}\n")
    assert '<html lang="en"' in page
    assert 'data-md-color-primary="red"' in page
    assert 'rel="icon" href="../../own.png"' in page
    assert "headerlink" not in page
    assert '"features": ["navigation.tabs"]' in page


def test_the_first_page_is_called_as_the_site(bare: str, tmp_path: Path) -> None:
    built(tmp_path, "theme: material\nplugins: [dossier: {print: false}]\n")
    assert "<title>Herring</title>" in (tmp_path / "site/index.html").read_text("utf-8")
    assert re.search("<title>.+ - Herring</title>", bare)


def test_a_stylesheet_of_the_sites_own_has_the_last_word(tmp_path: Path) -> None:
    page = built(tmp_path, "theme: material\nextra_css: [own.css]\nplugins: [dossier: {print: false}]\n")
    assert page.index("assets/dossier.css") < page.index("own.css")
