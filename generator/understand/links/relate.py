"""Related briefings: the nearest in any language, and the nearest in other languages, with the reasons for each."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np

from generator.model import Briefing, Related, Topic
from generator.understand.links.alike import SURE, Alike
from generator.understand.links.reasons import MOST, Reasons
from generator.understand.links.sparse import Sparse, cosines, greatest, products
from generator.understand.links.texts import Texts
from generator.understand.links.weights import weigh_topics, weigh_words

# Neighbours are sought by so many words of a text, the strongest, and then weighed by all of them: links are as good as
# with 60, and worse with 20 (other halves in five 80.2, 80.1 and 79.8 %).
_WORDS = 30
_SPARE = 4  # times as many neighbours as links are weighed; not all of them have a reason to show
_PLACES = 4  # decimals of a score
_TOPICS = 2  # that texts share, where little else is known of them
# A cosine. Of 1,407 English news in three classes, 93 % of the links lead to the same class, where they are nearer than
# this; 84 % of the 98 links that are not; and 50 French news on as many subjects gave links such as that from a new
# console to a journalist killed in Syria, since both texts measure something in millimetres.
_LEAST = 0.1


@dataclass(frozen=True, slots=True)
class Links:
    """For each briefing the nearest others, best first: in any language, and in other languages."""

    related: dict[str, tuple[Related, ...]]
    elsewhere: dict[str, tuple[Related, ...]]


@dataclass(frozen=True, slots=True)
class _Near:
    """A neighbour of a briefing, by its place in the collection."""

    place: int
    score: float


def relate(briefings: Sequence[Briefing], texts: Texts, topics: Sequence[Topic], alike: Alike, most: int) -> Links:
    """Return the links of a collection; one without a reason to show is left out.

    In one language the score is the cosine of the words. Texts in two languages share their topics only; the score is
    the cosine of these, by half for two that are shared, by three quarters for three. The time grows with the number
    of texts that share a telling word.

    Args:
        briefings: The collection.
        texts: Its words.
        topics: Its topics.
        alike: What the sentence encoder finds alike in other languages.
        most: How many links a briefing has at the most.
    """
    ids = [briefing.id for briefing in briefings]
    related: dict[str, tuple[Related, ...]] = dict.fromkeys(ids, ())
    elsewhere = dict(related)
    if len(ids) < 2 or not most:  # noqa: PLR2004 - nothing to relate
        return Links(related, elsewhere)
    languages = [briefing.document.language.code for briefing in briefings]
    terms = weigh_words(texts, languages)
    reasons = Reasons(briefings, topics, texts, terms)
    spoken = weigh_topics(reasons.mentions, len(topics))
    within = _within(terms.weights, _SPARE * most)
    across = _across(spoken, languages, alike, _SPARE * most)
    for here, (near, foreign) in enumerate(zip(within, across, strict=True)):
        view = _View(here, ids, reasons, alike)
        related[ids[here]] = tuple(islice(view.related([*near, *foreign]), most))
        elsewhere[ids[here]] = tuple(islice(view.elsewhere(foreign), most))
    return Links(related, elsewhere)


@dataclass(frozen=True, slots=True)
class _View:
    """The collection as seen from one briefing."""

    here: int
    ids: Sequence[str]
    reasons: Reasons
    alike: Alike

    def related(self, near: Iterable[_Near]) -> Iterator[Related]:
        """Yield links with a reason to show, the best first; of equal ones the lower id."""
        for other in sorted(near, key=lambda other: (-other.score, self.ids[other.place])):
            link = self._link(other)
            if (link.score >= _LEAST and (link.topics or link.terms)) or len(link.topics) >= _TOPICS:
                yield link

    def elsewhere(self, near: Iterable[_Near]) -> Iterator[Related]:
        """Yield links with reason enough across languages: two topics, or a topic and a likely likeness, or a sure one.

        A single topic is mostly a country: of 235 links between French and English news that rested on one or more,
        190 rested on one, such as that from the weather of France to a prize for its films.
        """
        likeness = self.alike.near[self.here]
        order = sorted(near, key=lambda other: (-likeness.get(other.place, 0), -other.score, self.ids[other.place]))
        for other in order:
            link = self._link(other)
            known = self.alike.asked(self.here, other.place)
            if link.likeness >= SURE or (link.likeness and link.topics) or (not known and len(link.topics) >= _TOPICS):
                yield link

    def _link(self, other: _Near) -> Related:
        topics = self.reasons.topics(self.here, other.place)
        terms = self.reasons.terms(self.here, other.place, topics)
        likeness = self.alike.near[self.here].get(other.place, 0.0)
        return Related(self.ids[other.place], other.score, tuple(topic.id for topic in topics[:MOST]), terms, likeness)


def _within(weights: Sparse, most: int) -> Iterator[list[_Near]]:
    """Yield for each text those in its language that are nearest by their words."""

    def likely() -> Iterator[np.ndarray]:
        for here, scores in enumerate(products(weights.strongest(_WORDS), weights.transposed())):
            scores[here] = 0
            yield greatest(scores, most)

    places = list(likely())
    yield from map(_nearest, places, cosines(weights, places))


def _across(topics: Sparse, languages: Sequence[str], alike: Alike, most: int) -> Iterator[list[_Near]]:
    """Yield for each text those in other languages that are nearest by their topics, or for the encoder."""
    codes = np.unique(languages, return_inverse=True)[1]
    each = Sparse(topics.starts, topics.columns, np.ones_like(topics.values), topics.width)

    def likely() -> Iterator[np.ndarray]:
        scores = map(_by_topics, products(topics, topics.transposed()), products(each, each.transposed()))
        for here, near in enumerate(scores):
            near[codes == codes[here]] = 0
            yield np.union1d(greatest(near, most), np.array(sorted(alike.near[here]), dtype=np.int64))

    places = list(likely()) if codes.any() else [np.zeros(0, dtype=np.int64)] * len(codes)
    yield from map(_nearest, places, map(_by_topics, cosines(topics, places), cosines(each, places)))


def _by_topics(likeness: np.ndarray, shared: np.ndarray) -> np.ndarray:
    """Return how near texts are by the topics that they share: a single one counts for nothing, each more for half."""
    return np.asarray(likeness * (1 - 0.5 ** np.maximum(shared - 1, 0)))


def _nearest(places: np.ndarray, scores: np.ndarray) -> list[_Near]:
    rounded = np.minimum(scores, 1.0).round(_PLACES)
    return [_Near(place, score) for place, score in zip(places.tolist(), rounded.tolist(), strict=True)]
