"""How good keywords are beside those that readers gave, and how fast they come."""

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.model import Document
from generator.prepare import collector_at_rest
from generator.settings import Engine, Ranking
from generator.understand.keywords.keywords import Method, find_candidates
from tests.bench.figures import Figure
from tests.bench.runs import run, score, texts

_REACH = {"fr": 41.0, "en": 18.0}
_SPEED = {Engine.YAKE: 50.0, Engine.YAKE_RUST: 180.0}
_MOST = 20  # keywords of a briefing
_ROUNDS = 3  # of which the fastest counts: the others met the work of other programs


def figures(gold: Path) -> Iterator[Figure]:
    """Yield every figure."""
    for engine in Engine:
        documents: list[Document] = []
        for language, reach in _REACH.items():
            made = run(texts(gold / "keywords" / language), {"engine": str(engine)})
            yield Figure(f"{engine}: keywords {language}, F1@10", score(gold, made, "keywords", language), reach, ">=")
            documents += (briefing.document for briefing in made.dossier.briefings)
        yield Figure(f"{engine}: keywords, documents a second", _speed(documents, engine), _SPEED[engine], ">=")


def _speed(documents: Sequence[Document], engine: Engine) -> float:
    """Return how many documents are searched in a second of one core; what loads first is loaded before."""
    method = Method(engine, Ranking.NEWS, _MOST)
    spent = []
    for _ in range(_ROUNDS + 1):
        start = time.process_time()
        with collector_at_rest():
            for document in documents:
                find_candidates(document, method)
        spent.append(time.process_time() - start)
    return len(documents) / min(spent[1:])
