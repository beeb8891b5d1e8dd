"""Related briefings (the only importer of bm25s), with the reasons for each link."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log

import bm25s
import numpy as np

from generator.model import Briefing, Related, Topic
from generator.text import fold, folded_words
from generator.understand.engine import function_words

_REASONS = 5  # topics, and terms, that a link names at the most


@dataclass(frozen=True, slots=True)
class _Bag:
    """The telling words of a briefing with their counts, and how often it mentions each of its topics."""

    id: str
    language: str
    counts: Mapping[str, int]
    text: str
    keywords: tuple[str, ...]
    topics: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Collection:
    """What the reasons for a link are weighed against; `by_id` holds the places of briefings in order of their ids."""

    size: int
    topics: Mapping[str, Topic]
    by_id: np.ndarray


def relate(briefings: Sequence[Briefing], topics: Sequence[Topic], most: int) -> dict[str, tuple[Related, ...]]:
    """Return for each briefing the nearest others, best first; one without a reason to show is left out.

    BM25 over words, with the topics as words that every language shares: what joins Turquie to Turkey.
    The time grows with the square of the collection, in numpy.

    Args:
        briefings: The collection.
        topics: Its topics.
        most: How many links a briefing has at the most.
    """
    mentioned: dict[str, Counter[str]] = defaultdict(Counter)
    for topic in topics:
        for mention in topic.mentions:
            mentioned[mention.briefing][topic.id] += 1
    bags = [_bag(briefing, mentioned[briefing.id]) for briefing in briefings]
    if len(bags) < 2:  # noqa: PLR2004 - nothing to relate
        return {bag.id: () for bag in bags}
    index = bm25s.BM25(k1=1.2, b=0.75)
    index.index([_words(bag) for bag in bags], show_progress=False)
    by_id = np.array(sorted(range(len(bags)), key=lambda place: bags[place].id))
    collection = _Collection(len(bags), {topic.id: topic for topic in topics}, by_id)
    return {bag.id: tuple(islice(_nearest(here, bags, index, collection), most)) for here, bag in enumerate(bags)}


def _nearest(here: int, bags: Sequence[_Bag], index: bm25s.BM25, collection: _Collection) -> Iterator[Related]:
    bag = bags[here]
    query = sorted(set(_words(bag)))
    if not query:  # bm25s stumbles over a text without words
        return
    scores = index.get_scores(query)
    own = float(scores[here]) or 1.0
    # By numpy, since a collection of 10,000 asks for 100,000,000 scores; of equal ones the lower id comes first.
    ranked = collection.by_id[(-scores.round(4)[collection.by_id]).argsort(kind="stable")]
    for place in map(int, ranked):
        score = float(scores[place])
        if place == here or score <= 0:
            continue
        link = _link(bag, bags[place], min(1.0, score / own), collection)
        if link.topics or link.terms:
            yield link


def _bag(briefing: Briefing, topics: Mapping[str, int]) -> _Bag:
    document = briefing.document
    functions = function_words(document.language.code)
    words = folded_words("\n".join([document.title.text, *(block.text for block in document.blocks)]))
    counts = Counter(word for word in words if word not in functions and len(word) > 1)
    keywords = tuple(keyword.text for keyword in briefing.keywords)
    return _Bag(briefing.id, document.language.code, counts, f" {' '.join(words)} ", keywords, topics)


def _words(bag: _Bag) -> list[str]:
    words = [word for word, count in sorted(bag.counts.items()) for _ in range(count)]
    return [*words, *(f"topic:{topic}" for topic in sorted(bag.topics))]


def _link(bag: _Bag, other: _Bag, score: float, collection: _Collection) -> Related:
    """Name what two briefings share: the topics that both speak of most and few others do, then keywords."""

    def weight(topic: str) -> float:
        named = len(collection.topics[topic].briefings) + len(collection.topics[topic].passing)
        rarity = log((collection.size + 1) / named)
        return rarity * min(bag.topics[topic], other.topics[topic])

    shared = sorted(bag.topics.keys() & other.topics.keys(), key=lambda topic: (-weight(topic), topic))
    terms = _terms(bag, other, [collection.topics[topic] for topic in shared])
    return Related(other.id, round(score, 4), tuple(shared[:_REASONS]), tuple(terms[:_REASONS]))


def _terms(bag: _Bag, other: _Bag, shared: Sequence[Topic]) -> list[str]:
    """Return the keywords of either that stand in both texts of one language and are no form of a shared topic."""
    if bag.language != other.language:
        return []
    forms = {fold(form) for topic in shared for written in topic.forms.values() for form in written}
    terms: dict[str, str] = {}
    for keyword in (*bag.keywords, *other.keywords):
        key = f" {' '.join(folded_words(keyword))} "
        if key in bag.text and key in other.text and fold(keyword) not in forms:
            terms.setdefault(key, keyword)
    return list(terms.values())
