"""The address of a page: from the seed's path alone, so that it survives every change of title."""

import hashlib
from pathlib import PurePosixPath

from generator.text import slug


def address(path: str) -> str:
    """Return the id of the seed at a path: its parts as a slug; of a path without any letter, a short hash."""
    return slug(PurePosixPath(path).with_suffix("").as_posix()) or hashlib.sha256(path.encode()).hexdigest()[:12]
