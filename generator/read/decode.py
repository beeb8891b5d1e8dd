"""Bytes to text (the only importer of charset_normalizer): by mark, as UTF-8, or by a guess that is shown."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from generator.errors import SeedError
from generator.model import Encoding, Notice

# The longer marks first: the mark of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Control characters but tab and line end, zero-width spaces and marks of order, direction overrides.
# The joiners U+200C and U+200D stay: Persian and Hindi are written with them.
_CONTROLS = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\ufeff\\u200b\\u202a-\\u202e\\u2066-\\u2069]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a seed, line ends made one kind, with how it was decoded."""

    text: str
    encoding: Encoding
    notices: tuple[Notice, ...]


def decode(data: bytes) -> Decoded:
    """Return the text of a file.

    Raises:
        SeedError: The file is empty, or is not text.
    """
    if not data.strip():
        raise SeedError("it is empty", hint="put the document in it, or delete it")
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decoded(data.decode(codec, "replace"), Encoding(codec.removesuffix("-sig"), guessed=False))
    if b"\0" in data:
        raise SeedError("it is binary, not text", hint="save it as .txt or .md")
    try:
        return _decoded(data.decode("utf-8"), Encoding("utf-8", guessed=False))
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> Decoded:
    best = from_bytes(data).best()
    if best is None:
        raise SeedError("it is in no known encoding, or not text", hint="save it as UTF-8")
    name = best.encoding.replace("_", "-")
    notice = Notice("encoding-guessed", f"The encoding is not stated; {name} was guessed from the bytes.")
    return _decoded(data.decode(best.encoding, "replace"), Encoding(name, guessed=True), notice)


def _decoded(text: str, encoding: Encoding, *notices: Notice) -> Decoded:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    clean, removed = _CONTROLS.subn("", lines)
    if removed:
        notices = (*notices, Notice("controls-removed", f"{removed} invisible control characters were removed."))
    if "\ufffd" in clean:
        count = clean.count("\ufffd")
        notices = (*notices, Notice("undecodable", f"{count} bytes could not be decoded and are shown as \ufffd."))
    return Decoded(clean, encoding, notices)
