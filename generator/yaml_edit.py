"""Add to a YAML file that a person wrote: lines come in, or a word in brackets; every other byte stays as it is.

The places of values come from `yaml_file.py`. A round trip through ruamel.yaml sets the rest of a file anew: with its
own guess at the indents it changed other lines in 5 of the 24 files of tests/cases/round_trip.yml, and moved the
comment above a section into the section before.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator import yaml_file
from generator.errors import YamlError
from generator.yaml_file import Item

Value = str | Sequence["Value"] | Mapping[str, "Value"]
_STEP = 2  # spaces of an indent where the file has none yet


@dataclass(frozen=True, slots=True)
class _Found:
    """How far a path leads: the last value on it, the mapping around that, and the keys that are not there yet."""

    item: Item
    around: Item
    depth: int
    missing: tuple[str, ...]


def put(text: str, path: Sequence[str], value: Mapping[str, Value], name: str) -> str:
    """Return the text with a mapping at the end of a path of keys, the last of which is new.

    Args:
        text: What the file holds.
        path: Keys from the outermost inwards; those that are missing are made.
        value: What stands under the last key.
        name: How errors call the file.

    Raises:
        YamlError: It is not YAML, or something else stands on the path.
    """
    found = _find(text, path, name)
    if not found.missing:
        raise YamlError(f"{name}:{found.item.line}: the key '{path[-1]}' stands here already", hint="add to it by hand")
    return _grow(text, found, _nested(found.missing[1:], value))


def append(text: str, path: Sequence[str], value: Value, name: str) -> str:
    """Return the text with a value at the end of the list at a path of keys.

    A new list stands in lines where its key is one of the file's own, and in brackets further in.

    Args:
        text: What the file holds.
        path: Keys from the outermost inwards; those that are missing are made.
        value: What is added.
        name: How errors call the file.

    Raises:
        YamlError: It is not YAML, or something else stands on the path.
    """
    found = _find(text, path, name)
    if found.missing:
        return _grow(text, found, _nested(found.missing[1:], [value]))
    item = found.item
    if isinstance(item.value, tuple):
        if item.place.flow:
            return _into_brackets(text, item, item.value, yaml_file.inline(value))
        return _below(text, item, _lines([value], item.place.column))
    if isinstance(item.value, str) and item.value:  # a single value, which is now a list
        return text[: item.place.start] + yaml_file.inline([item.value, value]) + text[item.place.end :]
    return _fill(text, found, [value])


def _find(text: str, path: Sequence[str], name: str) -> _Found:
    item = around = yaml_file.parse(text, name)
    for depth, key in enumerate(path):
        pairs = yaml_file.mapping(item, name)
        if key not in pairs:
            return _Found(item, around, depth, tuple(path[depth:]))
        item, around = pairs[key], item
    return _Found(item, around, len(path), ())


def _nested(keys: Sequence[str], value: Value) -> Value:
    for key in reversed(keys):
        value = {key: value}
    return value


def _grow(text: str, found: _Found, value: Value) -> str:
    """Add the first missing key of a path with its value."""
    pair = {found.missing[0]: value}
    item = found.item
    if not item.value and not item.place.flow:
        return _fill(text, found, pair)
    if item.place.flow:
        return _into_brackets(text, item, tuple(yaml_file.mapping(item, "").values()), yaml_file.inline(pair)[1:-1])
    return _below(text, item, _lines(pair, item.place.column, _step(text), is_section=found.depth == 0))


def _fill(text: str, found: _Found, value: Value) -> str:
    """Put a value where a key has none, or where the whole file has none."""
    step = _step(text)
    if found.depth == 0:
        lines = _lines(value, 0, step, is_section=True)
        break_ = "" if not text or text.endswith("\n") else _line_end(text)
        return text + break_ + "".join(f"{line}{_line_end(text)}" for line in lines)
    if found.around.place.flow or (found.depth > 1 and isinstance(value, list)):
        return f"{text[: found.item.place.start]} {yaml_file.inline(value)}{text[found.item.place.start :]}"
    return _below(text, found.item, _lines(value, found.around.place.column + step, step))


def _lines(value: Value, column: int, step: int = _STEP, *, is_section: bool = False) -> list[str]:
    """Return a list or a mapping as lines; lists within are in brackets, but for those of a section of the file."""
    indent = " " * column
    if not isinstance(value, Mapping):
        return [f"{indent}- {_entry(entry)}" for entry in value]
    lines = []
    for key, inner in value.items():
        if isinstance(inner, Mapping) or (is_section and not isinstance(inner, str)):
            lines += [f"{indent}{yaml_file.inline(key)}:", *_lines(inner, column + step, step)]
        else:
            lines.append(f"{indent}{yaml_file.inline(key)}: {yaml_file.inline(inner)}")
    return lines


def _entry(value: Value) -> str:
    """Return an entry of a list; a mapping in it needs no braces."""
    written = yaml_file.inline(value)
    return written[1:-1] if isinstance(value, Mapping) and len(value) == 1 else written


def _below(text: str, item: Item, lines: Sequence[str]) -> str:
    """Insert lines below the line on which a value ends."""
    end = text.find("\n", item.place.end)
    end = len(text) if end < 0 else end - (text[end - 1] == "\r")
    return text[:end] + "".join(f"{_line_end(text)}{line}" for line in lines) + text[end:]


def _into_brackets(text: str, item: Item, inside: Sequence[Item], written: str) -> str:
    at = inside[-1].place.end if inside else item.place.start + 1
    return f"{text[:at]}{', ' if inside else ''}{written}{text[at:]}"


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _step(text: str) -> int:
    """Return by how much the file indents: the smallest indent in it."""
    indents = [len(line) - len(line.lstrip(" ")) for line in text.splitlines() if line.strip() and line[0] == " "]
    return min(indents, default=_STEP)
