"""What a page states about its article in JSON-LD, in the words of schema.org."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_ARTICLES = ("article", "posting", "report", "review", "recipe", "creativework")
_PAGES = ("webpage", "itempage", "page")
_DEEPEST = 6  # levels; what a page says of itself stands at the top, or in a graph right below
_MOST = 1000  # objects that are looked at


@dataclass(frozen=True, slots=True)
class Stated:
    """What one object says; each part is empty where it says nothing."""

    kind: str
    title: str
    date: str
    author: str
    source: str

    @property
    def is_article(self) -> bool:
        """Whether it speaks of an article, not of the page around it."""
        return self.kind.endswith(_ARTICLES)


def stated(scripts: Iterable[str]) -> tuple[Stated, ...]:
    """Return what the objects of some scripts say of articles and pages, in order, those of articles first."""
    found = [said for script in scripts for each in _objects(script) if (said := _stated(each)) is not None]
    return tuple(sorted(found, key=lambda said: not said.is_article))


def _objects(script: str) -> Iterator[dict[str, object]]:
    try:
        # A line end within a string is against the rules, and common.
        waiting: list[object] = [json.loads(script.strip(), strict=False)]
    except (ValueError, RecursionError):
        return
    seen = 0
    level = 0
    while waiting and level < _DEEPEST and seen < _MOST:
        following: list[object] = []
        for each in waiting:
            if isinstance(each, list):
                following += each
            elif isinstance(each, dict):
                seen += 1
                yield each
                following += [each[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in each]
        waiting, level = following, level + 1


def _stated(each: dict[str, object]) -> Stated | None:
    kind = _text(each.get("@type")).lower()
    if not kind.endswith(_ARTICLES + _PAGES):
        return None
    title = _text(each.get("headline")) or (_text(each.get("name")) if not kind.endswith(_PAGES) else "")
    date = _text(each.get("datePublished")) or _text(each.get("dateCreated"))
    return Stated(kind, title, date, _names(each.get("author")), _text(each.get("publisher")))


def _text(value: object) -> str:
    """Return a text, or the name of an object; of several, the first."""
    if isinstance(value, list):
        return _text(value[0]) if value and not isinstance(value[0], list) else ""
    if isinstance(value, dict):
        name = value.get("name")
        return name.strip() if isinstance(name, str) else ""
    return value.strip() if isinstance(value, str) else ""


def _names(value: object) -> str:
    names = [_text(each) for each in value] if isinstance(value, list) else [_text(value)]
    return ", ".join(dict.fromkeys(name for name in names if name))
