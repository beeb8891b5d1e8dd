"""The files beside the pages at the root of a site."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from generator.export.citations import csl_json, ris
from generator.export.machine import machine_view
from generator.model import Dossier
from generator.settings import Settings

FILES: Mapping[str, Callable[[Dossier, Settings], str]] = MappingProxyType(
    {
        "dossier.json": machine_view,
        "citations.json": lambda dossier, _settings: csl_json(dossier),
        "citations.ris": lambda dossier, _settings: ris(dossier),
    }
)
