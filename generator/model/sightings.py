"""What is spotted in one document and weighed with the whole collection: names, and what it is about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A run of capitalised words.

    Attributes:
        text: As written.
        opens: Whether its first word opens a sentence and owes its capital to that.
        article: Whether an article stands before it.
        following: The word behind it, as written; empty at the end of a clause.
    """

    text: str
    opens: bool
    article: bool
    following: str


@dataclass(frozen=True, slots=True)
class Subject:
    """A word or phrase without capitals that a document is about.

    Attributes:
        stems: Of its words, folded; what its forms share.
        forms: As the document writes it, the commonest first.
    """

    stems: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sightings:
    """All of both in the order of the text; the headline's names are not among them."""

    names: tuple[Name, ...]
    subjects: tuple[Subject, ...]
