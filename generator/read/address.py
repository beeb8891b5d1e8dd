"""The address of a page: from the seed's path alone, so that it survives every change of title."""

import hashlib
from pathlib import PurePosixPath

from generator.text import slug

_LONGEST = 120  # bytes; file systems take 255, and the writer and MkDocs add to it


def address(path: str) -> str:
    """Return the id of the seed at a path: its parts as a slug; without any letter, or too long, with a short hash."""
    place = slug(PurePosixPath(path).with_suffix("").as_posix())
    if place and len(place.encode()) <= _LONGEST:
        return place
    digest = hashlib.sha256(path.encode()).hexdigest()[:12]
    start = place.encode()[: _LONGEST - 20].decode("utf-8", "ignore").rstrip("-")
    return f"{start}-{digest}" if start else digest
