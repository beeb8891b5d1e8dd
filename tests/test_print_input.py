"""What seeds may bring is printed as its own text, or as a sign; it is never code, and never stops the press."""

from pathlib import Path
from typing import Any

import pytest

from generator.print_settings import Printing, Standard
from generator.printing import Sheet, books, briefing_sheets, missing, press_for, typeset, wanted_pieces
from generator.printing.characters import Characters
from tests.helpers import cases, claim, dossier
from tests.poppler import text_of

FILLER = "The harbour of Bergen has been closed for nine days, said the union of the port on Monday."


def sheets(text: str, standard: Standard = Standard.ACCESSIBLE) -> list[Sheet]:
    """Return the book and the sheet of a dossier of one text."""
    whole = dossier({"seed.txt": f"A harbour is closed\n\n{FILLER}\n\n{text}\n\nThe last words stand here."})
    press = press_for(whole, Printing(standard=standard), missing(wanted_pieces(whole)))
    return [*books(press, "dossier", ""), *briefing_sheets(press)]


def printed(sheet: Sheet, folder: Path) -> str:
    path = folder / "sheet.pdf"
    path.write_bytes(typeset(sheet))
    return text_of(path)


@pytest.mark.parametrize("case", cases("print"), ids=claim)
def test_text_of_a_seed_is_text(case: dict[str, Any], tmp_path: Path) -> None:
    shown = " ".join(str(case.get("shown", case["text"])).split())
    for sheet in sheets(case["text"]):
        text = " ".join(printed(sheet, tmp_path).split())
        assert shown in text
        assert "The last words stand here." in text


@pytest.mark.parametrize("standard", list(Standard))
def test_every_standard_takes_what_has_no_glyph_or_date(standard: Standard) -> None:
    for sheet in sheets("private \ue000, cuneiform \U00012000, marks \u202e and \u2066", standard):
        assert typeset(sheet).startswith(b"%PDF-")


def test_a_word_of_200_000_letters_is_printed_to_its_last(tmp_path: Path) -> None:
    for sheet in sheets(f"before {'w' * 200_000} after"):
        text = printed(sheet, tmp_path)
        assert text.count("w") - "".join(sheet.data.split("w" * 200_000)).count("w") >= 200_000 - 200
        assert "after" in text
        assert "The last words stand here." in text


def test_what_was_replaced_is_named_below_the_text(tmp_path: Path) -> None:
    assert "U+12000 CUNEIFORM SIGN A" in printed(sheets("cuneiform \U00012000 here")[1], tmp_path)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("right \u202e to left", "right \u202e to left\u202c"),
        ("two \u2067 and \u202b open", "two \u2067 and \u202b open\u202c\u2069"),
        ("one \u2067 closed \u2069", "one \u2067 closed \u2069"),
        ("line \u202e one\nline two", "line \u202e one\u202c\nline two"),
        ("closed \u202c without opening", "closed \u202c without opening"),
        ("half \ud800 of a pair, \x00 and \ufffe", "half \ufffd of a pair, \ufffd and \ufffd"),
        ("e\u0301 together, but not x\u0301", "e\u0301 together, but not \ufffd"),
    ],
)
def test_no_direction_reaches_beyond_its_text_and_no_character_stops_the_press(text: str, shown: str) -> None:
    assert Characters(frozenset({"x\u0301"})).shown(text) == shown
