"""What links to briefings and topics show before they are followed: a small file for each page."""

import json
from collections.abc import Mapping

from generator.interface import Interface, interface
from generator.locales import direction, language_name, show_date
from generator.model import Briefing, Dossier, Mention, Topic

_LONGEST = 280  # characters of the text: some five lines in a box of 22rem


def previews(dossier: Dossier) -> Mapping[str, str]:
    """Return the preview of every briefing and topic as JSON, by its path on the site.

    Each is `{title, strip, text}`; the strip is in the dossier's own language, `title` and `text` are each
    `{text, lang, dir}`. All of them are plain text.
    """
    words = interface(dossier.language)
    languages = {briefing.id: briefing.document.language.code for briefing in dossier.briefings}
    found = {f"previews/briefings/{b.id}.json": _briefing(b, dossier.language) for b in dossier.briefings}
    found |= {
        f"previews/topics/{topic.id}.json": _topic(topic, languages, dossier.language, words)
        for topic in dossier.topics
    }
    return found


def _briefing(briefing: Briefing, own: str) -> str:
    document = briefing.document
    language = document.language.code
    strip = [
        document.source.text if document.source else "",
        show_date(document.date, own) if document.date else "",
        language_name(language, own),
        document.author.text if document.author else "",
    ]
    return _json(_said(document.shown_title, language), strip, _said(_short(document.shown_summary), language))


def _topic(topic: Topic, languages: Mapping[str, str], own: str, words: Interface) -> str:
    about, passing = len(topic.briefings), len(topic.passing)
    strip = [
        words.counted("count.briefings", about) if about else "",
        words.counted("count.in_passing", passing) if passing and not about else "",
        words.counted("count.mentions", len(topic.mentions)) if topic.mentions else "",
    ]
    quote = _first(topic)
    if topic.note.strip():
        text = _said(_short(topic.note), own)
    elif quote:
        text = _said(words.filled("quoted", {"text": _short(quote.sentence)}), languages[quote.briefing])
    else:
        text = _said("", own)
    return _json(_said(topic.label, own), strip, text)


def _first(topic: Topic) -> Mention | None:
    """Return the mention to quote: the first in a text of the newest briefing about it, else what there is."""
    newest = topic.briefings[0] if topic.briefings else ""
    return min(topic.mentions, key=lambda mention: (mention.briefing != newest, not mention.anchor), default=None)


def _said(text: str, language: str) -> Mapping[str, str]:
    return {"text": text, "lang": language, "dir": direction(language)}


def _json(title: Mapping[str, str], strip: list[str], text: Mapping[str, str]) -> str:
    shown = {"title": title, "strip": " · ".join(part for part in strip if part), "text": text}
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))


def _short(text: str) -> str:
    line = " ".join(text.split())
    if len(line) <= _LONGEST:
        return line
    whole, _, _ = line[:_LONGEST].rpartition(" ")
    # Chinese and Japanese have no spaces to cut at, and an address may be one long word.
    return f"{whole if len(whole) > _LONGEST // 2 else line[:_LONGEST]} …"
