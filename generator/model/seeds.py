"""What people put in, and what is said of it."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NamedTopic:
    """A topic that an editor names by its id or label, and where in the seeds folder: `file:line`."""

    name: str
    where: str


@dataclass(frozen=True, slots=True)
class TopicEdits:
    """The topics that an editor gave to a document, and those that were taken from it."""

    add: tuple[NamedTopic, ...] = ()
    remove: tuple[NamedTopic, ...] = ()


@dataclass(frozen=True, slots=True)
class Corrections:
    """What an editor said of one seed in the `NAME.yml` beside it.

    Attributes:
        path: The sidecar, relative to the seeds folder; empty where there is none.
        facts: The fields of `read/sidecar.py` that were given, as written.
        keep: Lines that cleaning must leave in the text.
        set_aside: Lines that cleaning must take out of it.
        topics: Topics that were added or removed.
        documents: Of a file that holds several, what was said of each one, by the name that its page gives.
        error: Why the sidecar could not be used, `file:line: ` first; empty where it could.
        hint: What to do about that.
    """

    path: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    keep: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()
    topics: TopicEdits = field(default_factory=TopicEdits)
    documents: Mapping[str, "Corrections"] = field(default_factory=dict)
    error: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A file of the seeds folder that is to be read; `path` is relative to it, with `/` between its parts."""

    path: str
    size: int
    sha256: str
    corrections: Corrections


@dataclass(frozen=True, slots=True)
class Seed:
    """A seed file with its bytes."""

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
    """Something in the content that an editor should mend; fatal under `--strict` only.

    `where` is a file of the seeds folder, with its line where there is one, or empty for the folder itself.
    """

    where: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class Word:
    """A value that the interface has a word for: one of its keys, or a language such as `language.zh`."""

    key: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader of the page should know about how it was read.

    Attributes:
        code: What kind it is, for programs.
        sentence: What it says: a key under `notices` in the interface, which puts it into words.
        values: What fills the blanks of the sentence.
    """

    code: str
    sentence: str
    values: tuple[str | int | Word, ...] = ()
