"""Names that differ in a letter or two, in their hyphens, or in the order of their words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from generator.text import counted
from generator.understand.suggest.pairs import Pair, in_briefings, may_merge, pair
from generator.understand.suggest.subjects import Key, Subject, Subjects

_ONE, _TWO = 6, 10  # letters; in a word this long, one or two of them may differ: Iran and Iraq are no spellings
_WEIGHT = 3  # a name of which a third of the letters differ is another name
_SOUND = 0.95  # sureness where all letters agree


def spellings(subjects: Subjects) -> Iterator[Pair]:
    """Yield the pairs of subjects that are spelled alike.

    Words are compared by their letters left out (as SymSpell does), so that the time grows with the number of words.
    """
    by_key = {key: subject for key, subject in subjects.by_key().items() if _is_whole(key, subject)}
    yield from _same_letters(by_key)
    near = _near_words({word for key in by_key for word in key})
    for key, subject in by_key.items():
        for at, word in enumerate(key):
            for other_word, distance in near.get(word, {}).items():
                other = by_key.get((*key[:at], other_word, *key[at + 1 :]))
                if other and word < other_word and may_merge(subject, other):
                    alike = 1 - _WEIGHT * distance / min(len(word), len(other_word))
                    yield _pair(subject, other, alike, f"{_letters(distance)} between '{word}' and '{other_word}'")


def _is_whole(key: Key, subject: Subject) -> bool:
    """Say whether a form is no surname alone: Williams is no spelling of Walliams only because of David Walliams."""
    return len(key) > 1 or len(subject.key) == 1


def _pair(one: Subject, other: Subject, alike: float, why: str) -> Pair:
    both = len(one.briefings & other.briefings)
    line = f"{why}; {counted(both, 'briefing', 'briefings')} with both"
    return pair(one, other, alike, line, f"{in_briefings(one)}; {in_briefings(other)}")


def _letters(distance: int) -> str:
    return "one letter" if distance == 1 else f"{distance} letters"


def _same_letters(by_key: Mapping[Key, Subject]) -> Iterator[Pair]:
    """Yield pairs whose words are only parted or ordered in another way: Al Qaida and Alqaida, Orbán Viktor."""
    alike: dict[str, list[Key]] = defaultdict(list)
    for key in by_key:
        for letters in {"".join(key), " ".join(sorted(key))}:
            if len(letters) >= _ONE:
                alike[letters].append(key)
    for keys in alike.values():
        for one, other in combinations(keys, 2):
            if may_merge(by_key[one], by_key[other]):
                yield _pair(by_key[one], by_key[other], _SOUND, "the same letters")


def _near_words(words: Iterable[str]) -> dict[str, dict[str, int]]:
    """Return for each word the others that differ by as many letters as its length allows."""
    holders: dict[str, list[str]] = defaultdict(list)
    for word in sorted(words):
        for rest in _rests(word):
            holders[rest].append(word)
    near: dict[str, dict[str, int]] = defaultdict(dict)
    for held in holders.values():
        for one, other in combinations(held, 2):
            if one == other or one[0] != other[0]:  # Northampton and Southampton are two towns
                continue
            distance = edits(one, other)
            if 0 < distance <= _allowed(min(len(one), len(other))):
                near[one][other] = near[other][one] = distance
    return near


def _allowed(length: int) -> int:
    return (length >= _ONE) + (length >= _TWO)


def _rests(word: str) -> frozenset[str]:
    """Return a word with up to as many letters left out as may differ; none of a short word or one with digits."""
    allowed = _allowed(len(word)) if word.isalpha() else 0
    rests = {word} if allowed else set()
    for _ in range(allowed):
        rests |= {rest[:at] + rest[at + 1 :] for rest in rests for at in range(len(rest))}
    return frozenset(rests)


def edits(one: str, other: str) -> int:
    """Return how many letters were added, dropped, changed or swapped (optimal string alignment)."""
    before: Sequence[int] = ()
    row: Sequence[int] = range(len(other) + 1)
    for i, letter in enumerate(one, 1):
        line = [i]
        for j, wanted in enumerate(other, 1):
            cost = min(row[j] + 1, line[j - 1] + 1, row[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, before[j - 2] + 1)
            line.append(cost)
        before, row = row, line
    return row[-1]
