"""Sheets of positioned words in, pieces of text out: what a reader of a printed page does without thinking.

The words of a sheet stand where they were printed, and nothing else is known of them. `order.py` finds columns and
lines, `furniture.py` the running heads, `paragraphs.py` what lines belong together, `joining.py` makes a text of
them, and `pieces.py` tells headings, lists and tables. All of it is pure; `formats/pdf.py` brings the words.
"""

from generator.read.sheets.pieces import pieces
from generator.read.sheets.sheet import Sheet, Word

__all__ = ["Sheet", "Word", "pieces"]
