"""What the forms of a word share (the only importer of PyStemmer): for comparison only, never shown."""

import functools

import Stemmer

from generator.locales import language_name
from generator.text import fold

_CODES = {"nb": "no", "nn": "no"}


@functools.lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """Return the stem of a word, folded; the folded word itself where Snowball does not know the language.

    Args:
        word: As written: Snowball's endings have the accents that folding takes off.
        language: Its code.
    """
    stemmer = _stemmer(language)
    return fold(stemmer.stemWord(lower(word, language)) if stemmer else word)


def lower(word: str, language: str) -> str:
    """Return a word in small letters; Turkish has two i's."""
    return word.replace("İ", "i").replace("I", "ı").lower() if language == "tr" else word.lower()


@functools.cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    name = language_name(_CODES.get(language, language), "en").lower()
    return Stemmer.Stemmer(name) if name in Stemmer.algorithms() else None
