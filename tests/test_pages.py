"""What readers see of a collection: topics in the text, stories, links both ways, topics in time and from above."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.export import explain, machine_view
from generator.model import Dossier, SameStory, Story
from generator.render import render
from tests.helpers import SETTINGS, cases, claim, make_folder, run
from tests.helpers_pages import DATES, collection, dated, link, listed, mentions, pages, section, topic

UNLINKED = replace(SETTINGS, inline_links=False)


@pytest.mark.parametrize("case", cases("inline"), ids=claim)
def test_topics_are_linked_in_the_text(case: dict[str, Any]) -> None:
    bare = collection({"a": f"---\ntitle: T\n---\n{case['text']}"})
    topics = [
        topic(id_, ["a"], mentions=tuple(mentions(bare.briefings[0], forms))) for id_, forms in case["names"].items()
    ]
    linked, plain = (render(replace(bare, topics=tuple(topics)), how) for how in (SETTINGS, UNLINKED))
    assert body(next(page.text for page in linked if page.path == "briefings/a.md")) == case["shows"]
    assert "../topics/" not in body(next(page.text for page in plain if page.path == "briefings/a.md"))


def test_mkdocs_yml_switches_the_links_in_the_text_off(tmp_path: Path) -> None:
    seeds = {f"{name}.txt": f"The price of herring fell, said {name}, and Norway and Portugal agreed." for name in "ab"}
    for settings, number in (("{}", 2), ("{inline_links: false}", 0)):
        folder = make_folder(tmp_path, seeds, f"site_name: S\ndocs_dir: dossier\nplugins: [dossier: {settings}]\n")
        assert run(folder, "generate").code == 0
        assert body((folder / "dossier/briefings/a.md").read_text("utf-8")).count("(../topics/") == number


def body(page: str) -> str:
    """Return the text of a briefing's page: what stands between the marks."""
    return page.partition("<!-- dossier: text ")[2].partition(" -->\n\n")[2].partition("\n<!-- dossier: end -->")[0]


def test_a_topic_that_a_briefing_only_names_in_passing_is_linked_in_its_text_and_no_chip() -> None:
    bare = collection({"a": "---\ntitle: T\n---\nNATO met Kenya in Oslo."})
    here = bare.briefings[0]
    topics = (
        topic("kenya", passing=("a",), mentions=tuple(mentions(here, ["Kenya"]))),
        topic("nato", ["a"], mentions=tuple(mentions(here, ["NATO"]))),
        topic("oslo", mentions=tuple(mentions(here, ["Oslo"]))),
        topic("zinc", ["a"], added=("a",)),
    )
    page = pages(replace(bare, topics=topics))["briefings/a.md"]
    assert listed(page, "Topics") == ["- [Zinc](../topics/zinc.md)", "- [Nato](../topics/nato.md)"]
    assert "[NATO](../topics/nato.md) met [Kenya](../topics/kenya.md) in Oslo." in page


def test_a_page_shows_where_it_links_to_and_what_links_here_with_the_reasons() -> None:
    found = replace(
        dated(),
        topics=(topic("nato", ["jan"]), topic("kenya", ["jan"])),
        related={**dated().related, "jan": (link("mar", "nato", "kenya", terms=["late *quota*"]),),
                 "mar": (link("jan", "nato"),), "apr": (link("jan", "kenya"), link("mar", "nato"))},
    )  # fmt: skip
    shown = pages(found)
    assert section(shown["briefings/jan.md"], "Related briefings") == [
        r"- [The mar paper](mar.md), 5 March 2024 - both on Nato, Kenya; share “late \*quota\*”",
        "Also linked from:",
        "- [The apr paper](apr.md), 1 April 2024 - both on Kenya",
    ]
    assert section(shown["briefings/mar.md"], "Related briefings") == [
        "- [The jan paper](jan.md), 5 January 2024 - both on Nato",
        "Also linked from:",
        "- [The apr paper](apr.md), 1 April 2024 - both on Nato",
    ]
    assert "linked from" not in shown["briefings/apr.md"]


