"""Dossier: a folder of raw documents becomes a published, searchable and printable briefing dossier."""

__version__ = "0.1.0"
