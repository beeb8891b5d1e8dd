"""The table of formats: which reader parses which. One file a format; `read/sniff.py` tells the format of a file."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from generator.read.content import Content, Raw
from generator.read.formats import docx, epub, html, markdown, odt, pdf, plain, rtf

READERS: Mapping[str, Callable[[Raw], Iterator[Content]]] = MappingProxyType(
    {
        "text": plain.parse,
        "markdown": markdown.parse,
        "html": html.parse,
        "docx": docx.parse,
        "odt": odt.parse,
        "epub": epub.parse,
        "rtf": rtf.parse,
        "pdf": pdf.parse,
    }
)