def test_where_a_page_links_to_nothing_it_says_who_links_here() -> None:
    found = replace(dated(), topics=(topic("nato"),), related={**dated().related, "jan": (link("mar", "nato"),)})
    assert section(pages(found)["briefings/mar.md"], "Related briefings")[0] == "Linked from:"


def test_a_link_from_another_language_is_a_link_and_two_from_one_page_are_one() -> None:
    found = replace(
        dated(),
        topics=(topic("nato"),),
        related={**dated().related, "feb": (link("jan", "nato"),)},
        elsewhere={**dated().elsewhere, "feb": (link("jan", "nato"), link("mar", "nato"))},
    )
    shown = pages(found)
    for id_ in ("jan", "mar"):
        assert section(shown[f"briefings/{id_}.md"], "Related briefings") == [
            "Linked from:",
            "- [Le papier](feb.md), February 2024, French - both on Nato",
        ]


def test_what_is_near_in_other_languages_has_a_section_with_its_language() -> None:
    found = replace(
        dated(),
        topics=(topic("nato"),),
        elsewhere={**dated().elsewhere, "jan": (link("feb", "nato"),), "feb": (link("jan", "nato"),)},
    )
    shown = pages(found)
    assert section(shown["briefings/jan.md"], "Also in other languages") == [
        "- [Le papier](feb.md), February 2024, French - both on Nato"
    ]
    assert section(shown["briefings/feb.md"], "Also in other languages") == [
        "- [The jan paper](jan.md), 5 January 2024, English - both on Nato"
    ]


def test_each_briefing_stands_once_where_its_tie_is_strongest() -> None:
    everything = tuple(link(id_, "nato") for id_ in ("mar", "feb", "apr"))
    found = replace(
        dated(),
        topics=(topic("nato"),),
        related={
            **dated().related,
            "jan": everything,
            "feb": (link("jan", "nato"),),
            "undated": (link("jan", "nato"),),
        },
        elsewhere={**dated().elsewhere, "jan": (link("feb", "nato"),)},
        same_story={**dated().same_story, "jan": (SameStory("mar", 0.5),)},
        stories=(Story(("jan", "mar")),),
    )
    page = pages(found)["briefings/jan.md"]
    assert [page.count(f"({id_}.md)") for id_ in ("mar", "feb", "apr", "undated")] == [1, 1, 1, 1]
    places = [page.index(f"({id_}.md)") for id_ in ("mar", "feb", "apr", "undated")]
    assert places == sorted(places)


def story(*members: str) -> Dossier:
    same = {first: tuple(SameStory(other, 0.425) for other in members if other != first) for first in members}
    return replace(dated(), same_story={**dated().same_story, **same}, stories=(Story(members),))


def test_a_story_is_shown_whole_with_its_earliest_and_this_page_in_its_place() -> None:
    found = story("jan", "mar", "apr")
    found = replace(found, same_story={**found.same_story, "mar": (SameStory("jan", 0.425),)})
    shown = pages(found)
    assert section(shown["briefings/mar.md"], "Same story") == [
        "3 briefings, the earliest first:",
        "- [The jan paper](jan.md), 5 January 2024 - the earliest; 42% of the shorter text stands in both",
        "- The mar paper, 5 March 2024 - this page",
        "- [The apr paper](apr.md), 1 April 2024 - by way of others of these",
    ]
    assert "- The jan paper, 5 January 2024 - the earliest; this page" in shown["briefings/jan.md"]
    assert all(f"briefings/{id_}.md" in shown["timeline.md"] for id_ in DATES)
    assert "Same story" not in shown["briefings/undated.md"]


