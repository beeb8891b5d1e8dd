"""Which line of a page is its headline: each line is weighed, and the best is taken if it is good enough.

The weights were set by hand on 60 text dumps of pages in eight languages, where 51 headlines came out right (17 by the
rules before), and checked on 40 other pages: 28 (5 before).
"""

import re
from bisect import bisect_right

from generator.model import Kind
from generator.read.masthead.echoes import Echoes, echoes
from generator.read.masthead.page import Line, Page
from generator.text import folded_words, phrases

_MOST_WORDS, _MOST_SIGNS = 32, 220  # of a headline; the longest of 990 news pages had 30 words
_USUAL = 18  # words
_FEW = 3  # words that a line says beside its date, if it is more than a dateline
_CANDIDATES = 400  # lines; a page with more short lines before its text is no page
_ENOUGH = 3.0  # points
_ENOUGH_DATED = 2.2  # points, right beside a dateline
_ENOUGH_MARKED = 0.5  # points, for a heading that the format marks above the text
_SHORT_HEAD = 6  # lines before the text of a document that is no saved page
_NEAR = 12  # lines between a headline and its text: pictures, sharing, summaries of one line
_KINDS = (Kind.PARAGRAPH, Kind.HEADING)
_MARKED = {1: 2.5, 2: 1.5}  # points for a heading that the format marks, by its level
_MARKED_LOW = 0.8  # points for one of a lower level
_BELOW = (0.0, 2.8, 2.4, 1.8, 1.1, 0.6)  # points for a dateline so many lines below the headline
_ABOVE = (0.0, 1.8, 1.1, 0.6, 0.2)  # likewise above it
_BESIDE = 1.7  # points for a dateline right beside a line
_CREDIT = 6  # words
_CRUMBS = re.compile(r"\s[>»/›→]\s")
_NO_TITLE = re.compile(r"©|\(c\)|https?://|www\.|\S@\S|^[\d\W]*$", re.IGNORECASE)
_ENDS = (".", "…")
_CLOSING = "\"'”’»“)"


def find(page: Page) -> int | None:
    """Return the number of the headline's line; None where no line is likely to be one."""
    # Below the last paragraph stand archives and other articles, often a hundred lines of them.
    end = page.text[-1] + 1 if page.text else len(page.lines)
    likely = [index for index, line in enumerate(page.lines[:end]) if _may_be(line)][:_CANDIDATES]
    heard = echoes(page, [page.lines[index] for index in likely])
    points = {index: _points(page, index, heard) for index in likely}
    best = max(likely, key=lambda index: (points[index], -index), default=None)
    if best is None:
        return None
    return best if points[best] >= _enough(page, best) else None


def _enough(page: Page, index: int) -> float:
    """Return the points that a line needs: few where the format marks it above the text, or a dateline stands by it."""
    if page.lines[index].entry.piece.kind is Kind.HEADING and index <= page.start:
        return _ENOUGH_MARKED
    return _ENOUGH_DATED if _date(page, index) >= _BESIDE else _ENOUGH


def _may_be(line: Line) -> bool:
    """Say whether a line has the form of a headline, and is nothing else that stands at the head of a page."""
    text = line.text
    if line.entry.is_final or line.entry.piece.kind not in _KINDS or line.is_known:
        return False
    if not 1 <= len(line.words) <= _MOST_WORDS or len(text) > _MOST_SIGNS:
        return False
    if text[0] in "-*•" or text[-1] in ",;:،" or _NO_TITLE.search(text):
        return False
    if len(line.said) < _FEW and (line.days or (not _first_letter(text).isupper() and text.islower())):
        return False
    return not (line.author or _is_credit(text) or _is_aside(line))


def _first_letter(text: str) -> str:
    return next((sign for sign in text if sign.isalpha()), "")


def _is_credit(text: str) -> bool:
    """Say whether a line names whose a picture is: `Photo: Jane Doe`, `(Bild: dpa)`, `Foto Jane Doe / dpa`."""
    words = folded_words(text)[: _CREDIT + 1]
    before = folded_words(text[:60].partition(":")[0]) if ":" in text[:60] else ()
    if before and any(before[-size:] in phrases("credits") or before[:size] in phrases("credits") for size in (1, 2)):
        return len(before) < _FEW
    return 1 < len(words) <= _CREDIT and words[:1] in phrases("credits") and "/" in text


def _is_aside(line: Line) -> bool:
    """Say whether a line is about the page: reading time, comments, categories."""
    words = tuple(word for word in line.words if not word.isdigit())
    opening, mark, _ = line.text.partition(":")
    return words in phrases("asides") or (bool(mark) and folded_words(opening) in phrases("asides"))


def _points(page: Page, index: int, heard: Echoes) -> float:
    line = page.lines[index]
    below_text = 1.0 if any(other.is_text for other in page.lines[max(0, index - 3) : index]) else 0.0
    proof = _date(page, index) + heard.points(line)
    # Few headlines end with a stop; what does is the first sentence, unless something else shows that it is none.
    sentence = 1.5 if not proof and line.text.rstrip(_CLOSING).endswith(_ENDS) else 0.0
    within_text = 2.5 if page.start < index < page.stop and _date(page, index) < _BESIDE else 0.0
    return (
        _form(line)
        + _opening(page, index)
        + (3.0 if index == 0 else 2.0) * _nearness(page, index)
        + proof
        + 2.2 * heard.overlap(line)
        - 4.0 * page.before[index] / (page.before[-1] or 1)
        - below_text
        - within_text
        - sentence
    )


def _opening(page: Page, index: int) -> float:
    """Return the points for a first heading that opens a document rather than the menus of a site."""
    piece = page.lines[index].entry.piece
    return 3.0 if index == 0 and piece.level == 1 and page.start <= _SHORT_HEAD else 0.0


def _form(line: Line) -> float:
    """Return what length and signs say of a line."""
    few = {1: -1.2, 2: -0.3}
    points = few.get(len(line.words), 0.6 if len(line.words) <= _USUAL else 0.0)
    if line.entry.piece.kind is Kind.HEADING:
        points += _MARKED.get(line.entry.piece.level, _MARKED_LOW)
    ends = line.text.rstrip(_CLOSING).endswith(_ENDS)
    points -= 0.8 * (ends + _first_letter(line.text).islower())
    points -= 1.5 * ((ends and line.is_text) + bool(_CRUMBS.search(line.text)) + _is_list(line.text))
    return points - 0.7 * ("|" in line.text) - 2.0 * bool(line.days)


def _is_list(text: str) -> bool:
    """Say whether a line is a row of short names between commas, as categories and tags are."""
    parts = text.split(",")
    return len(parts) >= _FEW and all(len(part.split()) <= _FEW + 1 for part in parts)


def _nearness(page: Page, index: int) -> float:
    """Return 1 right above a paragraph, less with each line between, and less where the text begins further down."""
    following = bisect_right(page.text, index)
    if following == len(page.text) or page.text[following] - index > _NEAR:
        return 0.0
    near = 1 - (page.text[following] - index - 1) / _NEAR
    return near if page.text[following] >= page.start else 0.7 * near


def _date(page: Page, index: int) -> float:
    """Return the points for the nearest dateline or byline."""
    below = [_BELOW[far] for far in range(1, len(_BELOW)) if _is_stamp(page, index + far)]
    above = [_ABOVE[far] for far in range(1, len(_ABOVE)) if _is_stamp(page, index - far)]
    return max([*below, *above], default=0.0)


def _is_stamp(page: Page, index: int) -> bool:
    return 0 <= index < len(page.lines) and page.lines[index].is_stamp
