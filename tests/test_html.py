"""Web pages: their blocks, which of them are the article, what they state about themselves."""

from typing import Any

import pytest

from generator.model import Document, Fact
from generator.read.common import markup
from generator.read.content import Piece
from generator.read.web import align, blocks, linked_data
from tests.helpers import cases, claim, document

LEAD = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen on Tuesday."
SECOND = "Nobody knows why the fish stay away this year, and nobody in the ministry would say when they might be back."
THIRD = "Boats that used to bring home forty crates a night now come back with four, if they go out at all."
MENU = "<nav><ul><li><a href='/'>Home</a><li><a href='/fish'>Fish</a><li><a href='/us'>About us</a></ul></nav>"
FOOT = "<footer><p>All the fish that is fit to print, since 1921.</p></footer>"


def page(article: str, head: str = "", *, lang: str = "en") -> str:
    """Return a page around an article."""
    return f"<html lang='{lang}'><head>{head}</head><body>{MENU}<article>{article}</article>{FOOT}</body></html>"


def text(*paragraphs: str) -> str:
    return "".join(f"<p>{each}</p>" for each in paragraphs)


def shown(piece: Piece) -> str:
    kind = f"h{piece.level}" if piece.level else str(piece.kind)
    rows = " / ".join(" | ".join(row) for row in piece.rows)
    line = f"{kind}: {rows or piece.text.replace(chr(10), ' / ')}"
    return f"({line})" if piece.aside else line


def body(found: Document) -> list[str]:
    return [block.text for block in found.blocks]


def aside(found: Document) -> list[str]:
    return [line.text for line in found.set_aside]


def fact(said: Fact | None) -> str:
    return f"{said.text} [{said.origin}]" if said else "none"


def date(found: Document) -> str:
    return f"{found.date.value} {found.date.origin}" if found.date else "none"


@pytest.mark.parametrize("case", cases("html"), ids=claim)
def test_a_tree_becomes_pieces(case: dict[str, Any]) -> None:
    root = markup.html(case["html"])
    assert [shown(piece) for piece in blocks.pieces(root, "https://fish.example/a/")] == case["blocks"]


def test_menus_and_footers_are_set_aside_and_the_article_stays() -> None:
    found = document(page(f"<h1>Herring dearer than ever</h1>{text(LEAD, SECOND, THIRD)}"), "a.html")
    assert body(found) == [LEAD, SECOND, THIRD]
    assert (found.title.text, found.title.origin) == ("Herring dearer than ever", "headline")
    assert aside(found) == ["Home\nFish\nAbout us", "All the fish that is fit to print, since 1921."]


def test_what_stands_between_paragraphs_of_the_text_belongs_to_it() -> None:
    inner = f"{text(LEAD)}<h2>Empty boats</h2><table><tr><th>Week<th>Crates<tr><td>8<td>40</table>{text(SECOND, THIRD)}"
    found = document(page(f"<h1>Herring dearer than ever</h1>{inner}"), "a.html")
    assert [str(block.kind) for block in found.blocks] == ["paragraph", "heading", "table", "paragraph", "paragraph"]


def test_related_articles_and_comments_are_set_aside() -> None:
    related = "<div class='related-posts'><h3>More</h3><p><a href='/cod'>Cod is cheap again, say cooks</a></p></div>"
    comment = (
        "<div id='comments'><h3>2 comments</h3><p>I have always said that this would come to pass one day.</p></div>"
    )
    found = document(page(f"<h1>Herring dearer than ever</h1>{text(LEAD, SECOND, THIRD)}{related}{comment}"), "a.html")
    assert body(found) == [LEAD, SECOND, THIRD]
    assert "I have always said that this would come to pass one day." in aside(found)


def test_a_class_on_the_frame_around_the_text_does_not_set_it_aside() -> None:
    inner = f"<div class='with-sidebar'><h1>Herring dearer than ever</h1>{text(LEAD, SECOND, THIRD)}</div>"
    found = document(f"<html><body>{MENU}{inner}</body></html>", "a.html")
    assert body(found) == [LEAD, SECOND, THIRD]


def test_classes_are_not_believed_where_they_are_on_most_of_the_text() -> None:
    parts = "".join(f"<div class='share-block'><p>{each}</p></div>" for each in (LEAD, SECOND, THIRD))
    found = document(page(f"<h1>Herring dearer than ever</h1>{parts}"), "a.html")
    assert body(found) == [LEAD, SECOND, THIRD]


def test_a_heading_that_is_not_the_headline_stays_in_the_text() -> None:
    head = "<title>About us | Fish Weekly</title>"
    found = document(page(f"<h1>About us</h1><h2>How it began</h2>{text(LEAD, SECOND, THIRD)}", head), "a.html")
    assert found.title.text == "About us"
    assert body(found)[0] == "How it began"


