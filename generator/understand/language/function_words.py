"""The function words of languages: YAKE's lists, read by ourselves."""

import functools
from importlib import resources
from importlib.resources.abc import Traversable

from generator.text import fold, folded_words

# Where YAKE's file names part from ISO 639-1.
_CODES = {"cs": "cz", "nb": "no", "nn": "no"}
_LEGACY = {"lt": "cp1257", "sk": "cp1250"}  # the lists that are not UTF-8


def has_list(language: str) -> bool:
    """Say whether there is a list; for other languages, YAKE silently takes a list for none."""
    return _file(language).is_file()


@functools.cache
def function_words(language: str) -> frozenset[str]:
    """Return the function words of a language, folded; none where there is no list."""
    return frozenset(word for line in listed(language) for word in [fold(line), *folded_words(line)])


@functools.cache
def listed(language: str) -> frozenset[str]:
    """Return the lines of a list; YAKE itself reads two of them garbled, with a print on standard output."""
    if not has_list(language):
        return frozenset()
    text = _file(language).read_bytes().decode(_LEGACY.get(language, "utf-8"))
    return frozenset(text.lower().split("\n"))


def _file(language: str) -> Traversable:
    return resources.files("yake") / "core" / "StopwordsList" / f"stopwords_{_CODES.get(language, language)}.txt"
