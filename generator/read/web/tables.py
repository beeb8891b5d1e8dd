"""Tables of HTML: those that hold data, and those that only lay out a page."""

from collections.abc import Iterator

from generator.read.common import markup
from generator.read.common.markup import Element

_CELLS = frozenset({"td", "th"})
_FRAME = frozenset({"table", "thead", "tbody", "tfoot", "tr", "colgroup"})
_LAYOUT = ("h1", "h2", "h3", "h4", "h5", "h6", "table", "pre", "blockquote", "article", "section", "form")
_LONGEST_CELL = 600  # characters; a cell of data says less, a column of a page says more


def is_data(table: Element) -> bool:
    """Say whether a table has rows and columns of short texts, and no word outside its cells."""
    if table.get("role") in {"presentation", "none"} or markup.has(table, *_LAYOUT):
        return False
    rows = list(cells(table))
    if len(rows) < 2 or max(map(len, rows)) < 2:  # noqa: PLR2004 - a single row or column is a frame around text
        return False
    if any(len(markup.text_in(cell)) > _LONGEST_CELL for row in rows for cell in row):
        return False
    return any(markup.text_in(cell).strip() for row in rows for cell in row) and not _strays(table)


def cells(table: Element) -> Iterator[list[Element]]:
    """Yield the rows of a table, each as its cells."""
    for row in markup.descendants(table, "tr"):
        found = [cell for cell in row if markup.name(cell) in _CELLS]
        if found:
            yield found


def _strays(table: Element) -> bool:
    """Say whether there is text between the cells, as in a table that nobody closed."""
    for element in (table, *table.iterdescendants()):
        if markup.name(element) in _FRAME:
            inner = [element.text, *(child.tail for child in element)]
            others = [markup.name(child) for child in element]
            if any(text and text.strip() for text in inner):
                return True
            if any(tag not in _FRAME | _CELLS | {"caption", "col", "script", "style", ""} for tag in others):
                return True
    return False
