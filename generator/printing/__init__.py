"""A Dossier to the print edition: a book, and a sheet for each briefing and topic, set by Typst.

The way of the data: Dossier, views (`edition.py`), JSON, the templates (`templates/*.typ`), PDF. Text of a seed is
never markup: it reaches a template as a JSON string, and the page as `text(string)`.
"""

from generator.printing.selection import Selection, select, undated
from generator.printing.sheet import Press, Sheet, press_for
from generator.printing.sheets import WHOLE, book_files, books, briefing_sheets, topic_sheets, wanted_pieces
from generator.printing.typesetter import Fault, attempt, fingerprint, missing, typeset

__all__ = [
    "WHOLE",
    "Fault",
    "Press",
    "Selection",
    "Sheet",
    "attempt",
    "book_files",
    "books",
    "briefing_sheets",
    "fingerprint",
    "missing",
    "press_for",
    "select",
    "topic_sheets",
    "typeset",
    "undated",
    "wanted_pieces",
]
