"""HTML and XML as trees (the only importer of lxml): no entities, no network, no document type."""

import functools
import re
from collections.abc import Collection, Iterator

from lxml import etree
from lxml import html as lxml_html

from generator.errors import SeedError
from generator.read.web.levels import flattened

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type of its elements
_CHARSET = re.compile(rb"""<meta\b[^>]{0,200}?\bcharset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})""", re.IGNORECASE)


def xml(data: bytes, what: str) -> Element:
    """Return the root of an XML file; what is broken in it is mended as far as it goes.

    Args:
        data: Its bytes.
        what: What it is, for the error.

    Raises:
        SeedError: There is no XML in it.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, recover=True, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SeedError(f"{what} is no XML ({error})", hint="save it again") from error
    if root is None:
        raise SeedError(f"{what} is no XML", hint="save it again")
    return root


def sound_xml(data: bytes) -> Element | None:
    """Return the root of an XML file that has no fault; None for every other."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def charset(data: bytes) -> str:
    """Return the encoding that a page names in its first 2,048 bytes; empty where it names none."""
    found = _CHARSET.search(data[:2048])
    return found[1].decode("ascii") if found else ""


def html(text: str) -> Element:
    """Return the root of an HTML page or fragment, however deep it is nested.

    Raises:
        SeedError: There is nothing in it.
    """
    parser = _parser()
    root = _parsed(text, parser)
    if any("depth" in error.message for error in parser.error_log.filter_from_fatals()):
        root = _parsed(flattened(text), _parser())
    if root is None:
        raise SeedError("there is no text in it", hint="save the page again, or delete it")
    return root


def _parser() -> etree.HTMLParser:
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, remove_comments=True, huge_tree=False)
    # trafilatura asks for elements of this class; lxml's own way of choosing it is a call in Python for each of them.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=lxml_html.HtmlElement))
    return parser


def _parsed(text: str, parser: etree.HTMLParser) -> Element | None:
    try:
        # As bytes: lxml refuses text that declares an encoding of its own.
        return etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def name(element: Element) -> str:
    """Return the name of an element without its namespace, in small letters; empty for a comment and the like."""
    return _name(element.tag)


@functools.lru_cache(maxsize=4096)
def _name(tag: object) -> str:
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def value(element: Element, attribute: str) -> str:
    """Return an attribute by its name without a namespace; empty where there is none."""
    return next((str(said) for key, said in element.items() if str(key).rpartition("}")[2] == attribute), "")


def child(element: Element, *path: str) -> Element | None:
    """Return the first child of a name, of that the first of the next, and so on; None where one is missing."""
    here: Element | None = element
    for step in path:
        here = next((inner for inner in here if name(inner) == step), None) if here is not None else None
    return here


def text_in(element: Element) -> str:
    """Return all text within an element."""
    return "".join(str(text) for text in element.itertext())


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """Yield the elements of some names below one, in order."""
    for child in element.iterdescendants():
        if name(child) in names:
            yield child


def has(element: Element, *names: str) -> bool:
    """Say whether there is an element of some names below one."""
    return next(element.iterdescendants(*names), None) is not None


def inline_around_blocks(root: Element, inline: Collection[str]) -> frozenset[Element]:
    """Return the elements that should stand in a line but hold blocks, such as a link around a heading.

    Args:
        root: The tree to look through.
        inline: The names of elements that stand in a line.
    """
    found: set[Element] = set()
    for element in root.iterdescendants():
        if name(element) in inline:
            continue
        around = element.getparent()
        while around is not None and around is not root and around not in found and name(around) in inline:
            found.add(around)
            around = around.getparent()
    return frozenset(found)


def walk(root: Element) -> Iterator[tuple[str, Element]]:
    """Yield each element below a root twice, at its "start" and at its "end"; the root's own text at its start."""
    yield from etree.iterwalk(root, events=("start", "end"))


def strip(root: Element, *names: str) -> None:
    """Take the elements of some names out of a tree, with all that is in them; the text behind them stays."""
    etree.strip_elements(root, *names, with_tail=False)
