"""What seeds that have not changed came to, kept between runs (the only importer of msgspec).

An entry is named after everything it depends on, the code included, so that it is right or not there.
"""

import functools
import hashlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from importlib import resources
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

import msgspec

_CODE = ("model", "settings.py", "text.py", "locales.py", "yaml_file.py", "read", "understand", "words")
_LIBRARIES = (
    "babel",
    "charset-normalizer",
    "ftfy",
    "lxml",
    "markdown-it-py",
    "py3langid",
    "pypdfium2",
    "pystemmer",
    "trafilatura",
    "wordfreq",
    "yake",
)
_EXTRAS = ("yake-rust",)  # that need not be there
_Kind = TypeVar("_Kind")


@dataclass(frozen=True, slots=True)
class Cache:
    """A folder of values; it may be deleted at any time."""

    folder: Path

    def get(self, key: str, kind: type[_Kind]) -> _Kind | None:
        """Return the value under a key; None where there is none, or none that can be understood."""
        try:
            return msgspec.json.decode((self.folder / f"{key}.json").read_bytes(), type=kind)
        except (OSError, msgspec.DecodeError):
            return None

    def put(self, key: str, value: object) -> None:
        """Keep a value; a full or read-only disk costs the next run its head start, no more."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / ".gitignore").write_text("*\n")
            half = self.folder / f"{key}.half"
            half.write_bytes(msgspec.json.encode(value))
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


def key(*parts: object) -> str:
    """Return the name of everything that a value depends on: the parts given, the code and its libraries."""
    return hashlib.sha256(msgspec.json.encode([_fingerprint(), *parts], order="sorted")).hexdigest()


@functools.cache
def _fingerprint() -> str:
    """Return a hash of the code and the word lists that make a briefing, and the versions of their libraries."""
    root = Path(str(resources.files("generator")))
    files = [path for name in _CODE for path in (root / name, *(root / name).rglob("*"))]
    versions = [*map(version, _LIBRARIES), *map(_version_of_extra, _EXTRAS)]
    digest = hashlib.sha256(" ".join(versions).encode())
    for path in sorted(path for path in files if path.suffix in {".py", ".yml"}):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _version_of_extra(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
