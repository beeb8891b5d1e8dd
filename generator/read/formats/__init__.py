"""The table of formats: which reader parses which. One file a format; `read/sniff.py` tells the format of a file."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from generator.model import Unread
from generator.read.content import Content, Raw
from generator.read.formats import (
    docx,
    epub,
    feed,
    html,
    json_file,
    mail,
    markdown,
    mbox,
    mhtml,
    odt,
    pdf,
    plain,
    rtf,
    warc,
)

READERS: Mapping[str, Callable[[Raw], Iterator[Content | Unread]]] = MappingProxyType(
    {
        "text": plain.parse,
        "markdown": markdown.parse,
        "html": html.parse,
        "docx": docx.parse,
        "odt": odt.parse,
        "epub": epub.parse,
        "rtf": rtf.parse,
        "pdf": pdf.parse,
        "mail": mail.parse,
        "mbox": mbox.parse,
        "mhtml": mhtml.parse,
        "json": json_file.parse,
        "jsonl": json_file.parse_lines,
        "feed": feed.parse,
        "warc": warc.parse,
    }
)
