"""YAKE in Python (the only importer of yake)."""

import functools

from yake import KeywordExtractor

from generator.understand.keywords.scored import Scored

_LONGEST = 3  # words; of five, it took twice the time, and the names of more words are found by their capitals
_ALL = 1_000_000  # phrases: ours is the choice
# Its own removal of likes compares all with all, which took half of its time; ours, by stems, takes next to none.
_KEEP_LIKES = 1.0


def propose(text: str, stop_words: frozenset[str]) -> list[Scored]:
    """Return the phrases of a text with YAKE's scores, the best first.

    The words are given, so that YAKE need not look for a list itself: for an unknown language it would take a list
    for none and say nothing. It says nothing of arguments that it does not know either.
    """
    return [Scored(phrase, float(score)) for phrase, score in _extractor(stop_words).extract_keywords(text)]


@functools.cache
def _extractor(stop_words: frozenset[str]) -> KeywordExtractor:
    return KeywordExtractor(n=_LONGEST, dedup_lim=_KEEP_LIKES, top=_ALL, stopwords=set(stop_words))
