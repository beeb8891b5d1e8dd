"""What a page repeats of a line: a headline stands again in breadcrumbs, lists and comments, its words in the text."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.read.masthead.page import Line, Page
from generator.text import folded_words

_TOP = 3  # lines, of which one may be `Headline | Site`
_SEPARATOR = re.compile(r"\s+[|–—·•»>-]\s+|\s*[|»>]\s*")
_ALIKE = 20  # candidates with the same two first words; more are a list of one thing
_STEM = 5  # letters that a word shares with its inflected forms
_SHORT = 3  # letters of words such as `the`, which every text has
_FEW = 3  # words; so few recur by chance


@dataclass(frozen=True, slots=True)
class Echoes:
    """How often the words of each candidate stand on the page: as a line, within a longer one, at its very top."""

    whole: Counter[tuple[str, ...]]
    within: Counter[tuple[str, ...]]
    top: frozenset[tuple[str, ...]]
    stems: Counter[str]

    def points(self, line: Line) -> float:
        """Return what the repetition of a line says for it."""
        if len(line.words) == 1:
            return 0.0
        points = 0.8 if self.whole[line.words] > 1 and len(line.words) > _FEW else 0.0
        points += 1.2 if self.within[line.words] else 0.0
        return points + (2.5 if line.words in self.top else 0.0)

    def overlap(self, line: Line) -> float:
        """Return the share of a line's longer words that the text has too, in any form."""
        words = {word[:_STEM] for word in line.words if len(word) > _SHORT or not word.isascii()}
        own = 1 if line.is_text and line.entry.kept else 0
        return sum(self.stems[word] > own for word in words) / max(2, len(words))


def echoes(page: Page, candidates: Sequence[Line]) -> Echoes:
    """Count what the page repeats of some of its lines."""
    sought: defaultdict[tuple[str, ...], list[tuple[str, ...]]] = defaultdict(list)
    for words in dict.fromkeys(line.words for line in candidates if len(line.words) > 1):
        if len(sought[words[:2]]) < _ALIKE:
            sought[words[:2]].append(words)
    within: Counter[tuple[str, ...]] = Counter()
    for line in page.lines:
        within.update(_held(line.words, sought))
    parted = [_SEPARATOR.split(line.text) for line in page.lines[:_TOP]]
    top = frozenset(folded_words(parts[0]) for parts in parted if len(parts) > 1)
    return Echoes(Counter(line.words for line in page.lines), within, top, _stems(page))


def _held(words: tuple[str, ...], sought: Mapping[tuple[str, ...], list[tuple[str, ...]]]) -> Iterator[tuple[str, ...]]:
    """Yield the candidates that stand within a line which is longer, but not much."""
    for start in range(len(words) - 1):
        for candidate in sought.get(words[start : start + 2], ()):
            size = len(candidate)
            if size < len(words) <= 3 * size + 6 and words[start : start + size] == candidate:
                yield candidate


def _stems(page: Page) -> Counter[str]:
    """Count the paragraphs that have a word, by its first letters."""
    kept = [index for index in page.text if page.lines[index].entry.kept] or list(page.text)
    return Counter(stem for index in kept for stem in {word[:_STEM] for word in page.lines[index].words})
