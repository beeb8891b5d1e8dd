"""How good keywords are, and how fast they come: figures for `make bench-understanding`.

The folder of gold data holds `keywords/fr` and `keywords/en`: documents with the keywords of their readers. It is no
part of this project.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from generator.export import machine_view
from generator.model import Document
from generator.pipeline import build_dossier
from generator.prepare import Workshop
from generator.settings import Engine, Settings, settings_from
from generator.understand import Method, describe
from tests.bench.figures import Figure

_F1 = "F1@10"
_REACH = {"fr": 41.0, "en": 18.0}
_SPEED = {Engine.YAKE: 50.0, Engine.YAKE_RUST: 180.0}
_ROUNDS = 3  # of which the fastest counts: the others met the work of other programs


@dataclass(frozen=True, slots=True)
class _Shelf:
    """What a normal run made of the documents of a language: its dossier.json, and the documents as they were read."""

    view: str
    documents: tuple[Document, ...]


def figures(gold: Path) -> Iterator[Figure]:
    """Yield every figure."""
    for engine in Engine:
        shelves = {language: _shelf(gold / "keywords" / language, engine) for language in _REACH}
        for language, shelf in shelves.items():
            yield Figure(
                f"{engine}: keywords {language}, {_F1}", _score(gold, language, shelf.view), _REACH[language], ">="
            )
        documents = tuple(document for shelf in shelves.values() for document in shelf.documents)
        yield Figure(f"{engine}: keywords, documents a second", _speed(documents, engine), _SPEED[engine], ">=")


def _shelf(folder: Path, engine: Engine) -> _Shelf:
    settings = _settings(engine)
    with tempfile.TemporaryDirectory() as root:
        seeds = Path(root, "seeds")
        seeds.mkdir()
        for path in sorted(folder.glob("*.txt")):
            shutil.copy(path, seeds)
        dossier = build_dossier(Workshop(Path(root), settings, _quiet))
    return _Shelf(machine_view(dossier, settings), tuple(briefing.document for briefing in dossier.briefings))


def _quiet(_label: str, _total: int) -> AbstractContextManager[Callable[[], None]]:
    return nullcontext(lambda: None)


def _score(gold: Path, language: str, view: str) -> float:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "dossier.json")
        path.write_text(view, "utf-8")
        command = [sys.executable, str(gold / "score.py"), "keywords", str(path), language]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout.rpartition(_F1)[2])


def _speed(documents: tuple[Document, ...], engine: Engine) -> float:
    """Return how many documents are described in a second of one core; what loads first is loaded before."""
    settings = _settings(engine)
    method = Method(settings.engine, settings.ranking, settings.keywords)
    spent = []
    for _ in range(_ROUNDS + 1):
        start = time.process_time()
        for document in documents:
            describe(document, method)
        spent.append(time.process_time() - start)
    return len(documents) / min(spent[1:])


def _settings(engine: Engine) -> Settings:
    return settings_from({"engine": str(engine)}, title="Bench", description="", directory_urls=True)
