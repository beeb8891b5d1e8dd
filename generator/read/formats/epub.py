"""Books (epub): the chapters in their order; a contents list is set aside."""

import html
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from generator.errors import SeedError
from generator.interface import in_english
from generator.locales import is_language
from generator.model import Encoding, Fact, Kind, Notice
from generator.read.common import markup, office
from generator.read.common.archive import Archive
from generator.read.common.decode import decode
from generator.read.common.markup import Element
from generator.read.content import Content, Piece, Raw
from generator.read.web import blocks

ORIGIN = "book metadata"
_CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
# Ways to make a font useless outside its book; the text can be read all the same.
_FONTS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
_NO_DATES = frozenset({"modification", "creation", "conversion", "ops-modification"})
_DECLARATION = re.compile(r"\A\s{0,99}<\?xml[^>]{0,200}\?>")
_DECLARED = re.compile(rb"\s{0,99}<\?xml[^>]{0,200}?encoding\s?=\s?[\"']([A-Za-z0-9._-]{1,40})")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OWN_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_PROSE = 200  # characters; the names of chapters are shorter
_YEAR = re.compile(r"[12]\d{3}\b")


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A file of the book, by its name in the archive; a contents list is one that the book says to be."""

    name: str
    is_contents: bool


def parse(raw: Raw) -> Iterator[Content]:
    """Yield a book as one document."""
    archive = Archive(raw.data)
    name = _package(archive)
    package = office.part(archive, name)
    root = package.root
    chapters = _chapters(root, posixpath.dirname(name)) if root is not None else []
    _refuse_locked(archive, chapters)
    pieces: list[Piece] = []
    notices = [*package.notices]
    for chapter in chapters:
        try:
            data = archive.read(chapter.name)
            declared = _DECLARED.match(data)
            decoded = decode(data, raw.rules.limits.characters, declared[1].decode("ascii") if declared else "")
            notices += [notice for notice in decoded.notices if notice not in notices]
            pieces += _pieces(decoded.text, chapter)
        except SeedError as error:
            notices.append(Notice("part-unread", "part", (chapter.name, error.message)))
    if not pieces:
        why = f": {in_english(notices[-1])}" if notices else ""
        raise SeedError(f"there is no text in the book{why}", hint="save it as text, PDF or docx")
    said = _facts(root)
    yield Content(
        "epub", Encoding("utf-8", guessed=False), tuple(pieces), stated=_stated(root), facts=said,
        notices=tuple(notices),
    )  # fmt: skip


def _package(archive: Archive) -> str:
    """Return the name of the file that lists the others."""
    root = office.part(archive, _CONTAINER).root
    for element in markup.descendants(root, "rootfile") if root is not None else ():
        name = _member("", markup.value(element, "full-path"))
        if name in archive:
            return name
    raise SeedError("it is damaged: no list of chapters is in it", hint="save it again")


def _member(folder: str, href: str) -> str:
    """Return the name that a reference leads to, for looking it up in the archive; it never becomes a path."""
    return posixpath.normpath(posixpath.join("/", folder, unquote(href.partition("#")[0]))).lstrip("/")


def _chapters(root: Element, folder: str) -> list[_Chapter]:
    """Return the files of the book in the order of reading; a contents list that is no part of it comes last."""
    items: dict[str, _Chapter] = {}
    for item in markup.descendants(root, "item"):
        is_contents = "nav" in markup.value(item, "properties").split()
        items[markup.value(item, "id")] = _Chapter(_member(folder, markup.value(item, "href")), is_contents)
    listed = {
        _member(folder, markup.value(reference, "href"))
        for reference in markup.descendants(root, "reference")
        if markup.value(reference, "type").lower() == "toc"
    }
    order = [markup.value(reference, "idref") for reference in markup.descendants(root, "itemref")]
    found = [
        items[name] for name in [*order, *(name for name, item in items.items() if item.is_contents)] if name in items
    ]
    once = {item.name: _Chapter(item.name, item.is_contents or item.name in listed) for item in found}
    return list(once.values())


def _refuse_locked(archive: Archive, chapters: Sequence[_Chapter]) -> None:
    """Refuse a book whose chapters are encrypted.

    Raises:
        SeedError: They are.
    """
    root = office.optional(archive, _LOCKS).root
    names = {chapter.name for chapter in chapters}
    for locked in markup.descendants(root, "encrypteddata") if root is not None else ():
        methods = {markup.value(method, "Algorithm") for method in markup.descendants(locked, "encryptionmethod")}
        found = {_member("", markup.value(said, "URI")) for said in markup.descendants(locked, "cipherreference")}
        if not methods <= _FONTS and found & names:
            raise SeedError("its text is locked by its seller (DRM)", hint="get it without DRM, or leave it out")


def _pieces(text: str, chapter: _Chapter) -> tuple[Piece, ...]:
    found = tuple(blocks.pieces(_tree(text), ""))
    # Some books keep a preface, or all of the text, in the file that they call their contents.
    is_list = chapter.is_contents and not any(_is_prose(piece) for piece in found)
    return office.furniture(found) if is_list else found


def _is_prose(piece: Piece) -> bool:
    """Say whether a block is text of its own, not the name of a chapter that leads to it."""
    return piece.kind is Kind.PARAGRAPH and len(piece.text) > _PROSE and piece.text.rstrip()[-1] in ".!?…。"


def _tree(text: str) -> Element:
    """Return a chapter as a tree: as XML where it is sound, since `<title/>` would swallow the text of HTML."""
    bare = _ENTITY.sub(_entity, _DECLARATION.sub("", text))
    root = markup.sound_xml(bare.encode("utf-8", "replace"))
    return root if root is not None else markup.html(text)


def _entity(match: re.Match[str]) -> str:
    return match[0] if match[1] in _OWN_ENTITIES else html.unescape(match[0])


def _metadata(root: Element | None) -> Iterator[Element]:
    metadata = markup.child(root, "metadata") if root is not None else None
    # The first edition of the format has them one level deeper.
    return (said for said in metadata.iterdescendants() if markup.name(said)) if metadata is not None else iter(())


def _stated(root: Element | None) -> tuple[str, ...]:
    said = [(markup.name(element), office.bare(element.text or "")) for element in _metadata(root)]
    return tuple(dict.fromkeys(f"{name}: {text}" for name, text in said if text and name != "meta"))


def _made(root: Element | None) -> frozenset[str]:
    said = (element for element in _metadata(root) if markup.value(element, "property") == "dcterms:modified")
    return frozenset(text for element in said if "T" in (text := office.bare(element.text or "")))


def _facts(root: Element | None) -> Mapping[str, Fact]:
    """Return what the book says of itself."""
    texts: dict[str, list[str]] = {}
    for element in _metadata(root):
        text = office.bare(markup.text_in(element))
        if text and not (markup.name(element) == "date" and markup.value(element, "event") in _NO_DATES):
            texts.setdefault(markup.name(element), []).append(text)
    # To the day: no book appears at a minute. What is also when the file was made, to the second, is nothing else.
    dates = [text[:10] for text in texts.get("date", ()) if _YEAR.match(text) and text not in _made(root)]
    found = {
        "title": texts.get("title", [""])[0],
        "author": ", ".join(dict.fromkeys(texts.get("creator", ()))),
        "source": texts.get("publisher", [""])[0],
        "language": next((text for text in texts.get("language", ()) if is_language(text)), ""),
        # A date of the year 101, as one program writes where it knows none, is none.
        "date": dates[0] if dates else "",
        "link": next((text for text in texts.get("identifier", ()) if text.startswith(("https://", "http://"))), ""),
    }
    return {name: Fact(text, ORIGIN) for name, text in found.items() if text}
