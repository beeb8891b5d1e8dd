"""What Word's styles and numbers say of a paragraph: heading, quote, item of a list."""

import re
from dataclasses import dataclass

from generator.model import Kind, Reason
from generator.read.common import markup
from generator.read.common.markup import Element
from generator.read.common.office import number

_DEEPEST = 20  # styles that rest on each other
_LEVELS = 9
_UNSET = -2  # of a count; lists may begin at 0
_HEADING = re.compile(r"heading ?([1-9])")
_CONTENTS = re.compile(r"toc ?(?:[1-9]|heading)|table of (?:figures|authorities)|index ?[1-9]")
_QUOTES = frozenset(
    {"quote", "intense quote", "intensequote", "block text", "quotations", "quotation", "block quotation"}
)
_CODE = frozenset({"html preformatted", "source code", "macro text", "preformatted text"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in a list: the list's id, empty outside of one, and the level from 0."""

    list_id: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """What a paragraph is: `level` is that of a heading, 0 for a title; `aside` is set for a table of contents."""

    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    place: Place = Place()
    aside: Reason | None = None


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    parent: str
    outline: str
    place: Place | None


class Styles:
    """The styles of a document, by their ids, which are in the language of the writer; their names are not."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        for style in root if root is not None else ():
            if markup.name(style) == "style":
                own = markup.child(style, "ppr")
                name = _said(style, "name").lower()
                parent = _said(style, "basedon")
                self._styles[markup.value(style, "styleId")] = _Style(
                    name, parent, _said(own, "outlinelvl"), _place(own)
                )

    def look(self, own: Element | None) -> Look:
        """Return what the properties of a paragraph make of it."""
        direct = _Style("", "", _said(own, "outlinelvl"), _place(own))
        chain = [direct, *self._chain(_said(own, "pstyle"))]
        place = next((style.place for style in chain if style.place), Place())
        found = next((look for style in chain if (look := named(style.name, style.outline))), Look())
        return Look(found.kind, found.level, place, found.aside)

    def _chain(self, style_id: str) -> list[_Style]:
        chain: list[_Style] = []
        while style_id and len(chain) < _DEEPEST:
            # A style that is used and not listed has nothing but its id, which in English is its name.
            style = self._styles.get(style_id, _Style(style_id.lower(), "", "", None))
            chain.append(style)
            style_id = style.parent
        return chain


def named(name: str, outline: str) -> Look | None:
    """Return what a style makes of a paragraph; None where it says nothing, and the style below it is asked.

    Args:
        name: Its name, in small letters.
        outline: Its level in the outline, from 0; empty where it has none.
    """
    heading = _HEADING.fullmatch(name)
    if heading:
        return Look(Kind.HEADING, int(heading[1]))
    if name == "title":
        return Look(Kind.HEADING, 0)
    if name in _QUOTES | _CODE:
        return Look(Kind.QUOTE if name in _QUOTES else Kind.CODE)
    if _CONTENTS.fullmatch(name):
        return Look(aside=Reason.FURNITURE)
    level = number(outline, _LEVELS) + 1 if outline else 0
    if level > _LEVELS:  # the tenth is that of a text
        return Look()
    return Look(Kind.HEADING, level) if level else None


def _said(element: Element | None, name: str) -> str:
    found = markup.child(element, name) if element is not None else None
    return markup.value(found, "val") if found is not None else ""


def _place(own: Element | None) -> Place | None:
    found = markup.child(own, "numpr") if own is not None else None
    if found is None:
        return None
    list_id = _said(found, "numid")
    return Place("" if list_id == "0" else list_id, number(_said(found, "ilvl"), _LEVELS - 1))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


class Numbers:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}  # by the id of what lists rest on
        self._bases: dict[str, str] = {}
        self._starts: dict[str, dict[int, int]] = {}
        self._counted: dict[str, list[int]] = {}
        for element in root if root is not None else ():
            if markup.name(element) == "abstractnum":
                self._levels[markup.value(element, "abstractNumId")] = dict(_levels(element))
            elif markup.name(element) == "num":
                list_id = markup.value(element, "numId")
                self._bases[list_id] = _said(element, "abstractnumid")
                self._starts[list_id] = _overrides(element)

    def next(self, place: Place) -> str:
        """Return the number of the next item at a place, as Word shows it; empty for a bullet."""
        base = self._bases.get(place.list_id, "")
        levels = self._levels.get(base, {})
        counts = self._counted.setdefault(base, [_UNSET] * _LEVELS)
        start = self._starts.get(place.list_id, {}).pop(place.level, None)
        if start is not None:  # once, where a list that goes on is to begin anew
            counts[place.level] = start - 1
        for level in range(_LEVELS):
            first = levels[level].start if level in levels else 1
            if level > place.level:
                counts[level] = _UNSET
            elif counts[level] == _UNSET:
                counts[level] = first if level < place.level else first - 1
        counts[place.level] += 1
        here = levels.get(place.level)
        if here is None or here.form in {"bullet", "none"}:
            return ""
        shown = re.sub(r"%([1-9])", lambda match: _shown(counts, levels, int(match[1]) - 1), here.text)
        return shown if any(sign.isalnum() for sign in shown) else ""


def _levels(element: Element) -> list[tuple[int, _Level]]:
    return [
        (
            number(markup.value(level, "ilvl"), _LEVELS - 1),
            _Level(_said(level, "numfmt"), _said(level, "lvltext")[:40], number(_said(level, "start") or "1", 99_999)),
        )
        for level in element
        if markup.name(level) == "lvl"
    ]


def _overrides(element: Element) -> dict[int, int]:
    return {
        number(markup.value(level, "ilvl"), _LEVELS - 1): number(_said(level, "startoverride"), 99_999)
        for level in element
        if markup.name(level) == "lvloverride" and _said(level, "startoverride")
    }


def _shown(counts: list[int], levels: dict[int, _Level], level: int) -> str:
    form = levels[level].form if level in levels else ""
    return counted(max(counts[level], 0), form)


def counted(count: int, form: str) -> str:
    """Return a number as letters or as Roman numerals, where the form asks for them; in figures otherwise."""
    if form in {"lowerLetter", "a", "upperLetter", "A"} and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        text = letter[:10]
    elif form in {"lowerRoman", "i", "upperRoman", "I"} and 0 < count < 4000:  # noqa: PLR2004 - Romans wrote no more
        text = _roman(count)
    else:
        return f"{count:02}" if form == "decimalZero" else str(count)
    return text.upper() if form in {"upperLetter", "A", "upperRoman", "I"} else text


def _roman(count: int) -> str:
    parts = []
    for value, sign in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        parts.append(sign * (count // value))
        count %= value
    return "".join(parts)
