"""What holds within a group of RTF, and ends with it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from generator.read.common.office import number
from generator.read.formats import rtf_codes as codes
from generator.read.formats.rtf_blocks import Blocks

_TARGET = re.compile(
    r'\s{0,99}HYPERLINK\s{1,99}(?:\\[a-z]\s{1,99})?(?:"([^"]{1,4000})"|([^\s"\\]{1,4000}))', re.IGNORECASE
)


class Into(StrEnum):
    """Where the words of a group go."""

    TEXT = "text"
    NOWHERE = "nowhere"
    FONTS = "fonts"
    STYLES = "styles"
    INFO = "info"
    CODE = "code"
    MARK = "mark"


@dataclass(slots=True)
class Field:
    """A field such as a link: its instruction, gathered before its result."""

    code: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """What holds within a group, and ends with it."""

    into: Into
    blocks: Blocks
    codec: str
    name: str = ""
    fallback: int = 1
    url: str = ""
    field: Field | None = None
    style: int = -1
    outline: str = ""
    is_hidden: bool = False
    is_deleted: bool = False
    is_in_table: bool = False
    outer: Into = Into.NOWHERE

    def turned(self, word: str, count: str) -> "State":
        """Return what holds after a word that is a property, such as `v0`."""
        change = _CHANGES.get(word)
        return change(self, count) if change else self

    def skipped(self) -> "State":
        """Return what holds in a group whose text is none."""
        return replace(self, into=Into.NOWHERE)

    def grouped(self, word: str) -> "State | None":
        """Return what holds in a group that a word opens; None where the word opens none."""
        into = INTO.get(word)
        if into is not None and (word not in codes.INFO or self.into is Into.INFO):
            return replace(self, into=into, name=word if word in codes.INFO else "")
        if word == "field":
            return replace(self, field=Field())
        if word == "fldrslt":
            return replace(self, url=_target(self.field) or self.url)
        if word == "upr":  # the same twice: as old programs read it, and as new ones do
            return replace(self, into=Into.NOWHERE, outer=self.into)
        if word == "ud":
            return replace(self, into=self.outer)
        return replace(self, is_hidden=True) if word in codes.HIDDEN else None


INTO: Mapping[str, Into] = MappingProxyType({
    "fonttbl": Into.FONTS,
    "stylesheet": Into.STYLES,
    "info": Into.INFO,
    "fldinst": Into.CODE,
    **dict.fromkeys(codes.MARKS, Into.MARK),
    **dict.fromkeys(codes.INFO, Into.INFO),
})  # fmt: skip
_CHANGES: Mapping[str, Callable[[State, str], State]] = MappingProxyType({
    "uc": lambda now, count: replace(now, fallback=number(count, 9)),
    "plain": lambda now, _: replace(now, codec="", is_hidden=False, is_deleted=False),
    "v": lambda now, count: replace(now, is_hidden=count != "0"),
    "deleted": lambda now, count: replace(now, is_deleted=count != "0"),
    "pard": lambda now, _: replace(now, style=-1, outline="", is_in_table=False),
    "s": lambda now, count: replace(now, style=number(count, 99_999)),
    "outlinelevel": lambda now, count: replace(now, outline=count if count.isdigit() else ""),
    "intbl": lambda now, _: replace(now, is_in_table=True),
})  # fmt: skip


def _target(field: Field | None) -> str:
    found = _TARGET.match(field.code) if field else None
    return (found[1] or found[2]) if found else ""
