"""How many of the topics that a briefing is about are among the keywords that people gave it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.text import words
from generator.understand.language.stems import stem
from tests.bench.figures import Figure
from tests.bench.runs import run, texts


@dataclass(frozen=True, slots=True)
class Hits:
    """Counts over the pairs of a briefing and a topic that it is about.

    Attributes:
        pairs: All of them.
        same: Those where a form of the topic in the briefing, or its label, is one of the gold keywords, by stems.
        part: Those where one of the two is whole words of the other: topic `Falcon 9`, key `rocket Falcon 9`.
        covered: Briefings with a topic.
        briefings: All of them.
    """

    pairs: int
    same: int
    part: int
    covered: int
    briefings: int


def hits(view: Mapping[str, Any], gold: Mapping[str, Sequence[str]]) -> Hits:
    """Compare the topics of a dossier.json with keywords by the names of the seeds."""
    topics = {topic["id"]: topic for topic in view["topics"]}
    same = part = pairs = covered = 0
    for briefing in view["briefings"]:
        language = briefing["language"]["code"]
        keys = {_key(line, language) for line in gold[Path(briefing["seed"]["path"]).stem]}
        covered += bool(briefing["topics"])
        for topic in briefing["topics"]:
            written = [mention["form"] for mention in briefing["mentions"] if mention["topic"] == topic]
            forms = {_key(form, language) for form in (topics[topic]["label"], *written)}
            pairs += 1
            same += bool(forms & keys)
            part += any(form in key or key in form for form in forms for key in keys)
    return Hits(pairs, same, part, covered, len(view["briefings"]))


def _key(phrase: str, language: str) -> str:
    return f" {' '.join(stem(word, language) for word in words(phrase))} "


def _keys(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8", "replace").splitlines() if line.strip()]


def figures(gold: Path) -> Iterator[Figure]:
    """Yield the shares of the pairs that hit a key and of the briefings with a topic, in French."""
    folder = gold / "keywords" / "fr"
    found = hits(
        run(texts(folder), {"language": "fr"}).view, {path.stem: _keys(path) for path in sorted(folder.glob("*.key"))}
    )
    yield Figure(f"topics: {found.pairs} pairs that hit a key or a part of one", found.part / found.pairs, 0.85, ">=")
    # No goal: people name `Falcon 9` in one text, and in the next `rocket Falcon 9`. A floor, lest it fall unseen.
    yield Figure(f"topics: {found.pairs} pairs that are a key, word for word", found.same / found.pairs, 0.65, ">=")
    yield Figure(f"topics: {found.briefings} briefings with one", found.covered / found.briefings, 0.75, ">=")
