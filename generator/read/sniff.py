"""Which format a file is in: its first bytes are believed over its suffix."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from generator.errors import SeedError
from generator.read.common.archive import Archive

SUFFIXES: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".md": "markdown",
        ".markdown": "markdown",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".mhtml": "mhtml",
        ".mht": "mhtml",
        ".eml": "mail",
        ".mbox": "mbox",
        ".docx": "docx",
        ".odt": "odt",
        ".epub": "epub",
        ".pdf": "pdf",
        ".rtf": "rtf",
        ".json": "json",
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
        ".rss": "feed",
        ".atom": "feed",
        ".rdf": "feed",
        ".xml": "feed",
        ".warc": "warc",
        ".gz": "warc",
    }
)
# What is no text, and what to do about it; also for files too large to open.
_SOUND_AND_SIGHT = {
    "a picture": (".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".tif", ".tiff", ".bmp", ".heic", ".avif", ".ico"),
    "a sound recording": (".mp3", ".wav", ".ogg", ".flac", ".m4a", ".aac", ".opus"),
    "a film": (".mp4", ".mov", ".avi", ".mkv", ".webm", ".m4v"),
}
_MEDIA = {suffix: kind for kind, suffixes in _SOUND_AND_SIGHT.items() for suffix in suffixes}
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"{\\rtf", "rtf"),
    (b"WARC/", "warc"),
    (b"\x1f\x8b", "warc"),
)
_MEDIA_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"fLaC", "a sound recording"),
)
_CONTAINERS = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/epub+zip": "epub",
}
_HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>\s{0,200})?(?:<!--.{0,500}?-->\s{0,200})?"
                   rb"(?:<!doctype\s+html|<html)[\s>]", re.IGNORECASE | re.DOTALL)  # fmt: skip
_FEED = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,200}<\?xml[^>]{0,200}>(?:[^<]|<[?!][^>]{0,500}>){0,500}"
                   rb"<(?:\w{1,20}:)?(?:rss|feed|RDF)[\s>]")  # fmt: skip
_WORD = re.compile(r"word/document\d{0,9}\.xml")  # some programs number the part that holds the text
_READ_HINT = "save it as text, PDF, HTML or docx"


def format_of(path: str, data: bytes) -> str:
    """Return the name of a file's format.

    Args:
        path: Its path; the suffix decides where the bytes do not.
        data: Its bytes.

    Raises:
        SeedError: It is in no format that can be read.
    """
    refuse_media(path)
    suffix = SUFFIXES.get(PurePosixPath(path).suffix.lower(), "")
    marked = _marked(data)
    if marked:
        return marked
    if not suffix:
        raise SeedError(f"there is no reader for {_named(path)}", hint=_READ_HINT)
    if suffix == "warc":
        raise SeedError("it is no web archive", hint=_READ_HINT)
    return suffix


def refuse_media(path: str) -> None:
    """Refuse a picture, a sound recording or a film by its suffix.

    Raises:
        SeedError: It is one.
    """
    kind = _MEDIA.get(PurePosixPath(path).suffix.lower())
    if kind:
        raise SeedError(f"it is {kind}, and has no text to read", hint="put what it says in a text file beside it")


def _marked(data: bytes) -> str:
    """Return the format that the first bytes prove; empty where they prove none."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    for mark, kind in _MEDIA_MARKS:
        if data.startswith(mark):
            raise SeedError(f"it is {kind}, and has no text to read", hint="put what it says in a text file beside it")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise SeedError("it is an old Word, Excel or Outlook file", hint="save it as docx or PDF")
    if data.startswith(b"PK\x03\x04"):
        return _container(data)
    if _FEED.match(data[:8192]):
        return "feed"
    return "html" if _HTML.match(data[:8192]) else ""


def _container(data: bytes) -> str:
    """Return the format of the document that a zip archive is."""
    archive = Archive(data)
    if any(_WORD.fullmatch(name) for name in archive):
        return "docx"
    kind = _CONTAINERS.get(archive.read("mimetype").strip()) if "mimetype" in archive else None
    if kind:
        return kind
    if "META-INF/container.xml" in archive:
        return "epub"
    raise SeedError("it is a zip archive", hint="unpack it, and put the documents in its place")


def _named(path: str) -> str:
    return PurePosixPath(path).suffix or "files without a suffix"
