"""Feeds: RSS of all versions, RDF Site Summary and Atom; each entry is a document."""

import hashlib
import html
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from generator.errors import SeedError
from generator.model import Encoding, Fact
from generator.read.common import markup
from generator.read.common.decode import decode, tidy
from generator.read.common.markup import Element
from generator.read.content import Content, Piece, Raw
from generator.read.formats import fragment, moment, plain
from generator.read.formats.mail import person
from generator.read.formats.spoken import bounded
from generator.read.web import blocks
from generator.settings import Rules
from generator.text import count_words, folded_words, squeeze

_ORIGIN = "feed"
_PREFIXES = {
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://www.w3.org/1999/xhtml": "xhtml:",
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
}
_TEXTS = ("content:encoded", "xhtml:body", "content", "description", "summary", "dc:description", "itunes:summary",
          "media:group")  # fmt: skip
_SUMMARIES = ("summary", "description", "dc:description", "itunes:subtitle", "itunes:summary")
_DATES = ("pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "created", "updated",
          "modified", "dcterms:modified")  # fmt: skip
_AUTHORS = ("dc:creator", "author", "itunes:author")
_SUMMARY = 80  # words; what is longer is a text, and stays among the lines
_TITLES = ("title", "dc:title", "media:title")
_ATTRIBUTES = ("href", "url", "type", "length", "term", "label")
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,300}\?>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_]\w{1,8}){0,3}")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An element, and its children by name."""

    element: Element
    children: Mapping[str, list[Element]]

    def first(self, *names: str) -> Element | None:
        """Return the first child of the first of some names that has words."""
        found = (child for name in names for child in self.children.get(name, ()))
        return next((child for child in found if markup.text_in(child).strip()), None)

    def said(self, *names: str) -> str:
        """Return its words."""
        found = self.first(*names)
        return "" if found is None else _words(found)


@dataclass(frozen=True, slots=True)
class _Feed:
    """What the entries of a feed share."""

    facts: Mapping[str, Fact]
    link: str
    encoding: Encoding
    rules: Rules


def parse(raw: Raw) -> Iterator[Content]:
    """Yield the entries of a feed.

    Raises:
        SeedError: It is no feed, or has no entries.
    """
    declared = _DECLARED.match(raw.data[:500])
    decoded = decode(raw.data, len(raw.data), declared[1].decode() if declared else "")
    text = _ENTITY.sub(_sign, _DECLARATION.sub("", decoded.text, count=1).lstrip())
    root = markup.xml(text.encode("utf-8", "replace"), "it")
    if markup.name(root) not in {"rss", "rdf", "feed", "channel"}:
        raise SeedError("it is XML, but no feed", hint="save the page or the text that it stands for")
    channel = next(markup.descendants(root, "channel"), root)
    entries = list(markup.descendants(root, "item", "entry"))
    if not entries:
        raise SeedError("it is a feed without entries", hint="save it again when there are some, or delete it")
    about = _entry(channel)
    feed = _Feed(_shared(about), _link(about, ""), decoded.encoding, raw.rules)
    outside = bounded(_lines(about, (*entries, *markup.descendants(root, "items"))))
    for number, entry in enumerate(entries):
        found = _document(_entry(entry), feed)
        if number == 0:
            notices = (*decoded.notices, *found.notices, *outside.notices)
            found = replace(found, leftover=outside.lines, notices=notices)
        yield found


def _sign(match: re.Match[str]) -> str:
    """Return the sign that HTML names so: XML does not know the name, and its parser would drop it."""
    sign = html.unescape(match[0])
    return match[0] if any(mark in "<>&'\"" for mark in sign) else sign


def _entry(element: Element) -> _Entry:
    children: dict[str, list[Element]] = defaultdict(list)
    for child in element:
        if isinstance(child.tag, str):
            children[_key(child)].append(child)
    return _Entry(element, dict(children))


def _key(element: Element) -> str:
    """Return the name of an element, with its usual prefix where it is none of the feed's own."""
    space, _, name = str(element.tag).rpartition("}")
    prefix = _PREFIXES.get(space[1:].lower(), f"{element.prefix}:" if element.prefix else "")
    return f"{prefix}{name}".lower()


def _shared(about: _Entry) -> dict[str, Fact]:
    code = about.said("language", "dc:language") or about.element.get(_LANGUAGE, "")
    said = {
        "source": about.said(*_TITLES),
        "language": code if _CODE.fullmatch(code) else "",
        "author": _author(about) if markup.name(about.element) == "feed" else "",
    }
    return {name: Fact(text[:1000], _ORIGIN) for name, text in said.items() if text}


