"""Text of a seed shows as itself, whatever it holds: in Python-Markdown (MkDocs) and in CommonMark (code hosts)."""

import re
from html.parser import HTMLParser
from typing import Any

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.render import escape
from tests.helpers import cases, claim

# What mkdocs.yml of users often switches on, beside what MkDocs has on anyway.
EXTENSIONS = [
    "toc", "tables", "fenced_code", "abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html",
    "pymdownx.betterem", "pymdownx.blocks.details", "pymdownx.caret", "pymdownx.critic", "pymdownx.details",
    "pymdownx.highlight", "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.mark", "pymdownx.superfences",
    "pymdownx.tasklist", "pymdownx.tilde",
]  # fmt: skip
PLACES = {
    "paragraph": ('<a id="p1"></a>{}', escape.markdown),
    "line": ("{}", escape.markdown),
    "list": ("- first\n- {}", escape.markdown),
    "quote": ("> {}", escape.markdown),
    "heading": ("## {}", escape.heading),
    "cell": ("| a | b |\n| --- | --- |\n| x | {} |", escape.cell),
    "label": ("[{}](page.md)", escape.label),
    "html": ("<details><summary>x</summary>\n<p>{}</p>\n</details>", escape.as_html),
}  # fmt: skip
AROUND = {"list": "first", "cell": "a b x", "html": "x"}
HARMLESS = {"p", "a", "ul", "li", "blockquote", "h2", "table", "thead", "tbody", "tr", "th", "td", "details", "summary"}


class Read(HTMLParser):
    """The words of a piece of HTML, and the elements and attributes around them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags, self.attributes = "", set[str](), set[str]()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {f"{name}={value}" for name, value in attrs}
        self.text += " "

    def handle_data(self, data: str) -> None:
        self.text += data


def python_markdown(text: str) -> Read:
    return Read(markdown.markdown(text, extensions=EXTENSIONS))


def commonmark(text: str) -> Read:
    return Read(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))


def shown_in(place: str, text: str) -> list[tuple[Read, str]]:
    """Return how both converters show a text in a place, each with what should be seen there."""
    template, escaped = PLACES[place]
    expected = f"{AROUND.get(place, '')} {text}"
    source = f"Before.\n\n{template.format(escaped(text))}\n\nAfter."
    return [(read(source), f"Before. {expected} After.") for read in (python_markdown, commonmark)]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("case", cases("hostile"), ids=claim)
def test_a_hostile_text_shows_as_itself_and_does_nothing(case: dict[str, Any], place: str) -> None:
    for seen, expected in shown_in(place, case["text"]):
        assert squeezed(seen.text) == squeezed(expected)
        assert seen.tags <= HARMLESS
        assert {name.partition("=")[0] for name in seen.attributes} <= {"id", "href"}
        assert {value for value in seen.attributes if value.startswith("href=")} <= {"href=page.md"}


@pytest.mark.parametrize("place", [place for place in PLACES if place != "html"])
@given(text=st.text(alphabet=st.sampled_from("ab1 \\`*_{}[]()#+-.!<>&;:|~^=$@/\"'?%é中\n"), min_size=1, max_size=24))
def test_any_text_comes_back_from_markdown_as_it_was(place: str, text: str) -> None:
    # A text of nothing but spaces shows nothing; a place for it would be an empty one.
    if text.strip():
        for seen, expected in shown_in(place, text):
            assert squeezed(seen.text) == squeezed(expected)


@given(st.text(alphabet=st.sampled_from("ab `~*<&\n"), max_size=30))
def test_code_comes_back_as_it_was(text: str) -> None:
    lines = "\n".join(text.splitlines())
    for seen in (python_markdown(f"Before.\n\n{escape.code(text)}\n"), commonmark(f"Before.\n\n{escape.code(text)}\n")):
        assert squeezed(seen.text) == squeezed(f"Before. {lines}")


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"),
        ('https://example.org/a)b"c<d> e', "https://example.org/a%29b%22c%3Cd%3E%20e"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("javascript:alert(1)", ""),
        (" JAVASCRIPT:alert(1)", ""),
        ("data:text/html,x", ""),
        ("//evil.example", ""),
    ],
)  # fmt: skip
def test_only_web_and_mail_addresses_become_links(url: str, shown: str) -> None:
    assert escape.address(url) == shown


def test_ordinary_prose_needs_hardly_an_escape() -> None:
    prose = (
        "The ministers met in Oslo (again) on 3 May; \"prices\" rose 2.5% - from $9 to $10 - and U.S. firms' R&D "
        "fell. E-mail: a@b.example, see https://example.org/a_b. C'est l'été: 10:30, n° 5 & 6."
    )  # fmt: skip
    assert escape.markdown(prose) == prose


def test_what_a_template_shows_is_escaped_unless_it_is_safe() -> None:
    assert escape.shown("*x*") == r"\*x\*"
    assert escape.shown(escape.Safe("*x*")) == "*x*"
