"""A briefing as an article on paper."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.interface import Interface
from generator.model import Block, Briefing, Date, Document, Hyperlink, Kind
from generator.printing.characters import described
from generator.printing.connections import see_also
from generator.printing.edition import Article, Named, Passage, Provenance, Run, Text
from generator.printing.wording import Wording

_TOPICS = 20
_NUMBERED = re.compile(r"p(\d+)")  # paragraphs of seeds; the editor's words on the whole have no numbers
_FACTS = ("title", "date", "source", "author", "link")


def article(briefing: Briefing, wording: Wording) -> Article:
    """Return what is printed of a briefing."""
    document = briefing.document
    return Article(
        id=briefing.id,
        title=wording.title(briefing),
        short=wording.short(briefing),
        language=document.language.code,
        date=wording.date(document.date) or wording.words.text("briefing.undated"),
        source=wording.source(briefing) or wording.words.text("source.unstated"),
        strip=tuple(_strip(document, wording)),
        link=document.link.text if document.link else "",
        summary_label=wording.words.summary(document.summary.origin),
        summary=wording.shown(document.shown_summary),
        topics=tuple(
            Named(topic.id, wording.shown(topic.label), wording.foreign(wording.topic_language(topic)))
            for topic in wording.topics_of.get(briefing.id, ())[:_TOPICS]
        ),
        text=text_of(document.blocks, wording),
        see_also=tuple(see_also(briefing.id, wording)),
        notices=tuple(_notices(briefing, wording)),
        handling=wording.handling([briefing]),
        provenance=_provenance(document, wording),
    )


def text_of(blocks: Sequence[Block], wording: Wording) -> Text:
    """Return blocks as they are printed."""
    addresses = _addresses(blocks)
    return Text(tuple(_passages(blocks, addresses, wording)), tuple(addresses))


def texts_of(briefing: Briefing, words: Interface) -> Iterator[str]:
    """Yield all of a briefing that is printed; `words` are those of the interface."""
    document = briefing.document
    yield from (document.title.text, document.summary.text, document.handling, document.seed.path, document.seed.part)
    yield from (fact.text for fact in (document.source, document.author, document.link) if fact)
    yield from (block.text for block in document.blocks)
    yield from map(words.notice, (*document.notices, *briefing.notices))


def _strip(document: Document, wording: Wording) -> Iterator[str]:
    if document.date:
        yield ", ".join(_how_dated(document.date, wording))
    yield wording.language(document.language.code)
    if document.author:
        yield wording.shown(document.author.text)
    yield wording.words.counted("count.words", document.words)


def _how_dated(date: Date, wording: Wording) -> Iterator[str]:
    """Yield where a date was stated, and what of it, if that is no whole day."""
    yield wording.words.origin(date.origin)
    inexact = wording.words.section("precision").get(date.precision)
    if inexact:
        yield inexact


def _addresses(blocks: Sequence[Block]) -> Mapping[str, str]:
    """Return the number of each address that the text of its link does not show."""
    found: dict[str, str] = {}
    for block in blocks:
        for link in block.links:
            shown = block.text[link.start : link.end].strip()
            if link.url not in found and shown.rstrip("/") not in {link.url.rstrip("/"), _bare(link.url)}:
                found[link.url] = str(len(found) + 1)
    return found


def _bare(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc}{parts.path}".rstrip("/")


def _passages(blocks: Sequence[Block], addresses: Mapping[str, str], wording: Wording) -> Iterator[Passage]:
    """Yield the blocks; a heading is one level below the last at the most, or readers with aids lose the order."""
    level = 0
    for block in blocks:
        heading = block.kind is Kind.HEADING
        level = min(max(block.level, 1), level + 1) if heading else level
        yield Passage(
            kind=block.kind,
            anchor=block.anchor,
            number=number[1] if (number := _NUMBERED.fullmatch(block.anchor)) else "",
            level=level if heading else 0,
            columns=max(map(len, block.rows), default=0),
            lines=tuple(_lines(block, addresses, wording)),
        )


def _lines(block: Block, addresses: Mapping[str, str], wording: Wording) -> Iterator[tuple[Run, ...]]:
    """Yield the lines of a block with their links; a row of a table is filled up to the widest."""
    if block.kind is Kind.CODE:
        yield (Run(wording.shown(block.text)),)
        return
    lines = list(_parted(block, addresses, wording))
    if block.kind is not Kind.TABLE:
        yield from lines
        return
    columns, at = max(map(len, block.rows), default=0), 0
    for row in block.rows:
        yield from lines[at : at + len(row)]
        yield from [()] * (columns - len(row))
        at += len(row)


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    start: int


def _parted(block: Block, addresses: Mapping[str, str], wording: Wording) -> Iterator[tuple[Run, ...]]:
    start = 0
    links = list(block.links)
    for text in block.text.split("\n"):
        end = start + len(text)
        own = [link for link in links if start <= link.start < link.end <= end]
        links = links[len(own) :]
        yield tuple(_runs(_Line(text, start), own, addresses, wording))
        start = end + 1


def _runs(line: _Line, links: Sequence[Hyperlink], addresses: Mapping[str, str], wording: Wording) -> Iterator[Run]:
    at = 0
    for link in links:
        begin, end = link.start - line.start, link.end - line.start
        if begin > at:
            yield Run(wording.shown(line.text[at:begin]))
        yield Run(wording.shown(line.text[begin:end]), link.url, addresses.get(link.url, ""))
        at = end
    if at < len(line.text):
        yield Run(wording.shown(line.text[at:]))


def _notices(briefing: Briefing, wording: Wording) -> Iterator[str]:
    for notice in (*briefing.document.notices, *briefing.notices):
        yield wording.shown(wording.words.notice(notice))
    lacking = {piece for text in texts_of(briefing, wording.words) for piece in wording.lacking(text)}
    if lacking:
        yield wording.words.filled("print.lacking", {"signs": described(lacking)})


def _provenance(document: Document, wording: Wording) -> Provenance:
    seed = document.seed
    size = wording.words.counted("count.bytes", seed.size)
    encoding = seed.encoding.name
    if seed.encoding.guessed:
        encoding = wording.words.filled("facts.guessed", {"encoding": encoding})
    file = ", ".join(part for part in (seed.path, seed.part, size, seed.format, encoding) if part)
    return Provenance(wording.shown(file), seed.sha256, tuple(_facts(document, wording)), _aside(document, wording))


def _facts(document: Document, wording: Wording) -> Iterator[str]:
    """Yield where each fact comes from."""
    for name in _FACTS:
        fact = getattr(document, name)
        if fact:
            yield f"{wording.words.text(f'facts.{name}')}: {wording.words.origin(fact.origin)}"
    language = document.language
    how = wording.words.origin(language.origin)
    if language.origin == "detected":
        how = wording.words.filled("facts.detected", {"share": wording.share(language.confidence)})
    yield f"{wording.words.text('facts.language')}: {how}"


def _aside(document: Document, wording: Wording) -> str:
    """Return how many lines were set aside, and why."""
    if not document.set_aside:
        return wording.words.text("print.none_aside")
    reasons = Counter(line.reason for line in document.set_aside)
    told = [f"{wording.words.text(f'set_aside.{reason}')} {reasons[reason]}" for reason in sorted(reasons)]
    return f"{wording.words.counted('count.set_aside', len(document.set_aside))}: {', '.join(told)}"
