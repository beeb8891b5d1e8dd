"""Bytes to text (the only importer of charset_normalizer and ftfy): by mark, as UTF-8, as declared, or by a guess."""

import codecs
import re
from dataclasses import dataclass, replace

from charset_normalizer import from_bytes
from ftfy import fix_encoding
from ftfy.badness import is_bad

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


# Codecs of Python that are no encodings of documents.
_NO_CHARSETS = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
# Two bytes make a letter of mojibake, so two signs beyond ASCII stand together, or one and a no-break space that
# became a space. Looking for that first saves ftfy's own look, 5 of 16 ms for a web page's text.
_SUSPECT = re.compile(r"[^\x00-\x7f]{2,}|[ÃãàÂâ] ")
_AROUND = 4  # signs; ftfy's patterns look no further
_WELL_LEAST = 10  # letters that are UTF-8 for each that is not; by chance, one letter of another encoding in 50 is
_WIDEST = 4  # bytes that a character takes at the most, in UTF-8, UTF-16 and UTF-32


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a seed, line ends made one kind, with how it was decoded."""

    text: str
    encoding: Encoding
    notices: tuple[Notice, ...]


def decode(data: bytes, most: int, declared: str = "") -> Decoded:
    """Return the text in some bytes.

    Args:
        data: What a file holds.
        most: Characters that are read; what follows is left out, with a notice.
        declared: The encoding that the file or its envelope names; empty where none does.

    Raises:
        SeedError: The bytes are empty, or are not text.
    """
    if not data.strip():
        raise SeedError("it is empty", hint="put the document in it, or delete it")
    head = data[: most * _WIDEST]
    for mark, codec in _MARKS:
        if head.startswith(mark):
            return tidy(head.decode(codec, "replace"), Encoding(codec.removesuffix("-sig"), guessed=False), most)
    if b"\0" in head:
        raise SeedError("it is binary, not text", hint="save it as text, PDF, HTML or docx")
    for codec in (declared, "utf-8") if _is_seven_bit(declared) else ("utf-8", declared):
        text = _strictly(head, codec)
        if text is not None:
            return tidy(text, Encoding(codecs.lookup(codec).name, guessed=False), most)
    broken = head.decode("utf-8", "replace")
    if _is_nearly_right(broken):
        return tidy(broken, Encoding("utf-8", guessed=False), most)
    return _guessed(head, most)


def _is_seven_bit(codec: str) -> bool:
    """Say whether an encoding writes its letters as ASCII, so that its bytes would pass as UTF-8."""
    return codec.lower().startswith(("iso-2022-", "iso2022", "csiso2022", "hz"))


def _is_nearly_right(text: str) -> bool:
    """Say whether only a few bytes among many are no UTF-8, as where one letter of a page was pasted in."""
    broken = text.count("\ufffd")
    return _WELL_LEAST * broken < sum(not sign.isascii() for sign in text) - broken


def _strictly(data: bytes, codec: str) -> str | None:
    """Return the text if every byte fits a codec; one character cut in two at the end is forgiven."""
    try:
        # Not every codec is one of text, nor without effects of its own: `zip` unpacks, `idna` takes its square.
        if not codecs.lookup(codec)._is_text_encoding or codec.lower() in _NO_CHARSETS:  # noqa: SLF001
            return None
        return codecs.getincrementaldecoder(codec)("strict").decode(data)
    except (LookupError, ValueError):
        return None


def _guessed(data: bytes, most: int) -> Decoded:
    best = from_bytes(data).best()
    if best is None:
        raise SeedError("it is in no known encoding, or not text", hint="save it as UTF-8")
    name = best.encoding.replace("_", "-")
    found = tidy(data.decode(best.encoding, "replace"), Encoding(name, guessed=True), most)
    notice = Notice("encoding-guessed", "guessed", (name,))
    return replace(found, notices=(notice, *found.notices))


def tidy(text: str, encoding: Encoding, most: int) -> Decoded:
    """Return decoded text with one kind of line end, without control characters, and mended where it is mojibake.

    Args:
        text: As its bytes were decoded.
        encoding: How.
        most: Characters that are kept.
    """
    notices = [_cut(most)] if len(text) > most else []
    lines = text[:most].replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    lines = lines.replace("\f", "\n\n")  # the end of a page
    before = lines.split("\n")
    after = [_mended(line) for line in before]
    if count := sum(old != new for old, new in zip(before, after, strict=True)):
        notices.append(Notice("mojibake-mended", "mended", (count,)))
    clean, count = _CONTROLS.subn("", "\n".join(after))
    if count:
        notices.append(Notice("controls-removed", "controls", (count,)))
    if count := clean.count("\ufffd"):
        notices.append(Notice("undecodable", "bytes", (count,)))
    return Decoded(clean, encoding, tuple(notices))


def without_controls(text: str) -> str:
    """Return a text out of a tree without control characters, and without soft hyphens, which part words."""
    return text if text.isascii() and text.isprintable() else _CONTROLS.sub("", text).replace("\xad", "")


def _mended(line: str) -> str:
    """Return a line as its bytes should have been decoded; all else that ftfy offers would change words."""
    if line.isascii():
        return line
    near = (line[max(0, found.start() - _AROUND) : found.end() + _AROUND] for found in _SUSPECT.finditer(line))
    return fix_encoding(line).replace("\n", " ") if is_bad("\n".join(near)) else line


def _cut(most: int) -> Notice:
    return Notice("cut", "characters", (most,))
