"""`dossier topics`: what was found, and what could be said of it in `topics.yml`."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from generator.model import Dossier, SuggestedMerge, Suggestion, Topic
from generator.text import counted, fold

_WIDEST = 40  # columns of a label or an id; a longer one pushes its own line to the right
_FORMS = 6  # of a language that are shown
_HEAD = ("topic", "id", "origin", "briefings", "passing", "mentions", "forms")
_NUMBERS = frozenset({3, 4, 5})  # columns


def topic_list(dossier: Dossier) -> Iterator[str]:
    """Yield the topics as lines of a table, those with most briefings first."""
    ranked = sorted(
        dossier.topics,
        key=lambda topic: (-len(topic.briefings), -len(topic.mentions), fold(topic.label), topic.id),
    )
    rows = [_HEAD, *(_row(topic) for topic in ranked)] if ranked else []
    widths = [min(_WIDEST, max(map(_width, column))) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [_padded(cell, widths[at], right=at in _NUMBERS) for at, cell in enumerate(row)]
        yield "  ".join(cells).rstrip()


def _row(topic: Topic) -> tuple[str, ...]:
    numbers = (len(topic.briefings), len(topic.passing), len(topic.mentions))
    return (topic.label, topic.id, topic.origin, *(f"{number:,}" for number in numbers), _forms(topic.forms))


def _forms(forms: Mapping[str, Sequence[str]]) -> str:
    shown = []
    for language, written in forms.items():
        more = f", {len(written) - _FORMS} more" if len(written) > _FORMS else ""
        shown.append(f"{language} {', '.join(written[:_FORMS])}{more}")
    return "; ".join(shown)


def _padded(text: str, width: int, *, right: bool) -> str:
    space = " " * max(0, width - _width(text))
    return space + text if right else text + space


def _width(text: str) -> int:
    """Return how many columns of a terminal a text takes: Chinese signs take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(sign) else 2 if unicodedata.east_asian_width(sign) in "WF" else 1 for sign in text
    )


def suggestion_list(suggestions: Sequence[Suggestion]) -> Iterator[str]:
    """Yield the suggestions as lines, numbered from 1, each with its evidence under it."""
    digits = len(str(len(suggestions)))
    for number, suggestion in enumerate(suggestions, 1):
        yield f"{number:{digits}}  {_proposal(suggestion)}"
        yield from (f"{'':{digits}}    {line}" for line in suggestion.evidence)


def _proposal(suggestion: Suggestion) -> str:
    if isinstance(suggestion, SuggestedMerge):
        return f"merge '{suggestion.other.label}' into '{suggestion.keep.label}'"
    return f"stop '{suggestion.topic.label}', a topic of {counted(suggestion.topic.briefings, 'briefing', 'briefings')}"
