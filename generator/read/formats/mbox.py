"""Mailboxes (RFC 4155): messages one after another, each under a line `From `."""

import hashlib
import re
from collections.abc import Iterator

from generator.errors import SeedError
from generator.model import Unread
from generator.read.content import Content, Raw
from generator.read.formats import mail

# The line names an address and says when; a sentence that begins so ("From there ...") has no clock and no year.
_FROM = re.compile(rb"^From (?=[^\r\n]{0,200}\d\d:\d\d)(?=[^\r\n]{0,250}\d{4})[^\r\n]{1,300}\r?\n", re.MULTILINE)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:|>?From ")
_ESCAPED = re.compile(rb"^>(?=>{0,50}From )", re.MULTILINE)
_IDENTIFIER = re.compile(rb"^message-id:[ \t]*(?:\r?\n[ \t]+)?([^\r\n]{1,500})", re.IGNORECASE | re.MULTILINE)
_HEAD = re.compile(rb"\r?\n\r?\n")


def parse(raw: Raw) -> Iterator[Content | Unread]:
    """Yield the messages of a mailbox; one that cannot be read does not stop the others.

    Raises:
        SeedError: There is no message in it.
    """
    number = 0
    for number, data in enumerate(_messages(raw.data), start=1):
        try:
            yield mail.message(data, raw.rules, _name(data))
        except SeedError as error:
            yield Unread(f"{raw.path} (message {number})", f"{error.message}; {error.hint}")
    if not number:
        raise SeedError("it is empty", hint="export the mailbox again, or delete it")


def _messages(data: bytes) -> Iterator[bytes]:
    start = 0
    for match in _FROM.finditer(data):
        if not _is_border(data, match):
            continue
        yield from _message(data[start : match.start()])
        start = match.start()
    yield from _message(data[start:])


def _is_border(data: bytes, match: re.Match[bytes]) -> bool:
    """Say whether a line parts two messages: at the start, under an empty line, or over the line of a header."""
    before = data[max(0, match.start() - 3) : match.start()].replace(b"\r", b"")
    return match.start() == 0 or before.endswith(b"\n\n") or bool(_HEADER.match(data, match.end()))


def _message(data: bytes) -> Iterator[bytes]:
    if data.strip(b"\xef\xbb\xbf\r\n\t "):
        yield _ESCAPED.sub(b"", data)


def _name(data: bytes) -> str:
    """Return what names a message for good: its Message-ID, else a hash of it."""
    head = _HEAD.split(data[:200_000], maxsplit=1)[0]
    found = _IDENTIFIER.search(head)
    if found and found[1].strip():
        return found[1].strip().decode("utf-8", "replace")
    return hashlib.sha256(data.strip()).hexdigest()
