"""What an engine says of a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scored:
    """A phrase as an engine writes it; the lower the score, the more it says (YAKE's scale)."""

    text: str
    score: float
