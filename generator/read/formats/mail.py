"""Mail: the text of a message, its headers as facts, and the messages within it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.errors import SeedError
from generator.model import Encoding, Fact, Notice
from generator.read.common import runs
from generator.read.common.decode import decode
from generator.read.common.runs import Line
from generator.read.content import Content, Layout, Piece, Raw
from generator.read.formats import fragment, letter, mime, moment
from generator.read.formats.mime import Part
from generator.read.formats.spoken import bounded
from generator.settings import Rules
from generator.text import count_words

_ORIGIN = "mail header"
_READ = ("from", "sender", "to", "cc", "bcc", "date", "subject", "reply-to", "organization", "newsgroups")
_ENCLOSED = ("from", "to", "cc", "date", "subject")
_PLAIN = ("text/plain", "text/markdown", "text/x-markdown", "text/x-patch", "text/x-diff")
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
# Mails that say the same twice say it at like length; one whose plain form is a stub ("this mail is HTML") does not.
_STUB = 40  # words
_STUB_SHARE = 3
_NAMED = 20  # attachments that a notice names
_ADDRESS = re.compile(r"https?://[^\s<>\"]{1,2000}", re.IGNORECASE)
_WIDE = ("utf-16", "utf-32", "utf16", "utf32")


@dataclass(slots=True)
class _Text:
    """What was gathered of a message so far."""

    rules: Rules
    pieces: list[Piece] = field(default_factory=list)
    leftover: list[str] = field(default_factory=list)
    attachments: list[Part] = field(default_factory=list)
    notices: dict[str, Notice] = field(default_factory=dict)
    encoding: Encoding | None = None


def parse(raw: Raw) -> Iterator[Content]:
    """Yield the message in a file."""
    yield message(raw.data, raw.rules)


def message(data: bytes, rules: Rules, part: str = "") -> Content:
    """Return a message.

    Args:
        data: As it was sent.
        rules: How seeds are read.
        part: What names it among several; empty for the only one.

    Raises:
        SeedError: It is empty, or cannot be taken apart.
    """
    root = mime.parse(data)
    text = _Text(rules)
    _gather(root, text)
    lines = bounded((entry.name, entry.text) for entry in root.headers if entry.name.lower() in _READ)
    technical = bounded((entry.name, entry.text) for entry in root.headers if entry.name.lower() not in _READ)
    cut = {notice.code: notice for notice in (*lines.notices, *technical.notices)}
    return Content(
        "mail",
        text.encoding or Encoding("utf-8", guessed=False),
        tuple(text.pieces),
        Layout.LETTER,
        part=part,
        stated=lines.lines,
        facts=_facts(root),
        leftover=(*text.leftover, *technical.lines),
        notices=(*text.notices.values(), *_named(text.attachments), *cut.values()),
    )


def _gather(root: Part, text: _Text) -> None:
    """Go through the parts in order, without recursion: their depth is the sender's."""
    waiting = [root]
    while waiting:
        part = waiting.pop()
        text.leftover += part.around
        if part.kind == "multipart/alternative" and part.parts:
            waiting.append(_chosen(part.parts, text))
        elif part.kind == "message/rfc822" and part.parts:
            text.pieces += _enclosed(part.parts[0])
            waiting.append(part.parts[0])
        elif part.kind == "message/delivery-status":
            text.leftover += [f"{entry.name}: {entry.text}" for block in part.parts for entry in block.headers]
        elif part.parts:
            waiting += reversed(part.parts)
        else:
            _read(part, text)


def _chosen(parts: tuple[Part, ...], text: _Text) -> Part:
    """Return the plain form of a text that comes in several, unless it is a stub; what the others add is kept."""
    plain = next((part for part in parts if part.kind in _PLAIN), None)
    rich = next((part for part in reversed(parts) if part.kind.startswith(("text/html", "multipart/"))), None)
    if plain and (rich is None or not _is_stub(plain, rich, text.rules)):
        chosen = plain
    else:
        chosen = rich or parts[-1]
        if plain and (words := _decoded(plain, text)):
            text.leftover += [line for line in words.split("\n") if line.strip()]
    for part in parts:
        if part is not chosen:
            text.attachments += [leaf for leaf in _leaves(part) if not leaf.kind.startswith("text/") or leaf.file]
    return chosen


