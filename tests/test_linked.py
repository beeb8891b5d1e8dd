"""Links of a seed in the pages: live, where they stood, and with nothing else alive beside them."""

import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Block, Hyperlink, Kind
from generator.render import escape, linked
from generator.render.linked import Line, Live
from tests.helpers import cases, claim
from tests.test_escape import HARMLESS, Read, commonmark, python_markdown, squeezed

URL = "https://example.org/a_b*c?d=1&e=(2)|3"


def seen_by_readers(markdown: str) -> list[Read]:
    return [python_markdown(markdown), commonmark(markdown)]


@pytest.mark.parametrize("case", cases("hostile"), ids=claim)
def test_a_hostile_text_of_a_link_shows_as_itself(case: dict[str, Any]) -> None:
    words = squeezed(case["text"])
    line = Line(f"See {words} there.", (Live(4, 4 + len(words), escape.target(URL)),))
    table = f"| a | b |\n| --- | --- |\n| x | {linked.cell(line)} |"
    for seen in [*seen_by_readers(linked.text(line)), *seen_by_readers(table)]:
        assert squeezed(seen.text).endswith(f"See {words} there.")
        assert seen.tags <= HARMLESS
        assert len([name for name in seen.attributes if name.startswith("href=https://example.org/a")]) == 1


@given(
    text=st.text(alphabet=st.sampled_from("ab1 \\`*_{}[]()#+-.!<>&;:|~^=$@/\"'?%é中"), min_size=3, max_size=24),
    places=st.tuples(st.integers(0, 24), st.integers(0, 24)),
)
def test_any_text_with_a_link_comes_back_as_it_was(text: str, places: tuple[int, int]) -> None:
    start, end = min(*places, len(text)), min(max(places), len(text))
    shown = linked.text(Line(text, (Live(start, end, escape.target("https://example.org/")),)))
    for seen in seen_by_readers(f"Before.\n\n<a id='p1'></a>{shown}\n\nAfter."):
        # A link that opens or ends with a space may move it over its edge: only what a reader sees must agree.
        assert seen.text.split() == ["Before.", *text.split(), "After."] or squeezed(seen.text).replace(
            " ", ""
        ) == f"Before.{text}After.".replace(" ", "")


BEFORE = [*string.punctuation, "x!", "\\!", "!!!", "*!", "![", "[!", "{!", "_!"]
AFTER = [*string.punctuation, "(x)", "[x]", "[]", ": http://x", "{onclick=x}", "{ onclick=x }", "{:.x}"]


@pytest.mark.parametrize("before", BEFORE)
def test_no_sign_around_a_link_makes_more_of_it(before: str) -> None:
    for after in AFTER:
        shows_as_itself(before, after)


def shows_as_itself(before: str, after: str) -> None:
    place = Live(len(before), len(before) + 2, escape.target("https://example.org/"))
    line = Line(f"{before}ab{after}", (place,))
    table = f"| a | b |\n| --- | --- |\n| x | {linked.cell(line)} |"
    for seen in [*seen_by_readers(linked.text(line)), *seen_by_readers(table)]:
        assert seen.text.replace(" ", "").strip().endswith(f"{before}ab{after}".replace(" ", ""))
        assert seen.tags <= HARMLESS
        assert seen.attributes == {"href=https://example.org/"}


@pytest.mark.parametrize("url", ["javascript:x()", "data:text/html,x", "//evil.example", "file:///etc/passwd", ""])
def test_an_address_that_no_page_may_lead_to_leaves_the_text(url: str) -> None:
    block = Block(Kind.PARAGRAPH, "See there.", "p1", links=(Hyperlink(4, 9, url),))
    assert [linked.text(line) for line in linked.lines(linked.passage(block, ()))] == ["See there."]


def test_each_item_of_a_list_has_its_own_links() -> None:
    block = Block(Kind.LIST, "one two\nthree", "p1", items=("one two", "three"), links=(
        Hyperlink(4, 7, "https://a.example"), Hyperlink(8, 13, "https://b.example"),
    ))  # fmt: skip
    assert [linked.text(line) for line in linked.lines(linked.passage(block, ()))] == [
        "one [two](<https://a.example>)",
        "[three](<https://b.example>)",
    ]


@pytest.mark.parametrize(
    ("items", "numbered"),
    [
        (("3. three", "4. four"), ["three", "four"]),
        (("1. one", "3. three"), []),
        (("1. one", "two"), []),
        (("one",), []),
    ],
)
def test_a_list_that_counts_up_is_a_numbered_one(items: tuple[str, ...], numbered: list[str]) -> None:
    block = Block(Kind.LIST, "\n".join(items), "p1", items=items)
    assert [line.text for line in linked.numbers(linked.passage(block, ()))] == numbered
