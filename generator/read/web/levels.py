"""HTML that is nested too deep for its parser, brought down to fewer levels with every word of it kept."""

import re
from collections import Counter

DEEPEST = 150  # levels that are kept; libxml2 stops at 255, and drops the rest of the page
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]{0,60})")
_VOID = frozenset([
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
])  # fmt: skip
_CLOSED_BY_NEXT = frozenset({"p", "li", "dt", "dd", "td", "th", "tr", "option"})
_IN_LINE = frozenset(["a", "b", "i", "u", "s", "em", "strong", "font", "span", "small", "big", "sub", "sup", "code"])


def flattened(text: str) -> str:
    """Return HTML without the elements below its deepest level; what was in them stays, ends of blocks end lines.

    One pass from tag to tag. Tags within comments and scripts count as well: at worst, more is flattened.
    """
    levels = _Levels()
    parts: list[str] = []
    at = 0
    while match := _TAG.search(text, at):
        end = text.find(">", match.end())
        if end < 0:
            break
        stand_in = levels.closing if match[1] else levels.opening
        parts += (text[at : match.start()], stand_in(match[2].lower(), text[match.start() : end + 1]))
        at = end + 1
    parts.append(text[at:])
    return "".join(parts)


class _Levels:
    """The elements that are open."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._count: Counter[str] = Counter()

    def opening(self, name: str, tag: str) -> str:
        """Return what stands for the tag that opens an element."""
        if name in _VOID or tag.endswith("/>"):
            return tag
        if name in _CLOSED_BY_NEXT and self._open and self._open[-1] == name:
            self._close()
        self._open.append(name)
        self._count[name] += 1
        return tag if len(self._open) <= DEEPEST else _end(name)

    def closing(self, name: str, tag: str) -> str:
        """Return what stands for the tag that closes an element; nothing where none of its name is open."""
        if not self._count[name]:
            return ""
        while self._open[-1] != name:
            self._close()
        self._close()
        return tag if len(self._open) < DEEPEST else _end(name)

    def _close(self) -> None:
        self._count[self._open.pop()] -= 1


def _end(name: str) -> str:
    return "" if name in _IN_LINE else "<br><br>"
