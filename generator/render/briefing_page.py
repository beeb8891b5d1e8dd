"""The page of one briefing."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.model import Block, Briefing, Document, Dossier, Notice, Page, SetAside
from generator.render import template
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
class Reasoned:
    """A related briefing, with the topics both are on and the terms they share, in words."""

    link: Link
    topics: str
    terms: str


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
    blocks: tuple[Block, ...]
    related: tuple[Reasoned, ...]
    same_story: tuple[Link, ...]
    facts: tuple[Row, ...]
    notices: tuple[Notice, ...]
    set_aside: tuple[SetAside, ...]


def briefing_page(briefing: Briefing, dossier: Dossier, names: Names) -> Page:
    """Return the page of a briefing."""
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
        blocks=document.blocks,
        related=_related(briefing, dossier, names),
        same_story=_same_story(briefing, dossier, names),
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
    """Return the topics that the briefing speaks of, those it names most first."""
    order = names.topics_of(briefing.id)[:_CHIPS]
    return tuple(names.topic_link(topic, "../topics/") for topic in order)


def _related(briefing: Briefing, dossier: Dossier, names: Names) -> tuple[Reasoned, ...]:
    return tuple(
        Reasoned(
            names.briefing_link(link.id, ""),
            ", ".join(names.topic(topic).label for topic in link.topics),
            ", ".join(f"“{term}”" for term in link.terms),
        )
        for link in dossier.related[briefing.id]
    )


def _same_story(briefing: Briefing, dossier: Dossier, names: Names) -> tuple[Link, ...]:
    links = ((names.briefing_link(story.id, ""), story.share) for story in dossier.same_story[briefing.id])
    return tuple(Link(link.text, link.path, f"{share:.0%} of the shorter text stands in both") for link, share in links)


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
