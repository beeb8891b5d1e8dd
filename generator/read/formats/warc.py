"""Web archives (ISO 28500): each page that was fetched is a document (the only importer of warcio).

The records are parted here and understood by warcio. Its own way through an archive takes the square of the time
for a line of 300 MB, which a packed archive of 300 kB can hold, and loses the last pages of a damaged one.
"""

import contextlib
import gzip
import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Protocol

from generator.errors import SeedError
from generator.model import Fact, Unread
from generator.read.common.decode import decode
from generator.read.content import Content, Layout, Raw
from generator.read.formats import html, plain
from generator.settings import Rules

_ORIGIN = "web archive"
_KIND = re.compile(rb"^WARC-Type:\s{0,9}(?:response|resource|conversion)\s", re.IGNORECASE | re.MULTILINE)
_LENGTH = re.compile(rb"^Content-Length:[ \t]{0,9}(\d{1,15})\s", re.IGNORECASE | re.MULTILINE)
_PAGES = ("text/html", "application/xhtml+xml")
_MEGABYTE = 1_000_000
_PACKED = 20  # times the limit of a file that an archive may unpack to; HTML shrinks to a tenth, bombs to a thousandth
_CHUNK = 65_536
_HEADER = 1_000  # lines
_FINE = "200"
_CHARSET = re.compile(r"charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{1,40})", re.IGNORECASE)


class _Buffered(Protocol):
    def read1(self, size: int = -1, /) -> bytes:
        """Return what is there, so many bytes at the most: `read` of a damaged archive loses what came before."""

    def readline(self, size: int = -1, /) -> bytes:
        """Return a line, so many bytes of it at the most."""


class _Stream(Protocol):
    def read(self, size: int = -1, /) -> bytes:
        """Return so many bytes at the most, none at the end."""


class _Unpacked:
    """The bytes of an archive, unpacked as far as they are sound and as many as the limit allows.

    Attributes:
        damage: Why the bytes end before the archive does, or what is wrong with them; empty where all is well.
    """

    def __init__(self, data: bytes, most: int) -> None:
        packed = data.startswith(b"\x1f\x8b")
        self._stream: _Buffered = gzip.GzipFile(fileobj=io.BytesIO(data)) if packed else io.BytesIO(data)
        self._left = most
        self._ended = False
        self.damage = ""

    def line(self) -> bytes:
        """Return a line; nothing at the end."""
        return self._counted(self._stream.readline)

    def take(self, size: int, most: int) -> bytes:
        """Read so many bytes, and return the first of them."""
        parts: list[bytes] = []
        kept = 0
        while size > 0 and (part := self._counted(self._stream.read1, min(size, _CHUNK))):
            size -= len(part)
            if kept < most:
                parts.append(part[: most - kept])
                kept += len(parts[-1])
        if size > 0 and not self.damage:
            self.damage = "the archive ends within a record"
        return b"".join(parts)

    def _counted(self, read: Any, size: int = _CHUNK) -> bytes:  # noqa: ANN401 - one of two methods
        if self._ended:
            return b""
        try:
            data: bytes = read(size)
        except (EOFError, OSError, zlib.error) as error:
            self._ended, self.damage = True, f"the archive is damaged ({error})"
            return b""
        self._left -= len(data)
        if self._left < 0:
            self._ended, self.damage = True, "the archive unpacks to more than the limit in mkdocs.yml allows"
            return b""
        return data


@dataclass(frozen=True, slots=True)
class _Page:
    """A record that is a page or a text, its payload unpacked."""

    url: str
    fetched: str
    kind: str
    charset: str
    data: bytes


def parse(raw: Raw) -> Iterator[Content | Unread]:
    """Yield the pages of an archive; what of it is damaged is unread, all else is read.

    Raises:
        SeedError: There is no page in it, or the library for it is not installed.
    """
    load = _loader()
    limit = raw.rules.limits.megabytes * _MEGABYTE
    stream = _Unpacked(raw.data, limit * _PACKED)
    seen: set[str] = set()
    found = False
    for number, record in enumerate(_records(stream, limit), start=1):
        try:
            page = _page(load(record), limit)
            if page is None:
                continue
            # Of a page that was fetched twice, the time of the fetch tells the copies apart.
            part = f"{page.url} {page.fetched}" if page.url in seen else page.url
            seen.add(page.url)
            yield replace(_content(page, raw.rules), part=part)
        except SeedError as error:
            yield Unread(f"{raw.path} (page {number})", f"{error.message}; {error.hint}")
        found = True
    if stream.damage:
        yield Unread(raw.path, f"{stream.damage}; all that is sound was read")
    elif not found:
        raise SeedError("there is no web page in it", hint="archive pages of HTML or text")


