"""The page of one briefing."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model import Briefing, Document, Notice, Page, SetAside
from generator.render import template
from generator.render.connections import Connected, Connections
from generator.render.in_time import InTime, TopicsInTime
from generator.render.linked import Live, Passage, passage
from generator.render.names import Link, Names, origin, source_anchor, source_of, title

_CHIPS = 20
_WORDS_A_MINUTE = 238  # silent reading of non-fiction: Brysbaert, Journal of Memory and Language 109 (2019)
_PRECISION = {"year": "the year only", "month": "the month only"}
_SUMMARY = {
    "first sentences": "In its first words.",
    "first words": "In its first words.",
    "editor": "The editor sums up.",
}
_SUMS_UP = "The file sums up."


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
    notices: tuple[Notice, ...]
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
        source=Link(source_of(briefing), f"../sources.md#{source_anchor(source_of(briefing))}"),
        strip=_strip(briefing, names),
        original=_original(document),
        summary_label=_SUMMARY.get(document.summary.origin, _SUMS_UP),
        summary=document.summary.text + cut,
        topics=_topics(briefing, names),
        keywords=tuple(keyword.text for keyword in briefing.keywords[:_CHIPS]),
        passages=tuple(passage(block, inline.get(block.anchor, ())) for block in document.blocks),
        connected=connections.of(briefing),
        in_time=tuple(in_time.around(briefing.id)),
        facts=_facts(briefing, names),
        notices=(*document.notices, *briefing.notices),
        set_aside=document.set_aside,
    )
    path = f"briefings/{briefing.id}.md"
    head = template.Head(path, view.title, document.language.code, document.summary.text)
    return template.page(head, view, "briefing")


def _strip(briefing: Briefing, names: Names) -> tuple[str, ...]:
    document = briefing.document
    date = "date not stated"
    if document.date:
        precision = _PRECISION.get(document.date.precision, "")
        where = ", ".join(part for part in (origin(document.date.origin), precision) if part)
        date = f"{names.date(document.date)} ({where})"
    author = document.author.text if document.author else ""
    minutes = max(1, round(document.words / _WORDS_A_MINUTE))
    return tuple(part for part in (date, names.language(briefing), author, f"{minutes} min read") if part)


def _original(document: Document) -> Link:
    url = document.link.text if document.link else ""
    return Link(urlsplit(url).hostname or url, url)


def _topics(briefing: Briefing, names: Names) -> tuple[Link, ...]:
    """Return the topics that the briefing is about; those that it names in passing are linked in its text."""
    order = names.topics_of(briefing.id)[:_CHIPS]
    return tuple(names.topic_link(topic, "../topics/") for topic in order)


def _facts(briefing: Briefing, names: Names) -> tuple[Row, ...]:
    document = briefing.document
    seed = document.seed
    encoding = f"{seed.encoding.name}{' (guessed)' if seed.encoding.guessed else ''}"
    part = f", document {seed.part}" if seed.part else ""
    rows = [
        Row("Seed", f"{seed.path}{part}, {seed.size:,} bytes, {seed.format}, {encoding}"),
        Row("SHA-256", seed.sha256),
        Row("Title", origin(document.title.origin)),
        Row("Date", f"{origin(document.date.origin)}: “{document.date.text}”" if document.date else "not stated"),
        Row("Language", _language_origin(document)),
    ]
    for name, fact in (("Source", document.source), ("Author", document.author), ("Link", document.link)):
        if fact:
            rows.append(Row(name, f"{fact.text} ({origin(fact.origin)})"))
    mentioned = ", ".join(dict.fromkeys(date.text for date in document.dates_mentioned))
    if mentioned:
        rows.append(Row("Dates mentioned", mentioned))
    return (*rows, Row("Cite", _citation(briefing, names)))


def _language_origin(document: Document) -> str:
    language = document.language
    if language.origin != "detected":
        return origin(language.origin)
    return f"detected, {language.confidence:.0%} sure"


def _citation(briefing: Briefing, names: Names) -> str:
    document = briefing.document
    author = f"{document.author.text}. " if document.author else ""
    tail = [document.source.text if document.source else "", names.date(document.date)]
    link = f" {document.link.text}" if document.link else ""
    return f"{author}“{title(briefing)}”. {', '.join(part for part in tail if part)}".rstrip(" .") + f".{link}"
