"""HTML and XML as trees (the only importer of lxml): no entities, no network, no document type."""

from collections.abc import Iterator

from lxml import etree
from lxml import html as lxml_html

from generator.errors import SeedError

Element = etree._Element  # noqa: SLF001 - lxml has no public name for the type of its elements
_DEEPEST = 250  # levels; libxml2 stops there itself in XML, and HTML beyond it is cut by its parser


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


def html(text: str) -> Element:
    """Return the root of an HTML page or fragment.

    Raises:
        SeedError: There is nothing in it.
    """
    parser = lxml_html.HTMLParser(
        encoding="utf-8", no_network=True, remove_pis=True, remove_comments=True, huge_tree=False
    )
    try:
        # As bytes: lxml refuses text that declares an encoding of its own.
        root = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise SeedError("there is no text in it", hint="save the page again, or delete it") from error
    return root


def name(element: Element) -> str:
    """Return the name of an element without its namespace, in small letters; empty for a comment and the like."""
    tag = element.tag
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
