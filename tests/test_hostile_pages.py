"""Pages that are broken, deep, wide or meant to do harm: no word is lost, and nothing else happens."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model import Corrections, Document, Seed
from generator.read import read
from generator.read.web.levels import flattened
from generator.settings import Rules
from generator.text import folded_words
from tests.helpers import document

LEAD = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen on Tuesday."
SECOND = "Nobody knows why the fish stay away this year, and nobody in the ministry would say when they might be back."


def body(found: Document) -> list[str]:
    return [block.text for block in found.blocks]


def aside(found: Document) -> list[str]:
    return [line.text for line in found.set_aside]


def words(found: Document) -> set[str]:
    """Return every word that a document holds."""
    facts = [fact.text for fact in (found.title, found.source, found.author, found.link) if fact]
    lines = [*body(found), *aside(found), *facts, found.date.text if found.date else ""]
    return {word for line in lines for word in folded_words(line)}


NAMES = """
    p div b ul li ol table tr td th h1 h3 blockquote pre dl dt dd section nav footer aside button article main figure
    figcaption time form select option label dialog noscript svg math mi caption details summary textarea ruby rt iframe
    """
TAGS = [tag for name in NAMES.split() for tag in (f"<{name}>", f"</{name}>")]
SNIPPETS = st.sampled_from([
    *TAGS, "<br>", "<hr>", "<span hidden>", "</span>", "<td colspan=9999>", "<div class='comments'>",
    "<div style='display:none'>", "<a href='http://['>", "<a href='javascript:x'>", "</a>", "<ul class=menu>",
    "<p class='share'>", "<div id=sidebar>", "<!-- c -->", "&nbsp;", "&amp;",
])  # fmt: skip
TEXTS = st.sampled_from(
    ["herring", "42", "a", "Cod is dear.", LEAD, SECOND, "© 2024 Fish", "5 March 2024", "Share", "żółć"]
)


@settings(max_examples=150, deadline=None)
@given(parts=st.lists(st.one_of(SNIPPETS, TEXTS), min_size=1, max_size=25))
def test_no_visible_word_of_a_page_is_lost(parts: list[str]) -> None:
    source = " ".join([*parts, "</textarea></iframe></select></noscript> An end."])
    visible = re.sub(r"<!--.*?-->|<[^>]*>|&\w+;", " ", source)
    assert set(folded_words(visible)) - words(document(source, "a.html")) == set()


DEEP = ["b", "div", "blockquote", "ul><li", "table><tr><td", "span", "p", "section"]


@pytest.mark.parametrize("tags", DEEP)
@pytest.mark.parametrize("levels", [240, 300, 3000])
def test_no_word_is_lost_however_deep_it_lies(tags: str, levels: int) -> None:
    inner = "".join(f"<{tags}>w{level} " for level in range(levels))
    close = "".join(f"</{tag}>" for tag in reversed(tags.split("><"))) * levels
    found = words(document(f"<body>{inner}deep{close}<p>after</p></body>", "a.html"))
    assert {f"w{level}" for level in range(levels)} | {"deep", "after"} <= found


def test_flattening_keeps_what_is_not_too_deep() -> None:
    shallow = "<div><p>One <b>two</b><br></p><ul><li>a<li>b</ul></div> 3 < 4 <"
    assert flattened(shallow) == shallow


HOSTILE = {
    "one long line": f"<p>{LEAD * 10_000}</p>",
    "one long word": f"<p>{LEAD}</p><p>{'a' * 1_000_000}</p>",
    "attributes full of script": f"<p title='<script>alert(1)</script>' onclick='alert(2)'>{LEAD}</p>",
    "links that run": f"<p><a href='javascript:alert(1)'>{LEAD}</a> <a href='data:text/html,x'>Here</a></p>",
    "pictures of data": f"<p><img src='data:image/png;base64,{'A' * 100_000}' alt='x'>{LEAD}</p>",
    "an entity that grows": f"<!DOCTYPE h [<!ENTITY a '{'a' * 50}'><!ENTITY b '&a;&a;'>]><html><body><p>{LEAD} &b;",
    "an entity from a file": f"<!DOCTYPE h [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><html><body><p>{LEAD} &a;",
    "no body": f"<html><head><title>T</title></head>{LEAD}</html>",
    "an unclosed table": f"<table><tr><td>{LEAD}<td>2<tr><td>",
    "an unclosed comment": f"<p>{LEAD}</p><!-- never closed",
    "an unclosed script": f"<p>{LEAD}</p><script>let a = 1",
    "thousands of times": f"<p>{LEAD}</p>" + "<time datetime='2024-01-01'>x</time> " * 5_000,
    "thousands of equal lines": f"<p>{LEAD}</p>" + "<div>x</div>" * 5_000,
    "a class without end": f"<div class='{'comment-' * 100_000}'><p>{LEAD}</p></div>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_read(name: str) -> None:
    found = document(HOSTILE[name], "a.html")
    whole = " ".join([*body(found), *aside(found)])
    assert "The price of herring" in whole
    assert "root:" not in whole
    assert all(link.url.startswith(("http", "mailto:")) for block in found.blocks for link in block.links)


@pytest.mark.parametrize(
    "source", ["<script>let a = 1</script>", "<frameset><frame src=a></frameset>", "<html></html>", "<!--x"]
)
def test_a_page_without_a_word_is_no_text(source: str) -> None:
    read_ = read(Seed("a.html", source.encode(), Corrections()), Rules())
    notices = [notice.code for found in read_.documents for notice in found.notices]
    assert read_.unread or "no-text" in notices
