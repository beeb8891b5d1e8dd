"""What a container says of a document beside its text: lines `key: value`, no more of them than a page can bear."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Notice
from generator.text import squeeze

_LINES = 500  # of one document; the headers of a mail that went through ten hosts are some 120
_LONGEST = 10_000  # signs of a line
_SIGNS = 100_000  # of all


@dataclass(frozen=True, slots=True)
class Spoken:
    """The lines, and a notice where there were more."""

    lines: tuple[str, ...]
    notices: tuple[Notice, ...]


def bounded(pairs: Iterable[tuple[str, str]]) -> Spoken:
    """Return names and values as lines, as many as fit, leaving out empty values."""
    lines: list[str] = []
    room = _SIGNS
    is_cut = False
    for key, value in pairs:
        words = squeeze(value)
        if not words:
            continue
        if len(lines) == _LINES or not room:
            is_cut = True
            break
        line = f"{squeeze(key)}: {words}" if key else words
        fitting = line[: min(_LONGEST, room)]
        lines.append(fitting)
        room -= len(fitting)
        is_cut = is_cut or fitting != line
    return Spoken(tuple(lines), (Notice("cut", "stated"),) if is_cut else ())
