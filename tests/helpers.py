"""What several tests need: tables of cases, folders of seeds, and the command run as a user would."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.model import Beside, Briefing, Corrections, Described, Document, Dossier, Seed
from generator.read import read
from generator.settings import Rules, Settings, settings_from
from generator.understand import Method, Vocabulary, describe, understand

HERE = Path(__file__).parent
ROOT = HERE.parent
# Where print is not what is tested, it only takes time.
MKDOCS = "site_name: A small dossier\ndocs_dir: dossier\nplugins: [dossier: {print: false}]\n"
SETTINGS = settings_from({}, title="A small dossier", description="", directory_urls=True)
METHOD = Method(SETTINGS.engine, SETTINGS.ranking, SETTINGS.keywords)


def cases(name: str) -> list[dict[str, Any]]:
    """Return the rows of `cases/NAME.yml`."""
    rows: list[dict[str, Any]] = yaml.safe_load((HERE / "cases" / f"{name}.yml").read_text("utf-8"))
    return rows


def claim(case: Mapping[str, Any]) -> str:
    """Return what a row claims, as the name of its test."""
    return str(case["claim"])


def seed(text: str | bytes, path: str = "seed.txt", corrections: Corrections | None = None) -> Seed:
    """Return a seed with a text."""
    data = text if isinstance(text, bytes) else text.encode()
    return Seed(path, data, corrections or Corrections())


def document(text: str | bytes, path: str = "seed.txt", corrections: Corrections | None = None) -> Document:
    """Return the document in a text."""
    found = read(seed(text, path, corrections), Rules())
    assert found.unread == ()
    return found.documents[0]


def described(
    text: str, path: str = "seed.txt", corrections: Corrections | None = None, settings: Settings = SETTINGS
) -> Described:
    """Return the document in a text with what may become its keywords."""
    method = Method(settings.engine, settings.ranking, settings.keywords)
    return describe(document(text, path, corrections), method)


def briefing(text: str, path: str = "seed.txt", settings: Settings = SETTINGS) -> Briefing:
    """Return the briefing of a collection of one text."""
    return dossier({path: text}, settings=settings).briefings[0]


def dossier(texts: Mapping[str, str], vocabulary: Vocabulary | None = None, settings: Settings = SETTINGS) -> Dossier:
    """Return the dossier of some texts by path."""
    found = [described(text, path, settings=settings) for path, text in texts.items()]
    return understand(found, vocabulary or Vocabulary(), settings, Beside())


def make_folder(root: Path, seeds: Mapping[str, str | bytes], mkdocs: str = MKDOCS) -> Path:
    """Write mkdocs.yml and seeds into a folder, and return it."""
    (root / "seeds").mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(mkdocs)
    for name, text in seeds.items():
        path = root / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return root


@dataclass(frozen=True, slots=True)
class Ran:
    """How a run of the command ended."""

    code: int
    out: str
    err: str


def run(folder: Path, *arguments: str) -> Ran:
    """Run `dossier` in a folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    finally:
        os.chdir(before)
    return Ran(result.exit_code, result.stdout, result.stderr)


def tree(folder: Path) -> dict[str, bytes]:
    """Return the files under a folder by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


class _Text(HTMLParser):
    """The text of a page; what is in its head and in its scripts is none."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.silent = "", ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.silent = tag if tag in {"script", "style"} else self.silent

    def handle_endtag(self, tag: str) -> None:
        self.silent = "" if tag == self.silent else self.silent

    def handle_data(self, data: str) -> None:
        self.text += "" if self.silent else data


def squeezed_text(html: str) -> str:
    """Return the text of a page as a reader sees it, each run of white space as one space."""
    return " ".join(_Text(html).text.split())
