"""dossier.json: everything the pages say, for programs. Its form is the one in ARCHITECTURE.md, schema 1."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.interface import in_english
from generator.model import Block, Briefing, Document, Dossier, Fact, Kind, Related, Topic
from generator.settings import Settings

SCHEMA = 1
Json = dict[str, object]


@dataclass(frozen=True, slots=True)
class _Topics:
    """What a briefing is about, and where it names which topic; both in the dossier's order of topics."""

    about: list[str] = field(default_factory=list)
    mentions: list[Json] = field(default_factory=list)


def machine_view(dossier: Dossier, settings: Settings) -> str:
    """Return a dossier as JSON: UTF-8, indented by one, briefings newest first, a line end at the close."""
    topics = _topics(dossier)
    view = {
        "schema": SCHEMA,
        "title": dossier.title,
        "language": dossier.language,
        "handling": dossier.handling or None,
        "about": [_block(block) for block in dossier.about],
        "briefings": [_briefing(briefing, dossier, topics[briefing.id], settings) for briefing in dossier.briefings],
        "topics": [_topic(topic) for topic in dossier.topics],
        "stories": [{"briefings": list(story.briefings)} for story in dossier.stories],
        "unread": [{"path": unread.path, "reason": unread.reason} for unread in dossier.unread],
    }
    return json.dumps(view, ensure_ascii=False, indent=1) + "\n"


def _topics(dossier: Dossier) -> Mapping[str, _Topics]:
    """Return the topics by briefing."""
    found = {briefing.id: _Topics() for briefing in dossier.briefings}
    for topic in dossier.topics:
        for id_ in topic.briefings:
            found[id_].about.append(topic.id)
        for mention in topic.mentions:
            place: Json = {
                "topic": topic.id,
                "anchor": mention.anchor or None,
                "start": mention.start,
                "form": mention.form,
            }
            found[mention.briefing].mentions.append(place)
    return found


def _briefing(briefing: Briefing, dossier: Dossier, topics: _Topics, settings: Settings) -> Json:
    document = briefing.document
    return {
        "id": briefing.id,
        "url": settings.url(f"briefings/{briefing.id}.md"),
        **_described(document),
        "handling": dossier.handling_of(briefing) or None,
        "words": document.words,
        "blocks": [_block(block) for block in document.blocks],
        "set_aside": [
            {"text": line.text, "reason": line.reason, "after": line.after or None} for line in document.set_aside
        ],
        "keywords": [{"text": word.text, "score": word.score, "count": word.count} for word in briefing.keywords],
        "topics": topics.about,
        "mentions": topics.mentions,
        "dates_mentioned": [
            {"text": date.text, "value": date.value, "anchor": date.anchor} for date in document.dates_mentioned
        ],
        "related": _related(dossier.related[briefing.id]),
        "elsewhere": _related(dossier.elsewhere[briefing.id]),
        "same_story": [{"id": story.id, "share": story.share} for story in dossier.same_story[briefing.id]],
        "notices": [
            {"code": notice.code, "text": in_english(notice)} for notice in (*document.notices, *briefing.notices)
        ],
    }


def _described(document: Document) -> Json:
    seed, date, language = document.seed, document.date, document.language
    facts = {"source": document.source, "author": document.author, "link": document.link}
    return {
        "seed": {
            "path": seed.path,
            "part": seed.part or None,
            "sha256": seed.sha256,
            "bytes": seed.size,
            "format": seed.format,
            "encoding": {"name": seed.encoding.name, "guessed": seed.encoding.guessed},
        },
        "title": _fact(document.title),
        "date": date and {"value": date.value, "precision": date.precision, "origin": date.origin, "text": date.text},
        "language": {"code": language.code, "confidence": language.confidence, "origin": language.origin},
        **{name: fact and fact.text for name, fact in facts.items()},
        "origins": {name: fact.origin for name, fact in facts.items() if fact},
        "summary": _fact(document.summary),
    }


def _related(links: Iterable[Related]) -> list[Json]:
    return [
        {
            "id": link.id,
            "score": link.score,
            "topics": list(link.topics),
            "terms": list(link.terms),
            "likeness": link.likeness or None,
        }
        for link in links
    ]


def _fact(fact: Fact) -> Json:
    return {"text": fact.text, "origin": fact.origin}


def _block(block: Block) -> Json:
    view: Json = {"anchor": block.anchor, "kind": block.kind, "text": block.text}
    if block.kind is Kind.HEADING:
        view["level"] = block.level
    if block.kind is Kind.LIST:
        view["items"] = list(block.items)
    if block.kind is Kind.TABLE:
        view["rows"] = [list(row) for row in block.rows]
    if block.links:
        view["links"] = [{"start": link.start, "end": link.end, "url": link.url} for link in block.links]
    return view


def _topic(topic: Topic) -> Json:
    return {
        "id": topic.id,
        "label": topic.label,
        "labels": dict(topic.labels),
        "forms": {language: list(forms) for language, forms in topic.forms.items()},
        "origin": topic.origin,
        "parent": topic.parent or None,
        "note": topic.note,
        "briefings": list(topic.briefings),
        "added": list(topic.added),
        "passing": list(topic.passing),
        "related": list(topic.related),
    }
