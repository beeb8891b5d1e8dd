"""A part of a dossier, for a book of its own."""

from dataclasses import dataclass, replace

from generator.errors import SettingsError
from generator.model import Briefing, Dossier, Story, Topic
from generator.yaml_file import suggestion

_LAST = "9"  # sorts behind every other digit of a date


@dataclass(frozen=True, slots=True)
class Selection:
    """What a book shall hold; empty values select everything.

    Attributes:
        topics: Ids or labels; a briefing is about one of them at least.
        since: The first day, month or year, as ISO 8601.
        until: The last one.
        language: Of the text.
    """

    topics: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    language: str = ""


def select(dossier: Dossier, selection: Selection) -> Dossier:
    """Return the part of a dossier that is selected: its briefings, what they are about, and the ties among them.

    The editor's words on the whole stay with the whole.

    Raises:
        SettingsError: There is no such topic or language, or nothing is left.
    """
    members = _members(dossier, selection)
    _check_language(dossier, selection.language)
    kept = tuple(briefing for briefing in dossier.briefings if briefing.id in members and _fits(briefing, selection))
    if not kept:
        raise SettingsError("no briefing is selected", hint="`dossier topics` lists the topics; widen the dates")
    order = [briefing.id for briefing in kept]
    ids = set(order)
    topics = tuple(
        topic for topic in (_within(topic, ids) for topic in dossier.topics) if topic.briefings or topic.passing
    )
    known = {topic.id for topic in topics}
    topics = tuple(replace(topic, related=tuple(id_ for id_ in topic.related if id_ in known)) for topic in topics)
    return replace(
        dossier,
        about=dossier.about if selection == Selection() else (),
        briefings=kept,
        topics=topics,
        related={id_: tuple(link for link in dossier.related[id_] if link.id in ids) for id_ in order},
        elsewhere={id_: tuple(link for link in dossier.elsewhere[id_] if link.id in ids) for id_ in order},
        same_story={id_: tuple(same for same in dossier.same_story[id_] if same.id in ids) for id_ in order},
        stories=tuple(_stories(dossier, ids)),
    )


def undated(dossier: Dossier, selection: Selection) -> int:
    """Return how many briefings dates alone keep out, because they have none."""
    timed = selection.since or selection.until
    return sum(not briefing.document.date for briefing in dossier.briefings) if timed else 0


def _members(dossier: Dossier, selection: Selection) -> frozenset[str]:
    """Return the ids of the briefings that are about one of the topics; all where no topic is named."""
    if not selection.topics:
        return frozenset(briefing.id for briefing in dossier.briefings)
    named = {topic.label: topic for topic in dossier.topics} | {topic.id: topic for topic in dossier.topics}
    for name in selection.topics:
        if name not in named:
            raise SettingsError(f"there is no topic '{name}'", hint=suggestion(name, list(named)))
    return frozenset(id_ for name in selection.topics for id_ in named[name].briefings)


def _check_language(dossier: Dossier, language: str) -> None:
    known = sorted({briefing.document.language.code for briefing in dossier.briefings})
    if language and language not in known:
        raise SettingsError(f"there is no briefing in '{language}'", hint=f"the languages are {', '.join(known)}")


def _fits(briefing: Briefing, selection: Selection) -> bool:
    """Say whether a briefing is in the language, and its date, as exact as it is, can lie between the two days."""
    document = briefing.document
    if selection.language not in {"", document.language.code}:
        return False
    if not selection.since and not selection.until:
        return True
    if document.date is None:
        return False
    day = document.date.value[:10]
    return _latest(day) >= selection.since and (not selection.until or day <= _latest(selection.until))


def _latest(day: str) -> str:
    """Return what sorts behind every day of a month or year, and a day as it is."""
    return day if len(day) == len("2025-01-01") else day + _LAST


def _within(topic: Topic, ids: set[str]) -> Topic:
    return replace(
        topic,
        briefings=tuple(id_ for id_ in topic.briefings if id_ in ids),
        added=tuple(id_ for id_ in topic.added if id_ in ids),
        passing=tuple(id_ for id_ in topic.passing if id_ in ids),
        mentions=tuple(mention for mention in topic.mentions if mention.briefing in ids),
    )


def _stories(dossier: Dossier, ids: set[str]) -> list[Story]:
    parts = (tuple(id_ for id_ in story.briefings if id_ in ids) for story in dossier.stories)
    return [Story(part) for part in parts if len(part) > 1]
