"""The folder of pages belongs to its editors; of what is in it, the writer owns only what it wrote."""

import subprocess
from pathlib import Path

import pytest

from generator.errors import OwnershipError
from generator.model import Page
from generator.write import RECORD, Changes, compare, owned_pages, write
from tests.helpers import tree

HOME, TOPIC = Page("index.md", "# Home\n"), Page("topics/oslo.md", "# Oslo\n")


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    assert write([HOME, TOPIC], tmp_path).write == ("index.md", "topics/oslo.md")
    before = (tmp_path / "index.md").stat().st_mtime_ns
    changed = Page("topics/oslo.md", "# Oslo, again\n")
    assert write([HOME, changed], tmp_path) == Changes(("topics/oslo.md",), (), ())
    assert (tmp_path / "index.md").stat().st_mtime_ns == before
    assert (tmp_path / "topics/oslo.md").read_text() == "# Oslo, again\n"


def test_a_page_that_is_no_longer_made_goes_and_takes_its_empty_folder(tmp_path: Path) -> None:
    write([HOME, TOPIC], tmp_path)
    assert write([HOME], tmp_path).remove == ("topics/oslo.md",)
    assert sorted(path.name for path in tmp_path.iterdir()) == [RECORD, "index.md"]


def test_a_persons_pages_beside_the_generated_ones_stay(tmp_path: Path) -> None:
    (tmp_path / "topics").mkdir()
    (tmp_path / "topics/mine.md").write_text("mine")
    write([HOME, TOPIC], tmp_path)
    write([HOME], tmp_path)
    assert (tmp_path / "topics/mine.md").read_text() == "mine"


@pytest.mark.parametrize("first", [(), (TOPIC,)], ids=["written by a person", "written by us, changed by a person"])
def test_a_persons_words_are_never_overwritten(tmp_path: Path, first: tuple[Page, ...]) -> None:
    write(first, tmp_path)
    (tmp_path / "topics").mkdir(exist_ok=True)
    (tmp_path / "topics/oslo.md").write_text("what a person knows of Oslo")
    before = tree(tmp_path)
    with pytest.raises(OwnershipError, match=r"topics/oslo\.md: written or changed by a person"):
        write([HOME, Page("topics/oslo.md", "# Oslo, again\n")], tmp_path)
    assert tree(tmp_path) == before


def test_a_page_that_a_person_changed_is_not_removed(tmp_path: Path) -> None:
    write([HOME, TOPIC], tmp_path)
    (tmp_path / "topics/oslo.md").write_text("what a person knows of Oslo")
    assert write([HOME], tmp_path).remove == ()
    assert (tmp_path / "topics/oslo.md").read_text() == "what a person knows of Oslo"


def test_a_link_or_a_folder_in_the_place_of_a_page_is_a_persons(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.md").write_text("elsewhere")
    (tmp_path / "index.md").symlink_to(tmp_path / "elsewhere.md")
    (tmp_path / "topics/oslo.md").mkdir(parents=True)
    assert compare([HOME, TOPIC], tmp_path).blocked == ("index.md", "topics/oslo.md")


def test_other_line_ends_make_nobody_the_author(tmp_path: Path) -> None:
    write([HOME], tmp_path)
    (tmp_path / "index.md").write_bytes(b"# Home\r\n")
    assert compare([HOME], tmp_path).stale == ()
    assert write([Page("index.md", "# New\n")], tmp_path).write == ("index.md",)


def test_the_record_can_be_checked_with_sha256sum(tmp_path: Path) -> None:
    write([HOME, TOPIC], tmp_path)
    subprocess.run(["sha256sum", "--check", "--quiet", RECORD], cwd=tmp_path, check=True)  # noqa: S607


def test_a_record_that_was_tampered_with_reaches_nothing_outside(tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    write([HOME], folder)
    (tmp_path / "secret").write_text("x")
    digest = (folder / RECORD).read_text().split()[0]
    (folder / RECORD).write_text(f"{digest}  ../secret\n{digest}  index.md\nnonsense\n")
    assert owned_pages(folder) == {"index.md"}
    write([], folder)
    assert (tmp_path / "secret").exists()
