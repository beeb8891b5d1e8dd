"""Which part of a page is its article (the only importer of trafilatura, which is never let near a network)."""

import functools
import logging
from collections.abc import Iterator, Sequence

from trafilatura.core import bare_extraction
from trafilatura.settings import Document, Extractor

from generator.read.common import markup
from generator.read.common.markup import Element
from generator.read.web import align
from generator.read.web.placed import Placed

_IN_LINE = frozenset({"hi", "ref", "del", "graphic"})
# Copied and searched again and again, and no part of any article.
_NO_TEXT = (
    "script", "style", "template", "svg", "select", "iframe", "object", "noscript", "aside", "footer", "nav", "button",
    "dialog", "video", "audio", "canvas", "textarea", "input", "datalist", "label", "link", "picture", "source",
)  # fmt: skip
_DEEPEST = 100  # levels of blocks; trafilatura takes their square, and no page of text has half as many
_MOST = 0.6  # of a piece that has to be in the extract

# It says of each page that is short or odd that it is; the page says so itself.
logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("trafilatura").propagate = False


def extract(root: Element, found: Sequence[Placed]) -> tuple[bool, ...]:
    """Say of each piece of a page whether trafilatura takes it for a part of the article; the page is used up by it.

    Args:
        root: The page.
        found: Its pieces in order.
    """
    lines = tuple(_lines(root)) if max((len(each.path) for each in found), default=0) <= _DEEPEST else ()
    shares = align.shares([each.piece.text for each in found], lines)
    return tuple(share >= _MOST for share in shares)


def _lines(root: Element) -> Iterator[str]:
    body = _body(root)
    if body is None:
        return
    line: list[str] = []
    for event, element in markup.walk(body):
        if markup.name(element) not in _IN_LINE and line:
            yield "".join(line)
            line = []
        text = element.text if event == "start" else element.tail
        if text:
            line.append(text)
    if line:
        yield "".join(line)


def _body(root: Element) -> Element | None:
    markup.strip(root, *_NO_TEXT)
    try:
        document = bare_extraction(root, options=_options())
    except Exception:  # noqa: BLE001 - it stumbles over trees that no page has; then the blocks speak for themselves
        return None
    return document.body if isinstance(document, Document) else None


@functools.cache
def _options() -> Extractor:
    return Extractor(output_format="xml", fast=True, comments=False)
