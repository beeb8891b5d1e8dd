"""dossier.json: everything the pages say, for programs. Its form is the one in ARCHITECTURE.md, schema 1."""

import json
from collections import defaultdict
from collections.abc import Mapping

from generator.model import Block, Briefing, Document, Dossier, Fact, Kind, Mention, Topic
from generator.settings import Settings

SCHEMA = 1
Json = dict[str, object]


def machine_view(dossier: Dossier, settings: Settings) -> str:
    """Return a dossier as JSON: UTF-8, indented by one, briefings newest first, a line end at the close."""
    mentions = _mentions(dossier)
    view = {
        "schema": SCHEMA,
        "title": dossier.title,
        "language": dossier.language,
        "briefings": [_briefing(briefing, dossier, mentions[briefing.id], settings) for briefing in dossier.briefings],
        "topics": [_topic(topic) for topic in dossier.topics],
        "unread": [{"path": unread.path, "reason": unread.reason} for unread in dossier.unread],
    }
    return json.dumps(view, ensure_ascii=False, indent=1) + "\n"


def _mentions(dossier: Dossier) -> Mapping[str, dict[str, list[Mention]]]:
    """Return the mentions by briefing and topic, topics in the dossier's order."""
    found: dict[str, dict[str, list[Mention]]] = defaultdict(dict)
    for topic in dossier.topics:
        for mention in topic.mentions:
            found[mention.briefing].setdefault(topic.id, []).append(mention)
    return found


def _briefing(briefing: Briefing, dossier: Dossier, mentions: Mapping[str, list[Mention]], settings: Settings) -> Json:
    document = briefing.document
    return {
        "id": briefing.id,
        "url": settings.url(f"briefings/{briefing.id}.md"),
        **_described(document),
        "words": document.words,
        "blocks": [_block(block) for block in document.blocks],
        "set_aside": [
            {"text": line.text, "reason": line.reason, "after": line.after or None} for line in document.set_aside
        ],
        "keywords": [{"text": word.text, "score": word.score, "count": word.count} for word in briefing.keywords],
        "topics": list(mentions),
        "mentions": [
            {"topic": topic, "anchor": mention.anchor, "form": mention.form}
            for topic, found in mentions.items()
            for mention in found
        ],
        "dates_mentioned": [
            {"text": date.text, "value": date.value, "anchor": date.anchor} for date in document.dates_mentioned
        ],
        "related": [
            {"id": link.id, "score": link.score, "topics": list(link.topics), "terms": list(link.terms)}
            for link in dossier.related[briefing.id]
        ],
        "same_story": [{"id": story.id, "share": story.share} for story in dossier.same_story[briefing.id]],
        "notices": [{"code": notice.code, "text": notice.text} for notice in (*document.notices, *briefing.notices)],
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
        "briefings": list(topic.briefings),
        "related": list(topic.related),
    }
