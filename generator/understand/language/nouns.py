"""What shows that a word is a noun, in languages with small words that stand before nouns only."""

import functools

from generator.text import fold, word_list


@functools.cache
def determiners(language: str) -> frozenset[str]:
    """Return the articles and determiners of a language, folded; none where it has nothing to show a noun by."""
    return frozenset(fold(word) for name in ("articles", "determiners") for word in word_list(name, language))
