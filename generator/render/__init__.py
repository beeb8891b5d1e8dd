"""From a Dossier to Markdown pages."""

from generator.render.indexes.briefings import is_table, table_data
from generator.render.pages import render

__all__ = ["is_table", "render", "table_data"]
