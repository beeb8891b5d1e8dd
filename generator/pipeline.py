"""The whole story on one screen: a folder of seeds becomes a Dossier, and that becomes pages."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from generator import cache
from generator.cache import Cache
from generator.errors import SeedError
from generator.model import Briefing, Dossier, Page, Seed, Unread
from generator.read import find_seeds, read
from generator.render import render
from generator.settings import Settings
from generator.understand import Vocabulary, describe, understand
from generator.understand.vocabulary import parse

_WORTH_A_POOL = 24  # seeds; starting the workers takes as long as reading about so many
Progress = Callable[[str, int], AbstractContextManager[Callable[[], None]]]


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


def build_dossier(workshop: Workshop) -> Dossier:
    """Read every seed and understand them together.

    Raises:
        SettingsError: There is no folder of seeds.
        VocabularyError: `topics.yml` cannot be understood.
    """
    found = find_seeds(workshop.seeds)
    vocabulary = parse(found.vocabulary, f"{workshop.settings.seeds}/topics.yml") if found.vocabulary else Vocabulary()
    read_ = tuple(_prepare_all(found.seeds, workshop))
    briefings = [briefing for briefing in read_ if isinstance(briefing, Briefing)]
    unread = [*found.unread, *(unread for unread in read_ if isinstance(unread, Unread))]
    unread.sort(key=lambda unread: unread.path)
    return understand(briefings, vocabulary, workshop.settings, unread, found.problems)


def build_pages(dossier: Dossier) -> tuple[Page, ...]:
    """Return the pages of a dossier."""
    return render(dossier)


def prepare(seed: Seed, settings: Settings) -> Briefing | Unread:
    """Return what one seed says; no seed, however broken, stops the others."""
    try:
        return describe(read(seed, settings.languages), settings.keywords)
    except SeedError as error:
        return Unread(seed.path, f"{error.message}; {error.hint}")
    except Exception as error:  # noqa: BLE001 - law 6: a seed that a reader stumbles over is unread, and said to be
        return Unread(seed.path, f"reading it failed ({type(error).__name__}: {error}); please report this")


def _prepare_all(seeds: Iterable[Seed], workshop: Workshop) -> Iterator[Briefing | Unread]:
    """Yield what the cache holds, then the rest as it is read."""
    settings = workshop.settings
    keys = {cache.key(seed, settings.languages, settings.keywords): seed for seed in seeds}
    missing: dict[str, Seed] = {}
    for key, seed in keys.items():
        kept = workshop.cache.get(key)
        if kept is None:
            missing[key] = seed
        else:
            yield kept
    with workshop.progress("Reading seeds", len(missing)) as step:
        fresh = _in_parallel(tuple(missing.values()), settings)
        for key, briefing in zip(missing, fresh, strict=True):
            if isinstance(briefing, Briefing):
                workshop.cache.put(key, briefing)
            step()
            yield briefing
    workshop.cache.keep_only(keys)


def _in_parallel(seeds: tuple[Seed, ...], settings: Settings) -> Iterator[Briefing | Unread]:
    workers = settings.workers or os.cpu_count() or 1
    job = partial(prepare, settings=settings)
    if workers == 1 or len(seeds) < _WORTH_A_POOL:
        yield from map(job, seeds)
        return
    # Spawned, not forked: MkDocs's server has threads by the time it builds again.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(job, seeds, chunksize=8)
