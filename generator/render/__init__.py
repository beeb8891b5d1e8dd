"""From a Dossier to Markdown pages."""

from generator.render.indexes.briefings import is_table, table_data
from generator.render.pages import render
from generator.render.pictures import Pictures

__all__ = ["Pictures", "is_table", "render", "table_data"]
