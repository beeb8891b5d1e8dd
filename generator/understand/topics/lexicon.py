"""Find the forms of topics in a text: longest first, by folded words, with regard to capitals."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from generator.text import Token, fold, tokens

_GAP = re.compile(r"\s?[-–/'’]?\s?")
_QUOTES = " \t\n«“\"‘'("  # what may stand between the end of a sentence and the next one's first word
_STOPS = frozenset(".!?…:")
_SHORT = 3  # letters; in a line all in capitals, a word this short is hardly an acronym


class Case(Enum):
    """Which capitals a form asks for."""

    LOOSE = 1  # on its first word, where that has one: Nations Unies is also written Nations unies
    CAPITALS = 2  # on each word that has one
    SMALL = 3  # where it has one, and none elsewhere, but for a word that opens a sentence


@dataclass(frozen=True, slots=True)
class Form:
    """What one topic is called."""

    text: str
    topic: str
    case: Case


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A form found: `written == text[start:end]`."""

    topic: str
    written: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Entry:
    words: tuple[str, ...]
    tokens: tuple[Token, ...]
    form: Form


class Lexicon:
    """The forms that are looked for in texts of one language; of two topics that claim a form, the first has it.

    Looking through a text costs its length times the longest list of forms that begin with the same word.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        by_words: dict[tuple[str, ...], _Entry] = {}
        for form in forms:
            parts = tokens(form.text)
            words = tuple(fold(part.text) for part in parts)
            if words:
                by_words.setdefault(words, _Entry(words, parts, form))
        self._by_first: dict[str, list[_Entry]] = defaultdict(list)
        for words, entry in by_words.items():
            self._by_first[words[0]].append(entry)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry.words))

    def find(self, text: str) -> Iterator[Occurrence]:
        """Yield what stands in a text, in order, none inside another."""
        parts = tokens(text)
        words = [fold(part.text) for part in parts]
        shouted = text.isupper()
        here = 0
        while here < len(parts):
            entry = self._at(text, parts, words, here, shouted=shouted)
            if entry is None:
                here += 1
                continue
            last = here + len(entry.words) - 1
            start, end = parts[here].start, parts[last].end
            yield Occurrence(entry.form.topic, text[start:end], start, end)
            here = last + 1

    def _at(self, text: str, parts: tuple[Token, ...], words: list[str], here: int, *, shouted: bool) -> _Entry | None:
        for entry in self._by_first.get(words[here], ()):
            stop = here + len(entry.words)
            if tuple(words[here:stop]) != entry.words or (shouted and len(entry.form.text) <= _SHORT):
                continue
            if _fits(text, parts[here:stop], entry):
                return entry
        return None


def _fits(text: str, found: tuple[Token, ...], entry: _Entry) -> bool:
    """Say whether capitals and gaps agree: `us` is no `US`, and `in Turkey. Iran` is no `Turkey Iran`."""
    case = entry.form.case
    pairs = list(zip(entry.tokens, found, strict=True))
    if not all(
        _has_capitals(own.text, got.text, at == 0 or case is not Case.LOOSE) for at, (own, got) in enumerate(pairs)
    ):
        return False
    if case is Case.SMALL and _has_more_capitals(text, pairs):
        return False
    gaps = [text[left.end : right.start] for left, right in pairwise(found)]
    own = entry.form.text
    wanted = [own[left.end : right.start] for left, right in pairwise(entry.tokens)]
    return all(gap == other or _GAP.fullmatch(gap) for gap, other in zip(gaps, wanted, strict=True))


def _has_capitals(wanted: str, got: str, matters: bool) -> bool:  # noqa: FBT001 - a value, not a switch
    if len(wanted) > 1 and wanted.isupper():
        return got.isupper()
    return not matters or got[0].isupper() or not wanted[0].isupper()


def _has_more_capitals(text: str, pairs: Sequence[tuple[Token, Token]]) -> bool:
    """Say whether a word has a capital that its form lacks and no sentence explains: `Armée rouge` is no `armée`."""
    more = [got for own, got in pairs if got.text[0].isupper() and not own.text[0].isupper()]
    return any(got is not pairs[0][1] or not _opens(text, got.start) for got in more)


def _opens(text: str, start: int) -> bool:
    before = text[:start].rstrip(_QUOTES)
    return not before or before[-1] in _STOPS
