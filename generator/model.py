"""Every value that passes between the stages: frozen, and complete from the moment it exists.

The order of the classes is the order of the data: Seed, Document, Briefing, Dossier, Page.
Codes of languages are ISO 639-1 (`en`); codes of countries are ISO 3166-1 alpha-2 (`TR`).
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Corrections:
    """What an editor said of one seed in the `NAME.yml` beside it.

    Attributes:
        path: The sidecar, relative to the seeds folder; empty where there is none.
        facts: The fields of `read/sidecar.py` that were given, as written.
        keep: Lines that cleaning must leave in the text.
        set_aside: Lines that cleaning must take out of it.
        error: Why the sidecar could not be used; empty where it could.
    """

    path: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    keep: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class Seed:
    """One file of the seeds folder; `path` is relative to it, with `/` between its parts."""

    path: str
    data: bytes
    corrections: Corrections

    @property
    def sha256(self) -> str:
        """The hash of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that gave no briefing, and why."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the content that an editor should mend; fatal under `--strict` only."""

    where: str
    message: str
    hint: str

    def __str__(self) -> str:
        """Return the place, the message and the hint in one line."""
        return f"{self.where}: {self.message} - {self.hint}"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader of the page should know about how it was read."""

    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about a document, with where it came from ("headline", "editor", ...)."""

    text: str
    origin: str


class Precision(StrEnum):
    """How much of a date was stated."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"


@dataclass(frozen=True, slots=True)
class Date:
    """A stated date: `value` is ISO 8601 cut to `precision`, `text` is what the document says."""

    value: str
    precision: Precision
    origin: str
    text: str


@dataclass(frozen=True, slots=True)
class MentionedDate:
    """A date in the running text.

    Attributes:
        text: As written.
        value: ISO 8601; `--MM-DD` (XML Schema's gMonthDay) where the text names no year.
        anchor: The block it stands in.
    """

    text: str
    value: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Language:
    """A language; `confidence` runs from 0 to 1 and is 1 where a person said so."""

    code: str
    confidence: float
    origin: str


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes became text."""

    name: str
    guessed: bool


class Kind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the body, in the order of the seed.

    Attributes:
        kind: Which of the fields below it uses.
        text: The text; of a list or a table, its items or cells joined by line ends.
        anchor: `pN` for the Nth block that is no heading, `hN` for the Nth heading.
        level: Of a heading, from 1; 0 otherwise.
        items: Of a list.
        rows: Of a table; the first row is its head.
    """

    kind: Kind
    text: str
    anchor: str
    level: int = 0
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


class Reason(StrEnum):
    """Why a line was set aside."""

    CHROME = "chrome"
    REPEAT = "repeat"
    TEASER = "teaser"
    METADATA = "metadata"
    FURNITURE = "furniture"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class SetAside:
    """A line that is not part of the body; `after` is the block before it, empty at the top."""

    text: str
    reason: Reason
    after: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The seed behind a document."""

    path: str
    sha256: str
    size: int
    format: str
    encoding: Encoding


@dataclass(frozen=True, slots=True)
class Document:
    """A seed, read, cleaned and described; `id` is the address of its page and never changes with its title."""

    id: str
    seed: Origin
    title: Fact
    date: Date | None
    language: Language
    source: Fact | None
    author: Fact | None
    link: Fact | None
    summary: Fact
    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]
    dates_mentioned: tuple[MentionedDate, ...]
    notices: tuple[Notice, ...]
    problems: tuple[Problem, ...]
    words: int


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
