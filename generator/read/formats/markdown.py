"""Markdown (the only importer of markdown_it): CommonMark and tables; raw HTML is text like any other."""

import html
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from generator.model import Kind
from generator.read.common import runs
from generator.read.common.decode import decode
from generator.read.common.runs import Line, Run
from generator.read.content import Content, Piece, Raw
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
    said = [text for piece in pieces for text in (piece.text, *(unquote(link.url) for link in piece.links))]
    words = {word for part in said for word in folded_words(part)}
    letters = _letters("".join(said))
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
            return [runs.heading(_line(node), int(node.tag[1:]))]
        case "bullet_list" | "ordered_list":
            return [runs.listed(list(_list_items(node)))]
        case "blockquote":
            return [runs.paragraph(runs.stacked([_line(child) for child in node.children]), Kind.QUOTE)]
        case "fence" | "code_block":
            return [Piece(Kind.CODE, node.content.rstrip("\n"))]
        case "table":
            return [
                runs.tabled([[_line(cell) for cell in row.children] for part in node.children for row in part.children])
            ]
        case _:  # a paragraph, or a rule, which says nothing
            said = _line(node)
            return [runs.paragraph(said)] if said.text else []


def _list_items(node: SyntaxTreeNode) -> Iterator[Line]:
    """Yield the lines of a list, those of the lists inside it in their place; numbers, which say something, stay."""
    for item in node.children:
        number = [Run(f"{item.info}{item.markup} ")] if node.type == "ordered_list" else []
        for child in item.children:
            if child.type in {"bullet_list", "ordered_list"}:
                yield from _list_items(child)
            elif (said := runs.line([*number, *_inline(child, "")])).text:
                yield said
                number = []


def _line(node: SyntaxTreeNode) -> Line:
    return runs.line(_inline(node, ""))


def _inline(node: SyntaxTreeNode, url: str) -> Iterator[Run]:
    """Yield what a node says: line ends as spaces; an address that no page may lead to in brackets behind its words."""
    match node.type:
        case "text" | "code_inline" | "fence" | "code_block":
            yield Run(node.content, url)
        case "softbreak" | "hardbreak":
            yield Run(" ", url)
        case "link":
            yield from _linked(node, str(node.attrs.get("href", "")))
        case "image":
            yield from _linked(node, str(node.attrs.get("src", "")))
        case _:
            for number, child in enumerate(node.children):
                if number and node.type not in {"inline", "em", "strong"}:
                    yield Run(" ", url)
                yield from _inline(child, url)


def _linked(node: SyntaxTreeNode, target: str) -> Iterator[Run]:
    words = [Run(node.content)] if node.type == "image" else [run for c in node.children for run in _inline(c, "")]
    live = runs.harmless(target)
    yield from (Run(run.text, live) for run in words)
    rest = ["" if live else target, str(node.attrs.get("title", ""))]
    if any(rest):
        yield Run(f" ({', '.join(part for part in rest if part)})")
