"""Spot names in a text by their capitals: runs of capitalised words, codes such as F-35, acronyms."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.locales import calendar_words, countries, language_names
from generator.model import Name
from generator.text import Sentence, Token, all_words, fold, sentences, tokens, word_list
from generator.understand.language.function_words import function_words

NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})
_INSIDE = re.compile(r"\s|[-–/]|\.\s?|\s?['’]|\s?&\s?")  # what may part two words of one name
_CODE_GAP = re.compile(r"[-–/]")
_CODE = re.compile(r"[-–/]\d")
_AFTER = re.compile(r" (?P<word>[^\W\d_]+)")
_BEFORE = re.compile(r"(?P<word>[^\W\d_]+) $")
_SHOUTED = 4  # words; in a longer sentence all in capitals, they tell no names
_KEY = 4  # letters that an adjective and its country share at the least


@dataclass(frozen=True, slots=True)
class _Run:
    """Words with capitals, `parts[first:stop]` of a sentence."""

    sentence: Sentence
    parts: tuple[Token, ...]
    first: int
    stop: int


def find(text: str, language: str) -> Iterator[Name]:
    """Yield the names of a text in order, with titles, weekdays, months, languages and nationalities taken off."""
    for sentence in sentences(text):
        parts = tokens(sentence.text)
        if sentence.text.isupper() and len(parts) > _SHOUTED:
            continue
        here = 0
        while here < len(parts):
            stop = _run_end(sentence.text, parts, here)
            if stop > here:
                yield from _names(_Run(sentence, parts, here, stop), language)
            here = max(stop, here + 1)


def _run_end(text: str, parts: tuple[Token, ...], here: int) -> int:
    """Return where the run of capitalised words that begins at `here` ends; `here` itself where none does."""
    if not parts[here].text[0].isupper():
        return here
    end, probe = here + 1, here + 1
    while probe < len(parts) and probe - end <= 2:  # noqa: PLR2004 - `von der` is the longest connector
        gap, word = text[parts[probe - 1].end : parts[probe].start], parts[probe].text
        if not _goes_on(gap, parts[probe - 1].text):
            break
        if word[0].isupper() or (word[0].isdigit() and _CODE_GAP.fullmatch(gap)):
            end = probe + 1
        elif fold(word) not in _connectors():
            break
        probe += 1
    return end


def _goes_on(gap: str, before: str) -> bool:
    """Say whether what stands between two words may stand within a name: a stop behind an initial, O'Brien's mark."""
    if not _INSIDE.fullmatch(gap):
        return False
    if gap.strip() in {"'", "’"}:
        return before == "O" and len(gap) == 1
    return not gap.startswith(".") or len(before) == 1


def _names(run: _Run, language: str) -> Iterator[Name]:
    parts, text, first, stop = run.parts, run.sentence.text, run.first, run.stop
    for index in range(first, stop):
        if fold(parts[index].text) in titles(language):
            first = index + 1
    while first < stop and _is_no_start(text, parts, first, language):
        first += 1
    while stop > first + 1 and is_ordinary(parts[stop - 1].text, language):
        stop -= 1
    if first >= stop:
        return
    begin, end = parts[first].start, parts[stop - 1].end
    following = parts[stop] if stop < len(parts) and text[end : parts[stop].start] == " " else None
    yield Name(
        text=text[begin:end],
        opens=_opens(parts, first),
        article=first > 0 and fold(parts[first - 1].text) in _articles(language),
        following=following.text if following else "",
    )


def _opens(parts: tuple[Token, ...], first: int) -> bool:
    """Say whether nothing but a number stands before a word: `1. The house`."""
    return all(part.text.isdigit() for part in parts[:first])


def _opens_code(text: str, part: Token) -> bool:
    """Say whether a word is the first part of a code: the S of S-400, which many lists hold for a function word."""
    return bool(_CODE.match(text, part.end))


def _is_initial(text: str, part: Token) -> bool:
    return len(part.text) == 1 and text[part.end : part.end + 1] == "."


def _is_no_start(text: str, parts: tuple[Token, ...], first: int, language: str) -> bool:
    word = parts[first].text
    folded = fold(word)
    if _opens_code(text, parts[first]) or _is_initial(text, parts[first]):
        return False
    if folded in _connectors() or is_ordinary(word, language):
        return True
    # A function word that opens the sentence owes its capital to that, unless it begins many names, as New does.
    shouted = len(word) > 1 and word.isupper()
    return _opens(parts, first) and folded in function_words(language) and not shouted and folded not in _openers()


def is_within_name(text: str, start: int, end: int, language: str) -> bool:
    """Say whether a word stands beside another capitalised one that is no title, no nationality and opens nothing."""
    after = _AFTER.match(text, end)
    before = _BEFORE.search(text[max(0, start - 40) : start])
    small = titles(language) | function_words(language)
    beside = [match["word"] for match in (before, after) if match]
    return any(word[0].isupper() and fold(word) not in small and not is_ordinary(word, language) for word in beside)


def is_ordinary(word: str, language: str) -> bool:
    """Say whether a capital means no name: of a weekday, a month, a language or a nationality."""
    folded = fold(word)
    return folded in calendar_words(language) or folded in language_names(language) or _is_nationality(folded, language)


@functools.cache
def titles(language: str) -> frozenset[str]:
    """Return what people are called before their name, folded."""
    return frozenset(fold(word) for word in word_list("titles", language))


@functools.cache
def _connectors() -> frozenset[str]:
    return frozenset(fold(word) for word in word_list("connectors", "any"))


@functools.cache
def _articles(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in word_list("articles", language))


@functools.cache
def _openers() -> frozenset[str]:
    return all_words("openers")


@functools.cache
def _endings() -> tuple[str, ...]:
    return tuple(sorted(fold(ending) for ending in word_list("endings", "any")))


@functools.cache
def _nationalities(language: str) -> frozenset[str]:
    return frozenset(fold(word) for word in word_list("nationalities", language))


@functools.lru_cache(maxsize=16384)
def _is_nationality(folded: str, language: str) -> bool:
    if folded in _nationalities(language):
        return True
    stems = _stems(language)
    if folded in stems:
        return False
    if folded.removesuffix("i") in stems or folded.removesuffix("is") in stems:  # Iraqi, Pakistanis
        return True
    return folded.endswith(_endings()) and any(folded.startswith(name[: max(_KEY, len(name) - 1)]) for name in stems)


@functools.cache
def _stems(language: str) -> frozenset[str]:
    names = (fold(name) for found in countries(language).values() for name in found)
    return frozenset(name for name in names if len(name) >= _KEY and " " not in name)
