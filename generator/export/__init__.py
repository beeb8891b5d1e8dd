"""A Dossier for other programs, and for an editor who asks why."""

from generator.export.explain import explain
from generator.export.files import FILES
from generator.export.machine import machine_view
from generator.export.previews import previews
from generator.export.topics import suggestion_list, topic_list

__all__ = ["FILES", "explain", "machine_view", "previews", "suggestion_list", "topic_list"]
