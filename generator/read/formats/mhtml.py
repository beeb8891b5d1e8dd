"""Web pages that a browser saved with all their parts in one file (RFC 2557)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.errors import SeedError
from generator.model import Fact, Notice
from generator.read.content import Content, Raw
from generator.read.formats import html, mime
from generator.read.formats.mime import Part
from generator.read.formats.spoken import bounded

_ORIGIN = "mail header"
_PAGES = ("text/html", "application/xhtml+xml")
_ADDRESS = re.compile(r"https?://\S{1,4000}", re.IGNORECASE)


def parse(raw: Raw) -> Iterator[Content]:
    """Yield the page in a file.

    Raises:
        SeedError: There is no page in it.
    """
    root = mime.parse(raw.data)
    leaves = list(_leaves(root))
    found = _root(root, leaves)
    if found is None:
        raise SeedError("there is no web page in it", hint="save the page again, as HTML")
    url = _address(root.header("snapshot-content-location")) or _address(found.header("content-location"))
    page = html.page(found.data, raw.rules, found.charset, _address(found.header("content-location")) or url)
    said = bounded((entry.name, entry.text) for entry in root.headers)
    facts = {"title": Fact(root.header("subject"), _ORIGIN)} if root.header("subject") else {}
    facts |= page.facts
    facts |= {"link": Fact(url, _ORIGIN)} if url else {}
    notices = (*page.notices, *said.notices, *_frames(found, leaves))
    yield replace(page, format="mhtml", stated=(*said.lines, *page.stated), facts=facts, notices=notices)


def _leaves(root: Part) -> Iterator[Part]:
    waiting = [root]
    while waiting:
        part = waiting.pop()
        waiting += reversed(part.parts)
        if not part.parts and part.data.strip():
            yield part


def _root(root: Part, leaves: list[Part]) -> Part | None:
    """Return the page: what the envelope calls its start, else the first part that is HTML."""
    pages = [part for part in leaves if part.kind in _PAGES]
    named = (part for part in pages if root.start and part.header("content-id").strip("<>") == root.start.strip("<>"))
    return next(named, pages[0] if pages else None)


def _address(said: str) -> str:
    bare = "".join(said.split())  # a long address is folded, and its folds are no part of it
    return bare if _ADDRESS.fullmatch(bare) else ""


def _frames(page: Part, leaves: list[Part]) -> Iterator[Notice]:
    frames = [part for part in leaves if part.kind in _PAGES and part is not page]
    if frames:
        yield Notice("attachments", "frames", (len(frames),))
