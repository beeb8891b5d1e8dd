"""A Dossier to the print edition: a book, and a sheet for each briefing and topic, set by Typst.

The way of the data: Dossier, views (`edition.py`), JSON, the templates (`templates/*.typ`), PDF. Text of a seed is
never markup: it reaches a template as a JSON string, and the page as `text(string)`.
"""

from generator.printing.selection import Selection, select, undated
from generator.printing.sheets import Press, Sheet, book, briefing_sheets, press_for, topic_sheets, wanted_pieces
from generator.printing.typesetter import Typesetter, fingerprint, typesetter

__all__ = [
    "Press",
    "Selection",
    "Sheet",
    "Typesetter",
    "book",
    "briefing_sheets",
    "fingerprint",
    "press_for",
    "select",
    "topic_sheets",
    "typesetter",
    "undated",
    "wanted_pieces",
]
