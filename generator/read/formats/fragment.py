"""A text within a file of another format: HTML where it has tags, lines where it has none."""

import html
import re

from generator.errors import SeedError
from generator.read.common import markup
from generator.read.content import Layout, Piece
from generator.read.formats import plain
from generator.read.web import blocks
from generator.text import squeeze

_BLOCKS = "p|div|br|ul|ol|li|h[1-6]|table|tr|td|th|pre|blockquote|section|article|header|footer|figure|figcaption|hr|dl"
_INLINE = "html|body|a|abbr|b|i|em|strong|span|u|s|small|sub|sup|code|img|font|cite|q|mark|del|ins|iframe|center|script"
_TAG = re.compile(rf"</?(?:{_BLOCKS}|{_INLINE})(?:\s[^<>]{{0,5000}})?/?>", re.IGNORECASE)
_BLOCK_TAG = re.compile(rf"</?(?:{_BLOCKS})(?:\s[^<>]{{0,5000}})?/?>", re.IGNORECASE)
_TITLE = re.compile(r"<title(?:\s[^<>]{0,200})?>([^<]{1,1000})</title", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def is_html(text: str) -> bool:
    """Say whether a text has tags of HTML."""
    return bool(_TAG.search(text))


def layout(text: str) -> Layout:
    """Return what the pieces of a text are."""
    return Layout.BLOCKS if is_html(text) else Layout.LINES


def pieces(text: str, base: str = "") -> tuple[Piece, ...]:
    """Return a text as pieces.

    Args:
        text: HTML or plain text.
        base: The address that relative links start from; empty where none is known.
    """
    if not is_html(text):
        return plain.pieces(html.unescape(text))
    return from_html(text if _BLOCK_TAG.search(text) else _with_paragraphs(text), base)


def from_html(text: str, base: str = "") -> tuple[Piece, ...]:
    """Return HTML as pieces."""
    try:
        root = markup.html(text)
    except SeedError:
        return ()
    return tuple(blocks.pieces(root, base))


def title(text: str) -> str:
    """Return the title that HTML states in its head, which its pieces do not have; empty where there is none."""
    found = _TITLE.search(text)
    return squeeze(html.unescape(found[1])) if found else ""


def words(text: str) -> str:
    """Return a text on one line, without tags and entities."""
    if is_html(text):
        return squeeze(" ".join(piece.text for piece in pieces(text)))
    return squeeze(html.unescape(text))


def _with_paragraphs(text: str) -> str:
    """Return HTML with a tag for each empty line: a text that has tags for words only parts its paragraphs so."""
    return "".join(f"<p>{chunk}</p>" for chunk in _PARAGRAPHS.split(text))
