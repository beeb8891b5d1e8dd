"""The door to YAML (the only importer of yaml): hostile text in, plain values with line numbers out.

Every scalar comes back as the text that was written: whether `2025-05` is a date is the caller's business.
"""

import difflib
from collections.abc import Iterable, Iterator, Mapping
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
        end: Behind its last one, the bracket that closes a list or a mapping left out; `start` of a missing value.
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
        items = tuple(_item(item, source, depth + 1) for item in _until(yaml.SequenceEndEvent, source))
        return Item(line, items, _ending(place, items))
    pairs: dict[str, Item] = {}
    for event_ in _until(yaml.MappingEndEvent, source):
        key = _key(event_, source, pairs)
        pairs[key] = _item(next(source.events), source, depth + 1)
    return Item(line, pairs, _ending(place, tuple(pairs.values())))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _place(event: yaml.Event, text: str) -> Place:
    start, end = event.start_mark, event.end_mark
    if start is None or end is None:
        return Place()
    written = text[start.index : end.index].rstrip()  # a text of several lines goes on to the next word of the file
    flow = isinstance(event, yaml.CollectionStartEvent) and bool(event.flow_style)
    return Place(start.index, start.index + len(written), start.column, flow)


def _ending(place: Place, items: tuple[Item, ...]) -> Place:
    """Return the place of a list or a mapping, which ends where its last value does."""
    return replace(place, end=items[-1].place.end) if items else place


def _key(event: yaml.Event, source: _Source, taken: Mapping[str, Item]) -> str:
    name, line = source.name, _line(event)
    if isinstance(event, yaml.CollectionStartEvent):
        raise YamlError(f"{name}:{line}: a key must be plain text", hint="write it as `key: value`")
    key = str(_item(event, source, 0).value)
    if key in taken:
        raise YamlError(f"{name}:{line}: the key '{key}' stands here twice", hint="keep one of them")
    return key


def _until(end: type[yaml.Event], source: _Source) -> Iterator[yaml.Event]:
    for event in source.events:
        if isinstance(event, end):
            return
        yield event


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


def inline(texts_: Iterable[str]) -> str:
    """Return a list of texts as YAML in brackets, on one line, each in quotes where it must be."""
    return yaml.safe_dump(list(texts_), allow_unicode=True, default_flow_style=True, width=10**9).strip()


def dump(pairs: Mapping[str, object]) -> str:
    """Return a mapping of plain values as YAML, in its own order, one key a line."""
    return yaml.safe_dump(dict(pairs), allow_unicode=True, sort_keys=False, width=10**9)
