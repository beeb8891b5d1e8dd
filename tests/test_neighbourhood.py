"""The picture of a neighbourhood: whatever things are called, no word meets another, a line, or the edge."""

import unicodedata
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Dossier
from generator.render.labels import DOTS, fitted
from generator.render.names import Names
from generator.render.nearness import Near, Nearness
from generator.render.neighbourhood import Neighbourhood, neighbourhood
from tests.helpers_pages import DATES, dated, link, mentions, topic

TOPICS = tuple(topic(f"t{number}", list(DATES)) for number in range(9))
FOUND = replace(dated(), topics=TOPICS)
IDS = sorted(DATES)


def drawn(near: list[Near], dossier: Dossier = FOUND) -> Neighbourhood:
    return neighbourhood(near, Names(dossier), lambda path: path)


@given(st.lists(st.lists(st.sampled_from([found.id for found in TOPICS]), max_size=5, unique=True), max_size=5))
def test_every_label_has_a_row_of_its_own(ties: list[list[str]]) -> None:
    picture = drawn([Near(id_, tuple(topics)) for id_, topics in zip(IDS, ties, strict=False)])
    for nodes in (picture.topics, picture.briefings):
        rows = [(node.first - picture.size, node.first + picture.leading * (len(node.lines) - 1)) for node in nodes]
        assert all(end < start for (_, end), (start, _) in pairwise(rows))
        assert all(start >= 0 and end <= picture.height for start, end in rows)
    assert len(picture.topics) <= 6 + 1  # and shared words


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("NATO", ("NATO",)),
        ("Recep Tayyip Erdoğan", ("Recep Tayyip", "Erdoğan")),
        ("The harbour of Mombasa runs on wind", ("The harbour of", "Mombasa runs…")),
        ("肯尼亚与葡萄牙签署了在蒙巴萨近海建设风电场的协议", ("肯尼亚与葡萄牙签", "署了在蒙巴萨近…")),
        ("Donaudampfschifffahrtsgesellschaft", ("Donaudampfschiff", "fahrtsgesellschaft")),
        ("", ()),
    ],
)
def test_a_label_ends_after_a_word_where_it_can(text: str, lines: tuple[str, ...]) -> None:
    assert fitted(text, 9, 2) == lines


@given(st.text(alphabet=st.sampled_from("abc DEF.,é中文 ابجد́mW"), max_size=40), st.integers(1, 3))
def test_a_label_is_the_beginning_of_its_text(text: str, most: int) -> None:
    lines = fitted(text, 8, most)
    shown = "".join("".join(lines).removesuffix(DOTS).split())
    assert len(lines) <= most
    assert "".join(text.split()).startswith(shown)
    assert not any(unicodedata.combining(line[0]) for line in lines[1:] if line)


def test_of_all_that_is_near_the_best_is_shown_in_any_language() -> None:
    found = replace(
        FOUND,
        related={**FOUND.related, "jan": (replace(link("mar", "t1"), score=0.4), replace(link("apr"), score=0.6))},
        elsewhere={**FOUND.elsewhere, "jan": (replace(link("feb", "t2", "t3", "t4", "t5"), score=0.5),)},
    )
    here = next(briefing for briefing in found.briefings if briefing.id == "jan")
    assert Nearness(found, Names(found)).of_briefing(here) == (
        Near("apr", ()),
        Near("feb", ("t2", "t3", "t4")),
        Near("mar", ("t1",)),
    )


def test_near_a_topic_are_those_who_speak_of_it_most_with_what_else_they_speak_of() -> None:
    bare = dated()
    said = {found.id: tuple(mentions(found, ["said"])) for found in bare.briefings}
    topics = (
        topic("nato", ["apr", "jan", "mar"], mentions=(*said["mar"], *said["mar"], *said["jan"]), related=("kenya",)),
        topic("kenya", ["mar", "jan"]),
        topic("oslo", ["apr", "jan"]),
    )
    found = replace(bare, topics=topics)
    assert Nearness(found, Names(found)).of_topic(topics[0]) == (Near("mar", ("kenya",)), Near("jan", ("kenya",)))
