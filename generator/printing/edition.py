"""What the templates show: plain values, every one of them in words."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """What is true of a whole file.

    Attributes:
        title: Of the dossier.
        language: The dossier's own.
        date: When the newest text in it was written, in words; empty where no text has a date.
        day: The same as ISO 8601, for the file's properties.
        handling: How it may be passed on; empty where nobody said so.
        paper: The size of a page, as Typst calls it.
        words: Ours in the dossier's language, by key.
    """

    title: str
    language: str
    date: str
    day: str
    handling: str
    paper: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; `link` is where it leads and `note` the number of that address at the end, if it needs one."""

    text: str
    link: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block: `lines` are its paragraphs, items or cells; `number` stands in the margin; `columns` are a table's."""

    kind: str
    anchor: str
    number: str
    level: int
    columns: int
    lines: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Blocks of text, and where links in them lead, in the order of their numbers."""

    passages: tuple[Passage, ...]
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A briefing or topic that is pointed to.

    `language` is the one it is called in, empty for the dossier's own; `facts` say more of it; `volume` is the one it
    stands in, if that is another.
    """

    id: str
    title: str
    language: str
    facts: str = ""
    reason: str = ""
    volume: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a briefing comes from: its file, its hash, who says what, and how much was set aside."""

    file: str
    sha256: str
    facts: tuple[str, ...]
    aside: str


@dataclass(frozen=True, slots=True)
class Article:
    """A briefing; empty texts are left out.

    Attributes:
        id: Of the briefing.
        title: In full.
        short: For the running header.
        language: Of the text.
        date: In words.
        source: Its name.
        strip: What else is known of it.
        link: Where the original is.
        summary_label: Who sums up.
        summary: The summary.
        topics: What it is about.
        text: The text.
        see_also: The briefings that it is connected to, with reasons.
        notices: What a reader should know.
        handling: How it may be passed on.
        provenance: Where it comes from.
    """

    id: str
    title: str
    short: str
    language: str
    date: str
    source: str
    strip: tuple[str, ...]
    link: str
    summary_label: str
    summary: str
    topics: tuple[Named, ...]
    text: Text
    see_also: tuple[Named, ...]
    notices: tuple[str, ...]
    handling: str
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class Place:
    """Where a topic is named: the anchor of a block, empty for the headline, and what to call it."""

    anchor: str
    name: str


@dataclass(frozen=True, slots=True)
class Form:
    """What a briefing calls a topic, and where."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Appearance:
    """A briefing in the index, under a topic."""

    briefing: Named
    is_passing: bool
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic in the index; `initial` opens a new letter, and is empty elsewhere."""

    id: str
    label: str
    language: str
    initial: str
    note: str
    appearances: tuple[Appearance, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence that names a topic, parted at the name, and its place."""

    before: str
    form: str
    after: str
    place: Place


@dataclass(frozen=True, slots=True)
class Quoted:
    """A briefing on the sheet of a topic, with what it says of it."""

    briefing: Named
    quotations: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class TopicView:
    """The sheet of a topic: briefings about it, and those that name it in passing, in the order of time."""

    id: str
    label: str
    language: str
    counts: str
    note: str
    names: str
    related: tuple[str, ...]
    about: tuple[Quoted, ...]
    passing: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the timeline, and how full it is beside the fullest, from 0 to 1."""

    label: str
    share: float
    briefings: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source, the number of its briefings in words, and their ids."""

    name: str
    count: str
    briefings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BookView:
    """A book, or a volume of one that would be too thick; `volume` says which, and is empty where there is one."""

    edition: Edition
    volume: str
    description: str
    period: str
    counts: tuple[str, ...]
    about: Text
    timeline: tuple[Month, ...]
    articles: tuple[Article, ...]
    index: tuple[Entry, ...]
    sources: tuple[SourceView, ...]
    unread: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class ArticleSheet:
    """A briefing by itself."""

    edition: Edition
    article: Article


@dataclass(frozen=True, slots=True)
class TopicSheet:
    """A topic by itself."""

    edition: Edition
    topic: TopicView
