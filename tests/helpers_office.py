"""Office documents and books, made in code: zip containers with the least XML that holds what a test is about."""

import io
import zipfile
from collections.abc import Mapping

from generator.read.content import Content, Piece, Raw
from generator.read.formats import READERS
from generator.settings import Rules

_WORD = (
    'xmlns:w="w" xmlns:r="r" xmlns:mc="mc" xmlns:wps="wps" xmlns:wp="wp" xmlns:v="v" xmlns:dc="dc" xmlns:dcterms="t"'
)
_ODF = 'xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:draw="d" xmlns:style="s" xmlns:dc="dc" xmlns:meta="m"'
_ODF += ' xmlns:svg="svg" xmlns:xlink="x" xmlns:fo="fo"'
_ROOTS = {
    "document": "w:document", "styles": "w:styles", "numbering": "w:numbering", "footnotes": "w:footnotes",
    "endnotes": "w:endnotes", "comments": "w:comments", "header1": "w:hdr", "footer1": "w:ftr",
}  # fmt: skip
_BOOK = (
    '<package xmlns="p" xmlns:dc="dc" xmlns:opf="o"><metadata>{metadata}</metadata><manifest>{items}</manifest>'
    "<spine>{spine}</spine>{guide}</package>"
)
_CONTAINER = '<container><rootfiles><rootfile full-path="book/package.opf"/></rootfiles></container>'


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def replaced(data: bytes, name: str, text: bytes) -> bytes:
    """Return a zip file with one member changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed({member: text if member == name else archive.read(member) for member in archive.namelist()})


def without(data: bytes, name: str) -> bytes:
    """Return a zip file without one of its members."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed({member: archive.read(member) for member in archive.namelist() if member != name})


def docx(parts: Mapping[str, str]) -> bytes:
    """Return a Word file: the insides of its parts by name; `links` are addresses, a line each, of rId1 and so on."""
    members: dict[str, str | bytes] = {}
    relations = [
        f'<Relationship Id="rId{place}" Type="x/hyperlink" Target="{target}" TargetMode="External"/>'
        for place, target in enumerate(parts.get("links", "").split(), 1)
    ]
    for name, inside in parts.items():
        if name in _ROOTS:
            root = _ROOTS[name]
            members[f"word/{name}.xml"] = f"<{root} {_WORD}>{inside}</{root}>"
            kind = name.rstrip("1")
            relations.append(f'<Relationship Id="{name}" Type="x/{kind}" Target="{name}.xml"/>')
    if "chunk" in parts:
        relations.append(f'<Relationship Id="chunk" Type="x/aFChunk" Target="{parts["chunk"]}"/>')
    members["word/document.xml"] = f"<w:document {_WORD}><w:body>{parts.get('document', '')}</w:body></w:document>"
    members["word/_rels/document.xml.rels"] = f"<Relationships>{''.join(relations)}</Relationships>"
    if "core" in parts:
        members["docProps/core.xml"] = f"<core {_WORD}>{parts['core']}</core>"
    return packed(members)


def odt(parts: Mapping[str, str]) -> bytes:
    """Return an OpenDocument text: `document` is its text, `automatic`, `styles`, `margins` and `meta` stand around."""
    content = (
        f"<office:document-content {_ODF}>"
        f"<office:automatic-styles>{parts.get('automatic', '')}</office:automatic-styles>"
        f"<office:body><office:text>{parts.get('document', '')}</office:text></office:body></office:document-content>"
    )
    styles = (
        f"<office:document-styles {_ODF}><office:styles>{parts.get('styles', '')}</office:styles><office:master-styles>"
        f"{parts.get('margins', '')}</office:master-styles></office:document-styles>"
    )
    meta = f"<office:document-meta {_ODF}><office:meta>{parts.get('meta', '')}</office:meta></office:document-meta>"
    kind = "application/vnd.oasis.opendocument.text"
    return packed({"mimetype": kind, "content.xml": content, "styles.xml": styles, "meta.xml": meta})


def epub(parts: Mapping[str, str]) -> bytes:
    """Return a book: chapters by name, in order; `nav` is their list, and three parts stand around."""
    chapters = {name: text for name, text in parts.items() if name not in {"metadata", "guide", "encryption"}}
    items = "".join(
        f'<item id="{name}" href="{name}.xhtml"{" properties=" + chr(34) + "nav" + chr(34) if name == "nav" else ""}/>'
        for name in chapters
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    package = _BOOK.format(metadata=parts.get("metadata", ""), items=items, spine=spine, guide=parts.get("guide", ""))
    members: dict[str, str | bytes] = {"mimetype": "application/epub+zip", "META-INF/container.xml": _CONTAINER}
    if "encryption" in parts:
        members["META-INF/encryption.xml"] = parts["encryption"]
    members["book/package.opf"] = package
    for name, text in chapters.items():
        members[f"book/{name}.xhtml"] = text if text.startswith("<?xml") else f"<html><body>{text}</body></html>"
    return packed(members)


def rtf(parts: Mapping[str, str]) -> bytes:
    """Return an RTF file: `document` is all that stands behind its first word."""
    return f"{{\\rtf1{parts['document']}}}".encode("latin-1")


MAKERS = {"docx": docx, "odt": odt, "epub": epub, "rtf": rtf}


def content(data: bytes, name: str) -> Content:
    """Return what the reader of a format finds in a file."""
    (found,) = READERS[name](Raw(f"seed.{name}", data, Rules()))
    assert isinstance(found, Content)
    return found


def told(piece: Piece) -> str:
    """Return a block in a line: what it is, and its text."""
    kind = f"heading {piece.level}" if piece.level else piece.kind.value
    return f"{piece.aside.value if piece.aside else kind}: {piece.text}"
