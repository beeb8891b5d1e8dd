"""Keywords: the engine proposes phrases, we make whole names of their parts, and the collection ranks them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.errors import SeedError
from generator.model import Briefing, Described, Document, Kind, Notice, Phrase, Word
from generator.settings import Engine, Ranking
from generator.understand.keywords import engine, phrases
from generator.understand.keywords.commonness import by_language
from generator.understand.keywords.places import Line, read_lines
from generator.understand.keywords.ranking import PROFILES, best, shortlist
from generator.understand.language.function_words import function_words, has_list

_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})  # YAKE parts words at spaces, which these do not write
_SPARE = 2  # phrases kept for each keyword: the collection may change their order


@dataclass(frozen=True, slots=True)
class Method:
    """How keywords are found.

    Attributes:
        engine: What proposes them.
        ranking: What orders them.
        most: How many a briefing has at the most.
    """

    engine: Engine
    ranking: Ranking
    most: int


@dataclass(frozen=True, slots=True)
class Candidates:
    """What may become the keywords of a document, as `Described` holds it."""

    phrases: tuple[Phrase, ...]
    stems: str
    notices: tuple[Notice, ...] = ()


def find_candidates(document: Document, method: Method) -> Candidates:
    """Return the phrases that may become keywords.

    Args:
        document: A cleaned document; only its body is looked at, and its headline for what the body shares with it.
        method: How they are found; in a language the engine does not know, they are not, and a notice says so.
    """
    code = document.language.code
    if code in _UNSPACED or not has_list(code):
        return Candidates((), "", (_skipped(code),))
    lines = [line for block in document.blocks if block.kind is not Kind.CODE for line in block.text.splitlines()]
    lines = [line for line in lines if line.strip()]
    try:
        proposals = engine.propose(lines, code, method.engine)
    except SeedError as error:
        return Candidates((), "", (Notice("keywords-skipped", "no_keywords", (str(error),)),))
    read = read_lines(lines, code)
    found = phrases.find(read, document.headline, code, proposals)
    likely = shortlist(found, PROFILES[method.ranking], _SPARE * method.most)
    return Candidates(likely, _telling_stems(read, code))


def with_keywords(collection: Sequence[Described], method: Method) -> tuple[Briefing, ...]:
    """Return the briefings of a collection, which makes some words commoner than the language does.

    Args:
        collection: All of it, in any order.
        method: How keywords are found.
    """
    common, profile = by_language(collection), PROFILES[method.ranking]
    return tuple(
        Briefing(
            each.document,
            best(each.phrases, profile, common[each.document.language.code], method.most),
            each.notices,
        )
        for each in collection
    )


def _skipped(code: str) -> Notice:
    return Notice(
        "keywords-skipped", "unspaced" if code in _UNSPACED else "unknown_to_yake", (Word(f"language.{code}"),)
    )


def _telling_stems(lines: Iterable[Line], language: str) -> str:
    empty = function_words(language)
    pairs = {pair for line in lines for pair in zip(line.words, line.stems, strict=True)}
    return " ".join(sorted({stem for word, stem in pairs if word not in empty and not word.isdigit()}))
