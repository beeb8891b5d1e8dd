"""The table of all briefings, newest first: a page for each two hundred, and one file with all rows for its script."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.model import Briefing, Dossier, Page
from generator.render import places, template
from generator.render.indexes.listing import head_of
from generator.render.indexes.sheets import cut, turns
from generator.render.names import Link, Names, title
from generator.settings import Settings

PATH = "briefings.md"
_TOPICS = 3  # of a briefing, those that it names most


@dataclass(frozen=True, slots=True)
class Row:
    """A briefing in the table; `day` is its date in ISO 8601, `date` the same in words."""

    path: str
    title: str
    day: str
    date: str
    source: str
    language: str
    topics: tuple[str, ...]
    words: int


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row as the page shows it."""

    link: Link
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TableView:
    """What a page shows; every path counts from the folder of all pages, to which `up` leads."""

    title: str
    lead: str
    up: str
    columns: tuple[str, ...]
    rows: tuple[ShownRow, ...]
    turns: tuple[Link, ...]


def briefings_pages(dossier: Dossier, names: Names) -> Iterator[Page]:
    """Yield the pages of the table."""
    words = names.words
    shown, lead = words.text("pages.briefings"), words.counted("count.briefings", len(dossier.briefings))
    columns = tuple(words.text(f"table.{name}") for name in ("date", "source", "language", "topics", "words"))
    pages = list(cut(dossier.briefings))
    for number, part in enumerate(pages, start=1):
        path = places.sheet(PATH, number)
        view = TableView(
            title=shown,
            lead=lead,
            up=places.up(path),
            columns=(words.text("table.title"), *columns),
            rows=tuple(_shown(row_of(briefing, names), names) for briefing in part),
            turns=turns(PATH, number, len(pages)),
        )
        yield template.page(head_of(path, shown, lead, dossier, names), view, "briefings", words)


def is_table(path: str) -> bool:
    """Say whether a page has the table, and so the script that sorts it."""
    return path == PATH or path.startswith("all-briefings/")


def table_data(dossier: Dossier, settings: Settings) -> str:
    """Return all rows as JSON, names that return said once: what the script asks for when a reader first sorts."""
    names = Names(dossier)
    rows = [row_of(briefing, names) for briefing in dossier.briefings]
    sources, languages = _numbered([row.source for row in rows]), _numbered([row.language for row in rows])
    topics = _numbered([topic for row in rows for topic in row.topics])
    view = {
        "rows": [
            [
                settings.url(row.path),
                row.title,
                row.day,
                row.date,
                sources[row.source],
                languages[row.language],
                [topics[topic] for topic in row.topics],
                row.words,
            ]
            for row in rows
        ],
        "sources": list(sources),
        "languages": list(languages),
        "topics": list(topics),
    }
    return json.dumps(view, ensure_ascii=False, separators=(",", ":")) + "\n"


def row_of(briefing: Briefing, names: Names) -> Row:
    """Return the row of a briefing."""
    document = briefing.document
    return Row(
        path=f"briefings/{briefing.id}.md",
        title=title(briefing),
        day=document.date.value if document.date else "",
        date=names.date(document.date),
        source=names.source(briefing),
        language=names.language(briefing),
        topics=tuple(names.topic(id_).label for id_ in names.topics_of(briefing.id)[:_TOPICS]),
        words=document.words,
    )


def _shown(row: Row, names: Names) -> ShownRow:
    cells = (row.date, row.source, row.language, ", ".join(row.topics), names.number(row.words))
    return ShownRow(Link(row.title, row.path), cells)


def _numbered(texts: Sequence[str]) -> dict[str, int]:
    return {text: number for number, text in enumerate(dict.fromkeys(texts))}
