"""The one place where text of a seed becomes harmless: as Markdown, as HTML, as an address.

Markdown is escaped for Python-Markdown (MkDocs) and CommonMark (code hosts, Zensical) at once. Where the two know
different escapes, a character reference serves both. Line ends become spaces: no text leaves its line.
"""

import html
import re
from urllib.parse import quote

from generator.locales import direction

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SPACES = re.compile(r"[^\S\xa0\u202f]+")  # not those that keep words together, as before the colon in French
_NO_PATH = re.compile(r"[^\w./#-]|_")


class Safe(str):
    """Text that is Markdown already; everything else is escaped when a template shows it."""

    __slots__ = ()


def shown(value: object) -> str:
    """Return what a template shows of a value: what is Safe as it is, all else escaped as Markdown."""
    return value if isinstance(value, Safe) else markdown(str(value))


_INLINE = re.compile(
    r"""
      [`*[\\]                                 # code, emphasis, links, footnotes, abbreviations, escapes
    | <                                       # HTML, autolinks, snippets
    | (?<![^\W_])_|_(?![^\W_])                # emphasis, at the edge of a word only
    | &(?=\#|\w+;)                            # a character reference; Python-Markdown adds the `;` to `&#1`
    | [~^]                                    # fences, strike-through, sub- and superscript
    | \{                                      # attributes, macros, critic marks
    | ==|\+\+                                 # marks, keys
    | :(?=[A-Za-z][\w+-]*:)                   # emoji
    """,
    re.VERBOSE,
)
_START = re.compile(
    r"""
      [>#](?=.|$)                             # quotes, headings
    | [-+](?=\s|$)                            # lists
    | -(?=(?:\s*-){2}|-*$)                    # rules, front matter, underlines that make headings
    | =(?==*$)                                # likewise
    | \d+[.)](?=\s|$)                         # numbered lists
    | :(?=\s|::)                              # definitions, generated documentation
    | !!!|\?\?\?|///                          # admonitions, blocks
    """,
    re.VERBOSE,
)
_BACKSLASH = frozenset("`*_[\\>#-+.)]")


def markdown(text: str) -> Safe:
    """Return text that shows as itself within a paragraph, also at its start."""
    line = _line(text)
    start = _START.match(line)
    opening = _opening(start[0]) if start else ""
    rest = line[start.end() :] if start else line
    return Safe(opening + _inline(rest))


def inner(text: str) -> Safe:
    """Return text that shows as itself in the middle of a line, with the spaces at its ends."""
    return Safe(_inline(_SPACES.sub(" ", _CONTROLS.sub("", text))))


def start(text: str) -> Safe:
    """Return text that shows as itself at the start of a line, with the space at its end."""
    return Safe(markdown(text) + (" " if text[-1:].isspace() else ""))


def label(text: str) -> Safe:
    """Return text that shows as itself within the square brackets of a link."""
    # By reference, not `\]`: Python-Markdown takes `[x\]: y](z)` for the definition of a link, and drops the line.
    return Safe(markdown(text).replace("]", "&#93;"))


def cell(text: str) -> Safe:
    """Return text that shows as itself in a cell of a table."""
    return Safe(label(text).replace("|", "&#124;"))


def cell_start(text: str) -> Safe:
    """Return text that shows as itself at the start of a cell of a table, with the space at its end."""
    return Safe(start(text).replace("|", "&#124;"))


def cell_inner(text: str) -> Safe:
    """Return text that shows as itself in the middle of a cell of a table, with the spaces at its ends."""
    return Safe(inner(text).replace("|", "&#124;"))


def heading(text: str) -> Safe:
    """Return text that shows as itself in a heading, whose closing `#` signs would be taken off."""
    line = _line(text)
    bare = line.rstrip("#")
    return Safe(markdown(bare) + (" " if bare[-1:].isspace() else "") + "&#35;" * (len(line) - len(bare)))


def code(text: str) -> Safe:
    """Return text as a fenced block, with a fence longer than any in it."""
    runs = [len(run) for run in re.findall(r"`+", text)]
    fence = "`" * max(3, *(run + 1 for run in runs), 3)
    body = "\n".join(_CONTROLS.sub("", line) for line in text.splitlines())
    return Safe(f"{fence}\n{body}\n{fence}")


def as_html(text: str) -> Safe:
    """Return text that shows as itself between tags and within attributes in double quotes."""
    # A brace opens macros and critic marks also within HTML, for extensions that see the page before the converter.
    return Safe(html.escape(_line(text), quote=False).replace('"', "&quot;").replace("{", "&#123;"))


def spoken(code: str) -> Safe:
    """Return the attributes of an element with a text in a language; none without one."""
    return Safe(f' lang="{as_html(code)}" dir="{direction(code)}"' if code else "")


def before_link(shown: str) -> Safe:
    """Return Markdown that may stand right before a link, which behind a `!` would be a picture."""
    return Safe(f"{shown[:-1]}\\!" if shown.endswith("!") else shown)


def address(url: str) -> Safe:
    """Return a web address for the round brackets of a link; empty for any scheme but http, https and mailto."""
    bare = _line(url).replace(" ", "%20")
    if not re.match(r"(?:https?://|mailto:)", bare, re.IGNORECASE):
        return Safe("")
    return Safe(quote(bare, safe="%/:?#@!$&*+,;=~-._").replace("&", "&amp;").replace("*", "%2A").replace("_", "%5F"))


def target(url: str) -> Safe:
    """Return a web address with the signs around it that let it hold brackets; empty where `address` is."""
    shown = address(url)
    return Safe(f"<{shown}>" if shown else "")


def path(place: str) -> Safe:
    """Return the way to a page of ours for the round brackets of a link: it is made of names that seeds bring."""
    return Safe(_NO_PATH.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), _line(place)))


def _line(text: str) -> str:
    return _SPACES.sub(" ", _CONTROLS.sub("", text)).strip()


def _inline(text: str) -> str:
    return _INLINE.sub(lambda match: "".join(map(_sign, match[0])), text)


def _opening(marks: str) -> str:
    """Escape what opens a block: one sign of it is enough."""
    if marks[-1] in ".)":
        return f"{marks[:-1]}\\{marks[-1]}"
    return "".join(_sign(mark) for mark in marks)


def _sign(sign: str) -> str:
    if sign == "<":
        return "&lt;"
    if sign == "&":
        return "&amp;"
    return f"\\{sign}" if sign in _BACKSLASH else f"&#{ord(sign)};"
