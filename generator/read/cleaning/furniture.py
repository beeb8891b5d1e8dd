"""Know the phrases that websites put around a text: of the interface, of consent, of comments, of other articles."""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from generator.text import all_words, folded_words, remembered, word_table

LANGUAGES = ("any", "ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "ru", "tr", "uk", "zh")
_SPOKEN = re.compile(r"(?<!\.)[.!?。！？][\"'”“’‘»«)]{0,3}$")
_CRUMBS = re.compile(r"(?:[^>»›]{1,40}[>»›]){2,12}(?:[^>»›]{0,200}[^>»›.!?:])?")  # Home > News > Bergen
_READ = 600  # characters; a notice says what it is at its beginning
_PHRASE_LIMIT = 25  # words; a longer line that holds a phrase is text about it
_DENSE = 180  # characters of a notice to one of its phrases, some 30 words
_DOUBTED = 250  # characters
_CLOSING_LIMIT = 14  # words
_OPENING = 3  # words, with which a whole sentence must begin to head something
_LABEL_LIMIT = 20  # words
_NAMED = 6  # words
_COUNTED = 4  # letters beside numbers, as in `12 comments`

Words = tuple[str, ...]


class Mark(Enum):
    """What the phrases of a line say about it."""

    NONE = "nothing"
    DOUBT = "it may be furniture"
    FURNITURE = "it is furniture"
    SECTION = "it heads what follows a text, and the text may go on behind that"
    COMMENTS = "it heads what readers wrote"

    @property
    def is_certain(self) -> bool:
        """Whether the line is no part of a text."""
        return self not in {Mark.NONE, Mark.DOUBT}


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases by their first word, the longest first."""

    by_first: Mapping[str, tuple[Words, ...]]

    def at(self, words: Words, start: int) -> int:
        """Return how many words the longest phrase that begins here has."""
        for phrase in self.by_first.get(words[start], ()):  # a loop, as this is asked of every word
            if words[start : start + len(phrase)] == phrase:
                return len(phrase)
        return 0

    def count(self, words: Words) -> int:
        """Return how many phrases the words hold, none counted inside another."""
        found, end = 0, 0
        for start, word in enumerate(words):
            if start >= end and word in self.by_first and (length := self.at(words, start)):
                found, end = found + 1, start + length
        return found

    def holds(self, words: Words) -> bool:
        """Say whether the words hold a phrase."""
        return any(self.at(words, start) for start, word in enumerate(words) if word in self.by_first)

    def cover(self, words: Words) -> bool:
        """Say whether the words are phrases and nothing else."""
        start = 0
        while start < len(words):
            length = self.at(words, start)
            if not length:
                return False
            start += length
        return True


@remembered
def is_furniture(line: str) -> bool:
    """Say whether a line is a phrase of an interface, of a legal notice or of sharing."""
    return _is_furniture(line, folded_words(line[:_READ]))


@remembered
def mark(line: str) -> Mark:
    """Return what the phrases of a line of plain text say about it."""
    words = folded_words(line[:_READ])
    bare = tuple(word for word in words if not word.isdigit())
    if not bare:
        return Mark.NONE
    if len(words) <= _NAMED and _about().fullmatch(line):
        return Mark.SECTION
    closing = _closing(line, words, bare) if len(words) <= _CLOSING_LIMIT else Mark.NONE
    if closing is not Mark.NONE:
        return closing
    if is_furniture(line) or _is_count(line, words, bare) or _is_label(line, words) or _CRUMBS.fullmatch(line):
        return Mark.FURNITURE
    return _noticed(line, words)


def _noticed(line: str, words: Words) -> Mark:
    """Return what the phrases of notices say about a line: one in a long line says nothing, many say it is one."""
    hits = _table("notices", "").count(words)
    is_phrase = len(words) <= _CLOSING_LIMIT and line[-1] not in ".!?。"
    if hits and hits * _DENSE >= min(len(line), _READ) and (hits > 1 or is_phrase):
        return Mark.FURNITURE
    return Mark.DOUBT if hits and len(line) <= _DOUBTED else Mark.NONE


def _is_furniture(line: str, words: Words) -> bool:
    if not words or len(words) > _PHRASE_LIMIT:
        return False
    return _says_only(line, words) or _table("furniture", "within").holds(words)


def _says_only(line: str, words: Words) -> bool:
    """Say whether a line is interface phrases and nothing else; with a stop it is speech (`"Ok."`)."""
    return not _SPOKEN.search(line) and _table("furniture", "whole").cover(words)


def _is_count(line: str, words: Words, bare: Words) -> bool:
    """Say whether a line is interface phrases with numbers, as in `12 shares`."""
    return len(bare) < len(words) and len("".join(bare)) >= _COUNTED and _says_only(line, bare)


def _closing(line: str, words: Words, bare: Words) -> Mark:
    """Return what a line heads, if it says just that, numbers apart, or begins so; a short opening may begin a text."""
    if words[0].isdigit() and _table("closings", "comments_counted").at(bare, 0):
        return Mark.COMMENTS
    least = _OPENING if line[-1] in ".!?。" else 1
    for group, found in (("comments", Mark.COMMENTS), ("sections", Mark.SECTION)):
        begins = _table("closings", f"{group}_open").at(bare, 0)
        if begins >= least or _table("closings", group).at(bare, 0) == len(bare):
            return found
    return Mark.NONE


def _is_label(line: str, words: Words) -> bool:
    """Say whether a line is a label such as `Tags:` with what it labels; a sentence that begins like one is not."""
    if len(words) > _LABEL_LIMIT or "©" in line:
        return False
    before, colon, _ = line.partition(":")
    label = folded_words(before) if colon else ()
    if label and _table("labels", "colon").at(label, 0) == len(label):
        return True
    return line[-1] not in ".!?" and _table("labels", "opens").at(words, 0) > 0


@functools.cache
def _about() -> re.Pattern[str]:
    openings = "|".join(sorted(re.escape(word) for word in entries("labels", "about")))
    return re.compile(rf"(?i:{openings})(?: [^\W\d_a-zß-öø-ÿ][\w.'’-]{{0,30}}){{2,3}}:?")


@functools.cache
def _table(name: str, key: str) -> _Phrases:
    return _phrases(entries(name, key) if key else all_words(name))


def entries(name: str, key: str) -> Iterator[str]:
    """Yield what a table of words holds under a key, for every language."""
    for language in LANGUAGES:
        yield from word_table(name, language).get(key, ())


def _phrases(entries: Iterable[str]) -> _Phrases:
    groups: dict[str, set[Words]] = {}
    for entry in entries:
        words = folded_words(entry)
        if words:
            groups.setdefault(words[0], set()).add(words)
    return _Phrases({first: tuple(sorted(group, key=lambda w: (-len(w), w))) for first, group in groups.items()})
