"""Briefings of seeds that have not changed, kept between runs (the only importer of msgspec).

An entry is named after everything it depends on, the code included, so that it is right or not there.
"""

import functools
import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources
from importlib.metadata import version
from pathlib import Path

import msgspec

from generator.model import Briefing, Seed

_CODE = ("model", "text.py", "locales.py", "yaml_file.py", "read", "understand", "words")
_LIBRARIES = ("babel", "charset-normalizer", "markdown-it-py", "py3langid", "yake")


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of briefings; it may be deleted at any time."""

    folder: Path

    def get(self, key: str) -> Briefing | None:
        """Return the briefing under a key; None where there is none, or none that can be understood."""
        try:
            return msgspec.json.decode((self.folder / f"{key}.json").read_bytes(), type=Briefing)
        except (OSError, msgspec.DecodeError):
            return None

    def put(self, key: str, briefing: Briefing) -> None:
        """Keep a briefing; a full or read-only disk costs the next run its head start, no more."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / ".gitignore").write_text("*\n")
            half = self.folder / f"{key}.half"
            half.write_bytes(msgspec.json.encode(briefing))
            half.replace(self.folder / f"{key}.json")
        except OSError:
            return

    def keep_only(self, keys: Iterable[str]) -> None:
        """Delete what this run had no use for."""
        wanted = {f"{key}.json" for key in keys}
        for path in self.folder.glob("*.json"):
            if path.name not in wanted:
                with suppress(OSError):
                    path.unlink()


def key(seed: Seed, languages: tuple[str, ...], keywords: int) -> str:
    """Return the name of everything that the briefing of a seed depends on."""
    parts = [_fingerprint(), seed.path, seed.sha256, seed.corrections, languages, keywords]
    return hashlib.sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()


@functools.cache
def _fingerprint() -> str:
    """Return a hash of the code and the word lists that make a briefing, and the versions of their libraries."""
    root = Path(str(resources.files("generator")))
    files = [path for name in _CODE for path in (root / name, *(root / name).rglob("*"))]
    digest = hashlib.sha256(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
    for path in sorted(path for path in files if path.suffix in {".py", ".yml"}):
        digest.update(path.read_bytes())
    return digest.hexdigest()
