"""Markdown (the only importer of markdown_it): CommonMark and tables; raw HTML is text like any other."""

import html
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from generator.model import Kind
from generator.read.content import Content, Piece, Raw
from generator.read.decode import decode
from generator.read.formats import header
from generator.text import folded_words, squeeze

_PROOF = 12  # letters
_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table")


def parse(raw: Raw) -> Iterator[Content]:
    """Yield the blocks of a Markdown text."""
    decoded = decode(raw.data, raw.rules.limits.characters)
    head = header.split(decoded.text)
    tree = SyntaxTreeNode(_PARSER.parse(head.rest))
    pieces = tuple(piece for node in tree.children for piece in _pieces(node))
    yield Content(
        "markdown",
        decoded.encoding,
        pieces,
        stated=head.lines,
        facts=head.facts,
        leftover=tuple(_leftover(head.rest, pieces)),
        notices=decoded.notices,
    )


def _leftover(text: str, pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Yield the lines with words that are in no piece: unused link definitions, what is nested too deep to parse."""
    words = {word for piece in pieces for word in folded_words(piece.text)}
    letters = _letters("".join(piece.text for piece in pieces))
    for line in text.splitlines():
        # `snake*case*` and `R&amp;D` come out as other words of the same letters; a few letters prove nothing.
        own = _letters(html.unescape(line))
        if not words.issuperset(folded_words(line)) and not (len(own) >= _PROOF and own in letters):
            yield squeeze(line)


def _letters(text: str) -> str:
    return "".join(folded_words(text))


def _pieces(node: SyntaxTreeNode) -> Sequence[Piece]:
    match node.type:
        case "heading":
            return [Piece(Kind.HEADING, _text(node), level=int(node.tag[1:]))]
        case "bullet_list" | "ordered_list":
            items = tuple(_list_items(node))
            return [Piece(Kind.LIST, "\n".join(items), items=items)]
        case "blockquote":
            return [Piece(Kind.QUOTE, "\n".join(_text(child) for child in node.children))]
        case "fence" | "code_block":
            return [Piece(Kind.CODE, node.content.rstrip("\n"))]
        case "table":
            rows = tuple(tuple(_text(cell) for cell in row.children) for part in node.children for row in part.children)
            return [Piece(Kind.TABLE, "\n".join(cell for row in rows for cell in row), rows=rows)]
        case _:  # a paragraph, or a rule, which says nothing
            text = _text(node)
            return [Piece(Kind.PARAGRAPH, text)] if text else []


def _list_items(node: SyntaxTreeNode) -> Iterator[str]:
    """Yield the texts of a list, those of the lists inside it in their place; numbers, which say something, stay."""
    for item in node.children:
        number = f"{item.info}{item.markup} " if node.type == "ordered_list" else ""
        for child in item.children:
            if child.type in {"bullet_list", "ordered_list"}:
                yield from _list_items(child)
            elif text := _text(child):
                yield number + text
                number = ""


def _text(node: SyntaxTreeNode) -> str:
    return squeeze(_inline(node))


def _inline(node: SyntaxTreeNode) -> str:
    """Return what a node says: its text, line ends as spaces, and each address in brackets behind its words."""
    match node.type:
        case "text" | "code_inline" | "fence" | "code_block":
            return node.content
        case "softbreak" | "hardbreak":
            return " "
        case "link":
            words = "".join(_inline(child) for child in node.children)
            target = str(node.attrs.get("href", ""))
            return words if target in {words, f"mailto:{words}"} else f"{words} ({_titled(target, node)})"
        case "image":
            return f"{node.content} ({_titled(str(node.attrs.get('src', '')), node)})"
        case "inline" | "em" | "strong":
            return "".join(_inline(child) for child in node.children)
        case _:
            return " ".join(_inline(child) for child in node.children)


def _titled(target: str, node: SyntaxTreeNode) -> str:
    title = str(node.attrs.get("title", ""))
    return f"{target}, {title}" if title else target
