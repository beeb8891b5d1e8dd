"""The whole collection at once: order, topics, links."""

from collections.abc import Iterable, Sequence

from generator.model import Briefing, Dossier, Problem, Topic, Unread
from generator.settings import Settings
from generator.text import fold
from generator.understand.alike import find_alike, not_asked
from generator.understand.relate import relate
from generator.understand.stories import find_stories
from generator.understand.texts import read_texts
from generator.understand.topics import find_topics
from generator.understand.vocabulary import Vocabulary


def understand(
    briefings: Iterable[Briefing],
    vocabulary: Vocabulary,
    settings: Settings,
    unread: Sequence[Unread],
    problems: Sequence[Problem],
) -> Dossier:
    """Return the dossier of a collection.

    Args:
        briefings: In any order.
        vocabulary: The editor's topics.
        settings: Title, language and how many links.
        unread: Files that gave no briefing.
        problems: What reading has found so far.
    """
    ordered = newest_first(briefings)
    topics = find_topics(ordered, vocabulary, settings.language)
    texts = read_texts(ordered)
    stories = find_stories(ordered, texts)
    alike = find_alike(ordered, settings.related) if settings.multilingual else not_asked(ordered)
    links = relate(ordered, texts, topics, alike, settings.related)
    found = [*problems, *(problem for briefing in ordered for problem in briefing.document.problems)]
    return Dossier(
        title=settings.title,
        description=settings.description,
        language=settings.language,
        briefings=ordered,
        topics=topics,
        related=links.related,
        elsewhere=links.elsewhere,
        same_story=stories.same,
        stories=stories.clusters,
        unread=tuple(unread),
        problems=(*found, *_unmatched(vocabulary, topics, ordered)),
    )


def newest_first(briefings: Iterable[Briefing]) -> tuple[Briefing, ...]:
    """Return the briefings by date, the newest first and the undated last, and by id where dates are equal."""
    by_id = sorted(briefings, key=lambda briefing: briefing.id)
    dated = [briefing for briefing in by_id if briefing.document.date]
    undated = [briefing for briefing in by_id if not briefing.document.date]
    dated.sort(key=lambda briefing: briefing.document.date.value if briefing.document.date else "", reverse=True)
    return (*dated, *undated)


def _unmatched(vocabulary: Vocabulary, topics: Sequence[Topic], briefings: Sequence[Briefing]) -> Iterable[Problem]:
    """Yield the entries of the vocabulary that change nothing."""
    if not briefings:
        return
    ids = {topic.id for topic in topics}
    for entry in vocabulary.entries:
        if entry.id not in ids:
            pin = "" if entry.pin else ", or `pin: true` for a page with a single briefing"
            hint = f"add aliases that the texts use{pin}"
            message = f"{'no briefing mentions' if entry.pin else 'fewer than two briefings mention'} '{entry.label}'"
            yield Problem(f"topics.yml:{entry.line}", message, hint)
    text = " ".join(f" {fold(block.text)} " for briefing in briefings for block in briefing.document.blocks)
    for stop in vocabulary.stop:
        if fold(stop.text) not in text:
            message = f"no briefing mentions '{stop.text}', which is stopped"
            yield Problem(f"topics.yml:{stop.line}", message, "copy the name from a text, or delete the line")
