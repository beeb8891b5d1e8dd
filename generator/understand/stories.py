"""Briefings that tell the same story: texts of which a good part is the same words in the same order."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

from generator.model import Briefing, SameStory
from generator.text import folded_words

_SHINGLE = 4  # words
_SAME = 0.3  # of the shorter text's shingles: finds 99.8 % of copies with two fifths of their sentences dropped
_FORMULA = 50  # briefings; a shingle in more of them is a formula, and the pairs would grow with its square
_LEAST = 12  # shingles; of a shorter text the share says nothing


def find_stories(briefings: Sequence[Briefing]) -> dict[str, tuple[SameStory, ...]]:
    """Return for each briefing those that share three tenths of the shorter text, most alike first."""
    shingles = {briefing.id: _shingles(briefing) for briefing in briefings}
    holders: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_, own in shingles.items():
        for shingle in own:
            holders[shingle].append(id_)
    pairs: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if 1 < len(ids) <= _FORMULA:
            pairs.update(combinations(ids, 2))
    found: dict[str, list[SameStory]] = {briefing.id: [] for briefing in briefings}
    for (one, other), common in pairs.items():
        least = min(len(shingles[one]), len(shingles[other]))
        if least >= _LEAST and common >= _SAME * least:
            share = round(common / least, 3)
            found[one].append(SameStory(other, share))
            found[other].append(SameStory(one, share))
    return {id_: tuple(sorted(same, key=lambda story: (-story.share, story.id))) for id_, same in found.items()}


def _shingles(briefing: Briefing) -> frozenset[tuple[str, ...]]:
    words = [word for block in briefing.document.blocks for word in folded_words(block.text)]
    return frozenset(tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))
