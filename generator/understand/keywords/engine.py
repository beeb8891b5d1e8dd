"""The keyword engines: which phrases of a text could be keywords.

Two engines do the same from the same text and the same words: `engine_yake.py` and `engine_rust.py`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.errors import SettingsError
from generator.settings import Engine
from generator.text import fold, folded_words
from generator.understand.keywords import engine_rust, engine_yake
from generator.understand.language.function_words import listed

_ELISION = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)['’](?=\w)", re.IGNORECASE)
_NO_WORD = re.compile(r"\S{80,}")  # on one of 200,000 letters, the splitter of sentences in YAKE takes minutes
# Characters of a text that phrases are sought in; they are counted in all of it. Both engines split sentences in times
# that grow with the square of the text in bad cases, and yake-rust gives up on 750,000 characters without a full stop.
# Of a text of 600,000, eight of the ten best keywords stayed the same, and none comes late by its weight.
_SEARCHED = 100_000
_POSSESSIVE = re.compile(r"['’]s\b")
_ENGINES = {Engine.YAKE: engine_yake.propose, Engine.YAKE_RUST: engine_rust.propose}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A phrase as folded words; the lower the score, the more it says (YAKE's scale)."""

    words: tuple[str, ...]
    score: float


def require(engine: Engine) -> None:
    """Check that an engine is installed.

    Raises:
        SettingsError: It is not.
    """
    if engine is Engine.YAKE_RUST and not engine_rust.available():
        message = "mkdocs.yml: 'dossier: engine' is 'yake-rust', which is not installed"
        raise SettingsError(message, hint="pip install 'dossier[rust]', or use yake")


def propose(lines: Sequence[str], language: str, engine: Engine) -> list[Proposal]:
    """Return each phrase of up to three words of the lines of a text that begins and ends with no function word.

    Raises:
        SeedError: The engine cannot take the text.
    """
    found = _ENGINES[engine](_prepared(lines, language), listed(language))
    best: dict[tuple[str, ...], float] = {}
    for scored in found:
        best.setdefault(_words(scored.text), round(scored.score, 6))
    return [Proposal(words, score) for words, score in best.items() if words]


def _words(text: str) -> tuple[str, ...]:
    """Return the folded words of a phrase, the fast way where spaces part them: there are hundreds to a text."""
    folded = fold(text)
    return tuple(folded.split()) if folded.replace(" ", "").isalpha() else folded_words(text)


def _prepared(lines: Sequence[str], language: str) -> str:
    """End each line with a stop, undo French elisions and drop English possessives: +8 F1 against the bare text."""
    whole = (_NO_WORD.sub(" ", line) for line in _first(lines, _SEARCHED))
    text = "\n".join(line if line.endswith((".", "!", "?", "…")) else f"{line}." for line in whole)
    text = _ELISION.sub(lambda match: f"{match[0][:-1]}e ", text) if language == "fr" else text
    return _POSSESSIVE.sub("", text) if language == "en" else text


def _first(lines: Iterable[str], characters: int) -> Iterator[str]:
    for line in lines:
        if characters <= 0:
            return
        yield line[:characters]
        characters -= len(line)
