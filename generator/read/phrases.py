"""The word lists of the masthead, as folded words of every language at once: pages mix languages."""

import functools

from generator.text import all_words, folded_words, word_table

_LANGUAGES = ("ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "tr", "uk", "zh")


@functools.cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """Return the entries of a word list."""
    return frozenset(folded_words(phrase) for phrase in all_words(name))


@functools.cache
def stamps(kind: str) -> tuple[str, ...]:
    """Return the phrases that say what a date is, `published` or `updated`, with a space at both ends."""
    tables = [word_table("stamps", language) for language in _LANGUAGES]
    found = {folded_words(phrase) for table in tables for phrase in table.get(kind, ())}
    return tuple(sorted(f" {' '.join(words)} " for words in found))


@functools.cache
def stamp_words() -> frozenset[str]:
    """Return the single words of those phrases."""
    return frozenset(word for kind in ("published", "updated") for phrase in stamps(kind) for word in phrase.split())
