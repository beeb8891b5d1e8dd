"""The blocks of an RTF file as they are gathered: paragraphs, items of lists, rows of tables."""

from generator.model import Kind
from generator.read.common import office, runs
from generator.read.common.runs import Line, Run
from generator.read.content import Piece
from generator.read.formats.docx_styles import Look
from generator.text import squeeze

_BULLETS = "•·▪◦"  # as programs write them that know no lists


class Blocks:
    """What one run of paragraphs holds: the text, a note, a box or a header."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._runs: list[Run] = []
        self._hidden: list[Run] = []
        self._mark: list[str] | None = None
        self._items: list[Line] = []
        self._cell: list[Line] = []
        self._row: list[list[Line]] = []
        self._rows: list[list[list[Line]]] = []
        self._beside: list[Piece] = []

    def done(self) -> tuple[Piece, ...]:
        """Return the blocks; what is still open is closed."""
        self.end(Look())
        self.close()
        return tuple(self._pieces)

    def say(self, text: str, url: str) -> None:
        """Add words to the paragraph."""
        self._runs.append(Run(text, url))

    def hide(self, text: str) -> None:
        """Add words that the document does not show."""
        self._hidden.append(Run(text))

    def mark(self, text: str) -> None:
        """Add to the bullet or number before the paragraph, which makes it an item of a list."""
        self._mark = [*(self._mark or ())[:20], text]

    def stand_beside(self, pieces: tuple[Piece, ...]) -> None:
        """Add blocks that stand beside the paragraph, and are told behind it."""
        self._beside += pieces

    def end(self, look: Look) -> None:
        """End a paragraph outside of a table."""
        told = self._told()
        line = runs.line(told)
        mark = self._taken_mark()
        if self._cell or self._row or self._rows:
            self._end_table()
        bare = line.text.lstrip(_BULLETS).lstrip()
        is_plain = look.kind in {Kind.PARAGRAPH, Kind.QUOTE} and look.aside is None
        if is_plain and (mark is not None or bare != line.text):
            if bare:
                self._items.append(_item(mark or "", _without(line, len(line.text) - len(bare))))
        elif line.text:
            self._end_list()
            self._pieces.append(_block(line, told, look))
        self._tell_beside()

    def end_in_cell(self) -> None:
        """End a paragraph within a cell of a table."""
        line = runs.line(self._told())
        mark = self._taken_mark()
        self._end_list()
        if line.text:
            self._cell.append(_item(mark or "", line))

    def end_cell(self) -> None:
        """End a cell."""
        self.end_in_cell()
        self._row.append(self._cell)
        self._cell = []

    def end_row(self) -> None:
        """End a row; what stands in it behind its last cell is one more."""
        self.end_in_cell()
        if self._cell:
            self.end_cell()
        if self._row:
            self._rows.append(self._row)
            self._row = []

    def close(self) -> None:
        """End what is open around paragraphs."""
        if self._cell or self._row or self._rows:
            self._end_table()
        self._end_list()
        self._tell_beside()

    def _taken_mark(self) -> str | None:
        """Return what stands before the paragraph, None where nothing does."""
        mark, self._mark = self._mark, None
        return None if mark is None else squeeze("".join(mark))

    def _told(self) -> list[Run]:
        gathered, self._runs = self._runs, []
        return [Run(_paired(run.text), run.url) for run in _merged(gathered)]

    def _end_list(self) -> None:
        if self._items:
            self._pieces.append(runs.listed(self._items))
            self._items = []

    def _end_table(self) -> None:
        loose, self._cell = self._cell, []
        if self._row:
            self._rows.append(self._row)
            self._row = []
        rows, self._rows = self._rows, []
        if len(rows) == 1 and len(rows[0]) == 1:  # a frame around a text
            self._pieces += map(runs.paragraph, rows[0][0])
        elif rows:
            whole = office.table([[office.joined(map(runs.paragraph, cell)) for cell in row] for row in rows])
            self._pieces += [whole] if whole else []
        self._pieces += map(runs.paragraph, loose)

    def _tell_beside(self) -> None:
        if self._cell or self._row or self._rows:
            return
        if self._hidden or self._beside:
            self._end_list()
        hidden = runs.line(Run(_paired(run.text)) for run in self._hidden)
        if hidden.text:
            self._pieces.append(office.aside(hidden.text))
        self._pieces += self._beside
        self._hidden, self._beside = [], []


def _item(mark: str, line: Line) -> Line:
    """Return an item with its number; a bullet says nothing."""
    numbered = [Line(mark), line] if any(sign.isalnum() for sign in mark) else [line]
    return office.joined(map(runs.paragraph, numbered))


def _block(line: Line, told: list[Run], look: Look) -> Piece:
    if look.kind is Kind.HEADING:
        return runs.heading(line, look.level)
    if look.kind is Kind.CODE:
        return office.code(told)
    return Piece(look.kind, line.text, links=line.links, aside=look.aside)


def _without(line: Line, count: int) -> Line:
    """Return a line without its first characters."""
    if not count:
        return line
    links = [link for link in line.links if link.start >= count]
    return runs.line(_split(line.text[count:], [(link.start - count, link.end - count, link.url) for link in links]))


def _split(text: str, links: list[tuple[int, int, str]]) -> list[Run]:
    told: list[Run] = []
    at = 0
    for start, end, url in links:
        told += [Run(text[at:start]), Run(text[start:end], url)]
        at = end
    return [*told, Run(text[at:])]


def _merged(gathered: list[Run]) -> list[Run]:
    """Join the runs that lead to one address, so that the two halves of a sign come together."""
    told: list[Run] = []
    parts: list[str] = []
    url = ""
    for run in gathered:
        if run.url != url and parts:
            told.append(Run("".join(parts), url))
            parts = []
        url = run.url
        parts.append(run.text)
    return [*told, Run("".join(parts), url)]


def _paired(text: str) -> str:
    """Put the halves together in which RTF writes signs beyond the first 65,536; private signs say nothing."""
    if not any("\ud800" <= sign <= "\uf8ff" for sign in text):
        return text
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return "".join(" " if "\ue000" <= sign <= "\uf8ff" else sign for sign in whole)
