"""Poppler's tools, which read a PDF as its readers do."""

import shutil
import subprocess
from pathlib import Path


def text_of(pdf: Path, *options: str) -> str:
    """Return the text of a PDF, a form feed behind each page."""
    return _run("pdftotext", *options, str(pdf), "-")


def fonts_of(pdf: Path) -> list[str]:
    """Return a line for each font of a PDF, as `pdffonts` says it."""
    return _run("pdffonts", str(pdf)).splitlines()[2:]


def _run(*command: str) -> str:
    assert shutil.which(command[0]), f"{command[0]} is missing: apt-get install poppler-utils"
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