def test_a_line_that_is_the_title_of_the_page_is_its_headline() -> None:
    head = "<title>Herring dearer than ever - Fish Weekly</title>"
    found = document(
        page(f"<div class='head'>Herring dearer than ever</div>{text(LEAD, SECOND, THIRD)}", head), "a.html"
    )
    assert fact(found.title) == "Herring dearer than ever [headline]"
    assert body(found) == [LEAD, SECOND, THIRD]


def test_a_heading_beside_the_text_is_not_its_headline() -> None:
    beside = "<div class='box'><h2>Weather in Bergen</h2></div>"
    found = document(f"<body>{beside}<div>{text(LEAD, SECOND, THIRD)}</div></body>", "a.html")
    assert body(found) == [LEAD, SECOND, THIRD]


def test_links_lead_from_the_address_that_the_page_states() -> None:
    head = "<link rel='canonical' href='https://fish.example/news/herring'>"
    said = f"{LEAD} See <a href='prices'>prices</a> and <a href='javascript:alert(1)'>more</a>."
    found = document(page(text(said, SECOND, THIRD), head), "a.html")
    assert [(found.blocks[0].text[link.start : link.end], link.url) for link in found.blocks[0].links] == [
        ("prices", "https://fish.example/news/prices")
    ]
    assert fact(found.link) == "https://fish.example/news/herring [page metadata]"


TITLES = [
    ("<title>Herring dearer than ever</title>", "Herring dearer than ever", "page title"),
    (
        "<meta property=og:site_name content='Fish Weekly'><title>Herring dearer than ever - Fish Weekly</title>",
        "Herring dearer than ever",
        "page title",
    ),
    (
        "<link rel=canonical href='https://www.fish.example/x'><title>fish.example: Herring dearer</title>",
        "Herring dearer",
        "page title",
    ),
    ("<title>Herring - and cod - dearer</title>", "Herring - and cod - dearer", "page title"),
    (
        "<meta property='og:title' content='Herring at its peak'><title>News</title>",
        "Herring at its peak",
        "page metadata",
    ),
    (
        "<script type='application/ld+json'>{'@type': 'NewsArticle', 'headline': 'Herring!'}</script>".replace(
            "'", '"'
        ),
        "Herring!",
        "page metadata",
    ),
]


@pytest.mark.parametrize(("head", "title", "origin"), TITLES, ids=lambda value: str(value)[-30:])
def test_a_page_without_a_headline_states_its_title(head: str, title: str, origin: str) -> None:
    found = document(page(text(LEAD, SECOND, THIRD), head), "a.html")
    assert (found.title.text, found.title.origin) == (title, origin)


DATES = [
    ("<meta property='article:published_time' content='2024-03-05T07:30:00Z'>", "", "2024-03-05T07:30Z page metadata"),
    ("<meta name='dc.date' content='2024-03-05T07:30:00.000+01:00'>", "", "2024-03-05T07:30+01:00 page metadata"),
    ("<meta name=date content='2024-03-05'>", "<p>Updated 7 March 2024</p>", "2024-03-05 page metadata"),
    ("<meta property='article:modified_time' content='2024-03-09T07:30:00Z'>", "", "none"),
    ("<meta name=date content='1970-01-01T00:00:00Z'>", "", "none"),
    ("<meta name=date content='05/03/2024'>", "", "none"),
    ("", "<time datetime='2024-03-05'>yesterday</time>", "2024-03-05 page metadata"),
    (
        "",
        "<time class=updated datetime=2024-03-09>9.</time><time class='published' datetime='2024-03-05'>5.3.</time>",
        "2024-03-05 page metadata",
    ),
    ("", "<p>Kari Nordmann | 5 March 2024 | 3 replies</p>", "2024-03-05 dateline"),
    ("", "<p>5.March 2024 | 3 replies</p>", "2024-03-05 dateline"),
    ("<link rel=canonical href='https://fish.example/2024/03/05/herring'>", "", "2024-03-05 address"),
    ("<link rel=canonical href='https://fish.example/2024/33/05/herring'>", "", "none"),
    ("", "<p>© 2024 Fish Weekly</p>", "none"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "line", "expected"), DATES)
def test_the_date_is_what_the_page_says_of_its_publication(head: str, line: str, expected: str) -> None:
    found = document(page(f"<h1>Herring dearer than ever</h1>{line}{text(LEAD, SECOND, THIRD)}", head), "a.html")
    assert date(found) == expected


def test_a_date_that_stands_alone_below_the_text_is_its_date() -> None:
    inner = f"<h1>Herring dearer than ever</h1>{text(LEAD, SECOND, THIRD)}"
    assert date(document(page(f"{inner}<p>5 March 2024</p>"), "a.html")) == "2024-03-05 dateline"
    assert date(document(page(f"{inner}<p>Cod was cheaper on 5 March 2024 than it is now.</p>"), "a.html")) == "none"


