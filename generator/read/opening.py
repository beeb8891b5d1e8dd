"""The first words of a text, cut where a reader would pause: for titles and summaries."""

import re
from collections.abc import Iterator

from generator.model import Fact
from generator.text import fold, sentences, tokens, word_table

_PAUSES = re.compile(r"(?:[,;:،；，、]|\s[–—-])(?=\s)|[，、；]")
_OPENING_QUOTES = "\"'“”«»„‘ "
_PAIRS = (("“", "”"), ("«", "»"), ("„", "“"), ("(", ")"), ("[", "]"))
_LEAST = 30  # characters; a shorter cut says too little


def headline(text: str, limit: int, language: str) -> Fact:
    """Return the first sentence as a title of at most `limit` characters, cut at a clause if it is longer.

    The origin is "first sentence", or "first words" where it was cut; the words are those of the text, none added.
    """
    first = next(sentences(text), None)
    sentence = _unquoted(first.text) if first else ""
    if len(sentence) <= limit:
        return Fact(sentence.rstrip(" .。"), "first sentence")
    return Fact(_cut(sentence, limit, language), "first words")


def lead(text: str, limit: int, language: str) -> Fact:
    """Return the first sentences that fit into `limit` characters as a summary; a longer first one is cut."""
    end = 0
    for sentence in sentences(text):
        if sentence.start + len(sentence.text) > limit:
            break
        end = sentence.start + len(sentence.text)
    if end:
        return Fact(text[:end].strip(), "first sentences")
    return Fact(_cut(text, limit, language), "first words") if text else Fact("", "none")


def _unquoted(sentence: str) -> str:
    """Return the sentence without a quote that opens at its start and does not close in it."""
    first = sentence[:1]
    closing = dict(_PAIRS).get(first, first)
    if first in _OPENING_QUOTES and sentence.count(closing, 1) == 0:
        return sentence[1:].strip()
    return sentence


def _cut(sentence: str, limit: int, language: str) -> str:
    """Cut at the last pause; else before the last word that opens a clause; else at a word."""
    window = sentence[: limit + 1]
    pauses = [match.start() for match in _PAUSES.finditer(window)]
    for places in (pauses, list(_clauses(window, "joins", language)), list(_clauses(window, "adds", language))):
        fitting = [place for place in places if _LEAST <= len(window[:place].rstrip()) <= limit]
        if fitting:
            return window[: fitting[-1]].rstrip(" ,;:")
    spaces = [match.start() for match in re.finditer(r"\s", window)]
    return window[: spaces[-1]].rstrip(" ,;:") if spaces else sentence[:limit]


def _clauses(window: str, group: str, language: str) -> Iterator[int]:
    openers = {fold(word) for word in word_table("clauses", language).get(group, ())}
    for token in tokens(window):
        if fold(token.text) in openers:
            yield token.start
