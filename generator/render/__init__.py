"""From a Dossier to Markdown pages."""

from generator.render.pages import render
from generator.render.pictures import Pictures

__all__ = ["Pictures", "render"]
