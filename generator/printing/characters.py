"""Characters of seeds on paper: what no font has is shown as a sign for that, and no bidi mark reaches beyond its text.

Everything else stays as it is.
"""

import functools
import re
import sys
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

SIGN = "\ufffd"  # what stands for a character without a glyph
_MARKS = frozenset(
    sign for sign in map(chr, range(0x300, sys.maxunicode + 1)) if unicodedata.category(sign) in {"Mn", "Mc", "Me"}
)
_MARK = re.escape("".join(sorted(_MARKS)))
_JOINED = re.compile(f"[^\\s{_MARK}][{_MARK}\u200c\u200d]+")
# Without a meaning that paper could show, whatever glyph a font may have for them: controls, halves of pairs,
# private use, and what will never be a character.
_NEVER = frozenset({"Cc", "Cs", "Co"})
_FINE = frozenset("\n\t\r\u000b\u000c\u0085")
_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"} | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)
_TURNING = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def pieces(texts: Iterable[str]) -> frozenset[str]:
    """Return what fonts must have for some texts: every character, and every one with marks as a whole."""
    found: set[str] = set()
    for text in texts:
        if not text.isascii():
            signs = set(text)
            found |= signs | _joined(text, signs)
    return frozenset(piece for piece in found if not (piece.isascii() or piece.isspace() or _is_never(piece)))


@dataclass(frozen=True, slots=True)
class Characters:
    """Which characters can be printed; `missing` are the pieces that no font has."""

    missing: frozenset[str]

    def shown(self, text: str) -> str:
        """Return a text as it is printed."""
        if text.isascii() and text.isprintable():
            return text
        lacking = self.lacking(text)
        for piece in sorted(lacking, key=len, reverse=True):
            text = text.replace(piece, SIGN)
        return text if _TURNING.isdisjoint(text) else _closed(text)

    def lacking(self, text: str) -> frozenset[str]:
        """Return the pieces of a text that cannot be printed."""
        signs = set(text)
        wanted = signs | _joined(text, signs) if self.missing else signs
        return frozenset(self.missing & wanted | {sign for sign in signs if _is_never(sign)})


def described(lacking: Iterable[str]) -> str:
    """Return pieces by number and name, such as `U+1F9FF NAZAR AMULET`."""
    signs = sorted({sign for piece in lacking for sign in piece})
    return ", ".join(f"U+{ord(sign):04X} {unicodedata.name(sign, '')}".rstrip() for sign in signs)


def _joined(text: str, signs: set[str]) -> set[str]:
    """Return the characters with marks; `signs` are all of the text, and tell fast that there are none."""
    return set() if _MARKS.isdisjoint(signs) else set(_JOINED.findall(text))


@functools.cache
def _is_never(sign: str) -> bool:
    if len(sign) > 1 or sign in _FINE:
        return False
    return unicodedata.category(sign) in _NEVER or ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF  # noqa: PLR2004 - noncharacters


def _closed(text: str) -> str:
    """Return a text with each direction that it opens closed again in each line, so that the next stays as it is."""
    lines = text.split("\n")
    return "\n".join(line + "".join(reversed(_open(line))) for line in lines)


def _open(line: str) -> list[str]:
    waiting: list[str] = []
    for mark in _BIDI.findall(line):
        if mark in _OPENING:
            waiting.append(_OPENING[mark])
        elif mark in waiting:
            while waiting.pop() != mark:
                pass
    return waiting
