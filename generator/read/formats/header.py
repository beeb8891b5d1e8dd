"""What a document states about itself before its text: front matter, or a leading line such as `date 2025-09-30`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator import yaml_file
from generator.errors import YamlError
from generator.model import Fact

_FRONT_MATTER = re.compile(r"\A\s*---[ \t]*\n(?P<yaml>.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_DATE_LINE = re.compile(
    r"\A\s*(?P<line>date[ \t:]+(?P<value>\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d)?)?)?))(?=\s|\Z)", re.IGNORECASE
)
# The names that other tools give to our facts (Pandoc, Hugo, Jekyll, Obsidian's clipper).
_NAMES = {
    "title": "title",
    "date": "date",
    "published": "date",
    "lang": "language",
    "language": "language",
    "source": "source",
    "site": "source",
    "publisher": "source",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "link": "link",
    "url": "link",
    "summary": "summary",
    "description": "summary",
}


@dataclass(frozen=True, slots=True)
class Header:
    """The lines of a header, the facts in them, and the text that follows."""

    lines: tuple[str, ...]
    facts: Mapping[str, Fact]
    rest: str


def split(text: str) -> Header:
    """Part a document's header from its text; front matter that is not YAML stays in the text."""
    matter = _FRONT_MATTER.match(text)
    if matter:
        facts = _facts(matter["yaml"])
        if facts is not None:
            lines = tuple(line for line in matter["yaml"].splitlines() if line.strip())
            return Header(lines, facts, text[matter.end() :])
    stated = _DATE_LINE.match(text)
    if stated:
        return Header((stated["line"],), {"date": Fact(stated["value"], "header")}, text[stated.end() :])
    return Header((), {}, text)


def _facts(text: str) -> dict[str, Fact] | None:
    try:
        pairs = yaml_file.mapping(yaml_file.parse(text, "front matter"), "front matter")
    except YamlError:
        return None
    facts: dict[str, Fact] = {}
    for key, item in pairs.items():
        name = _NAMES.get(key.strip().lower())
        if name is None or name in facts or isinstance(item.value, Mapping):
            continue
        try:
            value = ", ".join(yaml_file.texts(item, "front matter"))
        except YamlError:
            continue
        if value:
            facts[name] = Fact(value, "front matter")
    return facts
