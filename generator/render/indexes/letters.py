"""Lists from A to Z."""

from collections import defaultdict
from collections.abc import Iterable

from generator.render.names import Group, Link
from generator.text import fold, slug

_IDEOGRAPHS = "\u3400", "\u9fff"  # thousands of first signs: one heading for all of them, a sign that says "characters"


def letters(links: Iterable[Link]) -> tuple[Group, ...]:
    """Return links under the first letters of their texts, without accents; what begins with no letter comes first."""
    groups: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        groups[_letter(link.text)].append(link)
    return tuple(Group(letter, f"letter-{slug(letter) or 'other'}", tuple(groups[letter])) for letter in sorted(groups))


def _letter(text: str) -> str:
    first = fold(text)[:1].upper()
    if _IDEOGRAPHS[0] <= first <= _IDEOGRAPHS[1]:
        return "字"
    return first if first.isalpha() else "#"
