"""One seed, read, cleaned and described."""

from dataclasses import dataclass
from enum import StrEnum

from generator.model.seeds import Notice, Problem, TopicEdits, Unread


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
class Hyperlink:
    """A link: `text[start:end]` of its block leads to `url`, which is http, https or mailto."""

    start: int
    end: int
    url: str


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
        links: In the order of the text; none lies in another.
    """

    kind: Kind
    text: str
    anchor: str
    level: int = 0
    items: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    links: tuple[Hyperlink, ...] = ()


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
    """The seed behind a document; `part` names it among several documents of one file, and is empty otherwise."""

    path: str
    part: str
    sha256: str
    size: int
    format: str
    encoding: Encoding


@dataclass(frozen=True, slots=True)
class Document:
    """A seed, read, cleaned and described.

    Its `id` is the address of its page and never changes with its title; `handling` is the mark that its editor gave
    it ("TLP:AMBER"), empty where there is none.
    """

    id: str
    seed: Origin
    title: Fact
    date: Date | None
    language: Language
    source: Fact | None
    author: Fact | None
    link: Fact | None
    summary: Fact
    handling: str
    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]
    dates_mentioned: tuple[MentionedDate, ...]
    topic_edits: TopicEdits
    notices: tuple[Notice, ...]
    problems: tuple[Problem, ...]
    words: int

    @property
    def headline(self) -> str:
        """The title that somebody gave it; empty where its first words had to serve."""
        return "" if self.title.origin in {"first sentence", "first words"} else self.title.text

    @property
    def shown_title(self) -> str:
        """The title; one that was cut from a longer sentence ends in dots."""
        return _cut(self.title)

    @property
    def shown_summary(self) -> str:
        """The summary; one that was cut from a longer sentence ends in dots."""
        return _cut(self.summary)


def _cut(fact: Fact) -> str:
    return f"{fact.text} …" if fact.origin == "first words" else fact.text


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file gave: its documents in order, and those parts of it that could not be read."""

    documents: tuple[Document, ...]
    unread: tuple[Unread, ...]
