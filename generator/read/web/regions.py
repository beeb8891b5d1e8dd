"""What the elements of a page say that the text in them is, by name, role and class."""

import functools
import re
from enum import StrEnum

from generator.read.common.markup import Element


class Region(StrEnum):
    """A part of a page that is not its article."""

    HIDDEN = "hidden"
    FRAME = "frame"
    BESIDE = "beside"


# Controls, and what is shown only where a picture or a player is not. In the midst of a line they do not end it.
HIDDEN_TAGS = frozenset([
    "noscript", "select", "datalist", "textarea", "button", "object", "canvas", "svg", "video", "audio", "iframe",
    "noframes", "noembed", "embed", "applet",
])  # fmt: skip
_FRAME_TAGS = frozenset({"nav", "footer", "aside", "dialog", "search"})
_FRAME_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar",
    "tablist", "toolbar", "alert",
})  # fmt: skip
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
# In classes and ids, in the English that authors of themes use the world over. Left out is what also marks text:
# `teaser` is the lead of many news pages, `tag-…` names the subject of a post, `…-widget` any part of some themes.
_BESIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|share|sharing|social|nav|menu|promo|adverts?|ads?|tags|tag-?(?:list|cloud|links)"
    r"|pager)(?![a-z])|(?:^|\s)widget(?![a-z])"
    r"|comment-?list|disqus|related|newsletter|sharedaddy|cookie|consent|gdpr|breadcrumb|sidebar|pagination|navbar"
    r"|navigation|advertisement|recommended|author-?(?:box|bio|info)|subscribe",
    re.IGNORECASE,
)
_LONGEST = 1000  # characters of an attribute that are looked at
_NOT_BESIDE = frozenset({"html", "body", "main", "article"})


def region_of(element: Element, tag: str) -> Region | None:
    """Return what an element says of itself; None where it says nothing."""
    if is_hidden(element, tag):
        return Region.HIDDEN
    if tag in _FRAME_TAGS or element.get("role") in _FRAME_ROLES:
        return Region.FRAME
    named = f"{element.get('class', '')} {element.get('id', '')}"
    return Region.BESIDE if tag not in _NOT_BESIDE and _is_beside(named[:_LONGEST]) else None


def is_hidden(element: Element, tag: str) -> bool:
    """Say whether a reader of the page does not see an element, or not as text."""
    if tag in HIDDEN_TAGS:
        return True
    style = element.get("style")
    return element.get("hidden") is not None or bool(style and _HIDDEN_STYLE.search(style[:_LONGEST]))


@functools.lru_cache(maxsize=4096)
def _is_beside(named: str) -> bool:
    return bool(_BESIDE.search(named))
