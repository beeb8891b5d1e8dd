"""How phrases become keywords: three profiles that weigh them, and one choice among those that share words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log
from typing import Protocol

from generator.model import Keyword, Phrase
from generator.settings import Ranking
from generator.understand.keywords.commonness import Commonness
from generator.understand.keywords.evidence import Evidence


class Profile(Protocol):
    """What a phrase weighs: first by its document, then by the collection."""

    def worth(self, evidence: Evidence) -> float:
        """Return what its document shows of it; the higher, the better."""

    def weight(self, worth: float, rarity: float) -> float:
        """Return what it weighs in a collection where its words are so rare, from 0 to background.RAREST."""


@dataclass(frozen=True, slots=True)
class Weights:
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

    def worth(self, evidence: Evidence) -> float:
        """Return all but the rarity."""
        worth = (1 + log(evidence.frequency)) * (1 + self.headline * evidence.in_headline)
        worth *= self.bare if evidence.is_bare else 1
        length: float = (1 + evidence.text.count(" ")) ** self.long
        return worth / length / (1 + self.late * log(1 + evidence.first / 60))

    def weight(self, worth: float, rarity: float) -> float:
        """Return the product."""
        return worth * rarity


@dataclass(frozen=True, slots=True)
class EngineOrder:
    """The engine's own order."""

    def worth(self, evidence: Evidence) -> float:
        """Return the inverse of the engine's score, which is 0 or more and the better the lower."""
        return 1 / (1e-6 + max(evidence.score, 0.0))

    def weight(self, worth: float, rarity: float) -> float:  # noqa: ARG002 - what others weigh
        """Return the worth."""
        return worth


# News, and whatever else tells what happened: what comes first and stands in the headline counts, and keywords are
# names and single words. Tuned on 50 French news texts (Wikinews) and 100 English ones (KPCrowd) with the keywords of
# their readers: F1@10 42.5 and 18.3; on the even ones 42.1 and 18.5, on the odd ones 42.8 and 18.0. The engine's own
# order has 30.4 and 8.5. It is a plateau: of 108 sets of parameters around these, all had 40.6 and 17.7 or more.
_NEWS = Weights(late=0.2, long=0.6, headline=1.5, bare=0.8)
# Abstracts, and other texts that are all gist: keywords are terms of several words, wherever they stand. With authors'
# own keywords of eleven abstracts (seven French, four English), F1@5 is 13.1, that of the profile for news 3.6 and of
# the engine's order 1.8. That is a small sample: it shows the direction, no more.
_ABSTRACTS = Weights(late=0.0, long=-0.5, headline=1.5, bare=0.8)
# The engine's order, for whoever wants to compare, or trusts it more.
_PLAIN = EngineOrder()
PROFILES: Mapping[Ranking, Profile] = {
    Ranking.NEWS: _NEWS,
    Ranking.ABSTRACTS: _ABSTRACTS,
    Ranking.PLAIN: _PLAIN,
}


def shortlist(found: Iterable[Evidence], profile: Profile, most: int) -> tuple[Phrase, ...]:
    """Return the phrases that weigh most by themselves, the best first."""
    phrases = (
        Phrase(
            text=each.text,
            stems=f" {' '.join(each.stems)} ",
            count=each.count,
            worth=round(profile.worth(each), 6),
            rarity=round(each.rarity, 3),
            is_proven=each.is_name or each.in_headline or each.frequency > 1,
        )
        for each in found
    )
    return tuple(phrase for _, phrase in _ordered(phrases, profile, Commonness({}, 0))[:most])


def best(phrases: Iterable[Phrase], profile: Profile, common: Commonness, most: int) -> tuple[Keyword, ...]:
    """Return the keywords among phrases, the best first.

    None is part of a better one, and one around a better one has to be proven: then it says more.

    Args:
        phrases: Of one document.
        profile: What they are worth.
        common: How common the collection makes words.
        most: How many at the most.
    """
    taken: list[tuple[float, Phrase]] = []
    for weight, phrase in _ordered(phrases, profile, common):
        if len(taken) < most and not any(_is_much_the_same(phrase, other) for _, other in taken):
            taken.append((weight, phrase))
    top = taken[0][0] if taken else 1.0
    return tuple(Keyword(phrase.text, round(weight / top, 4), phrase.count) for weight, phrase in taken)


def _ordered(phrases: Iterable[Phrase], profile: Profile, common: Commonness) -> list[tuple[float, Phrase]]:
    """Return phrases with their weights, the best first; equal ones by their texts, which differ."""
    weighed = [(round(profile.weight(phrase.worth, common.rarity(phrase)), 6), phrase) for phrase in phrases]
    return sorted(weighed, key=lambda pair: (-pair[0], pair[1].text))


def _is_much_the_same(phrase: Phrase, better: Phrase) -> bool:
    return phrase.stems in better.stems or (better.stems in phrase.stems and not phrase.is_proven)
