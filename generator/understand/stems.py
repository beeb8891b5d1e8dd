"""What the forms of a word share (the only importer of PyStemmer): Snowball's stems, for comparison only."""

import functools

import Stemmer

from generator.text import fold

# Snowball's names of its stemmers, by ISO 639-1.
_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fa": "persian", "fi": "finnish",
    "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil",
    "tr": "turkish", "yi": "yiddish",
}  # fmt: skip


@functools.lru_cache(maxsize=262144)
def stem(word: str, language: str) -> str:
    """Return the stem of a word, folded; the folded word itself in a language without a stemmer.

    Words are stemmed before they are folded: Snowball's rules know accents.
    """
    stemmer = _stemmer(language)
    return fold(stemmer.stemWord(word.lower()) if stemmer else word)


@functools.cache
def _stemmer(language: str) -> Stemmer.Stemmer | None:
    name = _ALGORITHMS.get(language)
    return Stemmer.Stemmer(name) if name else None
