"""How phrases become keywords: three profiles that weigh them, and one choice among those that share words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import Protocol

from generator.model import Keyword, Phrase
from generator.settings import Ranking
from generator.understand.commonness import Commonness


class Profile(Protocol):
    """What a phrase is worth."""

    def weight(self, phrase: Phrase, rarity: float) -> float:
        """Return its weight; the higher, the better.

        Args:
            phrase: With its evidence.
            rarity: Of its words on average, from 0 to background.RAREST.
        """


@dataclass(frozen=True, slots=True)
class Evidence:
    """Frequency times rarity, `(1 + ln tf) * idf`, divided by how late a phrase comes and how long it is.

    Attributes:
        late: How much a late first place counts: the weight is divided by `1 + late * ln(1 + words before / 60)`.
        long: How much length counts: the weight is divided by `words ** long`; a hyphen joins.
        headline: What a place in the headline adds, as a share of the weight.
        bare: What is left of a word that never stands behind a determiner, and so is hardly a noun.
    """

    late: float
    long: float
    headline: float
    bare: float

    def weight(self, phrase: Phrase, rarity: float) -> float:
        """Return its weight."""
        worth = (1 + log(phrase.frequency)) * rarity * (1 + self.headline * phrase.in_headline)
        worth *= self.bare if phrase.is_bare else 1
        length: float = (1 + phrase.text.count(" ")) ** self.long
        return worth / length / (1 + self.late * log(1 + phrase.first / 60))


@dataclass(frozen=True, slots=True)
class EngineOrder:
    """The engine's own order."""

    def weight(self, phrase: Phrase, rarity: float) -> float:  # noqa: ARG002 - what others weigh
        """Return the inverse of the engine's score, which is 0 or more and the better the lower."""
        return 1 / (1e-6 + max(phrase.score, 0.0))


# News, and whatever else tells what happened: what comes first and stands in the headline counts, and keywords are
# names and single words. Tuned on 50 French news texts (Wikinews) and 100 English ones (KPCrowd) with the keywords of
# their readers: F1@10 42.5 and 18.3; on the even ones 42.1 and 18.5, on the odd ones 42.8 and 18.0. The engine's own
# order has 30.4 and 8.5. It is a plateau: of 108 sets of parameters around these, all had 40.6 and 17.7 or more.
_NEWS = Evidence(late=0.2, long=0.6, headline=1.5, bare=0.8)
# Abstracts, and other texts that are all gist: keywords are terms of several words, wherever they stand. With authors'
# own keywords of eleven abstracts (seven French, four English), F1@5 is 13.1, that of the profile for news 3.6 and of
# the engine's order 1.8. That is a small sample: it shows the direction, no more.
_ABSTRACTS = Evidence(late=0.0, long=-0.5, headline=1.5, bare=0.8)
# The engine's order, for whoever wants to compare, or trusts it more.
_PLAIN = EngineOrder()
PROFILES: Mapping[Ranking, Profile] = {
    Ranking.NEWS: _NEWS,
    Ranking.ABSTRACTS: _ABSTRACTS,
    Ranking.PLAIN: _PLAIN,
}


def best(phrases: Iterable[Phrase], profile: Profile, common: Commonness, most: int) -> tuple[Keyword, ...]:
    """Return the keywords among phrases, the best first.

    None is part of another but where the longer is a name, stands in the headline or is repeated: then it says more.

    Args:
        phrases: Of one document.
        profile: What they are worth.
        common: How common the collection makes words.
        most: How many at the most.
    """
    taken: list[tuple[float, Phrase]] = []
    for weight, phrase in order(phrases, profile, common):
        if len(taken) < most and not any(_is_much_the_same(phrase, other) for _, other in taken):
            taken.append((weight, phrase))
    top = taken[0][0] if taken else 1.0
    return tuple(Keyword(phrase.text, round(weight / top, 4), phrase.count) for weight, phrase in taken)


def order(phrases: Iterable[Phrase], profile: Profile, common: Commonness) -> list[tuple[float, Phrase]]:
    """Return phrases with their weights, the best first; equal ones by their texts, which differ."""
    weighed = [(round(profile.weight(phrase, common.rarity(phrase)), 6), phrase) for phrase in phrases]
    return sorted(weighed, key=lambda pair: (-pair[0], pair[1].text))


def _is_much_the_same(phrase: Phrase, better: Phrase) -> bool:
    if _inside(phrase.stems, better.stems):
        return True
    is_proven = phrase.is_name or phrase.in_headline or phrase.frequency > 1
    return _inside(better.stems, phrase.stems) and not is_proven


def _inside(part: Sequence[str], whole: Sequence[str]) -> bool:
    size = len(part)
    return any(whole[at : at + size] == part for at in range(len(whole) - size + 1))
