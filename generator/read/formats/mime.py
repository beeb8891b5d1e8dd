"""A message of mail as a tree of parts (the only importer of the standard library's email): it trusts no header.

The parser runs under its oldest policy, which leaves headers as they are. The newer ones understand them, and on
hostile headers they raise IndexError, KeyError and others, and take the square of a long header's time.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import InvalidBase64LengthDefect
from email.message import Message
from email.policy import Compat32

from generator.errors import SeedError
from generator.read.common.decode import decode
from generator.text import squeeze

_DEEPEST = 100  # messages within messages; the parser itself stops at Python's limit, some 900
_STRUCTURE = ("content-type", "content-disposition", "content-transfer-encoding")
_LONGEST = 2_000  # signs of a header that says how a part is built; parameters cost the square of its length
_DECODED = 20_000  # signs of any other header in which encoded words are looked for
_WORD = re.compile(r"=\?([\w.:+-]{1,40})(?:\*[\w-]{0,20})?\?([bBqQ])\?([^?\n]{0,5000})\?=")
_GAP = re.compile(r"\?=\s{1,100}(?==\?)")
_ENVELOPE = re.compile(rb"From [^\r\n]{0,200}\d\d:\d\d[^\r\n]{0,100}\r?\n")
_NO_DIGIT = re.compile(rb"[^A-Za-z0-9+/]")
_HEX = re.compile(rb"=([0-9A-Fa-f]{2})")


@dataclass(frozen=True, slots=True)
class Header:
    """A line of a header, decoded, on one line; `name` is as written."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message.

    Attributes:
        kind: Its type, such as `text/plain`, in small letters.
        headers: In order.
        data: What it holds, its transfer encoding undone; empty where it holds parts.
        charset: The encoding that it names; may be empty.
        file: The name of the file that it is; may be empty.
        disposition: `attachment`, `inline` or empty.
        flow: The parameters `format` and `delsp` of RFC 3676, as `flowed yes`; may be empty.
        start: Of multipart/related: the Content-ID of the root.
        parts: In order; a message that is enclosed has one, the message.
        around: What stands before and after the parts, for readers that know none, and lines that are no header.
    """

    kind: str
    headers: tuple[Header, ...]
    data: bytes
    charset: str
    file: str
    disposition: str
    flow: str
    start: str
    parts: tuple["Part", ...]
    around: tuple[str, ...]

    def header(self, name: str) -> str:
        """Return the first header of a name, in small letters; empty where there is none."""
        return next((entry.text for entry in self.headers if entry.name.lower() == name), "")


class _Untouched(Compat32):
    """Headers as they stand; those that say how a part is built, no longer than an honest one."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST] if name.lower() in _STRUCTURE else value

    def header_fetch_parse(self, name: str, value: str) -> str:  # noqa: ARG002 - as the base class has it
        return value


def parse(data: bytes) -> Part:
    """Return a message as a tree.

    Raises:
        SeedError: It is empty, or cannot be taken apart.
    """
    bare = data.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if bare.startswith(b"From ") and not _ENVELOPE.match(bare):
        bare = b"\n" + bare  # a text that opens so, which the parser would take for the line of a mailbox
    if not bare.strip():
        raise SeedError("it is empty", hint="put the message in it, or delete it")
    try:
        return _part(message_from_bytes(bare, policy=_Untouched()), 0)
    except SeedError:
        raise
    except RecursionError as error:
        raise _too_deep() from error
    except Exception as error:  # whatever a parser raises that was written for honest mail
        message = f"the message cannot be taken apart ({type(error).__name__})"
        raise SeedError(message, hint="export it again, or save its text") from error


def _too_deep() -> SeedError:
    return SeedError(f"its parts are nested more than {_DEEPEST} deep", hint="save the innermost message by itself")


def _part(message: Message, depth: int) -> Part:
    if depth > _DEEPEST:
        raise _too_deep()
    payload = message.get_payload()
    inner = [entry for entry in payload if isinstance(entry, Message)] if isinstance(payload, list) else []
    data = b"" if inner else _payload(message)
    charset = message.get_content_charset("")
    flow = f"{_parameter(message, 'format')} {_parameter(message, 'delsp')}".lower().strip()
    return Part(
        kind=message.get_content_type(),
        headers=tuple(Header(squeeze(name), decoded(raw, charset)) for name, raw in message.raw_items()),
        data=data,
        charset=charset,
        file=decoded(message.get_filename("") or "", charset),
        disposition=message.get_content_disposition() or "",
        flow=flow,
        start=_parameter(message, "start"),
        parts=tuple(_part(entry, depth + 1) for entry in inner),
        around=tuple(decoded(text, charset) for text in _around(message) if text.strip()),
    )


def _payload(message: Message) -> bytes:
    """Return what a part holds; of damaged base64, which the email package leaves as it is, all that can be read."""
    data = message.get_payload(decode=True)
    if not isinstance(data, bytes):
        return b""
    if any(isinstance(defect, InvalidBase64LengthDefect) for defect in message.defects):
        digits = _NO_DIGIT.sub(b"", data)
        return binascii.a2b_base64(digits[: len(digits) // 4 * 4])
    return data


def _around(message: Message) -> Iterator[str]:
    yield message.get_unixfrom() or ""
    for defect in message.defects:
        # The email package gives some of its defects the line that it dropped.
        line = getattr(defect, "line", None)
        yield line if isinstance(line, str) else ""
    yield message.preamble or ""
    yield message.epilogue or ""


def _parameter(message: Message, name: str) -> str:
    value = message.get_param(name, "")
    return value if isinstance(value, str) else ""


def decoded(raw: str, charset: str) -> str:
    """Return a header as text: bytes that are no ASCII, and encoded words (RFC 2047), made letters.

    Args:
        raw: As the parser gives it, such bytes as surrogates.
        charset: The encoding of the text below, which those bytes most likely share.
    """
    head = squeeze(_letters(raw[:_DECODED], charset))
    if "=?" in head:
        head = squeeze(_words(_GAP.sub("?=", head)))
    return head if len(raw) <= _DECODED else squeeze(f"{head} {_letters(raw[_DECODED:], charset)}")


def _letters(raw: str, charset: str) -> str:
    data = raw.encode("utf-8", "surrogateescape")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _text(data, charset) or data.decode("latin-1")


def _words(text: str) -> str:
    """Return a line with its encoded words as letters; the bytes of neighbours are joined, for they may share one."""
    result: list[str] = []
    data, charset, end = b"", "", 0
    for match in _WORD.finditer(text):
        if match.start() > end or match[1].lower() != charset:
            result += [_text(data, charset), text[end : match.start()]]
            data = b""
        charset, end = match[1].lower(), match.end()
        data += _bytes(match[2], match[3])
    return "".join([*result, _text(data, charset), text[end:]])


def _bytes(form: str, text: str) -> bytes:
    data = text.encode("utf-8", "surrogatepass")
    if form in "qQ":
        return _HEX.sub(lambda match: bytes.fromhex(match[1].decode()), data.replace(b"_", b" "))
    try:
        return binascii.a2b_base64(data + b"==")
    except binascii.Error:
        return data


def _text(data: bytes, charset: str) -> str:
    if not data:
        return ""
    try:
        return decode(data, _DECODED, charset).text
    except SeedError:
        return data.decode("latin-1").replace("\0", "")
