"""Every value that passes between the stages: frozen, and complete from the moment it exists.

The way of the data: Seed, Document, Described, Briefing, Dossier, Page.
Codes of languages are ISO 639-1 (`en`); codes of countries are ISO 3166-1 alpha-2 (`TR`).
"""

from generator.model.collection import (
    Briefing,
    Described,
    Dossier,
    Keyword,
    Mention,
    Page,
    Phrase,
    Related,
    SameStory,
    Story,
    Topic,
    TopicOrigin,
)
from generator.model.documents import (
    Block,
    Date,
    Document,
    Encoding,
    Fact,
    Hyperlink,
    Kind,
    Language,
    MentionedDate,
    Origin,
    Precision,
    Reading,
    Reason,
    SetAside,
)
from generator.model.seeds import Corrections, NamedTopic, Notice, Problem, Seed, SeedFile, TopicEdits, Unread, Word
from generator.model.sightings import Name, Sightings, Subject
from generator.model.suggestions import Side, SuggestedMerge, SuggestedStop, Suggestion

__all__ = [
    "Block",
    "Briefing",
    "Corrections",
    "Date",
    "Described",
    "Document",
    "Dossier",
    "Encoding",
    "Fact",
    "Hyperlink",
    "Keyword",
    "Kind",
    "Language",
    "Mention",
    "MentionedDate",
    "Name",
    "NamedTopic",
    "Notice",
    "Origin",
    "Page",
    "Phrase",
    "Precision",
    "Problem",
    "Reading",
    "Reason",
    "Related",
    "SameStory",
    "Seed",
    "SeedFile",
    "SetAside",
    "Side",
    "Sightings",
    "Story",
    "Subject",
    "SuggestedMerge",
    "SuggestedStop",
    "Suggestion",
    "Topic",
    "TopicEdits",
    "TopicOrigin",
    "Unread",
    "Word",
]
