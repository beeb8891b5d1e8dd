"""What is printed and on what: the block `print:` among the plugin's settings."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum

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


_CHOICES: Mapping[str, type[StrEnum]] = {"paper": Paper, "standard": Standard}


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
    return Printing(**{name: _checked(str(name), given) for name, given in value.items()})


def _checked(name: str, value: object) -> object:
    if name not in _CHOICES:
        if not isinstance(value, bool):
            raise _wrong(f"print: {name}", value, "it takes true or false")
        return value
    known = [str(choice) for choice in _CHOICES[name]]
    if value not in known:
        raise _wrong(f"print: {name}", value, f"use {', '.join(known[:-1])} or {known[-1]}")
    return _CHOICES[name](value)


def _wrong(key: str, value: object, hint: str) -> SettingsError:
    return SettingsError(f"mkdocs.yml: 'dossier: {key}' is {value!r}", hint=hint)
