"""From a file's bytes to a Document."""

from typing import Any

import pytest

from generator.errors import SeedError
from generator.model import Corrections, Document, Hyperlink, Kind
from generator.read import opening
from generator.read.address import address
from generator.read.cleaning.furniture import mark
from generator.read.common.decode import decode
from generator.read.days import dates
from generator.read.formats import plain
from tests.helpers import cases, claim, document

PLAIN = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."


@pytest.mark.parametrize("case", cases("decode"), ids=claim)
def test_bytes_become_text(case: dict[str, Any]) -> None:
    decoded = decode(bytes.fromhex(case["bytes"]), 1000)
    assert decoded.text == case["text"]
    assert (decoded.encoding.name, decoded.encoding.guessed) == (case["encoding"], case["guessed"])
    assert [notice.code for notice in decoded.notices] == ([case["notice"]] if "notice" in case else [])


@pytest.mark.parametrize("case", cases("unreadable"), ids=claim)
def test_what_is_no_text_says_so(case: dict[str, Any]) -> None:
    with pytest.raises(SeedError, match=case["says"]):
        decode(bytes.fromhex(case["bytes"]), 1000)


def test_an_encoding_that_is_not_stated_is_guessed_and_the_guess_is_shown() -> None:
    text = "Цена сельди растёт девятую неделю подряд, сообщил вчера союз рыбаков города Мурманска. " * 4
    read = document(text.encode("cp1251"))
    assert (read.seed.encoding.name, read.seed.encoding.guessed) == ("cp1251", True)
    assert read.blocks[0].text == text.strip()
    assert [notice.code for notice in read.notices] == ["encoding-guessed"]


@pytest.mark.parametrize("case", cases("dates"), ids=claim)
def test_dates_in_a_text(case: dict[str, Any]) -> None:
    assert [f"{date.text} = {date.value}" for date in dates.find(case["text"], case["language"])] == case["found"]


@pytest.mark.parametrize("case", cases("addresses"), ids=claim)
def test_an_address_comes_from_the_path(case: dict[str, Any]) -> None:
    assert address(case["path"]) == case["id"]


def test_a_path_without_a_letter_has_an_address_of_its_own() -> None:
    assert address("🙂.txt") != address("🙃.txt")


@pytest.mark.parametrize("case", cases("titles"), ids=claim)
def test_a_title_from_the_first_sentence(case: dict[str, Any]) -> None:
    title = opening.headline(case["text"], 90, case["language"])
    assert (title.text, title.origin) == (case["title"], case["origin"])
    assert len(title.text) <= 90


@pytest.mark.parametrize("case", cases("documents"), ids=claim)
def test_a_plain_text_becomes_a_document(case: dict[str, Any]) -> None:
    found = document(case["text"])
    assert [f"{block.anchor[0]}: {block.text}" for block in found.blocks] == case["body"]
    assert [f"{line.reason}: {line.text}" for line in found.set_aside] == case["aside"]
    for name in ("title", "source", "author"):
        if name in case:
            fact = getattr(found, name)
            assert f"{fact.text} [{fact.origin}]" == case[name]
    if "date" in case:
        assert _date(found) == case["date"]


@pytest.mark.parametrize("case", cases("lists"), ids=claim)
def test_lists_in_a_plain_text(case: dict[str, Any]) -> None:
    found = plain.pieces(case["text"])
    assert [list(piece.items) for piece in found if piece.kind is Kind.LIST] == case["lists"]


@pytest.mark.parametrize("case", cases("marks"), ids=lambda case: case["mark"] + " " + case["lines"][0])
def test_the_phrases_of_a_line_mark_it(case: dict[str, Any]) -> None:
    assert {line: mark(line).name for line in case["lines"]} == dict.fromkeys(case["lines"], case["mark"])


def _date(found: Document) -> str:
    return f"{found.date.value} {found.date.precision} {found.date.origin}" if found.date else "none"


def test_the_day_in_a_file_name_is_a_date() -> None:
    assert _date(document(PLAIN, "notes/2024-03-05_harbour.txt")) == "2024-03-05 day file name"
    assert _date(document(PLAIN, "000_590e62faaf2f4a06.txt")) == "none"


def test_an_editor_wins_over_the_document() -> None:
    sidecar = Corrections("seed.yml", {"title": "Fish", "date": "2025", "source": "The Post", "language": "no"})
    found = document(f"Herring dearer than ever\n\n3 May 2025\n\n{PLAIN}", corrections=sidecar)
    assert (found.title.text, found.title.origin) == ("Fish", "editor")
    assert _date(found) == "2025 year editor"
    assert (found.source and found.source.origin, found.language.code) == ("editor", "no")
    assert "Herring dearer than ever" in [line.text for line in found.set_aside]


