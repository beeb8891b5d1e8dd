"""What briefings say and share, and the pages that come of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from generator.model.documents import Block, Document
from generator.model.seeds import Notice, Problem, Unread
from generator.model.sightings import Sightings


@dataclass(frozen=True, slots=True)
class Keyword:
    """A phrase that says what a document is about.

    Attributes:
        text: As it stands in the text.
        score: Its weight beside that of the document's best keyword, which has 1.
        count: How often it stands there, in whatever case and accents.
    """

    text: str
    score: float
    count: int


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that may become a keyword; small, since a collection holds hundreds of thousands.

    Attributes:
        text: As it is written most often.
        stems: Of its words, folded, between spaces; what its forms share.
        count: How often the text stands in the document, in whatever case and accents.
        worth: What the document shows of it, by the profile that ranks.
        rarity: Of its words in the language at large, on average: the negative decimal logarithm of their shares.
        is_proven: Whether it is a name, is repeated or stands in the headline, and may stand around a better one.
    """

    text: str
    stems: str
    count: int
    worth: float
    rarity: float
    is_proven: bool


@dataclass(frozen=True, slots=True)
class Described:
    """A document and the phrases that may become its keywords, which depends on the collection.

    Attributes:
        document: The document.
        phrases: The best by themselves first.
        stems: Of its telling words, each once, in order, parted by spaces: what makes a word common in a collection.
        sightings: The names in it, and the words that it is about: what may become a topic.
        notices: Why there are no phrases, where there are none.
    """

    document: Document
    phrases: tuple[Phrase, ...]
    stems: str
    sightings: Sightings
    notices: tuple[Notice, ...] = ()


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
    """A place where a briefing names a topic.

    Attributes:
        briefing: Its id.
        anchor: The block; empty for the headline.
        start: Where the form stands in the block's text, or in the headline.
        form: As written there.
        sentence: The one around it.
        at: Where the form stands in the sentence.
    """

    briefing: str
    anchor: str
    start: int
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
        parent: The id of the broader topic; empty where there is none.
        note: What the editor says of it; may be empty.
        briefings: The ids of the briefings that are about it, newest first.
        added: Those of them that the editor added; they need not name it.
        passing: The ids of other briefings, which name it in passing, newest first.
        mentions: In the order of the collection, then of the text; those in passing are among them.
        related: The ids of the topics it shares most briefings with, best first.
    """

    id: str
    label: str
    labels: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]
    origin: TopicOrigin
    parent: str
    note: str
    briefings: tuple[str, ...]
    added: tuple[str, ...]
    passing: tuple[str, ...]
    mentions: tuple[Mention, ...]
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """A link to another briefing and its reasons.

    Attributes:
        id: The other briefing.
        score: How much of what the two say is shared, 0 to 1.
        topics: The ids of those that both speak of, the most telling first.
        terms: Words and phrases that stand in both texts, the most telling first; none across languages.
        likeness: The cosine of the two texts for the sentence encoder; 0 where it was not asked or sees too little.
    """

    id: str
    score: float
    topics: tuple[str, ...]
    terms: tuple[str, ...]
    likeness: float = 0.0


@dataclass(frozen=True, slots=True)
class SameStory:
    """A link to a briefing that tells the same story; `share` of the shorter text stands in the other, 0 to 1."""

    id: str
    share: float


@dataclass(frozen=True, slots=True)
class Story:
    """Briefings that tell the same story, each like at least one other: their ids, the earliest first."""

    briefings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a seeds folder holds beside documents.

    Attributes:
        unread: Files that gave no briefing.
        problems: What an editor should mend.
        about: The editor's words on the whole.
    """

    unread: tuple[Unread, ...] = ()
    problems: tuple[Problem, ...] = ()
    about: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """The whole collection: briefings newest first, undated ones last; topics by label.

    Attributes:
        title: Of the site.
        description: Of the site; may be empty.
        language: The dossier's own.
        handling: The mark for every briefing without one of its own; may be empty.
        about: The editor's words on the whole; may be empty.
        briefings: Newest first.
        topics: By label.
        related: For each briefing the nearest others in any language, best first.
        elsewhere: For each briefing the nearest others in other languages, best first.
        same_story: For each briefing those that tell the same story, most alike first.
        stories: The same as clusters, of two briefings or more, in the order of their first briefings.
        unread: Files that gave no briefing.
        problems: What an editor should mend.
    """

    title: str
    description: str
    language: str
    handling: str
    about: tuple[Block, ...]
    briefings: tuple[Briefing, ...]
    topics: tuple[Topic, ...]
    related: Mapping[str, tuple[Related, ...]]
    elsewhere: Mapping[str, tuple[Related, ...]]
    same_story: Mapping[str, tuple[SameStory, ...]]
    stories: tuple[Story, ...]
    unread: tuple[Unread, ...]
    problems: tuple[Problem, ...]

    def handling_of(self, briefing: Briefing) -> str:
        """Return the handling mark that holds for a briefing: its own, else the dossier's; empty where none does."""
        return briefing.document.handling or self.handling


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown page; `path` is relative to the folder of pages, with `/` between its parts."""

    path: str
    text: str