def _records(stream: _Unpacked, most: int) -> Iterator[bytes]:
    """Yield the records that may be pages."""
    first = True
    while line := stream.line():
        if line.startswith(b"WARC/"):
            head = _head(line, stream)
            length = _LENGTH.search(head)
            body = stream.take(int(length[1]) if length else 0, most + 1 if _KIND.search(head) else 0)
            if length is None:
                stream.damage = stream.damage or "a record does not say how long it is"
            elif _KIND.search(head):
                yield head + body
        elif first:
            raise SeedError("it is no web archive", hint="unpack it, and put the documents in its place")
        elif line.strip():
            stream.damage = stream.damage or "there are lines between its records"
        first = False


def _head(first: bytes, stream: _Unpacked) -> bytes:
    lines = [first]
    while len(lines) < _HEADER and (line := stream.line()):
        lines.append(line)
        if not line.strip():
            break
    return b"".join(lines)


def _loader() -> Any:  # noqa: ANN401 - the library has no types
    """Return what makes a record of bytes.

    Raises:
        SeedError: The library is not installed.
    """
    try:
        from warcio.bufferedreaders import BufferedReader  # noqa: PLC0415 - an extra that need not be there
        from warcio.recordloader import ArcWarcRecordLoader  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise SeedError("web archives need an extra", hint="pip install 'dossier[warc]'") from error

    def load(data: bytes) -> Any:  # noqa: ANN401 - as above
        # One block for the whole record: lines that cross blocks cost the square of their length.
        reader = BufferedReader(io.BytesIO(data), block_size=len(data) + 1)
        try:
            with contextlib.redirect_stderr(io.StringIO()):  # where the library says what it mended
                return ArcWarcRecordLoader().parse_record_stream(reader, known_format="warc")
        except Exception as error:  # whatever the library raises on a broken record
            raise SeedError(f"the record is damaged ({type(error).__name__})", hint="archive it again") from error

    return load


def _page(record: Any, most: int) -> _Page | None:  # noqa: ANN401 - the library has no types
    """Return the page in a record; None where it is none.

    Raises:
        SeedError: It is packed so that it cannot be read, or too large.
    """
    url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip().strip("<>")
    head = record.http_headers
    if not url or url.endswith("/robots.txt") or (head is not None and head.get_statuscode() != _FINE):
        return None
    said = str((head.get_header("Content-Type") if head is not None else record.content_type) or "")
    kind = said.partition(";")[0].strip().lower()
    if kind not in {*_PAGES, "text/plain"}:
        return None
    packing = str(head.get_header("Content-Encoding") or "").lower() if head is not None else ""
    data = _payload(record, most)
    if packing in {"br", "zstd"} and b"\0" in data[:1000]:
        raise SeedError(f"it is packed with {packing}", hint="archive it again without, or install brotli")
    charset = _CHARSET.search(said)
    fetched = str(record.rec_headers.get_header("WARC-Date") or "")
    return _Page(url, fetched, kind, charset[1] if charset else "", data)


def _payload(record: Any, most: int) -> bytes:  # noqa: ANN401 - the library has no types
    parts: list[bytes] = []
    size = 0
    try:
        with contextlib.redirect_stderr(io.StringIO()):  # where the library says what it could not unpack
            stream: _Stream = record.content_stream()
            while size <= most and (part := stream.read(_CHUNK)):
                parts.append(part)
                size += len(part)
    except Exception as error:  # as above; and brotli has errors of its own
        raise SeedError(f"it cannot be unpacked ({type(error).__name__})", hint="archive it again") from error
    if size > most:
        raise SeedError(f"it is larger than {most // _MEGABYTE} MB", hint="raise the limit in mkdocs.yml")
    return b"".join(parts)


def _content(page: _Page, rules: Rules) -> Content:
    stated = (f"fetched {page.fetched} from {page.url}",)
    if page.kind in _PAGES:
        found = html.page(page.data, rules, page.charset, page.url)
    else:
        decoded = decode(page.data, rules.limits.characters, page.charset)
        found = Content("text", decoded.encoding, plain.pieces(decoded.text), Layout.LINES, notices=decoded.notices)
    is_web = page.url.lower().startswith(("http://", "https://"))
    link = {"link": Fact(page.url, _ORIGIN)} if is_web else {}
    return replace(found, format="warc", stated=(*stated, *found.stated), facts={**found.facts, **link})
