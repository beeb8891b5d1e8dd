"""The pages of a topic with much to say: pages that go on, quotes that stop, and evidence for every mention."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.model import Dossier, Page
from generator.render import render
from tests.helpers import SETTINGS
from tests.helpers_pages import collection, dated, listed, mentions, pages, section, topic

MANY = 60
ANCHOR = re.compile(r"/a\.md#(p\d+)\)")


def many() -> Dossier:
    """Return sixty briefings, of which forty are about a topic and twenty name it in passing."""
    bare = collection({f"b{number:02}": f"Nato met in Oslo on the {number}." for number in range(MANY)})
    ids = [found.id for found in bare.briefings]
    said = tuple(mention for found in bare.briefings for mention in mentions(found, ["Nato"]))
    return replace(bare, topics=(topic("nato", ids[:40], passing=tuple(ids[40:]), mentions=said), topic("nato-2")))


def of_topic() -> list[Page]:
    return [page for page in render(many(), SETTINGS) if page.path.startswith("topics/nato")]


def test_a_long_topic_goes_on_at_addresses_that_no_other_topic_can_have() -> None:
    assert [page.path for page in of_topic()] == [
        "topics/nato-2.md",
        "topics/nato.md",
        "topics/nato/2.md",
        "topics/nato/3.md",
    ]


def test_each_briefing_stands_on_one_of_its_pages_those_about_it_first() -> None:
    first, second, third = of_topic()[1:]
    quoted = [
        re.findall(r"^### \[.*?/briefings/(b\d\d)\.md", page.text, re.MULTILINE) for page in (first, second, third)
    ]
    assert [len(ids) for ids in quoted] == [25, 25, 10]
    assert [id_ for ids in quoted for id_ in ids] == [f"b{number:02}" for number in range(MANY)]
    assert [page.text.count("\n## Named in passing\n") for page in (first, second, third)] == [0, 1, 1]


def test_each_page_leads_to_those_beside_it() -> None:
    first, second, third = of_topic()[1:]
    assert "\npage 1 of 3 · [Next page](nato/2.md)\n" in first.text
    assert "\n[Previous page](../nato.md) · page 2 of 3 · [Next page](3.md)\n" in second.text
    assert "\n[Previous page](2.md) · page 3 of 3\n" in third.text
    assert second.text.startswith("---\ntitle: Nato (page 2 of 3)\n")
    assert "\n# [Nato](../nato.md)\n" in second.text


@pytest.mark.parametrize("directories", [True, False])
def test_they_build_strictly(tmp_path: Path, directories: bool) -> None:  # noqa: FBT001 - a case
    for page in render(many(), SETTINGS):
        path = tmp_path / "docs" / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, "utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: S\nplugins: []\nuse_directory_urls: {directories}\nnav: [{{Home: index.md}}]\nnot_in_nav: /**\n"
    )
    build(load_config(str(tmp_path / "mkdocs.yml"), strict=True))


def paragraphs(text: str) -> Iterator[str]:
    """Yield the lines of a topic's page on a briefing with this text."""
    bare = collection({"a": f"---\ntitle: T\nlanguage: en\n---\n{text}"})
    said = tuple(mentions(bare.briefings[0], ["Nato"]))
    yield from section(
        pages(replace(bare, topics=(topic("nato", ["a"], mentions=said),)))["topics/nato.md"], "Briefings"
    )


def test_of_a_talkative_briefing_some_sentences_are_quoted_and_every_other_paragraph_is_named() -> None:
    _, *quotes, more = paragraphs("\n\n".join(f"Nato met {number}." for number in range(8)))
    assert [line.partition(" [")[0] for line in quotes] == [f"- **Nato** met {number}." for number in range(4)]
    assert more.startswith("Also in [¶ 5](../briefings/a.md#p5), ")
    assert ANCHOR.findall("".join([*quotes, more])) == [f"p{number}" for number in range(1, 9)]


def test_of_very_many_paragraphs_the_rest_is_counted() -> None:
    *_, more = paragraphs("\n\n".join(f"Nato met {number}." for number in range(31)))
    assert len(ANCHOR.findall(more)) == 24
    assert more.endswith(" [and 3 paragraphs more](../briefings/a.md)")


def test_the_cells_of_a_row_stand_apart_in_a_quote() -> None:
    assert list(paragraphs("| Who | Sum |\n| --- | --- |\n| Nato | 210 |"))[1].startswith(
        "- Who · Sum · **Nato** · 210 "
    )


def test_quotes_in_another_language_stand_in_a_part_of_their_own() -> None:
    bare = dated()
    said = tuple(mention for found in bare.briefings for mention in mentions(found, ["said", "parlé"]))
    page = pages(replace(bare, topics=(topic("nato", ["jan", "feb"], mentions=said),)))["topics/nato.md"]
    assert page.count("<!-- dossier: quotes ") == 1
    assert (
        "<!-- dossier: quotes fr -->\n\n- Février a **parlé**. [¶ 1](../briefings/feb.md#p1)\n\n<!-- dossier: end"
        in page
    )


def test_forms_in_another_language_are_in_it() -> None:
    forms = {"en": ("Nato",), "ar": ("الناتو",)}
    page = pages(replace(dated(), topics=(topic("nato", ["jan"], forms=forms),)))["topics/nato.md"]
    assert '- English: Nato\n- Arabic: <span lang="ar" dir="rtl">الناتو</span>\n' in page
    assert listed(page, "")[2] == "- English (1)"
