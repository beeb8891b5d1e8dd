"""The seeds folder: which files are seeds, which are corrections, and which cannot be read (the wing's only I/O)."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from generator.errors import SeedError, SettingsError, YamlError
from generator.model import Corrections, Problem, Seed, SeedFile, Unread
from generator.read import sidecar, sniff

VOCABULARY = "topics.yml"
ABOUT = "about.md"
_SIDECAR = ".yml"
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Found:
    """What a seeds folder holds; everything is sorted by path."""

    files: tuple[SeedFile, ...]
    vocabulary: str
    unread: tuple[Unread, ...]
    problems: tuple[Problem, ...]


def find_seeds(folder: Path, megabytes: int) -> Found:
    """List every seed under a folder, with the sidecar beside it; hidden files and `about.md` are no seeds.

    Args:
        folder: Where they are.
        megabytes: A larger file is unread.

    Raises:
        SettingsError: The folder does not exist.
        YamlError: `topics.yml` is no UTF-8 text, or a link out of the folder.
    """
    if not folder.is_dir():
        raise SettingsError(
            f"the seeds folder '{folder.name}' does not exist", hint="create it, and put your documents in it"
        )
    files = {path.relative_to(folder).as_posix(): path for path in _files(folder)}
    sidecars = {name for name, path in files.items() if path.suffix == _SIDECAR and name != VOCABULARY}
    documents = sorted(files.keys() - sidecars - {VOCABULARY, ABOUT})
    found = [_listed(folder, name, megabytes) for name in documents]
    orphans = sorted(sidecars - {_beside(name) for name in documents})
    return Found(
        files=tuple(entry for entry in found if isinstance(entry, SeedFile)),
        vocabulary=_vocabulary(folder) if VOCABULARY in files else "",
        unread=tuple(entry for entry in found if isinstance(entry, Unread)),
        problems=(*_empty(files), *(_orphan(name) for name in orphans)),
    )


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and (path.is_symlink() or not path.is_dir()):
            yield path


def _beside(name: str) -> str:
    return PurePosixPath(name).with_suffix(_SIDECAR).as_posix()


def load(folder: Path, file: SeedFile) -> Seed:
    """Return a listed file with its bytes.

    Raises:
        OSError: It cannot be read any more.
    """
    return Seed(file.path, (folder / file.path).read_bytes(), file.corrections)


def load_about(folder: Path) -> bytes:
    """Return the bytes of the editor's words on the whole dossier; none where there is no such file.

    Raises:
        SeedError: It cannot be read.
    """
    path = folder / ABOUT
    if not path.exists() and not path.is_symlink():
        return b""
    refusal = _refusal(folder, ABOUT)
    try:
        if refusal or path.stat().st_size > _MEGABYTE:
            what, _, hint = (refusal or "it has more than a megabyte; shorten it").partition("; ")
            raise SeedError(what, hint=hint)
        return path.read_bytes()
    except OSError as error:
        raise SeedError(f"it cannot be read: {error.strerror}", hint="mend its permissions") from error


def _listed(folder: Path, name: str, megabytes: int) -> SeedFile | Unread:
    why_not = _refusal(folder, name)
    if why_not:
        return Unread(name.encode("utf-8", "backslashreplace").decode(), why_not)
    path = folder / name
    try:
        sniff.refuse_media(name)
        size = path.stat().st_size
        if size > megabytes * _MEGABYTE:
            big = f"it has {size / _MEGABYTE:,.0f} megabytes, and the limit is {megabytes}"
            return Unread(name, f"{big}; split it, or raise 'limits: megabytes' in mkdocs.yml")
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
        return SeedFile(name, size, digest, _corrections(folder, _beside(name)))
    except SeedError as error:
        return Unread(name, f"{error.message}; {error.hint}")
    except OSError as error:
        return Unread(name, f"it cannot be read: {error.strerror}; mend its permissions")


def _refusal(folder: Path, name: str) -> str:
    """Return why a file is not even opened, and what to do about it; empty where it may be."""
    path = folder / name
    if not _is_unicode(name):
        return "its name is no text in UTF-8; rename it"
    if not _is_inside(folder, path):
        return "it is a link to a file outside the seeds folder; put a copy in its place"
    if not path.is_file():
        return "it is a link that leads nowhere, or no ordinary file; put the document in its place"
    if path.suffix == ".yaml":
        return f"corrections end in {_SIDECAR}; rename it to {_beside(path.name)}"
    return ""


def _corrections(folder: Path, name: str) -> Corrections:
    if not (folder / name).is_file():
        return Corrections()
    try:
        return sidecar.parse(_text(folder, name), name)
    except YamlError as error:
        return Corrections(path=name, error=error.message, hint=error.hint)


def _vocabulary(folder: Path) -> str:
    try:
        return _text(folder, VOCABULARY)
    except YamlError as error:  # unlike a sidecar's, this error is not told as a problem of a seed in the folder
        raise YamlError(f"{folder.name}/{error.message}", hint=error.hint) from error


def _text(folder: Path, name: str) -> str:
    if not _is_inside(folder, folder / name):
        raise YamlError(f"{name}: it is a link to a file outside the seeds folder", hint="put a copy in its place")
    try:
        return (folder / name).read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise YamlError(f"{name}: this is not UTF-8 text (byte {error.start})", hint="save it as UTF-8") from error
    except OSError as error:
        raise YamlError(f"{name}: it cannot be read: {error.strerror}", hint="mend its permissions") from error


def _is_unicode(name: str) -> bool:
    """Say whether a name can be written down: what is no UTF-8 in a file system comes as lone surrogates."""
    return not any("\ud800" <= sign <= "\udfff" for sign in name)


def _is_inside(folder: Path, path: Path) -> bool:
    return path.resolve().is_relative_to(folder.resolve())


def _orphan(name: str) -> Problem:
    return Problem(name, "this file corrects a seed that is not there", "rename it after its seed, or delete it")


def _empty(names: Iterable[object]) -> Iterator[Problem]:
    if not list(names):
        yield Problem("", "the folder is empty", "put documents in it: text, HTML, mail, Word, PDF and more are read")
