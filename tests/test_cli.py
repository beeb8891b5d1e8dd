"""The command, as a user runs it: what it says and how it ends."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from generator.cli import main
from tests.helpers import MKDOCS, ROOT, cases, claim, make_folder, run, tree

GOOD = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."


@pytest.mark.parametrize("case", cases("bad_folder"), ids=claim)
def test_a_mistake_ends_with_a_message_and_a_code(tmp_path: Path, case: dict[str, Any]) -> None:
    seeds = {} if case.get("good") is False else {"good.txt": GOOD}
    texts = {name: b"\xff\xfe" if "latin" in case else text for name, text in case.get("seeds", {}).items()}
    folder = make_folder(tmp_path, seeds | texts, case.get("mkdocs", MKDOCS))
    ran = run(folder, *case["arguments"])
    assert case["says"] in ran.err
    assert ran.code == case["code"]


def test_one_bad_seed_never_stops_the_others(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path, {"a.txt": "", "b.txt": "\0", "c.txt": GOOD, "d.pdf": "%PDF", "e.yml": "[", "f.txt": GOOD}
    )
    assert run(folder, "generate").code == 0
    assert sorted(path.name for path in (folder / "dossier/briefings").iterdir()) == ["c.md", "f.md"]
    home = (folder / "dossier/index.md").read_text()
    assert [name for name in ("a.txt", "b.txt", "d.pdf") if f"- {name}: " in home] == ["a.txt", "b.txt", "d.pdf"]


def test_a_link_out_of_the_seeds_folder_is_refused(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {"good.txt": GOOD})
    (tmp_path / "secret.txt").write_text("a secret of the builder's that must not be published anywhere")
    (folder / "seeds/link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "seeds/dangling.txt").symlink_to("nowhere")
    ran = run(folder, "generate")
    assert "seeds/link.txt: not read: it is a link to a file outside the seeds folder" in ran.err
    assert "seeds/dangling.txt: not read: it is a link that leads nowhere" in ran.err
    (folder / "seeds/good.yml").symlink_to(tmp_path / "secret.txt")
    assert "seeds/good.yml: it is a link to a file outside the seeds folder" in run(folder, "generate").err
    assert not [path for path, text in tree(folder / "dossier").items() if b"must not be published" in text]


def test_generate_writes_once_and_check_tells_what_is_stale(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {"good.txt": GOOD})
    assert run(folder, "generate", "--check").out.splitlines() == [
        "stale: dossier/briefings.md",
        "stale: dossier/briefings/good.md",
        "stale: dossier/index.md",
        "stale: dossier/languages.md",
        "stale: dossier/sources.md",
        "stale: dossier/timeline.md",
        "stale: dossier/topics.md",
    ]
    assert run(folder, "generate").out == "dossier/: 1 briefing, 0 topics; 7 pages written, 0 removed\n"
    assert run(folder, "generate").out == "dossier/: 1 briefing, 0 topics; 0 pages written, 0 removed\n"
    assert run(folder, "generate", "--check").code == 0
    (folder / "seeds/good.txt").write_text(f"date 2025-01 {GOOD}")
    stale = run(folder, "generate", "--check")
    assert (stale.code, "stale: dossier/briefings/good.md" in stale.out) == (1, True)


def test_quiet_says_nothing(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {"good.txt": GOOD})
    ran = run(folder, "generate", "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_a_persons_page_is_never_overwritten(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {"good.txt": GOOD})
    (folder / "dossier").mkdir()
    (folder / "dossier/index.md").write_text("# Mine\n")
    ran = run(folder, "generate")
    assert ran.code == 2
    assert "error: dossier/index.md: written or changed by a person" in ran.err
    assert tree(folder / "dossier") == {"index.md": b"# Mine\n"}


def test_explain_tells_where_everything_comes_from(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {"good.txt": f"date 2025-05 {GOOD}", "bad.txt": ""})
    ran = run(folder, "explain", "seeds/good.txt")
    assert "date      2025-05  [header: 2025-05; month]" in ran.out
    assert "metadata   after the top   date 2025-05" in ran.out
    assert "keywords:" in ran.out
    assert "not read  it is empty" in run(folder, "explain", "bad.txt").out


def test_export_writes_the_machines_view_without_a_site(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {"good.txt": GOOD})
    assert run(folder, "export", "-o", "out.json").code == 0
    view = json.loads((folder / "out.json").read_text("utf-8"))
    assert (view["schema"], view["title"], len(view["briefings"])) == (1, "A small dossier", 1)
    assert not (folder / "site").exists()
    assert tree(folder / "dossier") == {}


@pytest.mark.parametrize(
    ("file", "starts"), [("citations.ris", "TY  - GEN\r\nID  - good\r\n"), ("citations.json", '[\n {\n  "id": "good"')]
)
def test_export_writes_the_citations_too(tmp_path: Path, file: str, starts: str) -> None:
    folder = make_folder(tmp_path, {"good.txt": GOOD})
    ran = run(folder, "export", file)
    assert (ran.code, ran.out) == (0, f"{file}: 1 briefing, 0 topics\n")
    assert (folder / file).read_bytes().decode().startswith(starts)


def _commands(group: click.Group, path: str = "dossier") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")


def test_every_command_and_option_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    for name, command in _commands(main):
        assert f"`{name}" in readme
        for option in [option for parameter in command.params for option in parameter.opts if option.startswith("--")]:
            assert option in readme
