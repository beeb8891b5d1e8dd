"""How well and how fast briefings are linked.

All quality comes out of the dossier.json of a run over a folder of seeds; the 10,000 documents for speed are made of
the sentences of `corpus/`, by subject, each as long as one of these.
"""

import pickle
import random
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.model import Block, Briefing, Dossier, Fact, Kind
from generator.text import sentences
from generator.understand import Vocabulary
from generator.understand.links.alike import not_asked
from generator.understand.links.relate import relate
from generator.understand.links.stories import find_stories
from generator.understand.links.texts import read_texts
from generator.understand.topics.spotting import spot
from generator.understand.topics.topics import find_topics
from tests.bench.figures import Figure
from tests.bench.runs import Seeds, run, score, texts

_MANY = 10_000
_COPIES = 400
_FURNITURE = ("Share this article", "Read more", "Subscribe to our newsletter", "Comments (12)", "Privacy policy")


def halves(seeds: Seeds, part: str) -> Seeds:
    """Return each text as two seeds, `-a` and `-b`: the first and the second half of its sentences or paragraphs."""
    found = {}
    for name, text in seeds.items():
        lines = [line for line in text.splitlines() if line.strip()]
        pieces = [(at, piece) for at, line in enumerate(lines) for piece in _pieces(line, part)]
        middle = (len(pieces) + 1) // 2
        for half, own in (("a", pieces[:middle]), ("b", pieces[middle:] or pieces[-1:])):
            whole: dict[int, list[str]] = defaultdict(list)
            for at, piece in own:
                whole[at].append(piece)
            found[f"{name.removesuffix('.txt')}-{half}.txt"] = "\n\n".join(map(" ".join, whole.values()))
    return found


def _pieces(line: str, part: str) -> list[str]:
    return [sentence.text for sentence in sentences(line)] if part == "sentences" else [line]


def found_halves(seeds: Seeds, part: str) -> Iterator[Figure]:
    """Yield how often a first half finds its second: among all second halves, then among all halves of all stories."""
    briefings = run(halves(seeds, part), {"related": 100}).view["briefings"]
    by_path = {entry["seed"]["path"]: entry for entry in briefings}
    paths = {entry["id"]: entry["seed"]["path"] for entry in briefings}
    seconds, everything = [], []
    for path, entry in by_path.items():
        if path.endswith("-a.txt"):
            wanted = path.replace("-a.txt", "-b.txt")
            links = [paths[link["id"]] for link in entry["related"]]
            everything.append(_rank(wanted, links))
            seconds.append(_rank(wanted, [link for link in links if link.endswith("-b.txt")]))
    for label, ranks, first, five in (("second halves", seconds, 0.64, 0.9), ("all halves", everything, 0.45, 0.75)):
        yield Figure(f"halves by {part}: first among {label}", _share(ranks, 1), first, ">=")
        yield Figure(f"halves by {part}: in five among {label}", _share(ranks, 5), five, ">=")


def _rank(wanted: str, links: Sequence[str]) -> int:
    return links.index(wanted) if wanted in links else len(links) + 100


def _share(ranks: Sequence[int], below: int) -> float:
    return sum(rank < below for rank in ranks) / len(ranks)


def copies(seeds: Seeds) -> Seeds:
    """Return perturbed copies: without two fifths of their sentences, or three tenths and with furniture, or a half."""
    lot = random.Random(4)  # noqa: S311 - a sample, not a secret
    found = {}
    for number, name in enumerate(lot.sample(sorted(seeds), _COPIES)):
        pieces = [sentence.text for line in seeds[name].splitlines() for sentence in sentences(line)]
        kept = lot.sample(range(len(pieces)), max(1, round(len(pieces) * (0.6, 0.7, 0.5)[number % 3])))
        lines = [pieces[at] for at in sorted(kept)]
        if number % 3 == 1:
            lines = [*lot.sample(_FURNITURE, 3), *lines, *lot.sample(_FURNITURE, 3)]
        found[f"copies/{name}"] = "\n\n".join(lines)
    return found


