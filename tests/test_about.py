"""`seeds/about.md`: the editor's words on the first page, and never a seed."""

import json
from pathlib import Path
from typing import Any

import pytest

from generator.read import read_about
from generator.settings import Rules
from tests.helpers import cases, claim, make_folder, run

GOOD = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."


@pytest.mark.parametrize("case", cases("about"), ids=claim)
def test_what_about_md_gives(tmp_path: Path, case: dict[str, Any]) -> None:
    data = case["bytes"].encode("latin-1") if "bytes" in case else (case["text"] * case.get("times", 1)).encode()
    folder = make_folder(tmp_path, {"about.md": data}) / "seeds"
    found = read_about(folder, Rules())
    assert [f"{block.kind}: {block.text}" for block in found.blocks] == case["blocks"]
    assert [f"{problem.where}: {problem.message}" for problem in found.problems] == [
        case[key] for key in ("says",) if key in case
    ]


@pytest.mark.parametrize("target", ["../secret.md", "nowhere"])
def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path, target: str) -> None:
    folder = make_folder(tmp_path, {}) / "seeds"
    (tmp_path / "secret.md").write_text("a secret")
    (folder / "about.md").symlink_to(target)
    found = read_about(folder, Rules())
    assert found.blocks == ()
    assert found.problems[0].message.startswith("it is a link ")


def test_it_stands_on_the_first_page_and_is_no_briefing(tmp_path: Path) -> None:
    folder = make_folder(
        tmp_path, {"good.txt": GOOD, "about.txt": GOOD, "about.md": "Read [this](https://a.example/)."}
    )
    assert run(folder, "generate").out.startswith("dossier/: 2 briefings")
    home = (folder / "dossier/index.md").read_text("utf-8")
    assert "Read [this](<https://a.example/>).\n" in home
    assert sorted(path.name for path in (folder / "dossier/briefings").iterdir()) == ["about.md", "good.md"]
    (folder / "seeds/about.md").write_text("Other words.")
    run(folder, "generate")
    assert "Other words.\n" in (folder / "dossier/index.md").read_text("utf-8")
    run(folder, "export")
    assert [block["text"] for block in json.loads((folder / "dossier.json").read_text("utf-8"))["about"]] == [
        "Other words."
    ]


def test_a_fault_in_it_is_a_problem_with_its_line(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {"good.txt": GOOD, "about.md": "One.\n" * 5000})
    ran = run(folder, "generate", "--strict")
    assert ran.code == 1
    assert (
        "warning: dossier: seeds/about.md:4001: it has 25,000 characters" in ran.err or "seeds/about.md:4001" in ran.err
    )
