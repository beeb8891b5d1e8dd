"""Dossier: a folder of raw documents becomes a published and searchable briefing dossier."""

__version__ = "0.1.0"
