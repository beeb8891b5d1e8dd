"""Which briefings are about a topic, which name it in passing, and what earns a topic its page."""

from dataclasses import dataclass
from enum import StrEnum
from math import inf

_FEWEST = 2  # briefings that name a topic; what only one names joins nothing
_MANY, _THREAD = 3, 1 / 4  # briefings, and share of all, that make a name a thread of the collection
_SHARE = 1 / 3  # of the briefings that name a topic; where fewer are about it, it is a word that any text may use


class Rank(StrEnum):
    """What a topic rests on, the surest first."""

    CHOSEN = "chosen"  # the editor's word
    PLACE = "place"  # a country
    NAME = "name"  # capitals
    TERM = "term"  # a word or phrase written small


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a briefing speaks of a topic: `mentions` in its text, and whether its title and first paragraph do."""

    mentions: int
    in_title: bool
    in_lead: bool


@dataclass(frozen=True, slots=True)
class Naming:
    """How many briefings are about a topic, how many name it, those among them, and how many there are in all."""

    about: int
    named: int
    of: int

    @property
    def is_thread(self) -> bool:
        """Whether it runs through the whole collection, though perhaps no briefing is about it."""
        return self.named >= max(_MANY, _THREAD * self.of)


@dataclass(frozen=True, slots=True)
class _Enough:
    """How many mentions show that a briefing is about a topic that its title, its first paragraph, or neither names.

    On 50 French news with keywords set by people, 94 % of the names and 90 % of the terms that earn a page so are
    among the keywords of the briefings about them, or part of one; with two mentions anywhere it was 68 and 41 %.
    """

    title: float
    lead: float
    anywhere: float


_ENOUGH = {
    Rank.CHOSEN: _Enough(title=0, lead=1, anywhere=2),
    Rank.PLACE: _Enough(title=0, lead=2, anywhere=2),
    Rank.NAME: _Enough(title=0, lead=2, anywhere=3),
    Rank.TERM: _Enough(title=1, lead=5, anywhere=inf),
}


def is_about(evidence: Evidence, rank: Rank) -> bool:
    """Say whether a briefing is about a topic; else it names it in passing."""
    enough = _ENOUGH[rank]
    return evidence.mentions >= min(
        enough.title if evidence.in_title else inf, enough.lead if evidence.in_lead else inf, enough.anywhere
    )


def earns_page(rank: Rank, naming: Naming, *, pinned: bool) -> bool:
    """Say whether a topic gets a page; `pinned` if the editor wants one for a single briefing too."""
    if naming.named < (1 if pinned else _FEWEST):
        return False
    if rank in {Rank.CHOSEN, Rank.PLACE}:
        return True
    if rank is Rank.NAME and (naming.about >= _FEWEST or naming.is_thread):
        return True
    return naming.about >= _SHARE * naming.named
