"""Letters as they are written, of letters as they are drawn: what a font joins or shapes is a letter all the same."""

import functools
import re
import unicodedata

from generator.read.sheets.signs import RIGHT_TO_LEFT

# Latin and Armenian ligatures, Hebrew letters with points, and the four shapes of each Arabic letter. The signs for
# whole Arabic phrases, U+FDF0 and those after it, are left as they are.
_DRAWN = re.compile("[\ufb00-\ufb4f\ufb50-\ufdcf\ufe70-\ufefc]")
# Zero-width spaces and marks of order; U+200C and U+200D stay, as Persian and Hindi are written with them.
_WESTERN = re.compile(r"[A-Za-z0-9\u0660-\u0669\u06f0-\u06f9]")
_UNSEEN = re.compile("[\ufeff\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_BOLD = re.compile(rb"bold|black|heavy|demi|(?<![a-z])cmbx|-bd(?![a-z])", re.IGNORECASE)
_MONO = re.compile(rb"courier|consol|mono(?!type)|nimbusmon|typewriter|menlo|(?<![a-z])cmtt|lmtt|lmmono", re.IGNORECASE)
_HEAVY = 600  # from 100 to 900


@functools.lru_cache(maxsize=4096)
def is_space(sign: str) -> bool:
    """Say whether a sign parts words; control characters do."""
    return sign.isspace() or sign < " " or "\x7f" <= sign <= "\x9f"


@functools.lru_cache(maxsize=4096)
def is_heavy(font: bytes, weight: int) -> bool:
    """Say whether a font is bold, by its name or its weight."""
    return bool(_BOLD.search(font)) or weight >= _HEAVY


@functools.lru_cache(maxsize=4096)
def is_fixed(font: bytes) -> bool:
    """Say whether the letters of a font are all of one width, by its name; not every file says it otherwise."""
    return bool(_MONO.search(font))


def written(text: str) -> str:
    """Return a word of a PDF as it is written: `ﬁ` is decoded to `fi`, and invisible signs are gone."""
    if text.isascii():
        return text
    if _SURROGATES.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _DRAWN.sub(lambda drawn: unicodedata.normalize("NFKC", drawn[0]), _UNSEEN.sub("", text))


def core(text: str) -> slice:
    """Return what of a word is letters of a script that is read from the right; nothing where it has none."""
    if text.isascii() or _WESTERN.search(text):
        return slice(0, 0)
    places = [found.start() for found in RIGHT_TO_LEFT.finditer(text)]
    return slice(places[0], places[-1] + 1) if places else slice(0, 0)


def in_order(text: str) -> str:
    """Return a word whose letters stand from left to right as it is written, from right to left.

    PDFium has some Arabic words so that were printed from the left.
    """
    letters = core(text)
    return text[: letters.start] + text[letters][::-1] + text[letters.stop :]