def _document(entry: _Entry, feed: _Feed) -> Content:
    link = _link(entry, feed.link)
    body = entry.first(*_TEXTS)
    pieces = () if body is None else _pieces(body, link or feed.link, feed)
    facts = {**feed.facts, **_facts(entry, link)}
    words = folded_words(" ".join(piece.text for piece in pieces))
    summary = entry.said(*(name for name in _SUMMARIES if body is None or name != _key(body)))
    if summary and count_words(summary) <= _SUMMARY and folded_words(summary) != words[: count_words(summary)]:
        facts["summary"] = Fact(summary, _ORIGIN)
    said = bounded(_lines(entry, () if body is None else (body,)))
    name = entry.said("guid", "id", "dc:identifier") or _about(entry.element) or link
    return Content(
        "feed",
        feed.encoding,
        pieces,
        part=name or hashlib.sha256(" ".join((entry.said(*_TITLES), *words)).encode("utf-8", "replace")).hexdigest(),
        stated=said.lines,
        facts=facts,
        notices=said.notices,
    )


def _facts(entry: _Entry, link: str) -> dict[str, Fact]:
    source = entry.first("source")
    code = entry.said("dc:language", "language") or entry.element.get(_LANGUAGE, "")
    said = {
        "title": entry.said(*_TITLES),
        "date": moment.iso(entry.said(*_DATES)),
        "author": _author(entry),
        "link": link,
        "source": "" if source is None else _entry(source).said("title") or _words(source),
        "language": code if _CODE.fullmatch(code) else "",
    }
    return {name: Fact(text[:1000], _ORIGIN) for name, text in said.items() if text}


def _author(entry: _Entry) -> str:
    """Return the authors of the first kind that an entry names."""
    for kind in _AUTHORS:
        names = [_entry(child).said("name") or person(_words(child)) for child in entry.children.get(kind, ())]
        if any(names):
            return ", ".join(dict.fromkeys(name for name in names if name))
    return ""


def _link(entry: _Entry, base: str) -> str:
    """Return the address of the page that an entry stands for; empty where it gives none."""
    found = [child for child in entry.children.get("link", ()) if child.get("rel", "alternate") == "alternate"]
    said = [_words(child) or child.get("href", "") for child in found]
    said += [
        _words(child) for child in entry.children.get("guid", ()) if child.get("isPermaLink", "true").lower() != "false"
    ]
    addresses = (_joined(entry.element.get(_BASE, "") or base, link) for link in (*said, _about(entry.element)) if link)
    return next((link for link in addresses if link.lower().startswith(("http://", "https://"))), "")


def _about(element: Element) -> str:
    return next((str(value) for key, value in element.items() if str(key).endswith("}about")), "")


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link)
    except ValueError:  # a host in brackets that is no address
        return link


def _pieces(body: Element, base: str, feed: _Feed) -> tuple[Piece, ...]:
    """Return the text of an entry: the elements in it, or the HTML that it spells out."""
    if any(isinstance(child.tag, str) for child in body):
        try:
            return tuple(blocks.pieces(body, base))
        except ValueError:
            return tuple(blocks.pieces(body, ""))
    text = tidy(markup.text_in(body), feed.encoding, feed.rules.limits.characters).text
    if body.get("type", "") in {"text", "text/plain"}:
        return plain.pieces(text)
    return fragment.pieces(text, base)


def _words(element: Element) -> str:
    """Return the words in an element on one line."""
    text = markup.text_in(element)
    return fragment.words(tidy(text, Encoding("utf-8", guessed=False), len(text)).text)


def _lines(entry: _Entry, skip: tuple[Element, ...]) -> Iterator[tuple[str, str]]:
    """Yield all that an entry says but its text."""
    skipped = {id(element) for element in skip}
    for key, children in entry.children.items():
        for child in children:
            if id(child) in skipped:
                continue
            words = squeeze(" ".join(_words(part) for part in _parts(child)))
            # Of an element with words the attributes say how they are written: type="html".
            parts = () if words else (child, *child.iterdescendants())
            said = [part.get(name, "") for part in parts for name in _ATTRIBUTES]
            yield key, " ".join(word for word in (words, *said) if word)


def _parts(element: Element) -> tuple[Element, ...]:
    """Return the elements that an element parts its words into, as an author into name and address."""
    inner = tuple(child for child in element if isinstance(child.tag, str))
    is_mixed = bool((element.text or "").strip()) or any((child.tail or "").strip() for child in inner)
    return inner if inner and not is_mixed else (element,)
