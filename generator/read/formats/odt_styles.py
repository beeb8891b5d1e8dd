"""What the styles of OpenDocument say of a paragraph or a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.read.common import markup
from generator.read.common.markup import Element
from generator.read.common.office import number
from generator.read.formats.docx_styles import Look, named

_DEEPEST = 20  # styles that rest on each other


@dataclass(frozen=True, slots=True)
class Counting:
    """How a level of a list is counted: the form is empty for bullets."""

    form: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1


@dataclass(frozen=True, slots=True)
class _Style:
    shown: str
    parent: str


class Styles:
    """The styles of a document by their names: those of styles.xml, and the nameless ones of content.xml."""

    def __init__(self, roots: Sequence[Element]) -> None:
        self._styles: dict[str, _Style] = {}
        self._lists: dict[str, dict[int, Counting]] = {}
        self._hidden: set[str] = set()
        for root in roots:
            for part in root:
                if markup.name(part) in {"styles", "automatic-styles"}:
                    self._gather(part)

    def _gather(self, part: Element) -> None:
        for style in part:
            name = markup.value(style, "name")
            if markup.name(style) == "style" and markup.value(style, "family") == "paragraph":
                # LibreOffice writes the space of "Text body" as `_20_`, and gives the true name beside it.
                shown = markup.value(style, "display-name") or name.replace("_20_", " ")
                self._styles[name] = _Style(shown.lower(), markup.value(style, "parent-style-name"))
            elif markup.name(style) == "style":
                own = markup.child(style, "text-properties")
                if own is not None and markup.value(own, "display") == "none":
                    self._hidden.add(name)
            elif markup.name(style) == "list-style":
                self._lists[name] = {
                    number(markup.value(level, "level"), 10): _counting(level)
                    for level in style
                    if markup.name(level) == "list-level-style-number"
                }

    def look(self, style: str) -> Look:
        """Return what a style makes of a paragraph."""
        for _ in range(_DEEPEST):
            known = self._styles.get(style, _Style(style.replace("_20_", " ").lower(), ""))
            look = named(known.shown, "")
            if look:
                return look
            style = known.parent
            if not style:
                break
        return Look()

    def hides(self, style: str) -> bool:
        """Say whether words of a style are not shown."""
        return style in self._hidden

    def counting(self, style: str, level: int) -> Counting:
        """Return how a level of a list, from 1, is counted."""
        return self._lists.get(style, {}).get(level, Counting())


def _counting(level: Element) -> Counting:
    form = markup.value(level, "num-format")
    prefix, suffix = markup.value(level, "num-prefix")[:10], markup.value(level, "num-suffix")[:10]
    return Counting(form, prefix, suffix, number(markup.value(level, "start-value") or "1", 99_999))
