"""The article of a page: marks become parts, each in its language, and no seed can write one."""

from dataclasses import dataclass, field, replace
from typing import Any

import markdown
import pytest

from generator.model import Related, TopicOrigin
from generator.publish.article import Articles, lean, speak
from generator.render import render
from tests.helpers import SETTINGS, cases, claim
from tests.helpers_pages import collection, link, topic

TEXTS = {
    "en": "---\ntitle: The paper\nlanguage: en\n---\nHerring fell.",
    "fr": "---\ntitle: Le papier\nlanguage: fr\n---\nLe hareng baisse.",
    "ar": "---\ntitle: الورقة\nlanguage: ar\n---\nانخفض السعر.",
}
FOUND = replace(collection(TEXTS), topics=(topic("port", ["fr"], forms={"fr": ("port",)}, origin=TopicOrigin.FOUND),))
MARK = "<!-- dossier: text fr -->"


@pytest.mark.parametrize("case", cases("article"), ids=claim)
def test_marks_become_elements(case: dict[str, Any]) -> None:
    assert Articles(FOUND, SETTINGS).dressed(case["html"], case.get("page", "briefings/en.md")) == case["shows"]


def test_where_pages_are_files_links_are_found_too() -> None:
    articles = Articles(FOUND, replace(SETTINGS, directory_urls=False))
    shown = articles.dressed('<a href="ar.html">x</a>', "briefings/en.md")
    assert shown == '<a href="ar.html" hreflang="ar" lang="ar" dir="rtl">x</a>'


def test_no_seed_can_write_a_mark() -> None:
    """Not in a title, a paragraph, a list, a quotation, a table, code, or what is set aside."""
    head = f"---\ntitle: 'T {MARK}'\nauthor: 'A {MARK}'\nsource: 'S {MARK}'\nsummary: 'U {MARK}'\n---\n"
    body = f"{MARK}\n\nP {MARK}.\n\n- {MARK}\n\n> {MARK}\n\n| {MARK} |\n| --- |\n| {MARK} |\n\n```\n{MARK}\n```\n"
    hostile = replace(collection({"a": head + body}), handling=MARK)
    page = next(page.text for page in render(hostile, SETTINGS) if page.path == "briefings/a.md")
    html = markdown.markdown(page.partition("---\n\n")[2], extensions=["tables", "fenced_code", "toc"])
    marks = ["strip", "end", "summary en", "end", "text en", "end", "neighbourhood"]
    assert [part.partition(" -->")[0] for part in html.split("<!-- dossier: ")[1:]] == marks
    assert html.count("dossier: text fr") >= len(["title", "source", "author", "summary", "text", "handling"])


@dataclass
class Heading:
    """An entry of a table of contents."""

    id: str
    title: str
    children: list["Heading"] = field(default_factory=list)


def test_a_table_of_contents_declares_the_languages_of_headings() -> None:
    html = (
        '<div class="dossier-text" lang="fr" dir="ltr"><h2 id="un"><a id="h1"></a>Un</h2></div>'
        '<h2 id="about">About</h2>'
        '<h3 id="ar"><a href="../ar/" hreflang="ar" lang="ar" dir="rtl">x</a></h3>'
    )
    contents = [Heading("un", "Un"), Heading("about", "About", [Heading("ar", "x")])]
    speak(contents, html)
    assert [contents[0].title, contents[1].title, contents[1].children[0].title] == [
        '<span lang="fr" dir="ltr">Un</span>',
        "About",
        '<span lang="ar" dir="rtl">x</span>',
    ]


def test_a_page_is_lean_and_what_shows_its_spaces_keeps_them() -> None:
    kept = "<pre>a\n\n  b</pre><script>\n  let a\n</script>"
    assert lean(f"<div>\n\n    <p>a\n    b</p>\n  {kept}\n</div>\n") == f"<div>\n<p>a\nb</p>\n{kept}\n</div>\n"


def picture(reasons: dict[str, tuple[str, ...]], page: str = "briefings/en.md") -> str:
    topics = [topic(id_, [*reasons, "en"]) for id_ in sorted({id_ for ids in reasons.values() for id_ in ids})]
    links: tuple[Related, ...] = tuple(link(id_, *ids) for id_, ids in reasons.items())
    found = replace(FOUND, topics=tuple(topics), related={**FOUND.related, "en": links})
    return Articles(found, SETTINGS).dressed("<!-- dossier: neighbourhood -->", page)


def test_the_picture_of_a_neighbourhood_links_to_what_is_near_in_its_language() -> None:
    shown = picture({"fr": ("nato", "kenya"), "ar": ("nato",)})
    assert '<a href="../fr/" hreflang="fr" lang="fr" dir="ltr"><text' in shown
    assert '<a href="../ar/" hreflang="ar" lang="ar" dir="rtl"><text' in shown
    assert [shown.count(f'<a href="../../topics/{id_}/">') for id_ in ("nato", "kenya")] == [1, 1]
    assert shown.count("C160") == len(["fr nato", "fr kenya", "ar nato"])


def test_briefings_that_share_no_topic_are_tied_by_words() -> None:
    shown = picture({"fr": ("nato",), "ar": ()})
    assert ">shared words</text>" in shown
    assert shown.count("C160") == len(["fr nato", "ar words"])
