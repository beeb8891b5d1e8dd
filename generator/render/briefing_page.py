"""The page of one briefing."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model import Briefing, Document, Page, SetAside
from generator.render import template
from generator.render.connections import Connected, Connections
from generator.render.in_time import InTime, TopicsInTime
from generator.render.linked import Live, Passage, passage
from generator.render.names import Link, Names, source_anchor, source_of, title

_CHIPS = 20
_WORDS_A_MINUTE = 238  # silent reading of non-fiction: Brysbaert, Journal of Memory and Language 109 (2019)
# What a summary is called, by where it comes from; else the file itself sums up.
_SUMMARY = {"first sentences": "first_words", "first words": "first_words", "editor": "editor"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table about the page."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class BriefingView:
    """What the page shows; texts are plain, empty ones are left out."""

    title: str
    source: Link
    strip: tuple[str, ...]
    original: Link
    summary_label: str
    summary: str
    topics: tuple[Link, ...]
    keywords: tuple[str, ...]
    passages: tuple[Passage, ...]
    connected: Connected
    in_time: tuple[InTime, ...]
    facts: tuple[Row, ...]
    notices: tuple[str, ...]
    set_aside: tuple[SetAside, ...]


def briefing_page(
    briefing: Briefing,
    names: Names,
    connections: Connections,
    in_time: TopicsInTime,
    inline: Mapping[str, tuple[Live, ...]],
) -> Page:
    """Return the page of a briefing, with links to topics in its text: those of each block, by its anchor."""
    document = briefing.document
    cut = " …" if document.summary.origin == "first words" else ""
    view = BriefingView(
        title=title(briefing),
        source=Link(names.source_called(source_of(briefing)), f"../sources.md#{source_anchor(source_of(briefing))}"),
        strip=_strip(briefing, names),
        original=_original(document),
        summary_label=names.words.text(f"summary.{_SUMMARY.get(document.summary.origin, 'file')}"),
        summary=document.summary.text + cut,
        topics=_topics(briefing, names),
        keywords=tuple(keyword.text for keyword in briefing.keywords[:_CHIPS]),
        passages=tuple(passage(block, inline.get(block.anchor, ())) for block in document.blocks),
        connected=connections.of(briefing),
        in_time=tuple(in_time.around(briefing.id)),
        facts=_facts(briefing, names),
        notices=tuple(map(names.words.notice, (*document.notices, *briefing.notices))),
        set_aside=document.set_aside,
    )
    path = f"briefings/{briefing.id}.md"
    head = template.Head(path, view.title, document.language.code, document.summary.text)
    return template.page(head, view, "briefing", names.words)


def _strip(briefing: Briefing, names: Names) -> tuple[str, ...]:
    document = briefing.document
    author = document.author.text if document.author else ""
    minutes = str(max(1, round(document.words / _WORDS_A_MINUTE)))
    reading = names.words.filled("briefing.minutes", {"n": minutes})
    return tuple(part for part in (_date(document, names), names.language(briefing), author, reading) if part)


def _date(document: Document, names: Names) -> str:
    if not document.date:
        return names.words.text("briefing.undated")
    precision = names.words.section("precision").get(document.date.precision, "")
    where = ", ".join(part for part in (names.origin(document.date.origin), precision) if part)
    return f"{names.date(document.date)} ({where})"


def _original(document: Document) -> Link:
    url = document.link.text if document.link else ""
    return Link(urlsplit(url).hostname or url, url)


def _topics(briefing: Briefing, names: Names) -> tuple[Link, ...]:
    """Return the topics that the briefing is about; those that it names in passing are linked in its text."""
    order = names.topics_of(briefing.id)[:_CHIPS]
    return tuple(names.topic_link(topic, "../topics/") for topic in order)


def _facts(briefing: Briefing, names: Names) -> tuple[Row, ...]:
    document, words = briefing.document, names.words
    title, date = names.origin(document.title.origin), words.text("facts.unstated")
    if document.date:
        date = f"{names.origin(document.date.origin)}: {names.quoted(document.date.text)}"
    rows = [
        Row(words.text("facts.seed"), _seed(document, names)),
        Row("SHA-256", document.seed.sha256),
        Row(words.text("facts.title"), title),
        Row(words.text("facts.date"), date),
        Row(words.text("facts.language"), _language_origin(document, names)),
    ]
    for name, fact in (("source", document.source), ("author", document.author), ("link", document.link)):
        if fact:
            rows.append(Row(words.text(f"facts.{name}"), f"{fact.text} ({names.origin(fact.origin)})"))
    mentioned = ", ".join(dict.fromkeys(date.text for date in document.dates_mentioned))
    if mentioned:
        rows.append(Row(words.text("facts.dates_mentioned"), mentioned))
    return (*rows, Row(words.text("facts.cite"), _citation(briefing, names)))


def _seed(document: Document, names: Names) -> str:
    """Return the file that a document comes from: its path, its part in it, its size, format and encoding."""
    seed, words = document.seed, names.words
    encoding = seed.encoding.name
    if seed.encoding.guessed:
        encoding = words.filled("facts.guessed", {"encoding": encoding})
    part = (words.filled("facts.part", {"part": seed.part}),) if seed.part else ()
    return ", ".join((seed.path, *part, words.counted("count.bytes", seed.size), seed.format, encoding))


def _language_origin(document: Document, names: Names) -> str:
    language = document.language
    if language.origin != "detected":
        return names.origin(language.origin)
    return names.words.filled("facts.detected", {"share": names.share(language.confidence)})


def _citation(briefing: Briefing, names: Names) -> str:
    document = briefing.document
    author = f"{document.author.text}. " if document.author else ""
    tail = [document.source.text if document.source else "", names.date(document.date)]
    link = f" {document.link.text}" if document.link else ""
    cited = f"{author}{names.quoted(title(briefing))}. {', '.join(part for part in tail if part)}"
    return cited.rstrip(" .") + f".{link}"
