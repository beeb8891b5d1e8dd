"""The marks in a generated page made into elements, and the language of what it links to: HTML in, HTML out.

Our Markdown carries marks as comments, which any other viewer or builder leaves out: `<!-- dossier: NAME -->` opens a
part, with the language of its text behind the name where it has one; `<!-- dossier: end -->` closes it. No seed can
write one: its `<` is escaped wherever it stands.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol
from urllib.parse import unquote, urljoin

from generator.interface import interface
from generator.model import Dossier, TopicOrigin
from generator.render import Pictures
from generator.render.escape import spoken
from generator.settings import Settings

_MARK = re.compile(r"<!-- dossier: (?P<name>\w+)(?: (?P<language>[a-z]+))? -->")
_NUMBER = re.compile(r'(?P<open><p>)?<a id="p(?P<number>\d+)"></a>(?P<close></p>)?')
_LINK = re.compile(r'<a href="(?P<address>[^"#:?]+)"')
# What stands between tags for the eyes of whoever writes a theme; it is a tenth of a page of Material.
_INDENT = re.compile(r"(?P<kept><(?P<tag>pre|script|style|textarea)\b.*?</(?P=tag)>)|\n[ \t\r\n]+", re.DOTALL)
_SPOKEN = r'(?P<spoken> lang="[^"]*" dir="[^"]*")'
_ABROAD = re.compile(rf'<div class="dossier-text"{_SPOKEN}>(?P<inside>.*?)</div>', re.DOTALL)
_HEADING = re.compile(r'<h[1-6] id="(?P<id>[^"]+)">')
_LINKED_HEADING = re.compile(rf'<h[1-6] id="(?P<id>[^"]+)"><a [^>]*?{_SPOKEN}>')
_END, _TEXT, _QUOTES = "end", "text", "quotes"


class Articles:
    """The articles of one site."""

    def __init__(self, dossier: Dossier, settings: Settings) -> None:
        self._settings = settings
        self._language = dossier.language
        self._words = interface(dossier.language)
        self._pictures = Pictures(dossier, settings)
        self._foreign = _foreign(dossier, settings)

    def dressed(self, html: str, path: str) -> str:
        """Return the article of a generated page, from what Python-Markdown made of it.

        Args:
            html: The article.
            path: Of the page, `briefings/ID.md`.
        """
        parts: list[str] = []
        within: list[str] = []  # the names of the open parts
        at = 0
        for mark in _MARK.finditer(html):
            parts += (self._piece(html[at : mark.start()], path, within), self._element(mark, path, within))
            at = mark.end()
        return "".join([*parts, self._piece(html[at:], path, within)])

    def _element(self, mark: re.Match[str], path: str, within: list[str]) -> str:
        """Return what a mark stands for, and note the part that it opens or closes."""
        name = mark["name"]
        if name == _END:
            within.pop()
            return "</div>"
        if name in self._pictures.names:
            return self._piece(self._pictures.drawn(name, path), path, within)
        within.append(name)
        return f'<div class="dossier-{name}"{self._attributes(mark["language"])}>'

    def _piece(self, html: str, path: str, within: list[str]) -> str:
        if _TEXT in within:
            html = _NUMBER.sub(self._numbered, html)
        return _LINK.sub(lambda link: self._link(link, path, within), html)

    def _numbered(self, anchor: re.Match[str]) -> str:
        """Return the anchor of a paragraph as a link to itself; the stylesheet counts, so that nobody copies it."""
        number = anchor["number"]
        name = self._words.filled("briefing.paragraph", {"n": number})
        link = f'<a id="p{number}" href="#p{number}" aria-label="{name}"></a>'
        if anchor["open"] and anchor["close"]:  # of a table or a block of code, which follows
            return f'<p class="dossier-number">{link}</p>'
        return f"{anchor['open'] or ''}{link}{anchor['close'] or ''}"

    def _link(self, link: re.Match[str], path: str, within: list[str]) -> str:
        """Return the start of a link, in the language of the title that it shows; beside quotes it is our word."""
        if _QUOTES in within:
            return f"{link[0]}{spoken(self._language)}"
        there = unquote(urljoin(f"/{self._settings.url(path)}", link["address"])).removeprefix("/")
        code = self._foreign.get(there, "")
        return f'{link[0]} hreflang="{code}"{self._attributes(code)}' if code else link[0]

    def _attributes(self, code: str | None) -> str:
        """Return the attributes of a text in a language; none where it is the site's own."""
        return spoken(code) if code and code != self._language else ""


class Entry(Protocol):
    """What is used of an entry in MkDocs's table of contents."""

    id: str
    title: str

    @property
    def children(self) -> Sequence["Entry"]:
        """The entries below it."""


def speak(contents: Iterable[Entry], html: str) -> None:
    """Declare the language of headings in a table of contents as the article does; themes print titles as HTML."""
    spoken = _tongues(html)
    waiting = list(contents) if spoken else []
    while waiting:
        entry = waiting.pop()
        if entry.id in spoken:
            entry.title = f"<span{spoken[entry.id]}>{entry.title}</span>"
        waiting += entry.children


def _tongues(html: str) -> Mapping[str, str]:
    """Return what an article declares of the language of its headings: attributes, by the ids of the headings."""
    found = {heading["id"]: heading["spoken"] for heading in _LINKED_HEADING.finditer(html)}
    for text in _ABROAD.finditer(html):
        found |= {heading["id"]: text["spoken"] for heading in _HEADING.finditer(text["inside"])}
    return found


def lean(html: str) -> str:
    """Return a page without its indents and blank lines, but for those that show."""
    return _INDENT.sub(lambda found: found["kept"] or "\n", html)


def _foreign(dossier: Dossier, settings: Settings) -> Mapping[str, str]:
    """Return the languages of the titles that are not in the site's own, by the addresses of their pages."""
    found = {f"briefings/{briefing.id}.md": briefing.document.language.code for briefing in dossier.briefings}
    for topic in dossier.topics:
        if topic.origin is TopicOrigin.FOUND and len(topic.forms) == 1:
            found[f"topics/{topic.id}.md"] = next(iter(topic.forms))
    return {settings.url(path): code for path, code in found.items() if code != dossier.language}
