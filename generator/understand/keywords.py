"""Keywords: the engine proposes phrases; we make whole names of their parts, and keep what stands in the text."""

import functools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.locales import calendar_words, countries, language_name
from generator.model import Briefing, Document, Keyword, Kind, Notice
from generator.text import fold, folded_words, tokens
from generator.understand import engine, names

_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})  # YAKE parts words at spaces, which these do not write
_FIXED = 0.6  # of the mentions of a name; in more of them behind the same words, it is part of a phrase
_FULL_NAME = 3  # words
_Key = tuple[str, ...]


def describe(document: Document, most: int) -> Briefing:
    """Return the document with its keywords, best first; in a language the engine does not know, with a notice.

    Args:
        document: A cleaned document; only its body is looked at.
        most: How many keywords at the most.
    """
    code = document.language.code
    if code in _UNSPACED or not engine.knows(code):
        return Briefing(document, (), (_skipped(code),))
    lines = [line for block in document.blocks if block.kind is not Kind.CODE for line in block.text.splitlines()]
    lines = [line for line in lines if line.strip()]
    return Briefing(document, tuple(_keywords(lines, code))[:most])


def _skipped(code: str) -> Notice:
    why = "is written without spaces between words" if code in _UNSPACED else "is not known to YAKE"
    name = language_name(code, "en")
    return Notice("keywords-skipped", f"Keywords were not extracted: {name} {why}.")


@dataclass(frozen=True, slots=True)
class _Text:
    """The names in a text with their spellings, and how often each run of words stands in it."""

    language: str
    names: Mapping[_Key, str]
    counts: Mapping[_Key, int]


def _keywords(lines: Sequence[str], language: str) -> Iterator[Keyword]:
    """Yield keywords best first: no two inside one another, each of them word for word in the text."""
    text = _Text(language, _whole_names(lines, language), _counts(lines))
    taken: list[_Key] = []
    for proposal in engine.propose(lines, language):
        keyword = _keyword(proposal, text)
        key = folded_words(keyword.text)
        if keyword.count and not any(_inside(key, other) or _inside(other, key) for other in taken):
            taken.append(key)
            yield keyword


def _keyword(proposal: engine.Proposal, text: _Text) -> Keyword:
    """Make a phrase that holds a name, or a part of one, the whole name; count 0 where it says nothing."""
    key = folded_words(proposal.text)
    name = _name_for(key, text.names)
    if name and not _is_fixed_phrase(proposal.text, key, name, text):
        whole = _full_name(name, text)
        return Keyword(text.names[whole], proposal.score, text.counts[name])
    fine = (name or not _has_names(proposal.text, text.language)) and _is_telling(key, text.language)
    return Keyword(proposal.text, proposal.score, text.counts[key] if fine else 0)


def _is_fixed_phrase(phrase: str, key: _Key, name: _Key, text: _Text) -> bool:
    """Say whether small words mostly follow a name: of `Affaires étrangères`, `Affaires` is but the half."""
    goes_on = len(key) > len(name) and key[: len(name)] == name and phrase.rsplit(maxsplit=1)[-1].islower()
    return goes_on and text.counts[key] > 1 and text.counts[key] >= _FIXED * text.counts[name]


def _whole_names(lines: Sequence[str], language: str) -> dict[_Key, str]:
    """Return the names in a text with their commonest spelling.

    A word that the text also writes small is no name, nor is a single run that opens with a function word.
    """
    small = {fold(token.text) for line in lines for token in tokens(line) if token.text[0].islower()}
    spellings: dict[_Key, Counter[str]] = {}
    for line in lines:
        for name in names.find(line, language):
            key = folded_words(name.text)
            if not name.opens and (len(key) > 1 or key[0] not in small):
                spellings.setdefault(key, Counter())[name.text] += 1
    empty = engine.function_words(language)
    sure = {key: found for key, found in spellings.items() if key[0] not in empty or found.total() > 1}
    return {key: min(found, key=lambda text: (-found[text], text)) for key, found in sure.items()}


def _full_name(name: _Key, text: _Text) -> _Key:
    """Return the full name that ends with a surname, if there is just one: Fidan is Hakan Fidan."""
    if len(name) > 1 or name in _country_keys(text.language):
        return name
    longer = [whole for whole in text.names if 1 < len(whole) <= _FULL_NAME and whole[-1:] == name]
    return longer[0] if len(longer) == 1 else name


@functools.cache
def _country_keys(language: str) -> frozenset[_Key]:
    return frozenset(folded_words(name) for found in countries(language).values() for name in found)


def _counts(lines: Sequence[str]) -> Counter[_Key]:
    """Count every run of up to five words; names are hardly longer."""
    counts: Counter[_Key] = Counter()
    for line in lines:
        words = folded_words(line)
        for size in range(1, 6):
            counts.update(words[at : at + size] for at in range(len(words) - size + 1))
    return counts


def _name_for(key: _Key, spelled: Mapping[_Key, str]) -> _Key:
    """Return the longest name that a phrase holds, else the longest that holds it; an empty one where none does."""
    held = [name for name in spelled if _inside(name, key)] or [name for name in spelled if _inside(key, name)]
    return max(held, key=lambda name: (len(name), name), default=())


def _has_names(text: str, language: str) -> bool:
    return language not in names.NOUNS_HAVE_CAPITALS and any(part[0].isupper() for part in text.split())


def _is_telling(key: _Key, language: str) -> bool:
    empty = calendar_words(language) | names.titles(language)
    return any(len(word) > 1 and not word.isdigit() and word not in empty for word in key)


def _inside(part: _Key, whole: _Key) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))
