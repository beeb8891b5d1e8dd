"""Names of persons as they sign a text: `By Jane Doe, Staff Writer`, `Von Anna Berg und Karl Maier`."""

import functools
import re

from generator.read.masthead.phrases import stamp_words
from generator.text import folded_words, phrases

_MOST = 5  # words of a name
_OPENING = 4  # words, the most that stand before a name
_LONGEST = 160  # characters of a line
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.\u0300-\u036f-])*,?")
_INITIAL = re.compile(r"[^\W\d_]\.,?")
# Chinese and Japanese write no spaces: `作者: 王小明`, `文/王小明`.
_UNSPACED = re.compile(r"(?P<opening>[\u3400-\u9fff]{1,4})\s?[:：/／]\s?(?P<name>[\u3040-\u30ff\u3400-\u9fff·]{2,12})")


def byline(text: str) -> str:
    """Return the names on a line such as `By Jane Doe, Staff Writer`; empty where the line says anything else."""
    if len(text) > _LONGEST or not text.strip():
        return ""
    if match := _UNSPACED.fullmatch(text):
        return match["name"] if folded_words(match["opening"]) in phrases("bylines") else ""
    words = text.split()
    if folded_words(words[0])[:1] not in _firsts():
        return ""
    size = opening(words)
    if not size:
        return ""
    found = names(words[size:])
    return found.rstrip(",") if _is_all(found, words[size + len(found.split()) :]) else ""


@functools.cache
def _firsts() -> frozenset[tuple[str, ...]]:
    """Return the first words of all that stands before an author's name: few lines begin with one."""
    return frozenset(phrase[:1] for phrase in phrases("bylines"))


def opening(words: list[str]) -> int:
    """Return how many words at the start are those that stand before an author's name."""
    for size in range(min(_OPENING, len(words) - 1), 0, -1):
        if folded_words(" ".join(words[:size])) in phrases("bylines"):
            return size
    return 0


def names(words: list[str]) -> str:
    """Return the names of one or more persons that the words begin with; empty where they begin otherwise.

    Several persons have two names each, or `By Land and Sea` would be two of them.
    """
    end = start = 0
    while start < len(words):
        size = name_length(words[start:])
        if not size or (start and size < 2):  # noqa: PLR2004
            break
        end = start + size
        following = words[end] if end < len(words) else ""
        if following == "&" or folded_words(following) in phrases("joins"):
            start = end + 1
        elif words[end - 1].endswith(",") and any(folded_words(word) in phrases("joins") for word in words[end:]):
            start = end
        else:
            break
    first = name_length(words)
    return " ".join(words[: end if first > 1 else first])


def name_length(words: list[str]) -> int:
    """Return how many words the name of one person takes: capitals, and small words such as `von` between them."""
    size = 0
    for position, word in enumerate(words[:_MOST]):
        small = word[0].islower()
        joins = small and position > 0 and folded_words(word) in phrases("connectors")
        if not _NAME_WORD.fullmatch(word) or (small and not joins):
            break
        if not joins and _is_of_page(words[position : position + 2]):
            break
        size = size if small else position + 1
        if word.endswith(","):
            break
    return size


def _is_all(found: str, rest: list[str]) -> bool:
    """Say whether a line ends with its names, or says in a few words behind a comma or a stroke who they are.

    One word behind `by` may be anything: `By train`.
    """
    if len(found.split()) < 2:  # noqa: PLR2004
        return False
    return not rest or (len(rest) <= _MOST and (found.endswith(",") or rest[0][0] in ",|/(–—-"))


def _is_of_page(words: list[str]) -> bool:
    """Say whether words that could go on a name belong to the page: `Reading time`, `A comment`, `Published`."""
    if _INITIAL.fullmatch(words[0]):
        return False
    here = folded_words(words[0])
    both = folded_words(" ".join(words))
    if here in phrases("bylines") or (bool(here) and here[0] in stamp_words()):
        return True
    return any(said in phrases(name) for said in (here, both) for name in ("asides", "credits", "counters"))
