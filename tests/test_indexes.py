"""Home and the indexes: whole in a small dossier, on many pages in a large one, and every briefing in each of them."""

import functools
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from generator.model import Block, Briefing, Date, Dossier, Fact, Kind, Language, Page, Precision, Topic, Unread
from generator.render import is_table, render, table_data
from generator.render.indexes.letters import letters
from generator.render.indexes.sheets import cut, turns
from generator.render.names import Link
from generator.render.places import ENTRIES, own_page
from tests.helpers import SETTINGS, dossier
from tests.helpers_pages import dated, pages, section, topic

_ONE = dossier({"a.md": "---\ntitle: T\ndate: 2024-01-05\nsource: The Gull\nlanguage: en\n---\nHerring fell."})
_PRECISION = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


def briefing(number: int, day: str, source: str = "The Gull", language: str = "en") -> Briefing:
    """Return a briefing with a number for its name, a day that may be cut short or empty, a source and a language."""
    bare = _ONE.briefings[0]
    document = replace(
        bare.document,
        id=f"b{number}",
        title=Fact(f"Paper {number}", "headline"),
        date=Date(day, _PRECISION[len(day)], "header", day) if day else None,
        source=Fact(source, "editor") if source else None,
        language=Language(language, 1.0, "editor"),
        words=number,
    )
    return replace(bare, document=document)


def collection(briefings: Sequence[Briefing], topics: Sequence[Topic] = ()) -> Dossier:
    """Return the dossier of some briefings, which are in its order, without links between them."""
    none: Mapping[str, tuple[Any, ...]] = {found.id: () for found in briefings}
    bare = replace(_ONE, related=none, elsewhere=none, same_story=none)
    return replace(bare, briefings=tuple(briefings), topics=tuple(topics))


