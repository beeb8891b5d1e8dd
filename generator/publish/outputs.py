"""What is written beside the pages of a site after each build, for programs and for scripts: a line each."""

from collections.abc import Mapping
from pathlib import Path

from generator.export import FILES, previews
from generator.model import Dossier
from generator.render import table_data
from generator.settings import Settings


def write_outputs(dossier: Dossier, settings: Settings, site: Path) -> None:
    """Write everything that is made of a dossier without its pages into the folder of the site."""
    _write({name: text(dossier, settings) for name, text in FILES.items()}, site)
    _write({"briefings.json": table_data(dossier, settings)}, site)
    _write(previews(dossier), site)


def _write(texts: Mapping[str, str], site: Path) -> None:
    """Write files by path. MkDocs has emptied the folder, so that there is nothing to compare them with."""
    for folder in sorted({(site / path).parent for path in texts}):
        folder.mkdir(parents=True, exist_ok=True)
    for path, text in texts.items():
        (site / path).write_bytes(text.encode())
