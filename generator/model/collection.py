"""What briefings say and share, and the pages that come of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.model.documents import Document
from generator.model.seeds import Notice, Problem, Unread


@dataclass(frozen=True, slots=True)
class Keyword:
    """A phrase that says what a document is about; the lower the score, the better (YAKE's scale)."""

    text: str
    score: float
    count: int


@dataclass(frozen=True, slots=True)
class Briefing:
    """A document and its keywords, best first."""

    document: Document
    keywords: tuple[Keyword, ...]
    notices: tuple[Notice, ...] = ()

    @property
    def id(self) -> str:
        """The address of its page."""
        return self.document.id


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a briefing names a topic: `form` stands at `at` of the sentence, that in the block `anchor`."""

    briefing: str
    anchor: str
    form: str
    sentence: str
    at: int


class TopicOrigin(StrEnum):
    """What a topic rests on."""

    VOCABULARY = "vocabulary"
    COUNTRY = "country"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class Topic:
    """A name or phrase worth an index page.

    Attributes:
        id: The address of its page.
        label: In the dossier's language.
        labels: By language.
        forms: By language: what the briefings write.
        origin: What it rests on.
        briefings: The ids of its briefings, newest first.
        mentions: In the order of `briefings`, then of the text.
        related: The ids of the topics it shares most briefings with, best first.
    """

    id: str
    label: str
    labels: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]
    origin: TopicOrigin
    briefings: tuple[str, ...]
    mentions: tuple[Mention, ...]
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """A link to another briefing and its reasons; `score` runs from 0 to 1."""

    id: str
    score: float
    topics: tuple[str, ...]
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SameStory:
    """A link to a briefing that tells the same story; `share` of the shorter text stands in the other, 0 to 1."""

    id: str
    share: float


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole collection: briefings newest first, undated ones last; topics by label."""

    title: str
    description: str
    language: str
    briefings: tuple[Briefing, ...]
    topics: tuple[Topic, ...]
    related: Mapping[str, tuple[Related, ...]]
    same_story: Mapping[str, tuple[SameStory, ...]]
    unread: tuple[Unread, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page; `path` is relative to the folder of pages, with `/` between its parts."""

    path: str
    text: str
