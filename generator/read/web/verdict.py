"""Which pieces of a page are its article: the extract of trafilatura, mended by what stands where in the page."""

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Kind
from generator.read.web.placed import Placed
from generator.read.web.regions import Region
from generator.text import count_words, folded_words

_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟:][\"'”’»)\]]*$")
_PROSE = 12  # words of a paragraph that speaks for itself
_LEAD = 8  # words of a sentence between the headline and the text
_NEAR = 3  # pieces below a heading that belong to it if it leads elsewhere
_LINKED = 0.6  # of a line that is links, above which it leads elsewhere
_ALL = 0.85  # of a line that is links, above which it says nothing else: signs between them count as text
_MENU = 3  # links in a line without any other word
_MENU_WORDS = 4  # of each of these links, at the most
_OWN_SHARE = 0.5  # of the extract; a region that holds more of it is the page's frame around the text
_COVERED = 0.5  # of the page's prose; an extract with less has taken one module of an article for the whole
_SEPARATOR = re.compile(r"\s[|•·–—»«-]\s|\s?\|\s?|:\s")
_FAR = 12  # pieces between two of the article that may be filled up


@dataclass(frozen=True, slots=True)
class _Line:
    """A piece and what is counted in it."""

    placed: Placed
    words: int
    is_apart: bool

    @property
    def linked(self) -> float:
        return self.placed.linked

    @property
    def level(self) -> int:
        return self.placed.piece.level

    @property
    def is_heading(self) -> bool:
        return self.placed.piece.kind is Kind.HEADING

    @property
    def is_menu(self) -> bool:
        links = self.placed.links
        return self.linked > _ALL and links >= _MENU and self.words <= _MENU_WORDS * links

    def says(self, least: int) -> bool:
        """Say whether it is a sentence of so many words that does not only lead elsewhere."""
        piece = self.placed.piece
        ends = bool(_ENDS_SENTENCE.search(piece.text)) or self.words > 3 * _PROSE
        of_text = piece.kind in {Kind.PARAGRAPH, Kind.QUOTE}
        return of_text and self.words >= least and ends and self.linked < _LINKED and not self.is_apart


@dataclass(frozen=True, slots=True)
class Verdict:
    """What of a page is its article.

    Attributes:
        kept: Of each piece, whether it is part of it.
        apart: Of each piece, whether its markup says that it cannot be.
        headline: The place of the article's headline; None where it has none.
    """

    kept: tuple[bool, ...]
    apart: tuple[bool, ...]
    headline: int | None


def judge(found: Sequence[Placed], extract: Sequence[bool], titles: Sequence[str]) -> Verdict:
    """Say of each piece of a page whether it is part of the article.

    Args:
        found: The pieces in order.
        extract: Which of them an extractor takes for the article.
        titles: What the page says that it is called.
    """
    lines = _lines(found, extract)
    apart = tuple(line.is_apart for line in lines)
    verdict = [bool(taken) and not line.is_apart for line, taken in zip(lines, extract, strict=True)]
    if not any(verdict):
        seen = apart if not all(apart) else tuple(line.placed.is_hidden for line in lines)
        return Verdict(tuple(not each for each in seen), apart, None)
    head = _headline(lines, verdict, titles)
    _with_siblings(lines, verdict)
    _covering(lines, verdict)
    _filled(lines, verdict)
    if head is not None:
        _with_head(lines, verdict, head)
    _without_menus(lines, verdict)
    _without_tail(lines, verdict)
    is_title = head is not None and (lines[head].level == 1 or _is_named(lines[head], titles))
    return Verdict(tuple(verdict), apart, head if is_title else None)


def _lines(found: Sequence[Placed], extract: Sequence[bool]) -> list[_Line]:
    """Return the pieces as lines; a region that holds much of the extract is no region, whatever its class says."""
    counts = [count_words(each.piece.text) for each in found]
    taken = [(each, words) for each, words, is_taken in zip(found, counts, extract, strict=True) if is_taken]
    most = _OWN_SHARE * sum(words for _, words in taken)
    own: Counter[int] = Counter()
    for each, words in taken:
        own.update({spot.number: words for spot in each.spots if spot.number})
    wrappers = {number for number, words in own.items() if words > most}
    beside = sum(words for each, words in taken if _regions(each, wrappers) == {Region.BESIDE})
    # Where most of the text is in parts whose classes say that they are none, the theme means other things by them.
    believed = {Region.HIDDEN, Region.FRAME} if taken and beside > most else set(Region)
    return [
        _Line(each, words, not believed.isdisjoint(_regions(each, wrappers)))
        for each, words in zip(found, counts, strict=True)
    ]


def _regions(each: Placed, wrappers: Container[int]) -> set[Region]:
    return {spot.region for spot in each.spots if spot.number not in wrappers}


def _headline(lines: Sequence[_Line], verdict: Sequence[bool], titles: Sequence[str]) -> int | None:
    """Return the nearest heading above the text that the page is called by; else the nearest of the highest level."""
    first = next((at for at, taken in enumerate(verdict) if taken and not lines[at].is_heading), 0)
    above = [at for at in range(first) if lines[at].is_heading]
    named = [at for at in above if _is_named(lines[at], titles) and not _is_banner(lines[at], first - at, titles)]
    near = [at for at in above if not lines[at].is_apart and lines[at].linked < _LINKED and first - at <= _FAR]
    exact = [at for at in named if any(folded_words(title) == _words(lines[at]) for title in titles)]
    if named:
        return (exact or named)[-1]
    beside = range(max(0, first - _FAR), min(first + _NEAR, len(lines)))
    titled = next((at for at in beside if _is_title(lines[at], titles)), None)
    if titled is not None:
        return titled
    level = min((lines[at].level for at in near), default=0)
    home = lines[first].placed.path
    return next((at for at in reversed(near) if lines[at].level == level and _is_over(lines[at], home)), None)


