"""`dossier explain`: what was read of one seed, what was set aside, and where everything comes from."""

from collections.abc import Iterator

from generator.interface import in_english
from generator.model import Briefing, Document, Dossier, Topic
from generator.text import counted

_WIDTH = 100  # characters of a text that are shown


def explain(briefing: Briefing, dossier: Dossier) -> str:
    """Return the account of one briefing as plain text."""
    document = briefing.document
    return "\n".join([*_facts(document), *_lines(document), *_keywords(briefing), *_links(briefing, dossier)])


def _facts(document: Document) -> Iterator[str]:
    seed, encoding, language = document.seed, document.seed.encoding, document.language
    yield f"seed      {seed.path}{f', document {seed.part}' if seed.part else ''}"
    yield f"          {seed.size:,} bytes, {seed.format}, {encoding.name}{', guessed' if encoding.guessed else ''}"
    yield f"address   briefings/{document.id}"
    yield f"title     {document.title.text}  [{document.title.origin}]"
    if day := document.date:
        yield f"date      {day.value}  [{day.origin}: {day.text}; {day.precision}]"
    else:
        yield "date      none found"
    yield f"language  {language.code}  [{language.origin}, {language.confidence:.0%} sure]"
    for name, fact in (("source", document.source), ("author", document.author), ("link", document.link)):
        yield f"{name:8}  {fact.text}  [{fact.origin}]" if fact else f"{name:8}  none found"
    if document.handling:
        yield f"handling  {document.handling}  [editor]"
    yield f"summary   {_short(document.summary.text)}  [{document.summary.origin}]"
    for date in document.dates_mentioned:
        yield f"mentions  {date.text} = {date.value}  [{date.anchor}]"
    for notice in document.notices:
        yield f"notice    {in_english(notice)}  [{notice.code}]"


def _lines(document: Document) -> Iterator[str]:
    yield f"\nbody: {counted(len(document.blocks), 'block', 'blocks')}, {counted(document.words, 'word', 'words')}"
    for block in document.blocks:
        yield f"  {block.anchor:4} {block.kind:9}  {_short(block.text)}"
    yield f"\nset aside: {counted(len(document.set_aside), 'line', 'lines')}"
    for line in document.set_aside:
        yield f"  {line.reason:9}  after {line.after or 'the top':8}  {_short(line.text)}"


def _keywords(briefing: Briefing) -> Iterator[str]:
    yield f"\nkeywords: {len(briefing.keywords)} (weight beside the best's; times in the text)"
    for keyword in briefing.keywords:
        yield f"  {keyword.score:.2f}  {keyword.count:3} x  {keyword.text}"
    for notice in briefing.notices:
        yield f"  {in_english(notice)}"


def _links(briefing: Briefing, dossier: Dossier) -> Iterator[str]:
    yield "\ntopics (what they rest on; where this briefing names them)"
    for topic in dossier.topics:
        here = [mention for mention in topic.mentions if mention.briefing == briefing.id]
        places = [f"{mention.form} {mention.anchor or 'headline'}" for mention in here]
        how = _how(briefing.id, topic)
        if places or how:
            count = counted(len(topic.briefings), "briefing", "briefings")
            basis = ", ".join(part for part in (topic.origin, count, how) if part)
            yield f"  {topic.label}  [{basis}]  {', '.join(places)}".rstrip()
    labels = {topic.id: topic.label for topic in dossier.topics}
    for name, links in (("related", dossier.related), ("in other languages", dossier.elsewhere)):
        yield f"\n{name}"
        for link in links[briefing.id]:
            topics = ", ".join(labels[topic] for topic in link.topics) or "no topic"
            alike = f"; similar text ({link.likeness:.0%})" if link.likeness else ""
            yield f"  {link.id}  {link.score:.2f}  both on {topics}; share {', '.join(link.terms) or 'no word'}{alike}"
    yield from _story(briefing, dossier)


def _how(briefing: str, topic: Topic) -> str:
    """Return how a briefing comes to a topic, where that is not by what it says of it."""
    if briefing in topic.added:
        return "added by the editor"
    return "in passing" if briefing in topic.passing else ""


def _story(briefing: Briefing, dossier: Dossier) -> Iterator[str]:
    yield "\nsame story"
    for same in dossier.same_story[briefing.id]:
        yield f"  {same.id}  {same.share:.0%} of the shorter text stands in both"
    for story in dossier.stories:
        if briefing.id in story.briefings:
            yield f"  the earliest first: {', '.join(story.briefings)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _WIDTH else f"{line[:_WIDTH]}…"
