"""The table of formats: which reader parses which. One file a format; `read/sniff.py` tells the format of a file."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from generator.read.content import Content, Raw
from generator.read.formats import html, markdown, pdf, plain

READERS: Mapping[str, Callable[[Raw], Iterator[Content]]] = MappingProxyType(
    {
        "text": plain.parse,
        "markdown": markdown.parse,
        "html": html.parse,
        "pdf": pdf.parse,
    }
)