def _is_stub(plain: Part, rich: Part, rules: Rules) -> bool:
    own = count_words(_decoded(plain, _Text(rules)))
    if own >= _STUB:
        return False
    pages = (leaf for leaf in _leaves(rich) if leaf.kind == "text/html" and leaf.disposition != "attachment")
    page = next((_decoded(leaf, _Text(rules)) for leaf in pages), "")
    return sum(count_words(piece.text) for piece in fragment.from_html(page)) > own * _STUB_SHARE


def _leaves(root: Part) -> Iterator[Part]:
    waiting = [root]
    while waiting:
        part = waiting.pop()
        if part.parts:
            waiting += reversed(part.parts)
        else:
            yield part


def _read(part: Part, text: _Text) -> None:
    """Add a part that is text; name every other."""
    is_text = part.kind in {*_PLAIN, "text/html"} or part.kind.startswith("multipart/")
    if part.disposition == "attachment" or not is_text:
        text.attachments += [] if part.kind in _SIGNATURES else [part]
        return
    words = _decoded(part, text)
    if part.kind == "text/html":
        text.pieces += fragment.from_html(words)
        text.leftover += [title] if (title := fragment.title(words)) else []
    else:
        text.pieces += letter.pieces(words, part.flow)


def _decoded(part: Part, text: _Text) -> str:
    """Return the text of a part, empty where it has none."""
    # A lone NUL is damage, and would pass for a sign of a binary file.
    data = part.data if part.charset.startswith(_WIDE) else part.data.replace(b"\0", b"")
    if not data.strip():
        return ""
    try:
        if part.charset.startswith(_WIDE):
            data = data.decode(part.charset, "replace").encode("utf-8", "replace")
        decoded = decode(data, text.rules.limits.characters, part.charset)
    except (SeedError, LookupError, ValueError):
        text.attachments.append(part)
        return ""
    text.notices.update((notice.code, notice) for notice in decoded.notices)
    text.encoding = text.encoding or decoded.encoding
    return decoded.text


def _enclosed(inner: Part) -> Iterator[Piece]:
    """Yield the lines that open a message within a message, as a list: as lines they would pass for headlines."""
    said = [entry for entry in inner.headers if entry.name.lower() in _ENCLOSED and entry.text]
    if said:
        yield runs.listed([Line(f"{entry.name}: {entry.text[:2000]}") for entry in said])


def _facts(root: Part) -> dict[str, Fact]:
    link = _ADDRESS.search(root.header("archived-at")) or _ADDRESS.search(root.header("list-archive"))
    said = {
        "title": root.header("subject"),
        "author": person(root.header("from")),
        "date": moment.iso(root.header("date")),
        "link": link[0] if link else "",
        "source": person(root.header("list-id")),
    }
    return {name: Fact(value[:1000], _ORIGIN) for name, value in said.items() if value}


def person(said: str) -> str:
    """Return the name in `Name <address>` or `address (Name)`, the address where there is none."""
    head, bracket, rest = said.partition("<")
    if not bracket:
        address, bracket, rest = said.partition("(")
        name = rest.partition(")")[0]
        return (name if bracket and "@" in address else said).strip()
    name = head.strip().strip("\"'").replace('\\"', '"').strip()
    return name or rest.partition(">")[0].strip()


def _named(attachments: list[Part]) -> Iterator[Notice]:
    if not attachments:
        return
    names = [f"{part.file[:200] or '?'} ({part.kind}, {_size(len(part.data))})" for part in attachments]
    more = [f"+ {len(names) - _NAMED:,}"] if len(names) > _NAMED else []
    yield Notice("attachments", "attachments", (", ".join([*names[:_NAMED], *more]),))


def _size(count: int) -> str:
    for unit, name in ((1_000_000, "MB"), (1_000, "kB")):
        if count >= unit:
            return f"{count / unit:,.1f} {name}"
    return f"{count} bytes"
