"""Where a JSON object holds what: texts by the names of keys, and all the rest as lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

_INNER = ("name", "rendered", "value", "#text", "@value", "html")  # where an object that stands for a text holds it


@dataclass(frozen=True, slots=True)
class Found:
    """A text, and the keys that lead to it."""

    path: tuple[str, ...] = ()
    text: str = ""


class Number(str):
    """A number as it is written: JSON sets no bound to its length."""

    __slots__ = ()


def find(entry: Mapping[str, object], keys: Sequence[str], glue: str) -> Found:
    """Return the first text under some keys, of which dots lead inside."""
    for key in keys:
        path = (key,) if key in entry else tuple(key.split("."))
        value: object = entry
        for step in path:
            value = value.get(step) if isinstance(value, Mapping) else None
        found = _said(value, glue)
        if found.text.strip():
            return replace(found, path=(*path, *found.path))
    return Found()


def _said(value: object, glue: str) -> Found:
    """Return the text that a value stands for: itself, that of its items, or that of an object's name."""
    if isinstance(value, str):
        return Found((), value)
    if isinstance(value, list):
        texts = (item if isinstance(item, str) else _inner(item).text for item in value)
        return Found((), glue.join(text for text in texts if text.strip()))
    return _inner(value)


def _inner(value: object) -> Found:
    if not isinstance(value, Mapping):
        return Found()
    texts = (Found((key,), value[key]) for key in _INNER if isinstance(value.get(key), str))
    return next((found for found in texts if found.text.strip()), Found())


def lines(entry: Mapping[str, object], skip: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield all that an object holds but the text, as keys joined by dots and values, without recursion."""
    waiting: list[tuple[tuple[str, ...], object]] = [((), entry)]
    while waiting:
        path, value = waiting.pop()
        if path and path == skip:
            continue
        if isinstance(value, Mapping):
            waiting += [((*path, key), value[key]) for key in reversed(value)]
        elif isinstance(value, list) and any(isinstance(item, Mapping | list) for item in value):
            waiting += [(path, item) for item in reversed(value)]
        elif isinstance(value, list):
            yield whole(".".join(path)), whole(", ".join(_scalar(item) for item in value))
        else:
            yield whole(".".join(path)), whole(_scalar(value))


def _scalar(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def whole(text: str) -> str:
    """Return a text without halves of characters, which JSON can write and nothing else."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
