"""The whole collection at once: order, topics, links."""

from collections.abc import Iterable, Sequence

from generator.model import Briefing, Dossier, Problem, Unread
from generator.settings import Settings
from generator.understand.relate import relate
from generator.understand.stories import find_stories
from generator.understand.texts import read_texts
from generator.understand.topics import find_topics
from generator.understand.unmatched import unmatched
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
    index = find_topics(ordered, vocabulary, settings.language)
    topics = index.topics
    texts = read_texts(ordered)
    stories = find_stories(ordered, texts)
    links = relate(ordered, texts, topics, settings.related)
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
        problems=(*found, *index.problems, *unmatched(vocabulary, topics, ordered)),
    )


def newest_first(briefings: Iterable[Briefing]) -> tuple[Briefing, ...]:
    """Return the briefings by date, the newest first and the undated last, and by id where dates are equal."""
    by_id = sorted(briefings, key=lambda briefing: briefing.id)
    dated = [briefing for briefing in by_id if briefing.document.date]
    undated = [briefing for briefing in by_id if not briefing.document.date]
    dated.sort(key=lambda briefing: briefing.document.date.value if briefing.document.date else "", reverse=True)
    return (*dated, *undated)
