"""Lines that a source repeats on page after page: what no single document shows to be furniture."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import urlsplit

from generator.model import Document, Reason
from generator.read.content import Judged
from generator.text import count_words, fold, squeeze

_LEAST = 2  # documents
_SHARE = 3  # of a source's documents, one in so many
_LONG = 25  # words; a longer line that two pages share is more likely a quotation than furniture


def repeated(documents: Iterable[Document]) -> Mapping[str, tuple[str, ...]]:
    """Return the lines that sources repeat, by the path of each seed that has some; each list is sorted."""
    sources: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        if source := _source(document):
            sources[source].append(document)
    found: dict[str, set[str]] = defaultdict(set)
    for group in sources.values():
        common = _common(group)
        for document in group:
            for line in _lines(document) & common:
                found[document.seed.path].add(line)
    return {path: tuple(sorted(lines)) for path, lines in found.items()}


def set_aside(judged: Sequence[Judged], lines: Sequence[str]) -> tuple[Judged, ...]:
    """Set aside the lines that the source repeats."""
    known = frozenset(lines)
    return tuple(
        entry.aside(Reason.CHROME) if entry.kept and squeeze(entry.piece.text) in known else entry for entry in judged
    )


def _source(document: Document) -> str:
    """Return what a document's source is known by; empty where nothing says so."""
    host = urlsplit(document.link.text).hostname if document.link else ""
    return host or (fold(document.source.text) if document.source else "")


def _common(group: Sequence[Document]) -> set[str]:
    """Return the lines on enough pages of a source; copies of one story count as one page."""
    pages: dict[str, set[str]] = defaultdict(set)
    for document in group:
        story = _story(document)
        for line in _lines(document):
            pages[line].add(story)
    stories = len({_story(document) for document in group})
    return {line for line, seen in pages.items() if len(seen) >= max(_LEAST, stories / _SHARE)}


def _lines(document: Document) -> set[str]:
    texts = {squeeze(block.text) for block in document.blocks}
    return {text for text in texts if count_words(text) < _LONG}


def _story(document: Document) -> str:
    """Return what tells one story from another: the first long paragraph, else the whole text."""
    texts = [block.text for block in document.blocks]
    return next((text for text in texts if count_words(text) >= _LONG), " ".join(texts))
