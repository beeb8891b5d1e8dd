"""The whole collection at once: order, topics, links."""

from collections.abc import Iterable, Sequence

from generator.model import Beside, Described, Dossier
from generator.settings import Settings
from generator.understand.keywords.keywords import Method, with_keywords
from generator.understand.links.alike import find_alike, not_asked
from generator.understand.links.relate import relate
from generator.understand.links.stories import find_stories
from generator.understand.links.texts import read_texts
from generator.understand.topics.topics import find_topics
from generator.understand.topics.unmatched import unmatched
from generator.understand.vocabulary import Vocabulary


def understand(
    described: Sequence[Described],
    vocabulary: Vocabulary,
    settings: Settings,
    beside: Beside,
) -> Dossier:
    """Return the dossier of a collection.

    Args:
        described: The documents with what may become their keywords, in any order.
        vocabulary: The editor's topics.
        settings: Title, language, how keywords are ranked, how many links.
        beside: What reading has found beside them.
    """
    ordered = newest_first(described)
    briefings = with_keywords(ordered, Method(settings.engine, settings.ranking, settings.keywords))
    index = find_topics(briefings, [each.sightings for each in ordered], vocabulary, settings.language)
    topics = index.topics
    texts = read_texts(briefings)
    stories = find_stories(briefings, texts)
    alike = find_alike(briefings, settings.related) if settings.multilingual else not_asked(briefings)
    links = relate(briefings, texts, topics, alike, settings.related)
    found = [*beside.problems, *(problem for briefing in briefings for problem in briefing.document.problems)]
    return Dossier(
        title=settings.title,
        description=settings.description,
        language=settings.language,
        handling=settings.handling,
        about=beside.about,
        briefings=briefings,
        topics=topics,
        related=links.related,
        elsewhere=links.elsewhere,
        same_story=stories.same,
        stories=stories.clusters,
        unread=beside.unread,
        problems=(*found, *index.problems, *unmatched(vocabulary, topics, briefings, settings.language)),
    )


def newest_first(collection: Iterable[Described]) -> tuple[Described, ...]:
    """Return documents by date, the newest first and the undated last, and by id where dates are equal."""
    by_id = sorted(collection, key=lambda each: each.document.id)
    dated = [each for each in by_id if each.document.date]
    undated = [each for each in by_id if not each.document.date]
    dated.sort(key=lambda each: each.document.date.value if each.document.date else "", reverse=True)
    return (*dated, *undated)
