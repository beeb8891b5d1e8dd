"""The page of one briefing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model import Briefing, Document, Page
from generator.render import template
from generator.render.connections import Connected, Connections
from generator.render.in_time import InTime, TopicsInTime
from generator.render.linked import Live, Passage, passage
from generator.render.names import Link, Names, isolated, source_of, title
from generator.render.provenance import LeftOut, Row, facts, left_out

_CHIPS = 20
_WORDS_A_MINUTE = 238  # silent reading of non-fiction: Brysbaert, Journal of Memory and Language 109 (2019)


@dataclass(frozen=True, slots=True)
class BriefingView:
    """What the page shows; texts are plain, empty ones are left out.

    Attributes:
        title: Of the briefing.
        language: The code of its language.
        foreign: The same where it is not the dossier's, else empty.
        handling: The mark that holds for it.
        source: Where it comes from, with its place on the page of sources.
        strip: What else is told at a glance.
        ways: Where the text can be had besides: its original.
        summary_label: What the summary is.
        summary: The summary.
        topics: What the briefing is about.
        passages: Its text.
        connected: The briefings that belong to it.
        in_time: What comes before and after it in its topics.
        facts: Where all this comes from.
        notices: What a reader should know of how it was read.
        left_out: What is not in the text.
        left_out_lines: How many lines that are.
    """

    title: str
    language: str
    foreign: str
    handling: str
    source: Link
    strip: tuple[str, ...]
    ways: tuple[Link, ...]
    summary_label: str
    summary: str
    topics: tuple[Link, ...]
    passages: tuple[Passage, ...]
    connected: Connected
    in_time: tuple[InTime, ...]
    facts: tuple[Row, ...]
    notices: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    left_out_lines: int


def briefing_page(
    briefing: Briefing,
    names: Names,
    connections: Connections,
    in_time: TopicsInTime,
    inline: Mapping[str, tuple[Live, ...]],
) -> Page:
    """Return the page of a briefing, with links to topics in its text: those of each block, by its anchor."""
    document, code = briefing.document, briefing.document.language.code
    cut = " …" if document.summary.origin == "first words" else ""
    view = BriefingView(
        title=title(briefing),
        language=code,
        foreign=code if names.is_foreign(code) else "",
        handling=names.handling(briefing),
        source=names.source_link(source_of(briefing), "../"),
        strip=_strip(briefing, names),
        ways=tuple(_ways(document, names)),
        summary_label=names.words.summary(document.summary.origin),
        summary=document.summary.text + cut,
        topics=_topics(briefing, names),
        passages=tuple(passage(block, inline.get(block.anchor, ())) for block in document.blocks),
        connected=connections.of(briefing),
        in_time=tuple(in_time.around(briefing.id)),
        facts=tuple(facts(briefing, names)),
        notices=tuple(map(names.words.notice, (*document.notices, *briefing.notices))),
        left_out=left_out(document, names),
        left_out_lines=len(document.set_aside),
    )
    path = f"briefings/{briefing.id}.md"
    head = template.Head(path, view.title, code, document.summary.text)
    return template.page(head, view, "briefing", names.words)


def _strip(briefing: Briefing, names: Names) -> tuple[str, ...]:
    document = briefing.document
    author = isolated(document.author.text) if document.author else ""
    minutes = str(max(1, round(document.words / _WORDS_A_MINUTE)))
    reading = names.words.filled("briefing.minutes", {"n": minutes})
    return tuple(part for part in (_date(document, names), names.language(briefing), author, reading) if part)


def _date(document: Document, names: Names) -> str:
    if not document.date:
        return names.words.text("briefing.undated")
    precision = names.words.section("precision").get(document.date.precision, "")
    where = ", ".join(part for part in (names.words.origin(document.date.origin), precision) if part)
    return f"{names.date(document.date)} ({where})"


def _ways(document: Document, names: Names) -> Iterator[Link]:
    """Yield where else the text can be had."""
    if document.link:
        url = document.link.text
        yield Link(names.words.filled("briefing.original", {"host": urlsplit(url).hostname or url}), url)


def _topics(briefing: Briefing, names: Names) -> tuple[Link, ...]:
    """Return the topics that the briefing is about; those that it names in passing are linked in its text."""
    order = names.topics_of(briefing.id)[:_CHIPS]
    return tuple(names.topic_link(topic, "../topics/") for topic in order)
