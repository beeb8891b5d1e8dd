"""A normal run for a benchmark: a folder of seeds through the pipeline, and the dossier.json that comes of it."""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.export import machine_view
from generator.pipeline import build_dossier
from generator.prepare import Workshop
from generator.progress import silent
from generator.settings import settings_from


def run(seeds: Path, block: Mapping[str, object]) -> dict[str, Any]:
    """Return the dossier.json of a folder of seeds; files that are no documents do no harm.

    Args:
        seeds: The folder; it is copied.
        block: The plugin's block of mkdocs.yml.
    """
    settings = settings_from(block, title="Bench", description="", directory_urls=True)
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(seeds, Path(folder, "seeds"))
        dossier = build_dossier(Workshop(Path(folder), settings, silent))
        view: dict[str, Any] = json.loads(machine_view(dossier, settings))
        return view


def score(gold: Path, command: str, view: Mapping[str, Any], *more: str) -> str:
    """Return the line that score.py says of a dossier.json."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "dossier.json")
        path.write_text(json.dumps(view), "utf-8")
        arguments = [sys.executable, str(gold / "score.py"), command, str(path), *more]
        done: subprocess.CompletedProcess[str] = subprocess.run(arguments, capture_output=True, text=True, check=True)
        return done.stdout
