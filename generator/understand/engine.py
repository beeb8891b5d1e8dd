"""The keyword engine (the only importer of yake): phrases that could be keywords, and languages' function words."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources
from importlib.resources.abc import Traversable

from yake import KeywordExtractor

from generator.text import fold, folded_words, squeeze

# Where YAKE's file names part from ISO 639-1.
_YAKE_CODES = {"cs": "cz", "nb": "no", "nn": "no"}
_LEGACY = {"lt": "cp1257", "sk": "cp1250"}  # the lists that are not UTF-8
_LONGEST = 3  # words
_MARKS = ".,;:!?\"'()[]،؛؟。、「」«»“”’‘·…—– "  # of other scripts, which YAKE leaves on its words
_PROPOSED = 100
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE)
_NO_WORD = re.compile(r"\S{80,}")  # on one of 200,000 letters, the splitter of sentences in YAKE takes minutes
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A phrase; the lower the score, the more it says (YAKE's scale)."""

    text: str
    score: float


def knows(language: str) -> bool:
    """Say whether YAKE has a list of function words; asked for another language, it silently takes a list for none."""
    return _list_of(language).is_file()


@functools.cache
def function_words(language: str) -> frozenset[str]:
    """Return the function words of a language, folded; none where YAKE has no list."""
    return frozenset(word for line in _stop_words(language) for word in [fold(line), *folded_words(line)])


def propose(lines: Sequence[str], language: str) -> list[Proposal]:
    """Return phrases of up to three words from the lines of a text, best first."""
    found = _extractor(language).extract_keywords(_prepared(lines, language))
    return [Proposal(squeeze(text).strip(_MARKS), round(float(score), 6)) for text, score in found]


@functools.cache
def _extractor(language: str) -> KeywordExtractor:
    code = _YAKE_CODES.get(language, language)
    return KeywordExtractor(lan=code, n=_LONGEST, dedup_lim=0.9, top=_PROPOSED, stopwords=set(_stop_words(language)))


@functools.cache
def _stop_words(language: str) -> frozenset[str]:
    """Return YAKE's own list; read by YAKE itself, two of them come out garbled, with a print on standard output."""
    if not knows(language):
        return frozenset()
    text = _list_of(language).read_bytes().decode(_LEGACY.get(language, "utf-8"))
    return frozenset(text.lower().split("\n"))


def _list_of(language: str) -> Traversable:
    code = _YAKE_CODES.get(language, language)
    return resources.files("yake") / "core" / "StopwordsList" / f"stopwords_{code}.txt"


def _prepared(lines: Sequence[str], language: str) -> str:
    """End each line with a stop, undo French elisions and drop English possessives: +8 F1 against the bare text."""
    whole = [_NO_WORD.sub(" ", line) for line in lines]
    text = "\n".join(line if line.endswith((".", "!", "?", "…")) else f"{line}." for line in whole)
    text = _ELISION.sub(lambda match: f"{match[0][:-1]}e ", text) if language == "fr" else text
    return _POSSESSIVE.sub("", text) if language == "en" else text
