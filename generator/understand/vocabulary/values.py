"""What a vocabulary says; every part of it knows the line it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.text import fold

ANY = "any"


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic of the editor's.

    Attributes:
        id: The address of its page.
        label: What the page is called.
        labels: What it is called in other languages.
        forms: By language (or `any`): what it is called in the texts, its labels among them.
        pin: Whether one briefing is enough for a page.
        parent: The broader topic, by its id or label; empty where there is none.
        note: The editor's own words, of one paragraph or several; may be empty.
        line: Where it stands.
        parent_line: Where its parent stands; 0 where there is none.
    """

    id: str
    label: str
    labels: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]
    pin: bool
    parent: str
    note: str
    line: int
    parent_line: int

    def forms_in(self, language: str) -> tuple[str, ...]:
        """Return what the topic is called in a language, the forms for any language included."""
        return (*self.forms.get(language, ()), *self.forms.get(ANY, ()))

    @property
    def all_forms(self) -> frozenset[str]:
        """What the topic is called in any language, folded."""
        return frozenset(fold(form) for forms in self.forms.values() for form in forms)


@dataclass(frozen=True, slots=True)
class Stop:
    """A name or phrase that must not become a topic."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class NeverLink:
    """A form that must not count as a mention of a topic, which is given by its id or label."""

    form: str
    topic: str
    line: int


@dataclass(frozen=True, slots=True)
class RefusedMerge:
    """Two names that an editor holds apart."""

    one: str
    other: str
    line: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What `topics.yml` says; an empty one where there is no such file.

    Attributes:
        entries: The editor's topics.
        stop: Names that get no page.
        never_link: Forms that are no mentions.
        refused_merges: Suggestions that the editor has refused.
        refused_stops: Names that the editor refused to stop.
    """

    entries: tuple[Entry, ...] = ()
    stop: tuple[Stop, ...] = ()
    never_link: tuple[NeverLink, ...] = ()
    refused_merges: tuple[RefusedMerge, ...] = ()
    refused_stops: tuple[Stop, ...] = ()

    @property
    def stopped(self) -> frozenset[str]:
        """The stopped names, folded."""
        return frozenset(fold(stop.text) for stop in self.stop)
