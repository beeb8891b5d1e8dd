"""A normal run for a benchmark: seeds through the pipeline, and the dossier.json that comes of it."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.export import machine_view
from generator.model import Dossier
from generator.pipeline import build_dossier
from generator.prepare import Workshop
from generator.progress import silent
from generator.settings import settings_from

Seeds = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """A dossier, and its dossier.json."""

    dossier: Dossier
    text: str

    @property
    def view(self) -> dict[str, Any]:
        """Return what dossier.json holds."""
        found: dict[str, Any] = json.loads(self.text)
        return found


def texts(folder: Path) -> Seeds:
    """Return the plain texts in a folder, and in those in it, by path."""
    paths = sorted(folder.rglob("*.txt"))
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8", "replace") for path in paths}


def run(seeds: Seeds, block: Mapping[str, object]) -> Run:
    """Make the dossier of some seeds, by path, with the plugin's block of mkdocs.yml."""
    settings = settings_from(block, title="Bench", description="", directory_urls=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in seeds.items():
            path = Path(folder, "seeds", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        dossier = build_dossier(Workshop(Path(folder), settings, silent))
    return Run(dossier, machine_view(dossier, settings))


def score(gold: Path, made: Run, command: str, *more: str) -> float:
    """Return the last figure in what score.py says of a dossier.json."""
    with tempfile.TemporaryDirectory() as folder:
        view = Path(folder, "dossier.json")
        view.write_text(made.text, "utf-8")
        arguments = [sys.executable, str(gold / "score.py"), command, str(view), *more]
        done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])
