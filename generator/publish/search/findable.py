"""What Pagefind is given of a text, so that it finds its words as readers write them; `excerpt.js` shows it as it was.

Pagefind 1.5.2 parts words at white space and, within them, at ASCII punctuation only: without the marks below, "école"
finds it behind a straight apostrophe and not behind a typographic one, nor does "Diyarbakir" find the name with a
dotless i, which is a letter of its own in Unicode and no i with an accent. It knows no words where none are spaced.
"""

import html
import re
import unicodedata

from generator.text import fold

# A caret parts words for Pagefind, and stands in no language's text; one in a seed is replaced by its like.
_CARET, _LIKE_IT = "^", "\u02c6"
_UNSPACED = "[\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002fa1f]"
_BOUNDARY = re.compile(rf"(?<={_UNSPACED})(?=\S)|(?<=\S)(?={_UNSPACED})")
_APOSTROPHE = re.compile(r"(?<=\w)[’ʼ](?=\w)")
# Letters that Unicode does not take for others with an accent, and readers do.
_APART = str.maketrans({
    "ı": "i", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ð": "d", "Ð": "d", "æ": "ae", "Æ": "ae",
    "œ": "oe", "Œ": "oe", "ß": "ss", "ẞ": "ss", "þ": "th", "Þ": "th",
})  # fmt: skip
# Vowel signs and the like, which belong to the letter before them: up to those of India and Tibet.
_SIGNS = "".join(sign for sign in map(chr, range(0x0300, 0x1000)) if unicodedata.category(sign).startswith("M"))
_JOINERS = "\u200c\u200d"
# What Pagefind takes for letters: signs outside ASCII (dashes, quotes, currencies), and what adds and compares.
_ODD = re.compile(rf"[^\w\x00-\x7f’ʼ{_SIGNS}{_JOINERS}]|[<>=+|$~`]")
_PART = re.compile(rf"[\w{_SIGNS}{_JOINERS}]{{2,}}")
_WORD = re.compile(r"\S+")


def findable(text: str) -> str:
    """Return the text for the index, as HTML.

    `^'` stands for a typographic apostrophe, what follows `^^` is found but not shown, and behind a `^` at its end a
    word has no space: so each character of a script that is written without them stands alone.
    """
    parted = _BOUNDARY.sub(f"{_CARET} ", text.replace(_CARET, _LIKE_IT).replace("\u200b", ""))
    return html.escape(" ".join(_word(word) for word in _WORD.findall(parted)))


def _word(word: str) -> str:
    """Return a word with what else it is found by."""
    if word.isalnum() and word.isascii():
        return word
    bare = word.removesuffix(_CARET)
    parts = _PART.findall(bare) if _ODD.search(bare) else []
    plain = [fold(part.translate(_APART)) for part in parts or [bare] if part.translate(_APART) != part]
    return f"{_CARET}{_CARET}".join([_APOSTROPHE.sub("^'", bare), *parts, *plain]) + word[len(bare) :]
