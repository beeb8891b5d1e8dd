"""What the machine proposes to an editor of topics."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Side:
    """A topic, or a name that has no page.

    Attributes:
        label: What it is called.
        topic: The id of the topic; empty for a name without a page.
        forms: By language: what the briefings write.
        briefings: How many write it.
    """

    label: str
    topic: str
    forms: Mapping[str, tuple[str, ...]]
    briefings: int


@dataclass(frozen=True, slots=True)
class SuggestedMerge:
    """Two names that may be one topic: `other` would become an alias of `keep`."""

    keep: Side
    other: Side
    evidence: tuple[str, ...]
    score: float

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"merge {self.other.label} into {self.keep.label}"


@dataclass(frozen=True, slots=True)
class SuggestedStop:
    """A topic that looks like none."""

    topic: Side
    evidence: tuple[str, ...]
    score: float

    @property
    def key(self) -> str:
        """What tells it from all others."""
        return f"stop {self.topic.label}"


Suggestion = SuggestedMerge | SuggestedStop
