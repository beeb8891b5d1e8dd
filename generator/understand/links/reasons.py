"""Why two briefings belong together: the topics, and the words and phrases, that say most of what they share."""

import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from generator.locales import calendar_words
from generator.model import Briefing, Topic
from generator.text import fold, words
from generator.understand.links.texts import Texts
from generator.understand.links.weights import Terms

MOST = 5  # topics, and terms, that a link names
# In one document of fifteen; a word that more of them have explains nothing. With few documents in a collection, it
# is the language at large that counts: `said` and `post` stand in more of its documents, `missile` and `quota` do not.
_TELLING = log(15)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A keyword of several words: as written, as folded words, and the columns of those that may explain a link."""

    text: str
    words: tuple[int, ...]
    columns: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Term:
    """What a link may name: how much of the score is its own, and the columns that it speaks for."""

    text: str
    share: float
    columns: frozenset[int]


class Reasons:
    """What each briefing has to share, made ready once; finding the reasons for a link then costs their length."""

    def __init__(self, briefings: Sequence[Briefing], topics: Sequence[Topic], texts: Texts, terms: Terms) -> None:
        self._texts, self._terms, self._topics = texts, terms, topics
        self._languages = [briefing.document.language.code for briefing in briefings]
        self._telling = terms.weights.where(np.flatnonzero(terms.rarity[terms.weights.columns] >= _TELLING))
        self._phrases = tuple(self._keywords(briefings))
        places = {briefing.id: place for place, briefing in enumerate(briefings)}
        self.mentions: list[Counter[int]] = [Counter() for _ in briefings]
        for number, topic in enumerate(topics):
            for id_ in (*topic.added, *(mention.briefing for mention in topic.mentions)):
                self.mentions[places[id_]][number] += 1
        spread = Counter(number for own in self.mentions for number in own)
        # A topic may have its page for being broader than others, and no briefing.
        self._weights = [log((len(briefings) + 1) / max(1, spread[number])) for number in range(len(topics))]
        order = sorted(range(len(texts.written)), key=lambda number: texts.written[number].swapcase())
        self._small_first = np.argsort(np.array(order, dtype=np.int32))
        self._spelling = functools.lru_cache(maxsize=1)(self._spell)  # asked for each link of a briefing in turn
        self._named = {topic.id: frozenset(self._columns_of_forms(topic)) for topic in topics}

    def topics(self, here: int, there: int) -> tuple[Topic, ...]:
        """Return the topics that two briefings share: first those that both speak of most and few others do."""
        own, others = self.mentions[here], self.mentions[there]

        def weight(topic: int) -> float:
            return round(self._weights[topic] * min(own[topic], others[topic]), 6)

        best = sorted(own.keys() & others.keys(), key=lambda topic: (-weight(topic), self._topics[topic].id))
        return tuple(self._topics[topic] for topic in best)

    def terms(self, here: int, there: int, topics: Iterable[Topic]) -> tuple[str, ...]:
        """Return the phrases and words of two texts of one language that most of their likeness comes from.

        Keywords that stand in both texts come as whole phrases; no word is named twice, nor one of a shared topic.
        """
        if self._languages[here] != self._languages[there]:
            return ()
        shares = self._shares(here, there)
        spoken_for = {column for topic in topics for column in self._named[topic.id]}
        spelling, dull = self._spelling(here), calendar_words(self._languages[here])
        best = sorted((-share, column) for column, share in shares.items() if column not in spoken_for)[: 2 * MOST]
        single = [_Term(spelling[column], -share, frozenset({column})) for share, column in best]
        found = [term for term in single if not (term.text.isdigit() or fold(term.text) in dull)]
        found += self._shared_phrases(here, there, shares)
        chosen: list[str] = []
        for term in sorted(found, key=lambda term: (-term.share, term.text)):
            if len(chosen) < MOST and not term.columns <= spoken_for:
                chosen.append(term.text)
                spoken_for |= term.columns
        return tuple(chosen)

    def _keywords(self, briefings: Sequence[Briefing]) -> Iterator[tuple[_Phrase, ...]]:
        """Yield the keywords of several words of each briefing."""
        folded, rare = self._texts.folded.tolist(), (self._terms.rarity >= _TELLING).tolist()
        columns = {code: found.tolist() for code, found in self._terms.columns.items()}
        for briefing in briefings:
            own = columns[briefing.document.language.code]
            phrases = []
            for keyword in briefing.keywords:
                numbers = [self._texts.numbers.get(word, -1) for word in words(keyword.text)]
                if len(numbers) > 1 and min(numbers) >= 0:
                    telling = frozenset(own[number] for number in numbers if own[number] >= 0 and rare[own[number]])
                    phrases.append(_Phrase(keyword.text, tuple(folded[number] for number in numbers), telling))
            yield tuple(phrases)

    def _columns_of_forms(self, topic: Topic) -> Iterator[int]:
        for code, forms in topic.forms.items():
            found = {self._texts.numbers.get(word, -1) for form in forms for word in words(form)} - {-1}
            yield from self._terms.columns[code][sorted(found)].tolist()

    def _shares(self, here: int, there: int) -> dict[int, float]:
        """Return what each telling word adds to the score of two texts, by its column."""
        own, other = self._telling.row(here), self._telling.row(there)
        if not len(own.columns):
            return {}
        places = np.minimum(np.searchsorted(own.columns, other.columns), len(own.columns) - 1)
        shared = own.columns[places] == other.columns
        products = (own.values[places[shared]] * other.values[shared]).round(6)
        return dict(zip(other.columns[shared].tolist(), products.tolist(), strict=True))

    def _shared_phrases(self, here: int, there: int, shares: Mapping[int, float]) -> Iterator[_Term]:
        """Yield the keywords of either text, which stand in it by their nature, that stand in the other as well."""
        for phrases, place in ((self._phrases[here], there), (self._phrases[there], here)):
            for phrase in phrases:
                if phrase.columns and phrase.columns <= shares.keys() and self._stands(phrase, place):
                    share = sum(sorted(shares[column] for column in phrase.columns))
                    yield _Term(phrase.text, round(share, 6), phrase.columns)

    def _stands(self, phrase: _Phrase, place: int) -> bool:
        text = self._texts.folded[self._texts.of(place)]
        size = len(phrase.words)
        starts = np.flatnonzero(text[: len(text) - size + 1] == phrase.words[0])
        return any(tuple(text[start : start + size].tolist()) == phrase.words for start in starts.tolist())

    def _spell(self, place: int) -> dict[int, str]:
        """Return the commonest spelling of each word of a text; small letters win where two are as common."""
        numbers, counts = np.unique(self._texts.of(place), return_counts=True)
        columns = self._terms.columns[self._languages[place]][numbers]
        order = np.lexsort((self._small_first[numbers], -counts))
        found, first = np.unique(columns[order], return_index=True)
        chosen = numbers[order][first].tolist()
        return {column: self._texts.written[number] for column, number in zip(found.tolist(), chosen, strict=True)}
