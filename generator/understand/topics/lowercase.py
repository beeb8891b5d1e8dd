"""What a collection writes without a capital: no names, but the forms of its words."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from generator.model import Briefing
from generator.text import fold, tokens

Lowercase = Mapping[str, Counter[str]]


def lowercase_words(briefings: Sequence[Briefing]) -> Lowercase:
    """Return, by language, how often the collection writes each word without a capital."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for briefing in briefings:
        counts = words[briefing.document.language.code]
        for block in briefing.document.blocks:
            counts.update(part.text for part in tokens(block.text) if part.text[0].islower())
    return words


def folded(words: Lowercase) -> Lowercase:
    """Return the same by folded words."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for language, counts in words.items():
        for word, count in counts.items():
            found[language][fold(word)] += count
    return found