def same_story(seeds: Seeds) -> Iterator[Figure]:
    """Yield how many copies are known for what they are, and print every other pair."""
    more = copies(seeds)
    briefings = run({**seeds, **more}, {}).view["briefings"]
    paths = {entry["id"]: entry["seed"]["path"] for entry in briefings}
    titles = {entry["id"]: entry["title"]["text"] for entry in briefings}
    found, false = set(), 0
    for entry in briefings:
        for link in entry["same_story"]:
            one, other = sorted((entry["id"], link["id"]), key=paths.__getitem__)
            if paths[other] == f"copies/{paths[one]}" or paths[one] == f"copies/{paths[other]}":
                found.add(frozenset((one, other)))
            elif one == entry["id"]:
                false += 1
                sides = " | ".join(f"{paths[side]}: {titles[side]:.50}" for side in (one, other))
                print(f"other pair: {link['share']:.2f} {sides}")
    yield Figure("same story: copies found", len(found) / len(more), 0.99, ">=")
    yield Figure("same story: other pairs, listed above", false, float("inf"), "<=")


def many(dossier: Dossier) -> tuple[Briefing, ...]:
    """Return briefings made of sentences of others on their subject, drawn by lot."""
    lot = random.Random(1)  # noqa: S311 - a sample, not a secret
    pieces = {
        briefing.id: [sentence.text for block in briefing.document.blocks for sentence in sentences(block.text)]
        for briefing in dossier.briefings
    }
    pools: dict[str, list[tuple[str, Briefing]]] = defaultdict(list)
    for briefing in dossier.briefings:
        pools[_subject(briefing)].extend((piece, briefing) for piece in pieces[briefing.id])
    made = []
    for number in range(_MANY):
        like = lot.choice(dossier.briefings)
        own = [lot.choice(pools[_subject(like)]) for _ in pieces[like.id]]
        lines = [" ".join(piece for piece, _ in own[at : at + 2]) for at in range(0, len(own), 2)]
        blocks = tuple(Block(Kind.PARAGRAPH, line, f"p{at}") for at, line in enumerate(lines, start=1))
        words = {word.text: word for _, source in own for word in source.keywords if word.text in "\n".join(lines)}
        title = Fact(own[0][0][:90], "first sentence")
        document = replace(like.document, id=f"made-{number:05}", title=title, blocks=blocks)
        made.append(Briefing(document, tuple(words.values())[:20]))
    return tuple(made)


def _subject(briefing: Briefing) -> str:
    return briefing.document.seed.path.split("/")[0]


def speed(dossier: Dossier) -> Iterator[Figure]:
    """Yield what links over many documents cost, each measured in a process of its own that has them in memory."""
    briefings = many(dossier)
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder, "made")
        sightings = [spot(briefing.document) for briefing in briefings]
        kept.write_bytes(pickle.dumps((briefings, find_topics(briefings, sightings, Vocabulary(), "en").topics)))
        for what in ("related", "stories"):
            command = [sys.executable, "-m", "tests.bench.links", f"--{what}", str(kept)]
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            seconds, megabytes = map(float, done.stdout.split())
            yield Figure(f"{what} over {_MANY:,}: CPU seconds", seconds, 10, "<=")
            yield Figure(f"{what} over {_MANY:,}: MB added", megabytes, 400, "<=")


def _peak() -> float:
    """Return the most memory that this program has had, in MB; getrusage counts that of the process it came from."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines())
    return int(status["VmHWM"].split()[0]) / 1024


def measure(what: str, kept: Path) -> None:
    """Print the CPU seconds and the megabytes that one stage takes."""
    briefings, topics = pickle.loads(kept.read_bytes())  # noqa: S301 - written by `speed`
    before, start = _peak(), time.process_time()
    words = read_texts(briefings)
    if what == "--related":
        relate(briefings, words, topics, not_asked(briefings), 5)
    else:
        find_stories(briefings, words)
    spent = time.process_time() - start
    print(spent, _peak() - before)


def figures(gold: Path) -> Iterator[Figure]:
    """Yield every figure."""
    seeds = texts(gold / "corpus")
    made = run(seeds, {})
    yield Figure("related: precision@5", score(gold, made, "related"), 0.93, ">=")
    yield from same_story(seeds)
    yield from speed(made.dossier)
    for part in ("sentences", "paragraphs"):
        yield from found_halves(seeds, part)


if __name__ == "__main__":  # a process of its own, started by `speed`
    measure(sys.argv[1], Path(sys.argv[2]))
