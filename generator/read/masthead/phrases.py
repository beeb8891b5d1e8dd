"""What the masthead makes of its word lists."""

import functools

from generator.text import phrases


@functools.cache
def spaced(name: str) -> tuple[str, ...]:
    """Return the entries of a word list as texts with a space at both ends, to be found within a line."""
    return tuple(sorted(f" {' '.join(words)} " for words in phrases(name)))


@functools.cache
def stamp_words() -> frozenset[str]:
    """Return the single words of the phrases that say what a date is."""
    return frozenset(word for name in ("published", "updated") for phrase in phrases(name) for word in phrase)
