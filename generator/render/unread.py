"""What was not read, by the reason why."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.interface import Interface
from generator.model import Unread

_REASONS, _FILES = 20, 5  # that the first page names; dossier.json names every file


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason, the files that it holds for, and how many more there are, in words."""

    reason: str
    paths: tuple[str, ...]
    more: str


def refusals(unread: Iterable[Unread], words: Interface) -> tuple[Refusal, ...]:
    """Return the reasons, those that hold for most files first; what is left out is counted."""
    files: dict[str, list[str]] = defaultdict(list)
    for entry in unread:
        files[entry.reason].append(entry.path)
    order = sorted(files, key=lambda reason: (-len(files[reason]), reason))
    shown = [
        Refusal(reason, tuple(files[reason][:_FILES]), _more(len(files[reason]) - _FILES, words)) for reason in order
    ]
    rest = sum(len(files[reason]) for reason in order[_REASONS:])
    return (*shown[:_REASONS], *([Refusal(words.text("home.other_reasons"), (), _more(rest, words))] if rest else []))


def _more(number: int, words: Interface) -> str:
    return words.counted("count.more_files", number) if number > 0 else ""
