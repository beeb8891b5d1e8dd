"""Acronyms that a text explains: `North Atlantic Treaty Organization (NATO)`."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from generator.model import Dossier, Kind, TopicOrigin
from generator.text import counted, fold, folded_words, squeeze, tokens
from generator.understand.language.function_words import function_words
from generator.understand.suggest.pairs import Pair, may_merge, pair
from generator.understand.suggest.subjects import Key, Subject, Subjects

_BRACKETS = re.compile(r"\(([^()\n]{2,120})\)")
_SHORT = re.compile(r"[^\W\d_][\w.&/-]{1,9}")
_LAST = re.compile(r"[\w.&/-]+$")
_BEFORE = 200  # characters that may hold the full name
_SPELLED_OUT = 1.0  # sureness: the text itself says so


@dataclass(slots=True)
class _Seen:
    short: str
    long: str
    place: str
    languages: set[str] = field(default_factory=set)
    briefings: set[str] = field(default_factory=set)


def acronyms(dossier: Dossier, subjects: Subjects) -> Iterator[Pair]:
    """Yield each acronym with the full name that a text gives for it, if one of them is a topic."""
    by_key = subjects.by_key()
    for (short_key, long_key), seen in sorted(_explained(dossier).items()):
        short = by_key.get(short_key) or _subject(seen.short, seen)
        long = by_key.get(long_key) or _subject(seen.long, seen)
        if (short.topic or long.topic) and may_merge(short, long):
            count = counted(len(seen.briefings), "briefing writes", "briefings write")
            yield pair(short, long, _SPELLED_OUT, f"{count} '{seen.long} ({seen.short})', first {seen.place}")


def _explained(dossier: Dossier) -> dict[tuple[Key, Key], _Seen]:
    found: dict[tuple[Key, Key], _Seen] = {}
    for briefing in dossier.briefings:
        language = briefing.document.language.code
        for block in briefing.document.blocks:
            for one in _in_text(block.text, language) if block.kind is not Kind.CODE else ():
                key = (folded_words(one.short), folded_words(one.long))
                seen = found.setdefault(key, _Seen(one.short, one.long, f"{briefing.id} {block.anchor}"))
                seen.briefings.add(briefing.id)
                seen.languages.add(language)
    return found


@dataclass(frozen=True, slots=True)
class _Explained:
    short: str
    long: str


def _in_text(text: str, language: str) -> Iterator[_Explained]:
    for match in _BRACKETS.finditer(text):
        inside, before = match[1].strip(), text[max(0, match.start() - _BEFORE) : match.start()].rstrip()
        last = _LAST.search(before)
        if _is_short(inside) and (long := long_form(inside, before, language)):
            yield _Explained(inside, long)
        elif last and _is_short(last[0]) and long_form(last[0], inside, language) == inside:
            yield _Explained(last[0], inside)


def _is_short(text: str) -> bool:
    return bool(_SHORT.fullmatch(text)) and sum(sign.isupper() for sign in text) > 1


def long_form(short: str, before: str, language: str) -> str:
    """Return the words at the end of a text whose first letters are an acronym; empty where there are none.

    Function words between them may have no letter, other words may not; the first word is no function word.
    """
    letters = "".join(sign for sign in fold(short) if sign.isalnum())
    words = tokens(before)
    if not words or not before.endswith(words[-1].text):
        return ""
    start = _start(letters, [fold(word.text) for word in words], function_words(language))
    return squeeze(before[words[start].start :]) if start >= 0 else ""


def _start(letters: str, words: Sequence[str], small: Collection[str]) -> int:
    """Return at which word the first letter stands when the last words begin with the letters; -1 where none does."""
    if not words or words[-1][0] != letters[-1]:
        return -1
    if len(letters) == 1:
        return -1 if words[-1] in small else len(words) - 1
    before = len(words) - 1
    while before > 0:
        start = _start(letters[:-1], words[:before], small)
        if start >= 0 or words[before - 1] not in small:
            return start
        before -= 1
    return -1


def _subject(label: str, seen: _Seen) -> Subject:
    forms = dict.fromkeys(sorted(seen.languages), (label,))
    return Subject(label, "", TopicOrigin.FOUND, forms, frozenset(seen.briefings), seen.place)