def test_the_date_of_a_comment_is_not_the_date_of_the_article() -> None:
    comment = f"<div class='comments'><p>Jo</p><time datetime='2025-01-01'>1.1.</time><p>{SECOND}</p></div>"
    found = document(page(f"<h1>Herring dearer than ever</h1>{text(LEAD, THIRD)}{comment}"), "a.html")
    assert date(found) == "none"


def test_linked_data_say_who_wrote_what_where_and_when() -> None:
    script = """{"@context": "https://schema.org", "@graph": [
        {"@type": "WebSite", "name": "Fish"},
        {"@type": ["NewsArticle"], "headline": "Herring", "datePublished": "2024-03-05T07:30:00Z",
         "author": [{"@type": "Person", "name": "Kari Nordmann"}, {"name": "Ola"}],
         "publisher": {"name": "Fish Weekly"}}]}"""
    said = linked_data.stated([script, "{broken", "[" * 5000])
    assert [(each.title, each.date, each.author, each.source) for each in said] == [
        ("Herring", "2024-03-05T07:30:00Z", "Kari Nordmann, Ola", "Fish Weekly")
    ]


def test_site_and_author_come_from_the_metadata() -> None:
    head = "<meta property=og:site_name content='Fish Weekly'><meta name=author content='Kari Nordmann'>"
    found = document(page(text(LEAD, SECOND, THIRD), head), "a.html")
    assert fact(found.source) == "Fish Weekly [page metadata]"
    assert fact(found.author) == "Kari Nordmann [page metadata]"


SITES = [
    ("Herring dearer than ever - Fish Weekly", "Fish Weekly [page title]"),
    ("Fish Weekly » Herring dearer than ever", "Fish Weekly [page title]"),
    ("Herring dearer than ever | News | Fish Weekly", "none"),
    ("Herring dearer than ever, says union", "none"),
    ("Herring dearer than ever", "none"),
]


@pytest.mark.parametrize(("title", "site"), SITES)
def test_the_one_name_beside_the_headline_in_the_title_is_the_site(title: str, site: str) -> None:
    inner = f"<h1>Herring dearer than ever</h1>{text(LEAD, SECOND, THIRD)}"
    assert fact(document(page(inner, f"<title>{title}</title>"), "a.html").source) == site


@pytest.mark.parametrize("author", ["https://fish.example/kari", "Fish Weekly", "admin"])
def test_an_address_a_site_and_a_login_are_no_authors(author: str) -> None:
    head = f"<meta property=og:site_name content='Fish Weekly'><meta name=author content='{author}'>"
    assert document(page(text(LEAD, SECOND, THIRD), head), "a.html").author is None


def test_the_language_of_a_theme_is_not_that_of_the_text() -> None:
    assert document(page(text(LEAD, SECOND, THIRD)), "a.html").language.origin == "page metadata"
    other = document(page(text(LEAD, SECOND, THIRD), lang="de"), "a.html").language
    assert (other.code, other.origin) == ("en", "detected")


CHARSETS = [
    ("<meta charset='iso-8859-2'>", "iso-8859-2", "iso8859-2"),
    ("<meta http-equiv='Content-Type' content='text/html; charset=windows-1250'>", "cp1250", "cp1250"),
    ("<meta charset='iso-8859-2'>", "utf-8", "utf-8"),
]


@pytest.mark.parametrize(("head", "written", "read_as"), CHARSETS)
def test_an_encoding_is_what_the_bytes_are_and_then_what_the_page_declares(
    head: str, written: str, read_as: str
) -> None:
    line = "Cena śledzi rośnie dziewiąty tydzień z rzędu, poinformował wczoraj związek rybaków w Gdańsku."
    found = document(page(text(line, line[5:]), head).encode(written), "a.html")
    assert line in body(found)
    assert (found.seed.encoding.name, found.seed.encoding.guessed) == (read_as, False)


def test_a_broken_letter_does_not_change_the_encoding_of_a_page() -> None:
    data = page(
        text("Große Brötchen backt der Bäcker für die Fischer in Övelgönne, und zwar fünf Stück. " * 3)
    ).encode()
    found = document(data.replace("für".encode(), b"f\xfcr", 1), "a.html")
    assert found.seed.encoding.name == "utf-8"
    assert "undecodable" in [notice.code for notice in found.notices]


def test_words_are_found_in_an_extract_where_their_neighbours_are() -> None:
    ours = ["Fish", "Home", "Herring is dear.", "Fish", "Nobody knows.", "Fish", "One, and two.", "Two, and three."]
    theirs = ["Herring is dear.", "Fish", "Nobody knows.", "One,", "and two."]
    assert align.shares(ours, theirs) == (0.0, 0.0, 1.0, 1.0, 1.0, 0.0, 1.0, 0.0)


def test_reading_a_page_says_nothing_and_writes_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    document("<p>x</p>", "a.html")
    assert capfd.readouterr() == ("", "")
