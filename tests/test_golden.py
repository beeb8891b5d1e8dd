"""tests/mini: six small documents in four languages, and the whole of what they give; `make golden` renews it."""

import shutil
from pathlib import Path

from tests.helpers import HERE, run, tree

MINI = HERE / "mini"


def test_the_pages_are_those_that_were_looked_at(tmp_path: Path) -> None:
    shutil.copytree(MINI / "seeds", tmp_path / "seeds")
    shutil.copy(MINI / "mkdocs.yml", tmp_path)
    assert run(tmp_path, "generate", "--strict").code == 0
    assert tree(tmp_path / "dossier") == tree(MINI / "dossier")


def test_the_machines_view_is_the_one_that_was_looked_at(tmp_path: Path) -> None:
    shutil.copytree(MINI / "seeds", tmp_path / "seeds")
    shutil.copy(MINI / "mkdocs.yml", tmp_path)
    assert run(tmp_path, "export").code == 0
    assert (tmp_path / "dossier.json").read_text("utf-8") == (MINI / "dossier.json").read_text("utf-8")
