"""What a document says of itself: headline, date, author, source, and what is doubtful about them."""

from typing import Any

import pytest

from generator.interface import in_english
from generator.model import Corrections, Date, Document, MentionedDate, Precision
from generator.read.days import date_notices, dates
from generator.read.days.order import order_of
from generator.read.masthead.person import byline
from tests.helpers import cases, claim, document

PLAIN = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."


@pytest.mark.parametrize("case", cases("mastheads"), ids=claim)
def test_what_a_page_says_of_itself(case: dict[str, Any]) -> None:
    found = document(case["text"])
    assert f"{found.title.text} [{found.title.origin}]" == case["title"]
    assert _date(found) == case.get("date", "none")
    for name in ("author", "source"):
        fact = getattr(found, name)
        assert (fact and f"{fact.text} [{fact.origin}]") == case.get(name)
    moved = [line.text for line in found.set_aside if line.reason.value == "metadata"]
    assert moved == case.get("moved", [])
    told = [
        in_english(notice) for notice in found.notices if notice.code in {"date-ambiguous", "date-refused", "date-gap"}
    ]
    assert told == case.get("notices", [])


@pytest.mark.parametrize("case", cases("bylines"), ids=claim)
def test_who_wrote_it(case: dict[str, Any]) -> None:
    assert byline(case["text"]) == case["author"]


@pytest.mark.parametrize("case", cases("months"), ids=claim)
def test_the_months_of_a_language(case: dict[str, Any]) -> None:
    read = [date.value for name in case["names"] for date in dates.find(f"3 {name} 2021", case["language"])]
    assert read == [f"2021-{month:02}-03" for month in range(1, 13)]


@pytest.mark.parametrize("case", cases("orders"), ids=claim)
def test_the_order_of_numbers_in_a_date(case: dict[str, Any]) -> None:
    assert order_of(case["lines"], case["language"]) == case["order"]


@pytest.mark.parametrize("case", cases("gaps"), ids=claim)
def test_a_gap_between_date_and_text(case: dict[str, Any]) -> None:
    precision = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}[len(case["date"])]
    mentioned = [MentionedDate(value, value, "p1") for value in case["mentioned"]]
    hint = date_notices.gap(Date(case["date"], precision, "header", case["date"]), mentioned)
    said = f"The text mentions days up to {case['gap']} days before the stated date."
    assert (hint and in_english(hint)) == (said if case["gap"] else None)


def test_without_a_date_there_is_no_gap() -> None:
    assert date_notices.gap(None, [MentionedDate("16 March", "--03-16", "p1")]) is None


def test_a_date_in_the_future_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4081492800")  # 3 May 2099, noon
    assert _date(document(PLAIN, "2099-05-04.txt")) == "2099-05-04 day file name"
    assert _date(document(PLAIN, "2099-05-05.txt")) == "none"
    assert _date(document(f"date 2099-05 {PLAIN}")) == "2099-05 month header"
    later = document(f"date 2099-06 {PLAIN}")
    assert (_date(later), later.notices[-1].code) == ("none", "date-refused")
    assert in_english(later.notices[-1]) == (
        "'2099-06' is not taken as the date, since it lies in the future (stated in the file's first line)."
    )


def test_a_build_that_claims_to_be_old_refuses_no_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "315532800")  # 1 January 1980
    assert _date(document(PLAIN, "2025-05-05.txt")) == "2025-05-05 day file name"


def test_a_stated_date_with_two_readings_is_refused() -> None:
    found = document(PLAIN, corrections=Corrections("seed.yml", {"date": "03/04/2025"}))
    assert (_date(found), [notice.code for notice in found.notices]) == ("none", ["date-ambiguous"])


def _date(found: Document) -> str:
    return f"{found.date.value} {found.date.precision} {found.date.origin}" if found.date else "none"


def test_of_marked_headings_the_first_of_a_document_is_its_title() -> None:
    assert document(f"# Fish\n\n## Herring rises again\n\n{PLAIN}", "seed.md").title.text == "Fish"


def test_a_marked_heading_below_the_first_paragraph_is_no_title() -> None:
    assert document(f"{PLAIN}\n\n## What they want\n\nA fixed price.", "seed.md").title.origin == "first words"