def many(number: int) -> Dossier:
    """Return a dossier of so many briefings, the newest first, three in four of 2024, one in twenty without a date."""
    days = [f"{2024 - n * 4 // (number * 3)}-{12 - n * 11 // number:02}-15" for n in range(number * 19 // 20)]
    days += [""] * (number - len(days))
    return collection([
        briefing(n, day, f"Source {n % 7}" if n % 5 else "", ("en", "en", "fr")[n % 3]) for n, day in enumerate(days)
    ])  # fmt: skip


@functools.cache
def large() -> Dossier:
    """Return a dossier whose indexes are parted."""
    return many(450)


@functools.cache
def large_pages() -> Mapping[str, str]:
    """Return its pages."""
    return pages(large())


def listed(found: Mapping[str, str], index: str) -> Counter[str]:
    """Return how often the pages of an index link to each briefing."""
    own = [
        text for path, text in found.items() if path == f"{index}.md" or path.startswith((f"{index}/", f"all-{index}/"))
    ]
    return Counter(id_ for text in own for id_ in re.findall(r"briefings/(b\d+)\.md\)", text))


@pytest.mark.parametrize("number", [0, 1, ENTRIES, ENTRIES + 1, 450])
def test_every_index_lists_every_briefing_once_and_no_page_is_longer_than_it_may_be(number: int) -> None:
    found = pages(many(number) if number else collection([]))
    once = Counter({f"b{n}": 1 for n in range(number)})
    for index in ("timeline", "sources", "languages"):
        assert listed(found, index) == once
    table = [text for path, text in found.items() if is_table(path)]
    assert Counter(id_ for text in table for id_ in re.findall(r"briefings/(b\d+)\.md\)", text)) == once
    for path, text in found.items():
        assert text.count("briefings/b") <= ENTRIES, path


@pytest.mark.parametrize(
    ("number", "pages_"),
    [(0, {"briefings.md"}), (ENTRIES, {"briefings.md"}), (ENTRIES + 1, {"briefings.md", "all-briefings/2.md"})],
)
def test_the_table_has_as_many_pages_as_it_takes(number: int, pages_: set[str]) -> None:
    assert {path for path in pages(many(number) if number else collection([])) if is_table(path)} == pages_


def test_a_small_dossier_has_no_page_for_each_source() -> None:
    found = pages(many(ENTRIES))
    assert not [path for path in found if path.startswith(("sources/", "languages/", "timeline/"))]
    assert "(../sources.md#source-source-1)" in found["briefings/b1.md"]
    assert '\n## <a id="source-source-1"></a>Source 1\n' in found["sources.md"]


def test_a_large_one_has_a_page_for_each_source_language_and_year() -> None:
    found = large_pages()
    assert "(../sources/source-1.md)" in found["briefings/b1.md"]
    assert "[Source not stated](sources/-unstated.md), 90 briefings · " in found["sources.md"]
    assert "\n[Sources](../sources.md) · 52 briefings · " in found["sources/source-1.md"]
    assert "[English](languages/en.md), 300 briefings" in found["languages.md"]
    assert '\n## <a id="year-2024"></a>2024\n' in found["timeline.md"]
    assert '\n## <a id="month-2024-12"></a>December 2024\n' in found["timeline/2024.md"]
    assert "\n[Timeline](../timeline.md) · 23 briefings\n" in found["timeline/undated.md"]


@pytest.mark.parametrize("number", [1, ENTRIES, ENTRIES + 1, 450])
def test_every_link_and_anchor_of_ours_leads_somewhere(number: int) -> None:
    found = pages(many(number))
    for path, text in found.items():
        for way, anchor in re.findall(r"\]\(([^)#]*\.md)(?:#([^)]*))?\)", text):
            there = _joined(path, way)
            assert there in found, f"{path}: {way}"
            assert not anchor or f'<a id="{anchor}">' in found[there], f"{path}: {way}#{anchor}"


def _joined(path: str, way: str) -> str:
    parts = path.split("/")[:-1]
    for part in way.split("/"):
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def test_what_goes_on_on_the_next_page_says_so() -> None:
    found = pages(collection([briefing(n, "2024-05-05") for n in range(ENTRIES + 1)]))
    assert '## <a id="month-2024-05"></a>May 2024\n' in found["timeline/2024.md"]
    assert '## <a id="month-2024-05"></a>May 2024, continued\n' in found["timeline/2024/2.md"]
    assert found["timeline/2024.md"].endswith("Pages: **1** · [2](../timeline/2024/2.md)\n")
    assert found["timeline/2024/2.md"].endswith("Pages: [1](../../timeline/2024.md) · **2**\n")


def test_a_year_without_a_month_is_said_to_be_one() -> None:
    page = pages(collection([briefing(1, "2024-05"), briefing(2, "2024")]))["timeline.md"]
    assert page.index("</a>May 2024\n") < page.index('<a id="month-2024"></a>2024, month not stated\n')


@pytest.mark.parametrize(
    ("number", "last", "row"),
    [
        (1, 1, ""),
        (1, 2, "*1 2"),
        (1, 9, "*1 2 3 … 9"),
        (5, 9, "1 … 3 4 *5 6 7 … 9"),
        (9, 9, "1 … 7 8 *9"),
        (4, 5, "1 2 3 *4 5"),
    ],
)
def test_the_row_of_pages_stays_short(number: int, last: int, row: str) -> None:
    shown = [link.text if link.path or link.text == "…" else f"*{link.text}" for link in turns("a.md", number, last)]
    assert " ".join(shown) == row


@pytest.mark.parametrize(("number", "sizes"), [(0, [0]), (1, [1]), (ENTRIES, [ENTRIES]), (ENTRIES + 1, [ENTRIES, 1])])
def test_a_list_is_cut_where_a_page_is_full(number: int, sizes: list[int]) -> None:
    assert [len(part) for part in cut(range(number))] == sizes


@pytest.mark.parametrize(
    ("text", "title", "anchor"),
    [
        ("Élysée", "E", "letter-e"),
        ("İstanbul", "I", "letter-i"),
        ("Łódź", "L", "letter-l"),
        ("2024", "#", "letter-other"),
        ("Мурманск", "М", "letter-м"),
        ("北京", "字", "letter-字"),
        ("観点", "字", "letter-字"),
    ],
)
def test_a_letter_is_without_its_accents(text: str, title: str, anchor: str) -> None:
    (group,) = letters([Link(text, "")])
    assert (group.title, group.anchor) == (title, anchor)


@pytest.mark.parametrize(
    ("anchor", "path"),
    [
        ("source-le-monde", "sources/le-monde.md"),
        ("source--unstated", "sources/-unstated.md"),
        ("source-index", r"sources/index-[0-9a-f]{12}\.md"),
        (f"source-{'x' * 300}", rf"sources/{'x' * 80}-[0-9a-f]{{12}}\.md"),
        (f"source-{'あ' * 300}", rf"sources/{'あ' * 26}-[0-9a-f]{{12}}\.md"),
    ],
)
def test_a_source_has_an_address_that_a_disk_and_mkdocs_take(anchor: str, path: str) -> None:
    assert re.fullmatch(path, own_page("sources", anchor))


def test_the_index_shows_the_tree_first_and_then_all_from_a_to_z() -> None:
    topics = (
        topic("alone", ["jan"]),
        topic("asia", ["jan"]),
        topic("europe", ["jan"], parent="world"),
        topic("france", ["jan", "mar"], passing=("apr",), parent="europe"),
        topic("gone", ["jan"], parent="no-page"),
        topic("spain", ["jan"], parent="europe"),
        topic("tokyo", ["jan"], parent="asia"),
        topic("world", ["jan"]),
    )
    page = pages(replace(dated(), topics=topics))["topics.md"]
    assert section(page, '<a id="tree"></a>From broad to narrow') == [
        "- [Asia](topics/asia.md) (1)",
        "    - [Tokyo](topics/tokyo.md) (1)",
        "- [World](topics/world.md) (1)",
        "    - [Europe](topics/europe.md) (1)",
        "        - [France](topics/france.md) (2)",
        "        - [Spain](topics/spain.md) (1)",
    ]
    assert page.index("From broad to narrow") < page.index("letter-a")
    assert "- [France](topics/france.md) - 2 briefings, 1 in passing\n" in page
    assert "From broad to narrow" not in pages(replace(dated(), topics=topics[:2]))["topics.md"]


def test_a_tree_may_be_deep_and_a_circle_stops_nothing() -> None:
    deep = [topic(f"t{number:03}", ["jan"], parent=f"t{number - 1:03}" if number else "") for number in range(300)]
    circle = [topic("x", ["jan"], parent="y"), topic("y", ["jan"], parent="x")]
    found = pages(replace(dated(), topics=(*deep, *circle)))
    tree = section(found["topics.md"], '<a id="tree"></a>From broad to narrow')
    assert tree[ENTRIES - 1] == " " * 48 + "- [T199](topics/t199.md) (1)"
    rest = section(found["all-topics/2.md"], '<a id="tree"></a>From broad to narrow, continued')
    assert rest[0] == "- [T000](../topics/t000.md) (1)"
    assert rest[-1] == " " * 48 + "- [T299](../topics/t299.md) (1)"
    assert "- [X](../topics/x.md) - 1 briefing\n" in found["all-topics/4.md"]


def test_a_long_tree_goes_on_behind_the_branch_it_grows_from() -> None:
    twigs = [topic(f"t{number:03}", ["b1"], parent="stem") for number in range(ENTRIES)]
    topics = (topic("root", ["b1"]), topic("stem", ["b1"], parent="root"), *twigs)
    found = pages(collection([briefing(1, "2024-01")], topics))
    assert section(found["all-topics/2.md"], '<a id="tree"></a>From broad to narrow, continued')[:4] == [
        "- [Root](../topics/root.md) (1)",
        "    - [Stem](../topics/stem.md) (1)",
        "        - [T198](../topics/t198.md) (1)",
        "        - [T199](../topics/t199.md) (1)",
    ]
    assert "[T](all-topics/2.md#letter-t)" in found["topics.md"]


def test_the_first_page_leads_on_and_shows_the_beginning_of_what_is_long() -> None:
    page = large_pages()["index.md"]
    assert "\n[450 briefings](briefings.md) · [7 sources](sources.md) · [2 languages](languages.md) · " in page
    assert page.count("](briefings/b") == 8
    assert "\n[All 450 briefings](briefings.md)\n" in page
    assert (
        "[July 2024](timeline/2024/2.md#month-2024-07) (41) · [June 2024](timeline/2024/2.md#month-2024-06) (41)"
        in page
    )
    assert "[Source not stated](sources/-unstated.md) (90)" in page


def test_over_many_years_it_leads_to_years() -> None:
    found = pages(collection([briefing(n, f"{2024 - n}-05") for n in range(9)]))
    assert "[2024](timeline.md#month-2024-05) (1) · [2023](timeline.md#month-2023-05) (1)" in found["index.md"]


def test_the_first_page_of_a_small_dossier_hides_nothing() -> None:
    page = pages(dated())["index.md"]
    assert "\nAll " not in page
    assert "[April 2024](timeline.md#month-2024-04) (1)" in page


def test_the_first_page_shows_the_editors_tree_before_the_topics_most_used() -> None:
    topics = (
        topic("busy", ["apr", "feb", "jan", "mar"]),
        topic("france", ["jan", "mar"], parent="world"),
        topic("world", ["jan"]),
        *(topic(f"z{number:02}", ["jan"]) for number in range(31)),
    )
    lines = section(pages(replace(dated(), topics=topics))["index.md"], '<a id="home-topics"></a>Topics')
    assert lines[0] == "- **[World](topics/world.md)** (1): [France](topics/france.md) (2)"
    assert lines[1].startswith("[Busy](topics/busy.md) (4) · [Z00](topics/z00.md) (1) · ")
    assert lines[1].count(" · ") == 29
    assert lines[2] == "[All 34 topics](topics.md)"


def test_the_first_page_says_the_editors_words_as_text() -> None:
    about = (
        Block(Kind.HEADING, "Why *this*", "about-1", 2),
        Block(Kind.PARAGRAPH, "<script>alert(1)</script> & [x](javascript:y)", "about-2"),
        Block(Kind.LIST, "one\ntwo", "about-3", items=("one", "two")),
    )
    page = pages(replace(dated(), about=about))["index.md"]
    assert '\n## <a id="about-1"></a>Why \\*this\\*\n' in page
    assert '\n<a id="about-2"></a>&lt;script>alert(1)&lt;/script> & \\[x](javascript:y)\n' in page
    assert '\n- <a id="about-3"></a>one\n- two\n' in page


def test_what_is_unread_stands_under_its_reason() -> None:
    unread = [Unread(f"p{number}.png", "it is a picture") for number in range(7)] + [Unread("a.txt", "it is empty")]
    lines = section(pages(replace(dated(), unread=tuple(unread)))["index.md"], '<a id="home-unread"></a>Not read')
    assert lines == [
        "8 files are not in this dossier:",
        "- it is a picture: p0.png, p1.png, p2.png, p3.png, p4.png, and 2 more files",
        "- a.txt: it is empty",
    ]


def test_of_many_reasons_the_rest_is_counted() -> None:
    unread = tuple(Unread(f"{number:02}.txt", f"reason {number:02}") for number in range(25))
    lines = section(pages(replace(dated(), unread=unread))["index.md"], '<a id="home-unread"></a>Not read')
    assert (len(lines), lines[-1]) == (22, "- other reasons, and 5 more files")


def test_a_dossier_without_a_briefing_has_its_pages_too() -> None:
    found = pages(collection([]))
    assert sorted(found) == ["briefings.md", "index.md", "languages.md", "sources.md", "timeline.md", "topics.md"]
    assert "Downloads" not in found["index.md"]


def test_the_tables_data_says_the_same_as_its_pages() -> None:
    found = many(3)
    data = json.loads(table_data(found, SETTINGS))
    assert data["sources"] == ["", "Source 1", "Source 2"]
    assert data["languages"] == ["English", "French"]
    assert data["rows"][1] == ["briefings/b1/", "Paper 1", "2024-09-15", "15 September 2024", 1, 0, [], 1]
    rows = [line for line in pages(found)["briefings.md"].splitlines() if line.startswith("| [")]
    assert rows[1] == "| [Paper 1](briefings/b1.md) | 15 September 2024 | Source 1 | English |  | 1 |"
    assert len(rows) == len(data["rows"])


def test_the_indexes_cost_what_they_list() -> None:
    """Four times as many briefings make four times as much text; what grew faster would show."""
    small, large = (_size(render(many(number), SETTINGS)) for number in (1000, 4000))
    assert large < 4.4 * small


def _size(found: Sequence[Page]) -> int:
    return sum(len(page.text) for page in found if not re.match(r"briefings/|topics/", page.path))
