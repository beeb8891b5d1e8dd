"""How rare a word is in its language at large (the only importer of wordfreq)."""

import functools
from math import log10

from wordfreq import available_languages, get_frequency_dict

from generator.understand.language.stems import lower

# Its lists of Norwegian and of what is spoken in Croatia; asked for Armenian, it would silently take Russian.
_CODES = {"no": "nb", "nn": "nb", "hr": "sh"}
# Words rarer than one in 100,000 are equal: beyond that, a list tells odd forms from words, not what a text is about.
# On news (see ranking.py), F1 was the same with caps from 4.5 to 5.5, and a point lower without one.
RAREST = 5.0


@functools.lru_cache(maxsize=65536)
def rarity(word: str, language: str) -> float:
    """Return the negative decimal logarithm of a word's share in its language, up to RAREST; that too without a list.

    Args:
        word: As written.
        language: Its code.
    """
    share = _shares(language).get(lower(word, language).replace("’", "'"), 0.0)
    return round(min(RAREST, -log10(share)), 2) if share else RAREST


@functools.cache
def _shares(language: str) -> dict[str, float]:
    code = _CODES.get(language, language)
    return get_frequency_dict(code) if code in available_languages() else {}
