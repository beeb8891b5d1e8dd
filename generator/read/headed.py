"""The headline in a text whose title is stated elsewhere: by an editor, a header, a page about itself."""

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Fact, Reason
from generator.read.content import Judged
from generator.text import folded_words, squeeze

_ALIKE = 0.5  # of the words of the shorter of two headlines, from which on they head the same text
_TOP = 12  # kept pieces in which the stated title may stand


def headed(judged: Sequence[Judged], before: Sequence[Judged], title: Fact) -> tuple[Judged, ...]:
    """Return the verdicts where the title is stated: its own line in the text becomes the title.

    Another line that was taken for the headline is set aside if it says the same in other words, or if an editor
    wrote the title over it; else it is what it was before, such as a heading of the text.

    Args:
        judged: The verdicts, one of them perhaps on a headline.
        before: The same, before a headline was sought.
        title: The stated title.
    """
    own = _line_of(judged, title)
    return tuple(
        replace(entry, reason=None, is_title=True) if index == own else _outdone(entry, former, title)
        for index, (entry, former) in enumerate(zip(judged, before, strict=True))
    )


def _line_of(judged: Sequence[Judged], title: Fact) -> int:
    """Return which piece says the title and nothing else, near the top; -1 where none does."""
    wanted = folded_words(title.text)
    kept = [index for index, entry in enumerate(judged) if entry.is_title or (entry.kept and not entry.is_final)]
    likely = (index for index in kept[:_TOP] if folded_words(judged[index].piece.text) == wanted)
    return next(likely, -1)


def _outdone(entry: Judged, former: Judged, title: Fact) -> Judged:
    if not entry.is_title:
        return entry
    if squeeze(entry.piece.text) != squeeze(title.text) and title.origin != "editor" and not _alike(entry, title):
        return former
    return replace(entry, is_title=False, reason=Reason.METADATA)


def _alike(entry: Judged, title: Fact) -> bool:
    words, others = set(folded_words(entry.piece.text)), set(folded_words(title.text))
    return len(words & others) > _ALIKE * min(len(words), len(others))
