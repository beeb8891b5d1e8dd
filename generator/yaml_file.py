"""The door to YAML (the only importer of yaml): hostile text in, plain values with line numbers out.

Every scalar comes back as the text that was written: whether `2025-05` is a date is the caller's business.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import yaml

from generator.errors import YamlError

_NAMED = 10
MAX_DEPTH = 12  # nothing that Dossier reads nests deeper than 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands: `text[start:end]`, with comments and line ends behind it left out.

    Attributes:
        start: Its first sign.
        end: Behind its last one; `start` of a missing value.
        column: Of the first sign, from 0; of a list in lines, that of its dashes.
        flow: Whether it is a list or a mapping in brackets.
    """

    start: int = 0
    end: int = 0
    column: int = 0
    flow: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A value, the line (from 1) it starts on, and its place."""

    line: int
    value: "str | tuple[Item, ...] | Mapping[str, Item]"
    place: Place


def parse(text: str, name: str) -> Item:
    """Read one YAML document; an empty one is an empty mapping.

    Args:
        text: What the file holds.
        name: How errors call the file.

    Raises:
        YamlError: Not YAML, or uses anchors, a key twice, or nests too deep.
    """
    try:
        events = list(yaml.parse(text, Loader=yaml.SafeLoader))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise YamlError(f"{name}:{line}: this is not YAML: {problem}", hint="mend the line or the one above") from error
    source = _Source(text, name, iter(events))
    for event in source.events:
        if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent | yaml.StreamEndEvent):
            return _item(event, source, 0)
    return Item(1, {}, Place())


@dataclass(frozen=True, slots=True)
class _Source:
    text: str
    name: str
    events: Iterator[yaml.Event]


def _item(event: yaml.Event, source: _Source, depth: int) -> Item:
    line, name, place = _line(event), source.name, _place(event, source.text)
    if isinstance(event, yaml.AliasEvent):
        raise YamlError(f"{name}:{line}: aliases (*name) are not read here", hint="write the value out")
    if depth > MAX_DEPTH:
        raise YamlError(f"{name}:{line}: nested more than {MAX_DEPTH} deep", hint="write it flatter")
    if isinstance(event, yaml.ScalarEvent):
        return Item(line, event.value, place)
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Item] = []
        while not isinstance(inner := next(source.events), yaml.SequenceEndEvent):
            items.append(_item(inner, source, depth + 1))
        return Item(line, tuple(items), _closed(place, items, inner))
    pairs: dict[str, Item] = {}
    while not isinstance(inner := next(source.events), yaml.MappingEndEvent):
        key = _key(inner, source, pairs)
        pairs[key] = _item(next(source.events), source, depth + 1)
    return Item(line, pairs, _closed(place, tuple(pairs.values()), inner))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _place(event: yaml.Event, text: str) -> Place:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Place()
    written = text[start.index : end.index].rstrip()  # a text of several lines goes on to the next word of the file
    flow = isinstance(event, yaml.CollectionStartEvent) and bool(event.flow_style)
    return Place(start.index, start.index + len(written), start.column, flow)


def _closed(place: Place, items: Sequence[Item], event: yaml.Event) -> Place:
    """Return the place of a list or a mapping up to its bracket; without brackets, up to the end of its last value."""
    if place.flow and event.end_mark:
        return replace(place, end=event.end_mark.index)
    return replace(place, end=items[-1].place.end) if items else place


def _key(event: yaml.Event, source: _Source, taken: Mapping[str, Item]) -> str:
    name, line = source.name, _line(event)
    if isinstance(event, yaml.CollectionStartEvent):
        raise YamlError(f"{name}:{line}: a key must be plain text", hint="write it as `key: value`")
    key = str(_item(event, source, 0).value)
    if key in taken:
        raise YamlError(f"{name}:{line}: the key '{key}' stands here twice", hint="keep one of them")
    return key


def mapping(item: Item, name: str) -> Mapping[str, Item]:
    """Return the pairs of a mapping; raise YamlError where it is something else."""
    if isinstance(item.value, Mapping):
        return item.value
    if item.value == "":
        return {}
    raise YamlError(f"{name}:{item.line}: this should be a list of `key: value` lines", hint="see README.md")


def scalar(item: Item, name: str) -> str:
    """Return a single text; raise YamlError where it is something else."""
    if isinstance(item.value, str):
        return item.value.strip()
    raise YamlError(f"{name}:{item.line}: this should be a single text", hint="put it on one line, in quotes")


def listed(item: Item) -> tuple[Item, ...]:
    """Return the entries of a list; of a single value itself, and of a missing one none."""
    if isinstance(item.value, tuple):
        return item.value
    return () if item.value == "" else (item,)


def texts(item: Item, name: str) -> tuple[str, ...]:
    """Return a list of texts, or a single one as a list of one; raise YamlError where it is something else."""
    return tuple(scalar(entry, name) for entry in listed(item))


def refuse_unknown(pairs: Mapping[str, Item], known: Iterable[str], name: str) -> None:
    """Raise YamlError for the first key that is not known, with the nearest known one as the hint."""
    names = sorted(known)
    for key, item in pairs.items():
        if key not in names:
            raise YamlError(f"{name}:{item.line}: unknown key '{key}'", hint=suggestion(key, names))


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or the first ten where none is near."""
    names = sorted(known)
    near = difflib.get_close_matches(word, names, n=1)
    more = ", ..." if len(names) > _NAMED else ""
    return f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(names[:_NAMED])}{more}"


def inline(value: object) -> str:
    """Return a text, or a list or a mapping of such, as YAML on one line that may also stand within brackets."""
    return yaml.safe_dump([value], allow_unicode=True, default_flow_style=True, sort_keys=False, width=10**9)[1:-2]


def dump(pairs: Mapping[str, object]) -> str:
    """Return a mapping of plain values as YAML, in its own order, one key a line."""
    return yaml.safe_dump(dict(pairs), allow_unicode=True, sort_keys=False, width=10**9)
