"""Texts in different languages that the sentence encoder finds alike."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.model import Briefing, Kind
from generator.understand.links import encoder
from generator.understand.links.sparse import greatest

LEAST = 0.4  # a cosine: of unrelated French and English news, one pair in a hundred reaches .36, one in a thousand .46
# All of 20 pairs of short reports of one event reach this (cases/parallel.yml), and none of the 380 others; of 7,050
# pairs of news, one in which both sides write of tennis.
SURE = 0.55
# A text is the mean of its paragraphs. Four long reports on one subject are then alike by .62 to .74 across languages,
# by .39 to .57 with its first twelve sentences, by .15 to .36 with its title and summary.
_PARAGRAPHS = 20
_BLOCK = 256  # texts that are compared with all others at a time: some 10 MB among 10,000


@dataclass(frozen=True, slots=True)
class Alike:
    """What the encoder found: for each text, by place, those in other languages with their cosines, LEAST and above.

    Attributes:
        known: Of each text, whether the encoder looked at it.
        near: Of each text, the nearest.
    """

    known: tuple[bool, ...]
    near: tuple[Mapping[int, float], ...]

    def asked(self, one: int, other: int) -> bool:
        """Say whether the encoder compared two texts."""
        return self.known[one] and self.known[other]


def not_asked(briefings: Sequence[Briefing]) -> Alike:
    """Return what is known without the encoder."""
    return Alike((False,) * len(briefings), ({},) * len(briefings))


def find_alike(briefings: Sequence[Briefing], most: int) -> Alike:
    """Return for each briefing the nearest in other languages; it costs a product of every two, in numpy.

    Raises:
        SettingsError: The encoder is not installed.
    """
    languages = [briefing.document.language.code for briefing in briefings]
    known = encoder.LANGUAGES & set(languages)
    places = [place for place, code in enumerate(languages) if code in known]
    near: list[Mapping[int, float]] = [{} for _ in briefings]
    vectors = np.array([_vector(briefings[place]) for place in places]) if len(known) > 1 else np.zeros((0, 1))
    codes = np.array([languages[place] for place in places])
    for here, cosines in enumerate(_cosines(vectors)):
        cosines[(codes == codes[here]) | (cosines < LEAST)] = 0
        near[places[here]] = {places[there]: float(cosines[there]) for there in greatest(cosines, most).tolist()}
    return Alike(tuple(code in known for code in languages), tuple(near))


def _vector(briefing: Briefing) -> np.ndarray:
    texts = [block.text for block in briefing.document.blocks if block.kind is not Kind.CODE][:_PARAGRAPHS]
    total = encoder.encode(texts).sum(axis=0, dtype=np.float64)
    return np.asarray(total / max(1e-9, float(np.linalg.norm(total))))


def _cosines(vectors: np.ndarray) -> Iterator[np.ndarray]:
    for start in range(0, len(vectors), _BLOCK):
        yield from (vectors[start : start + _BLOCK] @ vectors.T).round(2)
