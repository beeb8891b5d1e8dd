"""Running heads, feet and page numbers: lines that stand at one height on sheet after sheet."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.read.sheets.sheet import Line, Sheet, rows, stretches
from generator.text import fold, squeeze

_LINES = 3  # at the top and at the bottom of a sheet that may be furniture
_STEP = 4  # points; heights that differ by less are one
_SHARE = 3  # of the sheets, one in so many
_LONG = 200  # letters; a longer line is text
_NUMBER = re.compile(r"\d{1,6}|(?<!\w)[ivxlc]{1,9}(?!\w)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class Text:
    """What is left of a sheet for reading, what is printed across it, and the furniture that stood there."""

    parts: tuple[Line, ...]
    turned: tuple[Line, ...]
    furniture: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near the edge of a sheet: `height` is its distance from that edge."""

    line: Line
    height: float
    keys: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Ends:
    """The lines at the edges of one sheet, the outermost first."""

    top: tuple[_Edge, ...]
    bottom: tuple[_Edge, ...]


def without(sheets: Sequence[Sheet]) -> tuple[Text, ...]:
    """Return the text of each sheet, the lines that repeat at its edges taken out."""
    printed = [stretches(sheet.words) for sheet in sheets]
    upright = [tuple(part for part in parts if not part.words[0].turned) for parts in printed]
    across = [tuple(part for part in parts if part.words[0].turned) for parts in printed]
    ends = [_ends(number, part, sheet.height) for number, (part, sheet) in enumerate(zip(upright, sheets, strict=True))]
    tops, bottoms = _repeated([end.top for end in ends]), _repeated([end.bottom for end in ends])
    stamps = _stamps(across)
    return tuple(
        _text(parts, turned, [*_outer(end.top, tops), *_outer(end.bottom, bottoms)], stamps)
        for parts, turned, end in zip(upright, across, ends, strict=True)
    )


def _stamps(across: Sequence[tuple[Line, ...]]) -> frozenset[str]:
    """Return what is printed across a third of the sheets and more, as watermarks are."""
    seen = Counter(text for parts in across for text in {part.text for part in parts})
    return frozenset(text for text, count in seen.items() if count > 1 and count * _SHARE >= len(across))


def _ends(number: int, parts: tuple[Line, ...], height: float) -> _Ends:
    lines = rows(parts)
    top = tuple(_Edge(line, line.base, _keys(line, number)) for line in lines[:_LINES])
    last = lines[::-1][:_LINES]
    return _Ends(top, tuple(_Edge(line, height - line.base, _keys(line, number)) for line in last))


def _keys(line: Line, number: int) -> frozenset[str]:
    """Return what makes a line the same on another sheet: its text, or that with a number that grows by the sheet."""
    text = fold(squeeze(line.text))
    if len(text) > _LONG or not re.search(r"\w", text):
        return frozenset()
    growing = {
        f"{text[: found.start()]}#{_value(found[0]) - number}#{text[found.end() :]}" for found in _NUMBER.finditer(text)
    }
    # A lone number that stays the same, as in the first row of a table, is none of a page.
    return frozenset(growing) | ({text} if re.search(r"[^\W\d_]", text) else frozenset())


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    values = [_ROMAN[sign] for sign in number]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


def _repeated(ends: Sequence[tuple[_Edge, ...]]) -> Mapping[int, frozenset[str]]:
    """Return, by height, the keys that several sheets share, where a third of all sheets have such a line."""
    seen: dict[int, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for sheet, edges in enumerate(ends):
        for edge in edges:
            for key in edge.keys:
                for height in _heights(edge):
                    seen[height][key].add(sheet)
    found = {}
    for height, keys in seen.items():
        shared = {key: sheets for key, sheets in keys.items() if len(sheets) > 1}
        if len(set().union(*shared.values())) * _SHARE >= len(ends):
            found[height] = frozenset(shared)
    return found


def _heights(edge: _Edge) -> range:
    """Return the heights that a line counts for: its own and the next, so that none falls between two steps."""
    step = int(edge.height // _STEP)
    return range(step, step + 2)


def _outer(edges: tuple[_Edge, ...], repeated: Mapping[int, frozenset[str]]) -> Iterator[Line]:
    """Yield the lines that repeat, from the edge inwards up to the first that does not."""
    for edge in edges:
        if not any(edge.keys & repeated.get(height, frozenset()) for height in _heights(edge)):
            return
        yield edge.line


def _text(parts: Sequence[Line], turned: Sequence[Line], found: Sequence[Line], stamps: frozenset[str]) -> Text:
    gone = {part.order for line in found for part in (line.parts or (line,))}
    return Text(
        tuple(part for part in parts if part.order not in gone),
        tuple(part for part in turned if part.text not in stamps),
        tuple(dict.fromkeys([*(line.text for line in found), *(part.text for part in turned if part.text in stamps)])),
    )