def test_an_editor_keeps_and_sets_aside_lines() -> None:
    sidecar = Corrections("seed.yml", keep=("Share",), set_aside=("It may rise.",))
    found = document(f"{PLAIN}\n\nShare\n\nIt may rise.", corrections=sidecar)
    assert [block.text for block in found.blocks] == [PLAIN, "Share"]
    assert [f"{line.reason}: {line.text}" for line in found.set_aside] == ["editor: It may rise."]


def test_no_rule_undoes_what_an_editor_said_of_a_line() -> None:
    sidecar = Corrections("seed.yml", keep=("By Kari Nordmann", "3 May 2025"), set_aside=("Herring dearer than ever",))
    found = document(f"Herring dearer than ever\n\n3 May 2025\n\nBy Kari Nordmann\n\n{PLAIN}", corrections=sidecar)
    assert [block.text for block in found.blocks] == ["3 May 2025", "By Kari Nordmann", PLAIN]
    assert [f"{line.reason}: {line.text}" for line in found.set_aside] == ["editor: Herring dearer than ever"]
    assert (found.author and found.author.text, _date(found)) == ("Kari Nordmann", "2025-05-03 day dateline")


def test_a_correction_that_fits_no_line_is_a_problem() -> None:
    found = document(PLAIN, corrections=Corrections("seed.yml", keep=("No such line",)))
    assert [problem.message for problem in found.problems] == ["no line of the seed reads 'No such line'"]


def test_a_stated_fact_that_cannot_be_is_refused_with_a_notice() -> None:
    facts = {"date": "the day before", "link": "javascript:alert(1)", "language": "xx-nonsense"}
    found = document(PLAIN, corrections=Corrections("seed.yml", facts))
    assert (found.date, found.link, found.language.origin) == (None, None, "detected")
    assert {"date-refused", "link-refused", "language-refused"} <= {notice.code for notice in found.notices}


def test_markdown_keeps_its_blocks() -> None:
    found = document(
        "# Herring\n\n"
        "It is *dear*, says [the union](https://union.example).\n\n"
        "- north\n- south\n    - west\n\n"
        "3. third\n4. fourth\n\n"
        "> He said so.\n\n"
        "| Fish | Price |\n| --- | --- |\n| herring | 9 |\n\n"
        "```\nx = 1\n```\n",
        "seed.md",
    )
    assert (found.title.text, found.title.origin) == ("Herring", "headline")
    assert [(block.kind.value, block.text) for block in found.blocks] == [
        ("paragraph", "It is dear, says the union."),
        ("list", "north\nsouth\nwest"),
        ("list", "3. third\n4. fourth"),
        ("quote", "He said so."),
        ("table", "Fish\nPrice\nherring\n9"),
        ("code", "x = 1"),
    ]
    assert found.blocks[0].links == (Hyperlink(17, 26, "https://union.example"),)
    assert found.blocks[4].rows == (("Fish", "Price"), ("herring", "9"))


def test_markdown_that_changes_the_look_of_words_is_not_told_twice() -> None:
    found = document(
        "It rained on snake*case* and R&amp;D for the whole day.\n\n[a]: https://a.example 'unused'\n", "seed.md"
    )
    assert [block.text for block in found.blocks] == ["It rained on snakecase and R&D for the whole day."]
    assert [f"{line.reason}: {line.text}" for line in found.set_aside] == ["furniture: [a]: https://a.example 'unused'"]


@pytest.mark.parametrize(
    ("declared", "text", "encoding"),
    [
        ("iso-8859-2", "Łódź", "iso8859-2"),
        ("utf-8", "Łódź", "utf-8"),
    ],
)
def test_a_declared_encoding_is_believed_where_every_byte_fits_it(declared: str, text: str, encoding: str) -> None:
    decoded = decode(text.encode(declared), 1000, declared)
    assert (decoded.text, decoded.encoding.name, decoded.encoding.guessed) == (text, encoding, False)


@pytest.mark.parametrize("declared", ["no-such-thing", "zip", "idna", "rot13", "ascii", ""])
def test_any_other_declared_encoding_is_not(declared: str) -> None:
    text = "Цена сельди растёт девятую неделю подряд, сообщил вчера союз рыбаков города Мурманска. " * 3
    decoded = decode(text.encode("cp1251"), 1000, declared)
    assert (decoded.text, decoded.encoding.guessed) == (text, True)
