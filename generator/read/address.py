"""The address of a page: from the seed's path alone, so that it survives every change of title."""

import hashlib
from pathlib import PurePosixPath

from generator.text import slug

_OF_THE_FOLDER = "index"
_LONGEST = 120  # bytes; file systems take 255, and the writer and MkDocs add to it


def address(path: str) -> str:
    """Return the id of the seed at a path: its parts as a slug; with a short hash where that is no good name.

    It is none without any letter, if it is too long, or as `index`, which MkDocs puts in the place of the folder.
    """
    place = slug(PurePosixPath(path).with_suffix("").as_posix())
    if place and place != _OF_THE_FOLDER and len(place.encode()) <= _LONGEST:
        return place
    digest = hashlib.sha256(path.encode()).hexdigest()[:12]
    start = place.encode()[: _LONGEST - 20].decode("utf-8", "ignore").rstrip("-")
    return f"{start}-{digest}" if start else digest