def _is_title(line: _Line, titles: Sequence[str]) -> bool:
    """Say whether a line that is no heading is all that a title says, or all that it says first."""
    words = _words(line)
    is_line = line.placed.piece.kind is Kind.PARAGRAPH and not line.is_apart and line.linked < _LINKED
    return is_line and len(words) > 1 and any(folded_words(_SEPARATOR.split(title)[0]) == words for title in titles)


def _is_over(line: _Line, home: tuple[int, ...]) -> bool:
    """Say whether a heading is of the highest level, or in a container that is around the text as well."""
    path = line.placed.path
    return line.level == 1 or path == home[: len(path)]


def _is_named(line: _Line, titles: Sequence[str]) -> bool:
    words = _words(line)
    wholes = [folded_words(title) for title in titles]
    return words in wholes or (len(words) > 1 and any(_holds(whole, words) for whole in wholes))


def _words(line: _Line) -> tuple[str, ...]:
    return folded_words(line.placed.piece.text)


def _is_banner(line: _Line, above: int, titles: Sequence[str]) -> bool:
    """Say whether a heading leads to the front page: it is a link, far above the text, and no title begins with it."""
    words = _words(line)
    begins = any(folded_words(title)[: len(words)] == words for title in titles)
    return line.linked >= _LINKED and above > _NEAR and not begins


def _holds(whole: Sequence[str], part: Sequence[str]) -> bool:
    return f" {' '.join(part)} " in f" {' '.join(whole)} "


def _covering(lines: Sequence[_Line], verdict: list[bool]) -> None:
    """Take the prose below the start of the text where the extract has but little of it."""
    first = next((at for at, taken in enumerate(verdict) if taken and not lines[at].is_heading), verdict.index(True))
    prose = [at for at in range(first, len(lines)) if lines[at].says(_PROSE) and not _is_teaser(lines, at)]
    taken = sum(line.words for line, is_taken in zip(lines, verdict, strict=True) if is_taken)
    if taken < _COVERED * sum(lines[at].words for at in prose):
        for at in prose:
            verdict[at] = True


def _is_teaser(lines: Sequence[_Line], at: int) -> bool:
    """Say whether a piece stands right below a heading that leads elsewhere."""
    above = next((line for line in reversed(lines[max(at - _NEAR, 0) : at]) if line.is_heading), None)
    return above is not None and above.linked >= _LINKED


def _with_head(lines: Sequence[_Line], verdict: list[bool], head: int) -> None:
    """Take the headline and the sentences between it and the text; what stands above it is no text."""
    verdict[: head + 1] = [*[False] * head, True]
    first = next((at for at, taken in enumerate(verdict) if taken and not lines[at].is_heading), head)
    for at in range(head + 1, first):
        if lines[at].says(_LEAD) and lines[at].placed.tag != "figcaption" and "©" not in lines[at].placed.piece.text:
            verdict[at] = True


def _with_siblings(lines: Sequence[_Line], verdict: list[bool]) -> None:
    """Take the paragraphs that stand side by side with several of the text."""
    homes = Counter(
        line.placed.path for line, taken in zip(lines, verdict, strict=True) if taken and line.placed.tag == "p"
    )
    for at, line in enumerate(lines):
        if line.placed.tag == "p" and homes[line.placed.path] > 1 and not line.is_apart and line.linked < _LINKED:
            verdict[at] = True


def _filled(lines: Sequence[_Line], verdict: list[bool]) -> None:
    """Take what stands between two neighbouring pieces of the text: captions, tables, short lines."""
    text = [at for at, taken in enumerate(verdict) if taken]
    start = next((at for at in text if not lines[at].is_heading), text[0])
    inner = [at for at in text if at >= start]
    for here, following in pairwise(inner):
        if following - here <= _FAR:
            for at in range(here + 1, following):
                verdict[at] = not lines[at].is_apart and lines[at].linked < _LINKED


def _without_menus(lines: Sequence[_Line], verdict: list[bool]) -> None:
    for at, line in enumerate(lines):
        if line.is_menu and line.placed.piece.kind is not Kind.TABLE:
            verdict[at] = False


def _without_tail(lines: Sequence[_Line], verdict: list[bool]) -> None:
    """Drop the headings and links that come after the text, and where they are several, all that is among them."""
    text = [at for at, taken in enumerate(verdict) if taken]
    last = next((at for at in reversed(text) if _is_firm(lines, at)), None)
    if last is None:
        return
    homes = {lines[at].placed.path for at in text if at <= last and lines[at].placed.tag == "p" and _is_firm(lines, at)}
    tail = [at for at in text if at > last and (lines[at].placed.tag != "p" or lines[at].placed.path not in homes)]
    leading = [at for at in tail if lines[at].linked >= _LINKED]
    for at in tail:
        if len(leading) > 1 or lines[at].is_heading or at in leading:
            verdict[at] = False


def _is_firm(lines: Sequence[_Line], at: int) -> bool:
    line = lines[at]
    lists = line.placed.piece.kind in {Kind.LIST, Kind.TABLE, Kind.CODE} and line.linked < _LINKED
    return (lists or line.says(_LEAD)) and not _is_teaser(lines, at)
