"""What is true of text in any language: folding, words, sentences, and the word lists beside this file."""

import functools
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from typing import TypeVar, TypeVarTuple

from generator import yaml_file

# Scripts written without spaces: each character is a word of its own, so that a phrase is found inside a sentence.
_UNSPACED = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+(?:[\u0300-\u036f]+[^\W_{_UNSPACED}]*)*")
# A sentence ends at its mark and the quotes that close behind it; a lower-case letter after it says it does not.
_SENTENCE_END = re.compile(r"(?<![.!?…؟])[.!?…؟]+[\"'”’»)\]]*(?=\s+[^\sa-zà-öø-ÿ])|[。！？]+[」』”’）]*")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'«“‘])(?:\w|\w\.\w|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sen|Rep|Gov|St|No|Nr|vs|etc|Mme|Mlle|MM|bzw|ca|Inc|Ltd|Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|janv|févr|avr|juil|déc)\.$",
    re.IGNORECASE,
)
_Rest = TypeVarTuple("_Rest")
_Result = TypeVar("_Result")
_REMEMBERED = 1000  # characters
_MEMORY: list[Callable[[], None]] = []
_FOLDED_APART = str.maketrans("ı’ʼøØłŁđĐ", "i''oOlLdD")


@dataclass(frozen=True, slots=True)
class Token:
    """A word and where it stands: `text == whole[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it stands: `text == whole[start:start + len(text)]`."""

    text: str
    start: int


@functools.lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the text without case, accents and the dots of Turkish i's: what two spellings of a name share."""
    return fold_once(text)


def fold_once(text: str) -> str:
    """Return what `fold` does, and keep nothing: for long texts that nobody asks of again."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_FOLDED_APART))
    bare = "".join(mark for mark in decomposed if not unicodedata.combining(mark))
    return unicodedata.normalize("NFC", bare.casefold())


def squeeze(text: str) -> str:
    """Return the text with each run of white space as one space, and none at its ends."""
    return " ".join(text.split())


def tokens(text: str) -> tuple[Token, ...]:
    """Return the words in order; hyphens and apostrophes part words, so `l'OTAN` holds `OTAN` and `F-35` two words."""
    return tuple(Token(match[0], match.start(), match.end()) for match in _WORD.finditer(text))


def words(text: str) -> list[str]:
    """Return the words in order, as written."""
    return _WORD.findall(text)


def remembered(function: Callable[[str, *_Rest], _Result]) -> Callable[[str, *_Rest], _Result]:
    """Keep what a function of a line returned, since several rules ask the same of it, until `forget` is called.

    Long texts are not kept; they would fill the memory, and they are rare.
    """
    kept = functools.lru_cache(maxsize=8192)(function)
    _MEMORY.append(kept.cache_clear)

    @functools.wraps(function)
    def ask(text: str, *rest: *_Rest) -> _Result:
        return kept(text, *rest) if len(text) <= _REMEMBERED else function(text, *rest)

    return ask


def forget() -> None:
    """Let go of all lines that were remembered: the next document has others."""
    for clear in _MEMORY:
        clear()


@remembered
def folded_words(text: str) -> tuple[str, ...]:
    """Return the words in order, folded."""
    return tuple(map(fold, words(text)))


def count_words(text: str) -> int:
    """Return how many words the text holds."""
    return len(folded_words(text))


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences in order; titles and initials (`Dr.`, `J.`) end none."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if _ABBREVIATION.search(text[max(start, match.end() - 12) : match.end()]):
            continue
        yield from _sentence(text, start, match.end())
        start = match.end()
    yield from _sentence(text, start, len(text))


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    piece = text[start:end]
    bare = piece.strip()
    if bare:
        yield Sentence(bare, start + len(piece) - len(piece.lstrip()))


def slug(text: str) -> str:
    """Return the text as a name for files and addresses: folded words joined by hyphens; empty where it has no word."""
    return "-".join(re.findall(r"[^\W_]+", fold(text)))


def counted(number: int, one: str, many: str) -> str:
    """Return a number with its noun."""
    return f"{number:,} {one if number == 1 else many}"


@functools.cache
def word_list(name: str, language: str) -> frozenset[str]:
    """Return the entries of `words/NAME.yml` for a language and those for any language, as written there."""
    pairs = yaml_file.mapping(_word_file(name), name)
    return frozenset(entry for key in (language, "any") if key in pairs for entry in yaml_file.texts(pairs[key], name))


@functools.cache
def all_words(name: str) -> frozenset[str]:
    """Return the entries of `words/NAME.yml` for every language."""
    pairs = yaml_file.mapping(_word_file(name), name)
    return frozenset(entry for item in pairs.values() for entry in yaml_file.texts(item, name))


@functools.cache
def phrases(name: str) -> frozenset[tuple[str, ...]]:
    """Return the entries of `words/NAME.yml` for every language as folded words: pages mix languages."""
    return frozenset(folded_words(phrase) for phrase in all_words(name))


@functools.cache
def word_table(name: str, language: str) -> dict[str, tuple[str, ...]]:
    """Return the lists of `words/NAME.yml` for a language by their keys; empty where the file has none."""
    pairs = yaml_file.mapping(_word_file(name), name)
    if language not in pairs:
        return {}
    return {key: yaml_file.texts(item, name) for key, item in yaml_file.mapping(pairs[language], name).items()}


@functools.cache
def _word_file(name: str) -> yaml_file.Item:
    path = resources.files("generator") / "words" / f"{name}.yml"
    return yaml_file.parse(path.read_text("utf-8"), f"words/{name}.yml")
