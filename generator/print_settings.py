"""What is printed and on what: the block `print:` among the plugin's settings."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TypeVar

from generator.errors import SettingsError
from generator.yaml_file import suggestion


class Paper(StrEnum):
    """The size of a page, as Typst calls it."""

    A4 = "a4"
    LETTER = "us-letter"


class Standard(StrEnum):
    """What the PDF files keep to: ISO 14289-1 (to be read by everybody), ISO 19005-3 (to be kept for long), or both."""

    ACCESSIBLE = "ua-1"
    ARCHIVAL = "a-3a"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Printing:
    """What is printed.

    Attributes:
        book: The whole dossier as one book.
        briefings: A file for each briefing.
        topics: A file for each topic.
        paper: The size of a page.
        standard: What the files keep to.
    """

    book: bool = True
    briefings: bool = True
    topics: bool = True
    paper: Paper = Paper.A4
    standard: Standard = Standard.ACCESSIBLE


NOTHING = Printing(book=False, briefings=False, topics=False)
_Choice = TypeVar("_Choice", bound=StrEnum)


def printing_from(value: object) -> Printing:
    """Check the block: a mapping, or false for nothing at all.

    Raises:
        SettingsError: An unknown key, or a value that cannot be.
    """
    if isinstance(value, bool):
        return Printing(book=value, briefings=value, topics=value)
    if not isinstance(value, Mapping):
        raise _wrong("print", value, "it takes a mapping, or true or false")
    names = [field.name for field in fields(Printing)]
    for name in value:
        if name not in names:
            raise _wrong("print", name, suggestion(str(name), names))
    usual = Printing()
    return Printing(
        book=_switch(value, "book"),
        briefings=_switch(value, "briefings"),
        topics=_switch(value, "topics"),
        paper=_choice(value, "paper", usual.paper),
        standard=_choice(value, "standard", usual.standard),
    )


def _switch(block: Mapping[str, object], name: str) -> bool:
    value = block.get(name, True)
    if not isinstance(value, bool):
        raise _wrong(f"print: {name}", value, "it takes true or false")
    return value


def _choice(block: Mapping[str, object], name: str, usual: _Choice) -> _Choice:
    known = {str(choice): choice for choice in type(usual)}
    value = block.get(name, str(usual))
    if not isinstance(value, str) or value not in known:
        *others, last = known
        raise _wrong(f"print: {name}", value, f"use {', '.join(others)} or {last}")
    return known[value]


def _wrong(key: str, value: object, hint: str) -> SettingsError:
    return SettingsError(f"mkdocs.yml: 'dossier: {key}' is {value!r}", hint=hint)
