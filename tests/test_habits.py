"""Lines that a source repeats on page after page."""

from pathlib import Path

from generator.model import Document
from generator.read.habits import repeated
from tests.helpers import document, make_folder, run

LONG = (
    "The price of herring has risen for the ninth week running, the fishers' union of {} said in Bergen on Monday, "
    "and nobody there could say when, how or whether it would ever come down again."
)
STRAP = "Fish news from nine harbours"


def page(town: str, strap: str, source: str = "The Fish Post") -> Document:
    return document(
        f"---\nsource: {source}\n---\n{LONG.format(town)}\n\n{strap}\n\n{LONG.format(town)[::-1]}", f"{town}.md"
    )


def test_a_line_on_two_pages_and_a_third_of_a_source_is_a_habit() -> None:
    pages = [page("Moss", STRAP), page("Hamar", STRAP), page("Skien", "It rained."), page("Oslo", "It snowed.")]
    assert repeated(pages) == {"Moss.md": (STRAP,), "Hamar.md": (STRAP,)}


def test_two_of_many_pages_are_no_habit() -> None:
    pages = [page(f"Town{number}", f"It rained {number} times.") for number in range(6)]
    assert repeated([*pages, page("Moss", STRAP), page("Hamar", STRAP)]) == {}


def test_two_sources_have_no_habit_in_common() -> None:
    assert repeated([page("Moss", STRAP), page("Hamar", STRAP, source="The Other Post")]) == {}


def test_copies_of_one_story_are_no_habit() -> None:
    assert repeated([page("Moss", STRAP), page("Moss", STRAP)]) == {}


def test_a_habit_is_set_aside_on_every_page_that_has_it(tmp_path: Path) -> None:
    texts = {
        f"{town}.md": f"---\nsource: The Post\n---\n{LONG.format(town)}\n\n{STRAP}\n" for town in ("Moss", "Hamar")
    }
    folder = make_folder(tmp_path, texts)
    for _ in range(2):  # the second time from the cache
        assert run(folder, "generate", "-q").code == 0
        for name in ("moss", "hamar"):
            text = (folder / f"dossier/briefings/{name}.md").read_text()
            assert f"<p>Site navigation and buttons</p>\n<ul>\n<li>{STRAP}</li>" in text
            assert text.count(STRAP) == 1
