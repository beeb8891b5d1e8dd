"""YAKE in Rust (the only importer of yake_rust), an extra: five to six times as fast."""

import functools
from importlib.util import find_spec
from typing import TYPE_CHECKING

from generator.errors import SeedError
from generator.understand.keywords.scored import Scored

if TYPE_CHECKING:
    from yake_rust import Yake

_LONGEST = 3  # words
_ALL = 1_000_000  # phrases


def available() -> bool:
    """Say whether the extra is installed."""
    return find_spec("yake_rust") is not None


def propose(text: str, stop_words: frozenset[str]) -> list[Scored]:
    """Return the phrases of a text with YAKE's scores, the best first.

    Raises:
        SeedError: It gave up on the text.
    """
    try:
        found = _extractor(stop_words).get_n_best(text, n=_ALL)
    except BaseException as error:
        # What Rust calls a panic is no Exception, and its class cannot be imported.
        if type(error).__name__ != "PanicException":
            raise
        raise SeedError("yake-rust gave up on the text", hint="set 'engine: yake'") from None
    return [Scored(phrase, score) for phrase, score in found]


@functools.cache
def _extractor(stop_words: frozenset[str]) -> "Yake":
    from yake_rust import Yake  # noqa: PLC0415 - an extra that need not be there

    return Yake(stopwords=set(stop_words), ngrams=_LONGEST, remove_duplicates=False)