@pytest.mark.parametrize(
    ("members", "says"),
    [
        (("jan", "undated"), "the earliest with a date; this page"),
        (("undated", "jan"), "this page"),
        (("jan", "same-day"), "this page"),
        (("month", "jan"), "this page"),
    ],
)
def test_a_briefing_is_the_earliest_only_where_the_dates_say_so(members: tuple[str, ...], says: str) -> None:
    texts = {name: f"---\ntitle: T\ndate: {date}\n---\nHerring fell." for name, date in DATES.items()}
    texts |= {"same-day": texts["jan"], "month": "---\ntitle: T\ndate: 2024-01\n---\nHerring fell."}
    bare = collection(texts)
    same = {first: tuple(SameStory(other, 0.4) for other in members if other != first) for first in members}
    found = replace(bare, same_story={**bare.same_story, **same}, stories=(Story(members),))
    first = section(pages(found)[f"briefings/{members[0]}.md"], "Same story")[1]
    assert first.rpartition(" - ")[2] == says


def test_a_page_leads_to_what_comes_before_and_after_it_in_its_topics() -> None:
    found = replace(
        dated(),
        topics=(
            topic("alone", ["mar"]),
            topic("kenya", ["mar", "jan", "undated"]),
            topic("nato", ["apr", "mar", "jan"], passing=("feb",)),
            topic("oslo", ["apr", "mar", "jan"]),
        ),
    )
    shown = pages(found)
    both = "earlier [The jan paper](jan.md), 5 January 2024 · later [The apr paper](apr.md), 1 April 2024"
    assert section(shown["briefings/mar.md"], "In its topics") == [
        "- [Kenya](../topics/kenya.md): earlier [The jan paper](jan.md), 5 January 2024",
        f"- [Nato](../topics/nato.md), [Oslo](../topics/oslo.md): {both}",
    ]
    assert [id_ for id_ in ("feb", "undated") if "In its topics" in shown[f"briefings/{id_}.md"]] == []


def test_of_many_topics_those_that_a_page_speaks_of_most_lead_on() -> None:
    bare = dated()
    said = tuple(mentions(next(found for found in bare.briefings if found.id == "jan"), ["said"]))
    topics = [topic(f"t{number}", ["jan", "mar"], mentions=said if number == 9 else ()) for number in range(10)]
    (line,) = section(pages(replace(bare, topics=tuple(topics)))["briefings/jan.md"], "In its topics")
    assert line.removeprefix("- ").partition(":")[0].split(", ") == [
        f"[T{number}](../topics/t{number}.md)" for number in (9, *range(7))
    ]


def test_of_one_day_the_lower_id_comes_first() -> None:
    texts = {id_: f"---\ntitle: {id_}\ndate: 2024-01-05\nlanguage: en\n---\nHerring fell." for id_ in ("b", "c", "a")}
    shown = pages(replace(collection(texts), topics=(topic("nato", ["a", "b", "c"]),)))
    assert "earlier [a](a.md), 5 January 2024 · later [c](c.md), 5 January 2024" in shown["briefings/b.md"]


def test_a_topic_page_says_who_is_about_it_who_names_it_and_what_the_editor_added() -> None:
    bare = dated()
    said = tuple(mention for found in bare.briefings for mention in mentions(found, ["said"]))
    found = replace(
        bare,
        topics=(
            topic("alliances", ["apr"]),
            topic("nato", ["apr", "mar"], passing=("jan",), added=("apr",), parent="alliances", mentions=said[1:],
                  note="The <b>alliance</b>.\n\n# Not the *song*"),
            topic("ships", ["mar"], parent="nato"),
        ),
    )  # fmt: skip
    page = pages(found)["topics/nato.md"]
    assert listed(page, "")[:3] == [
        "- 2 briefings, 1 more names it in passing, 3 mentions",
        "- 5 March 2024 to 1 April 2024",
        "- English (3)",
    ]
    assert "\n> **The editor notes.** The &lt;b>alliance&lt;/b>.\n>\n> \\# Not the \\*song\\*\n" in page
    assert listed(page, "Broader") == ["- [Alliances](alliances.md) (1)"]
    assert listed(page, "Narrower") == ["- [Ships](ships.md) (1)"]
    assert section(page, "Briefings") == [
        "### [The apr paper](../briefings/apr.md)",
        "1 April 2024 · added by the editor",
        "### [The mar paper](../briefings/mar.md)",
        "5 March 2024",
        "- Mar **said** it. [¶ 1](../briefings/mar.md#p1)",
    ]
    assert section(page, "Named in passing") == [
        "### [The jan paper](../briefings/jan.md)",
        "5 January 2024",
        "- Jan **said** it. [¶ 1](../briefings/jan.md#p1)",
    ]


