"""Every seed on its own: read, then described; in parallel, and only where the cache has nothing."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from generator import cache
from generator.cache import Cache
from generator.model import Described, Document, Notice, Reading, SeedFile, Sightings, Unread
from generator.read import load, read, repeated
from generator.settings import Rules, Settings
from generator.understand import Method, describe, require
from generator.workers import Crew, Failure, run

Progress = Callable[[str, int], AbstractContextManager[Callable[[], None]]]
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where a dossier is made: the folder of mkdocs.yml, the settings in it, and who hears of progress."""

    root: Path
    settings: Settings
    progress: Progress

    @property
    def seeds(self) -> Path:
        """The folder of seeds."""
        return self.root / self.settings.seeds

    @property
    def cache(self) -> Cache:
        """What earlier runs have left."""
        return Cache(self.root / ".cache" / "dossier")

    @property
    def memory(self) -> Cache:
        """What was said to an editor that the answer refers to."""
        return Cache(self.root / ".cache" / "said")


@dataclass(frozen=True, slots=True)
class Prepared:
    """The documents in all seeds, described, and what could not be read."""

    described: tuple[Described, ...]
    unread: tuple[Unread, ...]


@dataclass(frozen=True, slots=True)
class ToRead:
    """A file, and the lines that its source is known to repeat."""

    file: SeedFile
    repeated: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stage(Generic[_Task, _Result]):
    """What is done to each of many tasks.

    Attributes:
        label: How it is called.
        job: What is done to one task.
        kind: What comes out.
        lost: What comes out where the job gave nothing, for a reason.
        lasts: Whether what came out will come out of the same task tomorrow.
    """

    label: str
    job: Callable[[_Task], _Result]
    kind: type[_Result]
    lost: Callable[[_Task, str], _Result]
    lasts: Callable[[_Result], bool]


def prepare(files: Sequence[SeedFile], workshop: Workshop) -> Prepared:
    """Return the documents in some files, described; no file, however broken, stops the others.

    Raises:
        SettingsError: The engine is not installed.
    """
    rules, settings = workshop.settings.rules, workshop.settings
    require(settings.engine)
    reading = _Stage("Reading seeds", partial(_read, workshop.seeds, rules), Reading, _unread, _reading_lasts)
    first = {reading_key(ToRead(file), rules): ToRead(file) for file in files}
    readings = _done(first, reading, workshop)
    habits = repeated(document for found in readings.values() for document in found.documents)
    second = {
        reading_key(task, rules): task for file in files if (task := ToRead(file, habits.get(file.path, ()))).repeated
    }
    readings |= _done(second, replace(reading, label="Reading again"), workshop)
    latest = {task.file.path: key for key, task in (first | second).items()}
    method = Method(settings.engine, settings.ranking, settings.keywords)
    tasks = {cache.key("described", key, method): readings[key] for key in latest.values()}
    described = _done(tasks, _describing(method), workshop)
    workshop.cache.keep_only((*first, *second, *tasks))
    return distinct(described.values())


def _describing(method: Method) -> _Stage[Reading, Prepared]:
    return _Stage("Extracting keywords", partial(_describe, method), Prepared, _without_keywords, _prepared_lasts)


def distinct(prepared: Iterable[Prepared]) -> Prepared:
    """Return all of it as one, by path; each address is left to the first that has it."""
    found = list(prepared)
    by_id: dict[str, Described] = {}
    unread = [entry for part in found for entry in part.unread]
    for each in sorted((each for part in found for each in part.described), key=lambda each: each.document.seed.path):
        id_, first = each.document.id, by_id.setdefault(each.document.id, each)
        if first is not each:
            why = f"it would share the address '{id_}' with {first.document.seed.path}; rename one of the two"
            unread.append(Unread(each.document.seed.path, why))
    return Prepared(tuple(by_id.values()), tuple(sorted(unread, key=lambda entry: entry.path)))


def _done(tasks: Mapping[str, _Task], stage: _Stage[_Task, _Result], workshop: Workshop) -> dict[str, _Result]:
    """Return the results of tasks by their keys: from the cache, or fresh and then kept there."""
    done = {key: kept for key in tasks if (kept := workshop.cache.get(key, stage.kind)) is not None}
    missing = [key for key in tasks if key not in done]
    crew = Crew(workshop.settings.workers, workshop.settings.rules.limits.seconds)
    with workshop.progress(stage.label, len(missing)) as step:
        results = run(stage.job, [tasks[key] for key in missing], crew)
        for key, result in zip(missing, results, strict=True):
            if isinstance(result, Failure):
                done[key] = stage.lost(tasks[key], result.reason)
            else:
                done[key] = result
                if stage.lasts(result):
                    workshop.cache.put(key, result)
            step()
    return done


def reading_key(task: ToRead, rules: Rules) -> str:
    """Return the name of everything that a reading depends on."""
    file = task.file
    return cache.key("reading", file.path, file.sha256, file.corrections, rules, task.repeated)


def _read(folder: Path, rules: Rules, task: ToRead) -> Reading:
    try:
        return read(load(folder, task.file), rules, task.repeated)
    except OSError as error:
        return _unread(task, f"it cannot be read: {error.strerror}; mend its permissions")


def _describe(method: Method, reading: Reading) -> Prepared:
    with collector_at_rest():
        return Prepared(tuple(describe(document, method) for document in reading.documents), reading.unread)


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let Python look for cycles after a job, not during it: YAKE makes thousands, a quarter of its time went there."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _reading_lasts(reading: Reading) -> bool:
    return not reading.unread and not any(map(_is_early, reading.documents))


def _prepared_lasts(prepared: Prepared) -> bool:
    return not prepared.unread and not any(_is_early(each.document) for each in prepared.described)


def _is_early(document: Document) -> bool:
    """Say whether a date was refused: it may only have been in the future."""
    return any(notice.code == "date-refused" for notice in document.notices)


def _unread(task: ToRead, why: str) -> Reading:
    return Reading((), (Unread(task.file.path, why),))


def _without_keywords(reading: Reading, why: str) -> Prepared:
    """Keep documents whose keywords could not be extracted; their pages say so."""
    notice = Notice("keywords-skipped", "no_names", (why,))
    nothing = Sightings((), ())
    described = (Described(document, (), "", nothing, (notice,)) for document in reading.documents)
    return Prepared(tuple(described), reading.unread)
