"""The sheets of an edition: which template is set with which data, and where the PDF goes."""

from collections.abc import Iterator

from generator.interface import interface
from generator.model import Dossier
from generator.printing.article import article, texts_of
from generator.printing.book import Volume, book, volumes
from generator.printing.characters import pieces
from generator.printing.edition import ArticleSheet, TopicSheet
from generator.printing.sheet import Press, Sheet
from generator.printing.topics import topic_view

WHOLE = "dossier"  # the name of the book


def wanted_pieces(dossier: Dossier) -> frozenset[str]:
    """Return what fonts must have to print a dossier."""
    words = interface(dossier.language)
    texts = [dossier.title, dossier.description, dossier.handling, *(block.text for block in dossier.about)]
    for topic in dossier.topics:
        texts += [topic.label, topic.note, *(form for forms in topic.forms.values() for form in forms)]
    texts += [text for unread in dossier.unread for text in (unread.path, unread.reason)]
    return pieces(
        text for part in (texts, *(texts_of(briefing, words) for briefing in dossier.briefings)) for text in part
    )


def books(press: Press, name: str, day: str) -> Iterator[Sheet]:
    """Yield the whole dossier as one book, or as numbered volumes where that would be too thick.

    Args:
        press: What all sheets have in common.
        name: Of the file.
        day: Of the edition; empty for that of its newest text.
    """
    found = volumes(press.wording.in_time)
    for volume in found:
        yield press.sheet(_file(name, volume), "book", book(volume, press, day))


def book_files(dossier: Dossier) -> tuple[str, ...]:
    """Return the names of the files that the whole dossier is printed to as a book."""
    return tuple(_file(WHOLE, volume) for volume in volumes(dossier.briefings))


def _file(name: str, volume: Volume) -> str:
    return f"{name}-{volume.number}.pdf" if volume.count > 1 else f"{name}.pdf"


def briefing_sheets(press: Press) -> Iterator[Sheet]:
    """Yield a sheet for each briefing."""
    for briefing in press.wording.in_time:
        view = ArticleSheet(press.edition([briefing]), article(briefing, press.wording))
        yield press.sheet(f"briefings/{briefing.id}.pdf", "briefing", view)


def topic_sheets(press: Press) -> Iterator[Sheet]:
    """Yield a sheet for each topic."""
    for topic in press.wording.dossier.topics:
        briefings = [press.wording.briefing(id_) for id_ in (*topic.briefings, *topic.passing)]
        view = TopicSheet(press.edition(briefings), topic_view(topic, press.wording))
        yield press.sheet(f"topics/{topic.id}.pdf", "topic", view)
