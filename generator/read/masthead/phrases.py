"""The word lists of the masthead, as folded words of every language at once: pages mix languages."""

import functools

from generator.text import all_words, folded_words


@functools.cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """Return the entries of a word list."""
    return frozenset(folded_words(phrase) for phrase in all_words(name))


@functools.cache
def spaced(name: str) -> tuple[str, ...]:
    """Return the entries of a word list as texts with a space at both ends, to be found within a line."""
    return tuple(sorted(f" {' '.join(words)} " for words in phrases(name)))


@functools.cache
def stamp_words() -> frozenset[str]:
    """Return the single words of the phrases that say what a date is."""
    return frozenset(word for name in ("published", "updated") for phrase in phrases(name) for word in phrase)
