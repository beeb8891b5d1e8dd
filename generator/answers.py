"""Suggestions for `topics.yml`, and an editor's answers to them, by the numbers of the list that was printed."""

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.errors import SettingsError, VocabularyError
from generator.model import Suggestion
from generator.pipeline import Collection
from generator.prepare import Workshop
from generator.read.folder import VOCABULARY
from generator.understand import suggest
from generator.understand.vocabulary import accept, reject

_PRINTED = "suggestions"
_MARK = "\ufeff"


@dataclass(frozen=True, slots=True)
class Printed:
    """The suggestions of the list that an editor saw last, by their keys."""

    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answers:
    """The numbers that an editor accepts and refuses."""

    accepted: tuple[int, ...]
    rejected: tuple[int, ...]


def remember(suggestions: Iterable[Suggestion], workshop: Workshop) -> None:
    """Keep the numbers of a list that is printed: they stay what they are until the next one is."""
    workshop.memory.put(_PRINTED, Printed(tuple(suggestion.key for suggestion in suggestions)))


def answer(answers: Answers, collection: Collection, workshop: Workshop) -> tuple[str, ...]:
    """Write an editor's answers into `topics.yml`, all of them or none, and return the lines that are new there.

    Args:
        answers: By number in the list that was printed last; where none was, in the one that would be.
        collection: What the suggestions come from.
        workshop: Where the dossier is made.

    Raises:
        SettingsError: A number is none of the list, or its suggestion is not made any more.
        VocabularyError: The file could not be read with the answers in it, or cannot be written.
    """
    twice = set(answers.accepted) & set(answers.rejected)
    if twice:
        raise SettingsError(f"suggestion {min(twice)} is both accepted and rejected", hint="leave one of the two out")
    found = {suggestion.key: suggestion for suggestion in suggest(collection.dossier, collection.vocabulary)}
    printed = workshop.memory.get(_PRINTED, Printed) or Printed(tuple(found))
    accepted = [_numbered(number, printed.keys, found) for number in dict.fromkeys(answers.accepted)]
    rejected = [_numbered(number, printed.keys, found) for number in dict.fromkeys(answers.rejected)]
    return _write(accepted, rejected, workshop)


def _numbered(number: int, keys: Sequence[str], found: dict[str, Suggestion]) -> Suggestion:
    again = "`dossier topics suggest` prints the list"
    if not 0 < number <= len(keys):
        upto = f"they go from 1 to {len(keys)}" if keys else "there are none"
        raise SettingsError(f"there is no suggestion {number}: {upto}", hint=again)
    key = keys[number - 1]
    if key not in found:
        message = f"suggestion {number}, '{key}', is not made any more: it was answered, or the texts have changed"
        raise SettingsError(message, hint=again)
    return found[key]


def _write(accepted: Sequence[Suggestion], rejected: Sequence[Suggestion], workshop: Workshop) -> tuple[str, ...]:
    path = (workshop.seeds / VOCABULARY).resolve()
    name = f"{workshop.settings.seeds}/{VOCABULARY}"
    try:
        before = path.read_bytes().decode() if path.is_file() else ""
        after = before.removeprefix(_MARK)
        for suggestion in accepted:
            after = accept(after, suggestion, name)
        for suggestion in rejected:
            after = reject(after, suggestion, name)
        half = path.with_name(f".{VOCABULARY}.half")
        half.write_bytes((_MARK * before.startswith(_MARK) + after).encode())
        half.replace(path)  # at once: a build that runs beside reads the one file or the other
    except OSError as error:
        raise VocabularyError(f"{name}: it cannot be written: {error.strerror}", hint="mend its permissions") from error
    lines = difflib.ndiff(before.removeprefix(_MARK).splitlines(), after.splitlines())
    return tuple(line[2:] for line in lines if line.startswith("+ "))
