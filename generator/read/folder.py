"""The seeds folder: which files are seeds, which are corrections, and which cannot be read (the wing's only I/O)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import SettingsError, YamlError
from generator.model import Corrections, Problem, Seed, Unread
from generator.read import sidecar
from generator.read.address import address
from generator.read.formats import reader_for

VOCABULARY = "topics.yml"
_SIDECAR = ".yml"


@dataclass(frozen=True, slots=True)
class Found:
    """What a seeds folder holds; everything is sorted by path."""

    seeds: tuple[Seed, ...]
    vocabulary: str
    unread: tuple[Unread, ...]
    problems: tuple[Problem, ...]


def find_seeds(folder: Path) -> Found:
    """Read every seed under a folder, with the sidecar beside it; hidden files are no seeds.

    Raises:
        SettingsError: The folder does not exist or is not readable.
    """
    if not folder.is_dir():
        raise SettingsError(
            f"the seeds folder '{folder.name}' does not exist", hint="create it, and put your documents in it"
        )
    paths = sorted(_files(folder), key=lambda path: path.relative_to(folder).as_posix())
    names = {path: path.relative_to(folder).as_posix() for path in paths}
    sidecars = {name: path for path, name in names.items() if path.suffix == _SIDECAR and name != VOCABULARY}
    seeds: list[Seed] = []
    unread: list[Unread] = []
    taken: dict[str, str] = {}
    used: set[str] = set()
    for path, name in names.items():
        if name in sidecars or name == VOCABULARY:
            continue
        beside = Path(name).with_suffix(_SIDECAR).as_posix()
        used.add(beside)
        found = _seed(folder, path, name, sidecars.get(beside))
        if isinstance(found, Seed) and address(name) in taken:
            first = taken[address(name)]
            found = Unread(name, f"it would share the address '{address(name)}' with {first}; rename one of the two")
        if isinstance(found, Seed):
            taken[address(name)] = name
            seeds.append(found)
        else:
            unread.append(found)
    orphans = [_orphan(name) for name in sidecars if name not in used]
    return Found(tuple(seeds), _vocabulary(folder), tuple(unread), (*_empty(names), *orphans))


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and (path.is_symlink() or not path.is_dir()):
            yield path


def _seed(folder: Path, path: Path, name: str, beside: Path | None) -> Seed | Unread:
    if not path.resolve().is_relative_to(folder.resolve()):
        return Unread(name, "it is a link to a file outside the seeds folder; put a copy in its place")
    if not path.is_file():
        return Unread(name, "it is a link that leads nowhere, or no ordinary file; put the document in its place")
    if path.suffix == ".yaml":
        return Unread(name, f"corrections end in {_SIDECAR}; rename it to {path.stem}{_SIDECAR}")
    if reader_for(name) is None:
        return Unread(name, f"there is no reader for {path.suffix or 'files without a suffix'}; save it as .txt or .md")
    try:
        data = path.read_bytes()
        corrections = _corrections(beside, Path(name).with_suffix(_SIDECAR).as_posix())
    except OSError as error:
        return Unread(name, f"it cannot be read: {error.strerror}; mend its permissions")
    return Seed(name, data, corrections)


def _corrections(path: Path | None, name: str) -> Corrections:
    if path is None:
        return Corrections()
    try:
        return sidecar.parse(_text(path, name), name)
    except YamlError as error:
        return Corrections(path=name, error=error.message, hint=error.hint)


def _text(path: Path, name: str) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise YamlError(f"{name}: this is not UTF-8 text (byte {error.start})", hint="save it as UTF-8") from error


def _vocabulary(folder: Path) -> str:
    path = folder / VOCABULARY
    return _text(path, f"{folder.name}/{VOCABULARY}") if path.is_file() else ""


def _orphan(name: str) -> Problem:
    return Problem(name, "this file corrects a seed that is not there", "rename it after its seed, or delete it")


def _empty(names: Iterable[object]) -> Iterator[Problem]:
    if not list(names):
        yield Problem("", "the folder is empty", "put documents in it: .txt and .md are read")
