"""Word files (docx): the text in order, then notes; headers, comments and deleted words are set aside."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import Encoding, Notice
from generator.read.common import markup, office
from generator.read.common.archive import Archive
from generator.read.common.markup import Element
from generator.read.common.properties import facts
from generator.read.content import Content, Piece, Raw
from generator.read.formats.docx_styles import Numbers, Styles
from generator.read.formats.docx_text import Book, Story

_MAIN = "word/document.xml"
_CORE = "docProps/core.xml"
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_ASIDE = ("comments", "header", "footer")
_ADDRESS = re.compile(r"[a-z]{2,10}:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts that a part is related to: names of members by kind, addresses of links by id."""

    members: Mapping[str, tuple[str, ...]]
    links: Mapping[str, str]


def parse(raw: Raw) -> Iterator[Content]:
    """Yield the text of a Word file."""
    archive = Archive(raw.data)
    name = _main(archive)
    document = office.part(archive, name)
    related = _related(archive, name)
    reader = _Reader(archive, related)
    pieces = [*reader.blocks(document.root, related.links)]
    for kind, note in _NOTES.items():
        pieces += reader.notes(kind, note)
    pieces += office.furniture(piece for kind in _ASIDE for piece in reader.beside(kind))
    found = office.arranged(pieces)
    lines = _stated(reader.root(_CORE))
    own = facts(lines.get("title", ""), lines.get("creator", ""), raw.path)
    said = office.stated(lines, own, found)
    notices = (*document.notices, *reader.notices, *_foreign(related))
    whole = Content(
        "docx", Encoding("utf-8", guessed=False), found, stated=said.stated, facts=said.facts, notices=notices
    )
    yield office.fitted(whole, raw.rules.limits.characters)


class _Reader:
    """The parts of one file; what is wrong with one of them becomes a notice."""

    def __init__(self, archive: Archive, related: _Parts) -> None:
        self._archive = archive
        self._related = related
        self.notices: list[Notice] = []
        self._book = Book(Styles(self._first("styles")), Numbers(self._first("numbering")))

    def root(self, name: str) -> Element | None:
        """Return the tree of a part; None where there is none."""
        found = office.optional(self._archive, name)
        self.notices += found.notices
        return found.root

    def blocks(self, root: Element | None, links: Mapping[str, str]) -> tuple[Piece, ...]:
        """Return the text in a tree."""
        story = Story(self._book, links)
        if root is not None:
            story.walk(root)
        return story.done()

    def notes(self, kind: str, note: str) -> Iterator[Piece]:
        """Yield the footnotes or endnotes, without the lines that part them from the text."""
        for name in self._related.members.get(kind, ()):
            links = _related(self._archive, name).links
            root = self.root(name)
            for element in root if root is not None else ():
                if markup.name(element) == note and markup.value(element, "type") in {"", "normal"}:
                    yield from self.blocks(element, links)

    def beside(self, kind: str) -> Iterator[Piece]:
        """Yield the text of comments, headers or footers."""
        for name in self._related.members.get(kind, ()):
            yield from self.blocks(self.root(name), {})

    def _first(self, kind: str) -> Element | None:
        names = self._related.members.get(kind, ())
        return self.root(names[0]) if names else None


def _main(archive: Archive) -> str:
    """Return the name of the part that holds the text: some programs number it."""
    return next((name for name in _relations(archive, "").members.get("officeDocument", ()) if name in archive), _MAIN)


def _related(archive: Archive, name: str) -> _Parts:
    """Return what a part is related to; parts in their usual places are found without being named."""
    found = _relations(archive, name)
    folder = posixpath.dirname(name)
    usual = {kind: (f"{folder}/{kind}.xml",) for kind in ("styles", "numbering", *_NOTES, "comments")}
    present = {kind: names for kind, names in usual.items() if names[0] in archive}
    return _Parts({**present, **found.members}, found.links)


def _relations(archive: Archive, name: str) -> _Parts:
    folder, own = posixpath.split(name)
    root = office.optional(archive, posixpath.join(folder, "_rels", f"{own}.rels")).root
    members: dict[str, dict[str, None]] = defaultdict(dict)  # each once, in order
    links: dict[str, str] = {}
    for element in root if root is not None else ():
        kind = markup.value(element, "Type").rpartition("/")[2]
        target = markup.value(element, "Target")
        if markup.value(element, "TargetMode") == "External" or _ADDRESS.match(target):
            links[markup.value(element, "Id")] = target
        else:
            # A name to look up, not a path: nothing is opened under it but a member of the archive.
            member = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            members[kind][member] = None
    return _Parts({kind: tuple(names) for kind, names in members.items()}, links)


def _foreign(related: _Parts) -> Iterator[Notice]:
    for name in related.members.get("aFChunk", ()):
        yield Notice("part-unread", "foreign", (name,))


def _stated(core: Element | None) -> dict[str, str]:
    """Return all that the properties say, by name."""
    return {markup.name(said): markup.text_in(said) for said in core if markup.name(said)} if core is not None else {}
