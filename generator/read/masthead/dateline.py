"""Which date of a page is that of its text: by what stands near it, and by what its line says.

The weights were set by hand on 60 text dumps of pages, of which 54 have their date at all: 49 came out right, 4 wrong;
of 40 other pages, 32 of them with their date: 29 right, 1 wrong.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.read.days.dates import Found
from generator.read.masthead.page import Line, Page
from generator.read.masthead.phrases import spaced
from generator.text import folded_words

_ENOUGH = 2.0  # points
_BELOW = (0.0, 4.0, 3.8, 3.5, 3.0, 2.7, 2.4, 2.0, 1.7, 1.4, 1.1)  # points so many lines below the headline
_ABOVE = (0.0, 3.4, 3.0, 2.5, 2.0, 1.5, 1.1, 0.8)  # likewise above it
_BEFORE_TEXT = 4  # lines
_END = (3, 8)  # lines before and behind the end of the text
_PUBLISHED, _UPDATED = 2.8, 2.6  # points: a label makes up for a place anywhere on the page, `updated` just so
_SAID = 0.12  # points that each word beside the date costs
_MOST_SAID = 14  # words beside the date; a line that says more tells a story
_NAMES = 3  # words beside the date; more with a stop behind them are a sentence that mentions a day
_STOPS = (".", "!", "?", "…")
_OPENING = 6  # words; a line that begins with a label may say more: `This entry was posted in ... on ... by ...`
_COLUMN = 5  # lines within which other days show a list of articles or comments


@dataclass(frozen=True, slots=True)
class Dateline:
    """A date that may be that of the text, and the number of its line."""

    found: Found
    index: int


def find(page: Page, headline: int | None) -> Iterator[Dateline]:
    """Yield the likely dates of a text, the most likely first."""
    dated = [index for index, line in enumerate(page.lines) if index != headline and says_only_when(line)]
    points = {index: _points(page, index, headline) for index in dated}
    for index in sorted(dated, key=lambda index: (-points[index], index)):
        if points[index] >= _ENOUGH:
            yield Dateline(_stated_first(page.lines[index]), index)


def says_only_when(line: Line) -> bool:
    """Say whether a line tells no more than a date, who wrote the text then, and what it is about."""
    if not line.days:
        return False
    if bool(_label(" ".join(line.text.split()[:_OPENING]))):
        return True
    is_told = len(line.said) > _NAMES and line.text.endswith(_STOPS) and not _label(line.text)
    return len(line.said) <= _MOST_SAID and not is_told


def _stated_first(line: Line) -> Found:
    """Return the date of a line that is said to be published; else the first that is not said to be updated."""
    return max(line.days, key=lambda found: (_label_before(line, found), -found.start))


def _label_before(line: Line, found: Found) -> int:
    """Return the label between a date and the one before it: 1 for `published`, -1 for `updated`, 0 for none."""
    ends = [other.start + len(other.text) for other in line.days if other.start < found.start]
    return _label(line.text[max(ends, default=0) : found.start])


def _label(text: str) -> int:
    """Return 1 where the last label of a text says `published`, -1 where it says `updated`, 0 without one."""
    words = f" {' '.join(folded_words(text))} "
    published, updated = (max(words.rfind(phrase) for phrase in spaced(kind)) for kind in ("published", "updated"))
    return 0 if published == updated else 1 if published > updated else -1


def _points(page: Page, index: int, headline: int | None) -> float:
    line = page.lines[index]
    label = 1 if any(_label_before(line, found) > 0 for found in line.days) else _label(line.text)
    points = _place(page, index, headline) - _SAID * min(_MOST_SAID, len(line.said))
    if label:
        points = points + _PUBLISHED if label > 0 else max(points, _UPDATED - _SAID * min(_MOST_SAID, len(line.said)))
        return points - 0.4 * _others(page, index)
    is_comment = index > page.start and page.lines[index - 1].text.endswith(":")
    return points - _others(page, index) - (1.0 if is_comment else 0.0)


def _place(page: Page, index: int, headline: int | None) -> float:
    """Return the points for standing near the headline, where the text begins, or right below its end."""
    below = index - (page.start - 1 if headline is None else headline)
    above = (page.start if headline is None else headline) - index
    near = _BELOW[below] if 0 < below < len(_BELOW) else _ABOVE[above] if 0 < above < len(_ABOVE) else 0.0
    before_text = 1.5 if 0 <= page.start - index <= _BEFORE_TEXT else 0.0
    after_text = 2.2 - 0.2 * (index - page.stop) if -_END[0] <= index - page.stop < _END[1] else 0.0
    within = 0.6 if page.start <= index < page.stop else 0.0
    return max(near, before_text, after_text, within)


def _others(page: Page, index: int) -> float:
    """Return what speaks against a date in a column of other dates, as comments and lists of articles have them."""
    here = {found.value[:10] for found in page.lines[index].days}
    around = page.lines[max(0, index - _COLUMN) : index + _COLUMN + 1]
    dated = [line.days for line in around if says_only_when(line)]
    return 0.5 * min(3, sum(here.isdisjoint(found.value[:10] for found in days) for days in dated))
