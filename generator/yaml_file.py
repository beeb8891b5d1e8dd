"""The door to YAML (the only importer of yaml): hostile text in, plain values with line numbers out.

Every scalar comes back as the text that was written: whether `2025-05` is a date is the caller's business.
"""

import difflib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import yaml

from generator.errors import YamlError

_NAMED = 10
MAX_DEPTH = 12  # nothing that Dossier reads nests deeper than 5


@dataclass(frozen=True, slots=True)
class Item:
    """A value and the line (from 1) it starts on."""

    line: int
    value: "str | tuple[Item, ...] | Mapping[str, Item]"


def parse(text: str, name: str) -> Item:
    """Read one YAML document; an empty one is an empty mapping.

    Args:
        text: What the file holds.
        name: How errors call the file.

    Raises:
        YamlError: Not YAML, or uses anchors, a key twice, or nests too deep.
    """
    try:
        events = iter(list(yaml.parse(text, Loader=yaml.SafeLoader)))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        raise YamlError(f"{name}:{line}: this is not YAML: {problem}", hint="mend the line or the one above") from error
    for event in events:
        if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent | yaml.StreamEndEvent):
            return _item(event, events, name, 0)
    return Item(1, {})


def _item(event: yaml.Event, events: Iterator[yaml.Event], name: str, depth: int) -> Item:
    line = event.start_mark.line + 1 if event.start_mark else 1
    if isinstance(event, yaml.AliasEvent):
        raise YamlError(f"{name}:{line}: aliases (*name) are not read here", hint="write the value out")
    if depth > MAX_DEPTH:
        raise YamlError(f"{name}:{line}: nested more than {MAX_DEPTH} deep", hint="write it flatter")
    if isinstance(event, yaml.ScalarEvent):
        return Item(line, event.value)
    if isinstance(event, yaml.SequenceStartEvent):
        return Item(line, tuple(_until(yaml.SequenceEndEvent, events, lambda e: _item(e, events, name, depth + 1))))
    pairs: dict[str, Item] = {}
    for key in _until(yaml.MappingEndEvent, events, lambda e: _item(e, events, name, depth + 1)):
        value = _item(next(events), events, name, depth + 1)
        if not isinstance(key.value, str):
            raise YamlError(f"{name}:{key.line}: a key must be plain text", hint="write it as `key: value`")
        if key.value in pairs:
            raise YamlError(f"{name}:{key.line}: the key '{key.value}' stands here twice", hint="keep one of them")
        pairs[key.value] = value
    return Item(line, pairs)


def _until(end: type[yaml.Event], events: Iterator[yaml.Event], make: Callable[[yaml.Event], Item]) -> Iterator[Item]:
    for event in events:
        if isinstance(event, end):
            return
        yield make(event)


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


def texts(item: Item, name: str) -> tuple[str, ...]:
    """Return a list of texts, or a single one as a list of one; raise YamlError where it is something else."""
    if isinstance(item.value, tuple):
        return tuple(scalar(entry, name) for entry in item.value)
    return (scalar(item, name),) if item.value else ()


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


def dump(pairs: Mapping[str, object]) -> str:
    """Return a mapping of plain values as YAML, in its own order, one key a line."""
    return yaml.safe_dump(dict(pairs), allow_unicode=True, sort_keys=False, width=10**9)
