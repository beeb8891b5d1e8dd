"""The folder of pages on disk: write what differs, remove what was written before, leave a person's pages alone.

What was written is recorded beside the pages in the form of sha256sum, so that a clone knows it too, and
`cd dossier && sha256sum --check .dossier.sha256` tells which pages somebody has changed since.
"""

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import OwnershipError
from generator.model import Page

RECORD = ".dossier.sha256"


@dataclass(frozen=True, slots=True)
class Changes:
    """What would make a folder hold just the pages, each path sorted: to write, to remove, and in the way."""

    write: tuple[str, ...]
    remove: tuple[str, ...]
    blocked: tuple[str, ...]

    @property
    def stale(self) -> tuple[str, ...]:
        """Everything that is not as it should be."""
        return tuple(sorted({*self.write, *self.remove, *self.blocked}))


def compare(pages: Iterable[Page], folder: Path) -> Changes:
    """Compare pages with a folder, changing nothing."""
    owned = _owned(folder)
    texts = {page.path: page.text for page in pages}
    write, blocked = [], []
    for path, text in sorted(texts.items()):
        there = _hash_of(folder / path)
        if there == _hash(text.encode()):
            continue
        write.append(path)
        # Nothing there, or just what was written before: anything else is a person's.
        if there and there != owned.get(path):
            blocked.append(path)
    gone = [path for path in sorted(owned.keys() - texts.keys()) if _hash_of(folder / path) == owned[path]]
    return Changes(tuple(write), tuple(gone), tuple(blocked))


def write(pages: Iterable[Page], folder: Path) -> Changes:
    """Make a folder hold the pages; return what that took.

    Raises:
        OwnershipError: A page that a person wrote or changed is in the way; nothing has been written.
    """
    pages = tuple(pages)
    changes = compare(pages, folder)
    if changes.blocked:
        names = ", ".join(f"{folder.name}/{path}" for path in changes.blocked)
        raise OwnershipError(
            f"{names}: written or changed by a person, in the place of a generated page",
            hint="move it to another name or delete it; to correct a page, edit the .yml beside its seed",
        )
    texts = {page.path: page.text for page in pages}
    try:
        _carry_out(changes, texts, folder)
    except OSError as error:
        where = f"{folder.name}/{Path(error.filename or '').name}"
        raise OwnershipError(
            f"{where}: it cannot be written: {error.strerror}", hint="make room for it, or mend its permissions"
        ) from error
    return changes


def _carry_out(changes: Changes, texts: Mapping[str, str], folder: Path) -> None:
    for path in changes.write:
        _replace(folder / path, texts[path])
    for path in changes.remove:
        (folder / path).unlink()
        _remove_empty(folder, (folder / path).parent)
    record = "".join(f"{_hash(text.encode())}  {path}\n" for path, text in sorted(texts.items()))
    if _hash_of(folder / RECORD) != _hash(record.encode()):
        _replace(folder / RECORD, record)


def owned_pages(folder: Path) -> frozenset[str]:
    """Return the paths of the pages that were written into a folder before."""
    return frozenset(_owned(folder))


def _owned(folder: Path) -> Mapping[str, str]:
    try:
        lines = (folder / RECORD).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    pairs = (line.split("  ", 1) for line in lines)
    # A record that was tampered with must not reach outside the folder.
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2 and _is_inside(folder, pair[1])}  # noqa: PLR2004


def _is_inside(folder: Path, path: str) -> bool:
    return (folder / path).resolve().is_relative_to(folder.resolve())


def _hash(data: bytes) -> str:
    # A checkout may have changed the line ends; that makes nobody the author.
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def _hash_of(path: Path) -> str:
    """Return the hash of a file; empty where there is nothing, "link" or "folder" where there is no file."""
    if path.is_symlink():
        return "link"
    if path.is_dir():
        return "folder"
    return _hash(path.read_bytes()) if path.exists() else ""


def _replace(path: Path, text: str) -> None:
    """Write a file at one stroke: a reader sees the old text or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".half.{os.getpid()}")
    half.write_bytes(text.encode())
    half.replace(path)


def _remove_empty(root: Path, folder: Path) -> None:
    while folder != root and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
