"""`dossier print`: what it writes and selects, what it says of a mistake, and that the same seeds print the same."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import SettingsError
from generator.model import Dossier
from generator.print_settings import Paper, Printing, Standard, printing_from
from generator.printing import (
    Fault,
    Selection,
    Sheet,
    attempt,
    book_files,
    books,
    briefing_sheets,
    press_for,
    select,
    typeset,
)
from generator.printing.book import volumes
from generator.read import read_about
from generator.settings import Rules
from tests.helpers import cases, claim, dossier, make_folder, run
from tests.poppler import text_of

SEEDS = {
    "bergen.txt": "Herring in Bergen\n\nBergen, 3 March 2025\n\nThe Harbour Union met the Fish Council in Bergen. "
    "The Fish Council said no.\n\nThe Fish Council will meet again.",
    "oslo.txt": "Herring in Oslo\n\nOslo, 9 May 2025\n\nThe Fish Council met in Oslo. The Fish Council said yes.\n\n"
    "Nobody asked the fish.",
    "lyon.txt": "Le hareng à Lyon\n\nLyon, le 12 juin 2025\n\nLe conseil des poissons est venu à Lyon. "
    "Il a dit que le hareng était trop cher pour tout le monde.",
    "undated.txt": "A harbour is closed\n\nThe harbour has been closed for nine days, said the union of the port.",
}
PRINTED = "site_name: Fish\ndocs_dir: dossier\nplugins: [dossier]\n"


@pytest.fixture(scope="module")
def whole() -> Dossier:
    return dossier(SEEDS)


def all_sheets(dossier: Dossier) -> list[Sheet]:
    press = press_for(dossier, Printing(), frozenset())
    return [*books(press, "dossier", ""), *briefing_sheets(press)]


def ids(part: Dossier) -> list[str]:
    return sorted(briefing.id for briefing in part.briefings)


@pytest.mark.parametrize(
    ("selection", "kept"),
    [
        (Selection(), ["bergen", "lyon", "oslo", "undated"]),
        (Selection(since="2025-05"), ["lyon", "oslo"]),
        (Selection(since="2025-05-10"), ["lyon"]),
        (Selection(until="2025-05-09"), ["bergen", "oslo"]),
        (Selection(until="2025"), ["bergen", "lyon", "oslo"]),
        (Selection(since="2025-03-03", until="2025-03-03"), ["bergen"]),
        (Selection(language="fr"), ["lyon"]),
        (Selection(topics=("fish-council",)), ["bergen", "oslo"]),
        (Selection(topics=("Fish Council",), since="2025-04"), ["oslo"]),
    ],
)
def test_a_selection_keeps_what_fits(whole: Dossier, selection: Selection, kept: list[str]) -> None:
    part = select(whole, selection)
    assert ids(part) == kept
    assert all(mention.briefing in kept for topic in part.topics for mention in topic.mentions)
    assert all(link.id in kept for links in (*part.related.values(), *part.elsewhere.values()) for link in links)


def test_the_editors_words_on_the_whole_are_printed_with_the_whole(whole: Dossier, tmp_path: Path) -> None:
    (tmp_path / "about.md").write_text("Read [this](https://fish.example/x).\n\n- Fish\n")
    told = replace(whole, about=read_about(tmp_path, Rules()).blocks)
    assert select(told, Selection()).about == told.about
    assert select(told, Selection(language="fr")).about == ()
    path = tmp_path / "dossier.pdf"
    path.write_bytes(typeset(all_sheets(told)[0]))
    before = text_of(path).partition("How to read this book")[0]
    assert "About this dossier" in before
    assert "\nRead this1.\n" in before  # without a number: those are of the documents
    assert "1 https://fish.example/x" in " ".join(before.split())


@pytest.mark.parametrize(
    ("selection", "hint"),
    [
        (Selection(topics=("fish-counsel",)), "fish-council"),
        (Selection(language="de"), "en, fr"),
        (Selection(since="2030"), "widen"),
    ],
)
def test_a_selection_of_nothing_is_a_mistake(whole: Dossier, selection: Selection, hint: str) -> None:
    with pytest.raises(SettingsError) as error:
        select(whole, selection)
    assert hint in error.value.hint


def test_a_book_too_thick_has_volumes_as_few_and_as_even_as_they_can_be(whole: Dossier) -> None:
    one = whole.briefings[0]
    many = tuple(replace(one, document=replace(one.document, id=f"{number:04}")) for number in range(1001))
    found = volumes(many)
    files = [f"dossier-{number}.pdf" for number in (1, 2, 3)]
    assert list(book_files(replace(whole, briefings=many))) == files
    assert [len(volume.briefings) for volume in found] == [333, 334, 334]
    assert [briefing.id for volume in found for briefing in volume.briefings] == [briefing.id for briefing in many]


def test_a_book_shows_each_mark_that_holds_in_it_and_a_sheet_its_own(whole: Dossier) -> None:
    """Nobody says which of two marks is the stricter: so the cover has all, and an article its own."""
    own, *others = whole.briefings
    marked = replace(own, document=replace(own.document, handling="TLP:RED"))
    found = replace(whole, handling="TLP:GREEN", briefings=(marked, *others))
    views = {sheet.path: json.loads(sheet.data) for sheet in all_sheets(found)}
    assert set(views["dossier.pdf"]["edition"]["handling"].split(" · ")) == {"TLP:RED", "TLP:GREEN"}
    marks = {one["id"]: one["handling"] for one in views["dossier.pdf"]["articles"]}
    assert marks == {own.id: "TLP:RED"} | dict.fromkeys([one.id for one in others], "TLP:GREEN")
    assert {id_: views[f"briefings/{id_}.pdf"]["edition"]["handling"] for id_ in marks} == marks


def test_whoever_says_nothing_of_handling_prints_none(whole: Dossier) -> None:
    assert {json.loads(sheet.data)["edition"]["handling"] for sheet in all_sheets(whole)} == {""}


@pytest.mark.parametrize("case", cases("print_settings"), ids=claim)
def test_what_is_printed_is_a_setting(case: dict[str, Any]) -> None:
    if "hint" in case:
        with pytest.raises(SettingsError) as error:
            printing_from(case["print"])
        assert case["hint"] in error.value.hint
        return
    expected = {"paper": Paper.A4, "standard": Standard.ACCESSIBLE, **case["is"]}
    found = printing_from(case["print"])
    assert {name: getattr(found, name) for name in expected} == expected


def printed(root: Path) -> dict[str, bytes]:
    folder = root / "site/print"
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.pdf"))}


def press(root: Path, seed: str, workers: int) -> dict[str, bytes]:
    """Print in a process with a hash seed and a number of workers, and return the files."""
    block = {"site_name": "Fish", "docs_dir": "dossier", "plugins": [{"dossier": {"workers": workers}}]}
    make_folder(root, SEEDS, yaml.safe_dump(block))
    command = [str(Path(sys.executable).parent / "dossier"), "print", "--quiet"]
    subprocess.run(command, cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
    return printed(root)


def test_the_same_seeds_print_the_same_bytes_whatever_the_hash_seed_and_the_workers(tmp_path: Path) -> None:
    first = press(tmp_path / "a", "1", 1)
    assert {"dossier.pdf", "briefings/bergen.pdf", "topics/fish-council.pdf"} <= first.keys()
    assert press(tmp_path / "b", "2", 3) == first


def test_only_what_a_change_touches_is_set_again(tmp_path: Path) -> None:
    make_folder(tmp_path, SEEDS, PRINTED)
    run(tmp_path, "print")
    before = printed(tmp_path)
    kept = {path.name for path in (tmp_path / ".cache/print").glob("*.json")}
    make_folder(tmp_path, {"undated.txt": SEEDS["undated.txt"] + " It opens soon."}, PRINTED)
    run(tmp_path, "print")
    after = printed(tmp_path)
    assert [path for path in after if after[path] != before[path]] == ["briefings/undated.pdf", "dossier.pdf"]
    assert len({path.name for path in (tmp_path / ".cache/print").glob("*.json")} - kept) == 2


def test_a_build_prints_unless_told_not_to(tmp_path: Path) -> None:
    make_folder(tmp_path, SEEDS, PRINTED)
    assert run(tmp_path, "build").code == 0
    assert "dossier.pdf" in printed(tmp_path)
    make_folder(tmp_path, {}, "site_name: Fish\ndocs_dir: dossier\nplugins: [dossier: {print: false}]\n")
    assert run(tmp_path, "build").code == 0
    assert printed(tmp_path) == {}


def test_a_sheet_that_cannot_be_set_says_why_and_stops_no_other() -> None:
    failure = attempt(Sheet("briefings/one.pdf", "briefing", '{"edition": {}, "article": {}}', Standard.ACCESSIBLE))
    assert isinstance(failure, Fault)
    assert failure.reason.startswith("briefing.typ: ")


def test_the_command_prints_a_part_into_a_file(tmp_path: Path) -> None:
    make_folder(tmp_path, SEEDS, PRINTED)
    result = run(tmp_path, "print", "--topic", "fish-council", "--since", "2025-04", "-o", "brief.pdf")
    assert result.code == 0, result.out + result.err
    text = text_of(tmp_path / "brief.pdf")
    assert "Nobody asked the fish." in text
    assert "will meet again" not in text
    assert "without a date" in (result.out + result.err)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--topic", "fish-counsel"), "did you mean 'fish-council'"),
        (("--since", "May 2025"), "write it as 2025-06-30"),
        (("--until", "2025-13"), "write it as 2025-06-30"),
        (("--language", "de"), "the languages are en, fr"),
    ],
)
def test_a_mistake_ends_with_a_hint(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    make_folder(tmp_path, SEEDS, PRINTED)
    result = run(tmp_path, "print", *arguments)
    assert result.code == 2
    assert said in (result.out + result.err)
