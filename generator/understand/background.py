"""How common words are in their language (the only importer of wordfreq)."""

from wordfreq import available_languages, zipf_frequency

_KNOWN = frozenset(available_languages("small"))


def zipf(word: str, language: str) -> float:
    """Return how common a word is on Zipf's scale: 3 is once in a million words, 6 once in a thousand, 0 unknown."""
    return zipf_frequency(word, language, wordlist="small") if language in _KNOWN else 0.0
