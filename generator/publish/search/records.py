"""What can be found: each briefing, each topic, and each page that a person wrote, with the words that lead to it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from generator.interface import Interface, interface
from generator.model import Block, Briefing, Dossier, Kind, Topic
from generator.publish.search.findable import findable
from generator.render.names import Names, title
from generator.settings import Settings
from generator.text import folded_words

# The languages whose inflection Pagefind 1.5.2 knows. All others share one index, where words are found as they begin.
STEMMED = frozenset({
    "ar", "da", "de", "el", "en", "es", "et", "fi", "fr", "hi", "hu", "hy", "id", "it", "lt", "nl", "no", "pl", "pt",
    "ro", "ru", "sv", "tr",
})  # fmt: skip
UNKNOWN = "und"  # ISO 639-2: undetermined
NAMED = "named"  # opens the anchors of words that a briefing does not write itself; its own word and anchor follow
_UNDATED = "0000"  # sorts behind every date where the newest come first


@dataclass(frozen=True, slots=True)
class Record:
    """A page that can be found.

    Attributes:
        file: Of the site: `briefings/herring/index.html`.
        language: Of its text, for Pagefind.
        title: In plain text.
        body: HTML, made of `findable` texts; elements with an id are places to open the page at.
        strip: What stands under the title in a list of results.
        date: ISO 8601, as exact as it is known; empty where it is not.
        filters: The names of what it can be picked by, each with its values.
    """

    file: str
    language: str
    title: str
    body: str
    strip: str = ""
    date: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def html(self) -> str:
        """The page that Pagefind reads."""
        filters = [(name, value) for name, values in self.filters.items() for value in values]
        head = "".join(
            f'<meta data-pagefind-filter="{name}[content]" content="{escape(value)}">' for name, value in filters
        )
        date = escape(self.date or _UNDATED)
        return (
            f'<!doctype html><html lang="{self.language}"><head><meta charset="utf-8">{head}'
            f'<meta data-pagefind-meta="strip[content]" content="{escape(self.strip)}">'
            f'<meta data-pagefind-sort="date[content]" data-pagefind-meta="date[content]" content="{date}">'
            f"</head><body data-pagefind-body><h1>{findable(self.title)}</h1>{self.body}</body></html>"
        )


def records(dossier: Dossier, settings: Settings) -> Iterator[Record]:
    """Yield the briefings and the topics; what was set aside is in none of them."""
    names, words = Names(dossier), interface(settings.language)
    named: dict[str, list[Topic]] = defaultdict(list)
    for topic in dossier.topics:
        for briefing_id in (*topic.briefings, *topic.passing):
            named[briefing_id].append(topic)
    for briefing in dossier.briefings:
        yield _briefing(briefing, named[briefing.id], names, settings, words)
    for topic in dossier.topics:
        yield _topic(topic, settings, words)


def own_page(file: str, title: str, content: str, settings: Settings) -> Record:
    """Return a page that a person wrote beside the generated ones: its content is HTML, as MkDocs has made it."""
    kind = interface(settings.language).text("search.kind.page")
    return Record(file, language_of(settings.language), title, content, filters={"kind": (kind,)})


def language_of(code: str) -> str:
    """Return the index that a language is in: its own where Pagefind knows its inflection."""
    return code if code in STEMMED else UNKNOWN


def _briefing(briefing: Briefing, named: list[Topic], names: Names, settings: Settings, words: Interface) -> Record:
    document = briefing.document
    source, date = names.source(briefing), names.date(document.date)
    author = document.author.text if document.author else ""
    language = names.language(briefing)
    about = [topic.label for topic in named if briefing.id in topic.briefings]
    return Record(
        file=_file(f"briefings/{briefing.id}.md", settings),
        language=language_of(document.language.code),
        title=title(briefing),
        body="".join([*map(_block, document.blocks), *_also_found_by(briefing, named, names)]),
        strip=" · ".join(part for part in (source, date, language, author) if part),
        date=document.date.value if document.date else "",
        filters={
            "kind": (words.text("search.kind.briefing"),),
            "topic": tuple(about),
            "source": (source,),
            "language": (language,),
            "year": (document.date.value[:4] if document.date else words.text("undated"),),
            "author": (author,) if author else (),
        },
    )


def _topic(topic: Topic, settings: Settings, words: Interface) -> Record:
    others = dict.fromkeys([*topic.labels.values(), *(form for forms in topic.forms.values() for form in forms)])
    forms = " · ".join(form for form in others if form != topic.label)
    notes = "".join(f"<p>{findable(note)}</p>" for note in topic.note.splitlines() if note.strip())
    return Record(
        file=_file(f"topics/{topic.id}.md", settings),
        language=language_of(settings.language),
        title=topic.label,
        body=f'{notes}<p data-pagefind-weight="5">{findable(forms)}</p>',
        strip=words.counted("count.briefings", len(topic.briefings)),
        filters={"kind": (words.text("search.kind.topic"),)},
    )


def _also_found_by(briefing: Briefing, topics: Iterable[Topic], names: Names) -> Iterator[str]:
    """Yield what each topic of a briefing is called by others, as far as the briefing does not say so itself.

    Of little weight: a briefing that writes "Turkey" comes before one that only writes "Turquie". The form that the
    briefing writes opens the line, and the anchor ends with that of the block where it does so first.
    """
    document = briefing.document
    there = frozenset(folded_words(" ".join([document.title.text, *(block.text for block in document.blocks)])))
    mentions = names.mentions_in(briefing.id)
    for number, topic in enumerate(topics):
        called = [topic.label, *topic.labels.values(), *(form for forms in topic.forms.values() for form in forms)]
        others = dict.fromkeys(form for form in called if not there.issuperset(folded_words(form)))
        if others:
            first = next(iter(mentions.get(topic.id, ())), None)
            form, anchor = (first.form, first.anchor) if first else ("", "")
            text = findable(f"{form} = {' · '.join(others)}")
            yield f'<p id="{NAMED}-{number}-{anchor}" data-pagefind-weight="0.1">{text}</p>'


def _block(block: Block) -> str:
    if block.kind is Kind.HEADING:
        level = min(block.level + 1, 6)
        return f'<h{level} id="{block.anchor}">{findable(block.text)}</h{level}>'
    return f'<p id="{block.anchor}">{findable(block.text)}</p>'


def _file(page: str, settings: Settings) -> str:
    """Return the file of the site that a Markdown page becomes."""
    url = settings.url(page)
    return f"{url}index.html" if url.endswith("/") else url
