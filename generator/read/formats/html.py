"""HTML pages."""

from collections.abc import Iterator

from generator.read import blocks, markup
from generator.read.content import Content, Raw
from generator.read.decode import decode
from generator.settings import Rules


def parse(raw: Raw) -> Iterator[Content]:
    """Yield the page in a file."""
    yield page(raw.data, raw.rules)


def page(data: bytes, rules: Rules, declared: str = "", url: str = "") -> Content:
    """Return a page.

    Args:
        data: Its bytes.
        rules: How seeds are read.
        declared: The encoding that its envelope names; empty where none does.
        url: Where the page came from; empty where nothing says so.

    Raises:
        SeedError: There is no text in it.
    """
    decoded = decode(data, rules.limits.characters, declared)
    root = markup.html(decoded.text)
    return Content("html", decoded.encoding, tuple(blocks.pieces(root, url)), notices=decoded.notices)