@pytest.mark.parametrize(
    ("briefings", "passing", "says"),
    [
        (["jan"], [], "1 briefing"),
        (["jan", "mar"], ["apr", "feb"], "2 briefings, 2 more name it in passing"),
        ([], ["apr"], "No briefing is about it, 1 names it in passing"),
        ([], [], "No briefing is about it"),
    ],
)
def test_a_topic_page_counts_both_kinds_of_briefings(briefings: list[str], passing: list[str], says: str) -> None:
    found = replace(dated(), topics=(topic("nato", briefings, passing=tuple(passing)),))
    assert listed(pages(found)["topics/nato.md"], "")[0] == f"- {says}"


def full() -> Dossier:
    """Return a dossier that has something of everything, and names that would do harm."""
    bare = dated()
    said = tuple(mention for found in bare.briefings for mention in mentions(found, ["said", "parlé"]))
    hostile = "x-) [y](javascript:z)"
    topics = (
        topic("nato", ["apr", "mar", "jan"], passing=("feb",), added=("apr",), note="[x](javascript:x)", mentions=said),
        topic(hostile, ["apr", "mar"], parent="nato"),
    )
    return replace(
        story("jan", "mar"),
        topics=topics,
        related={**bare.related, "apr": (link("mar", "nato", hostile),)},
        elsewhere={**bare.elsewhere, "feb": (link("apr", "nato"),)},
    )


def test_the_machines_view_says_all_of_it() -> None:
    view = json.loads(machine_view(full(), SETTINGS))
    found = {one["id"]: one for one in view["briefings"]}
    nato, hostile = view["topics"]
    assert (nato["parent"], hostile["parent"]) == (None, "nato")
    assert (nato["note"], nato["added"], nato["passing"]) == ("[x](javascript:x)", ["apr"], ["feb"])
    assert found["feb"]["topics"] == []
    assert found["feb"]["mentions"] == [{"topic": "nato", "anchor": "p1", "start": 10, "form": "parlé"}]
    assert found["apr"]["topics"] == ["nato", hostile["id"]]
    assert found["feb"]["elsewhere"] == [{"id": "apr", "score": 0.5, "topics": ["nato"], "terms": [], "likeness": None}]
    assert view["stories"] == [{"briefings": ["jan", "mar"]}]


def test_explain_tells_all_of_it() -> None:
    dossier = full()
    told = {found.id: explain(found, dossier) for found in dossier.briefings}
    assert "  Nato  [vocabulary, 3 briefings, in passing]  parlé p1\n" in told["feb"]
    assert "  Nato  [vocabulary, 3 briefings, added by the editor]  said p1\n" in told["apr"]
    assert "\nin other languages\n  apr  0.50  both on Nato; share no word\n" in told["feb"]
    assert told["jan"].endswith(
        "\nsame story\n  mar  42% of the shorter text stands in both\n  the earliest first: jan, mar"
    )


def test_the_pages_build_strictly_with_nothing_but_mkdocs(tmp_path: Path) -> None:
    dossier = full()
    harmless = replace(
        dossier, topics=(dossier.topics[0], replace(dossier.topics[1], id="x")), related=dossier.elsewhere
    )
    for page in render(harmless, SETTINGS):
        path = tmp_path / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, "utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: S\nplugins: []\nnav: [{Home: index.md}]\nnot_in_nav: /**\n")
    build(load_config(str(tmp_path / "mkdocs.yml"), strict=True))
    assert "topics/nato/" in (tmp_path / "site/briefings/mar/index.html").read_text("utf-8")
