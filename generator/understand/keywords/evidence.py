"""What a text shows of a phrase."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """A phrase in a text, and what may speak for it.

    Attributes:
        text: As it is written most often.
        stems: Of its words, folded; what its forms share.
        count: How often the text stands there, in whatever case and accents.
        frequency: How often any of its forms does, and what is short for it.
        first: How many words stand before the first of them.
        rarity: Of its words in the language at large, on average: the negative decimal logarithm of their shares.
        is_name: Whether capitals say so.
        is_bare: Whether it is a single word that never stands behind a determiner: hardly a noun.
        in_headline: Whether the document's headline has it too.
        score: The engine's; the lower, the more it says.
    """

    text: str
    stems: tuple[str, ...]
    count: int
    frequency: int
    first: int
    rarity: float
    is_name: bool
    is_bare: bool
    in_headline: bool
    score: float
