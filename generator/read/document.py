"""One parsed document to a Document: cleaned, numbered, with its facts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.model import (
    Block,
    Date,
    Document,
    Fact,
    Kind,
    MentionedDate,
    Notice,
    Origin,
    Reason,
    Seed,
    SetAside,
)
from generator.read import habits, opening
from generator.read.address import address
from generator.read.cleaning import clean
from generator.read.content import Content, Judged, Layout, Piece
from generator.read.days import date_notices, dates
from generator.read.days.order import Calendar
from generator.read.facts import calendar_of, date_in_name, date_of, doubts, language_of, link_of, stated
from generator.read.headed import headed
from generator.read.masthead import masthead
from generator.settings import Rules
from generator.text import count_words, squeeze

TITLE_LIMIT = 90  # characters
SUMMARY_LIMIT = 320  # characters
_TELLING = 6  # words; a shorter paragraph above others is a name or a place


@dataclass(frozen=True, slots=True)
class Cleaner:
    """How pieces are judged, what stands around the text, and what is a heading in it."""

    clean: Callable[[tuple[Piece, ...]], tuple[Judged, ...]]
    masthead: Callable[[tuple[Judged, ...], Calendar], masthead.Masthead]
    headings: Callable[[tuple[Judged, ...]], tuple[Judged, ...]]


_CLEANERS = {
    Layout.LINES: Cleaner(clean.clean_lines, masthead.find, clean.with_headings),
    Layout.BLOCKS: Cleaner(clean.clean_blocks, masthead.find, clean.as_marked),
    Layout.LETTER: Cleaner(clean.clean_blocks, masthead.none, clean.as_marked),
}


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a document beside itself.

    Attributes:
        rules: How seeds are read.
        part: What names it among several documents of its file; empty where it is the only one.
        repeated: Lines that its source repeats on page after page.
    """

    rules: Rules
    part: str
    repeated: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """The numbered blocks, and the lines between them that were set aside."""

    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]

    @property
    def lead(self) -> str:
        """The first paragraph that says something; of a text without one, the first; without any, all of it."""
        paragraphs = [block.text for block in self.blocks if block.kind is Kind.PARAGRAPH]
        telling = (text for text in paragraphs if count_words(text) >= _TELLING)
        return squeeze(next(telling, "".join(paragraphs[:1])) or " ".join(block.text for block in self.blocks))


def describe(content: Content, seed: Seed, context: Context) -> Document:
    """Return a parsed document, cleaned, with its facts.

    Args:
        content: What the reader found.
        seed: Its file, with the corrections for this document.
        context: What is known beside the document.
    """
    facts = stated(content, seed)
    cleaner = _CLEANERS[content.layout]
    cleaned = habits.set_aside(cleaner.clean(content.pieces), context.repeated)
    override = clean.apply(cleaned, seed.corrections)
    spoken = language_of(override.judged, facts, context.rules.languages)
    calendar = calendar_of(override.judged, spoken.code)
    head = cleaner.masthead(override.judged, calendar)
    judged = headed(head.judged, override.judged, facts["title"]) if "title" in facts else head.judged
    body = _number(cleaner.headings(judged), content)
    date = date_of(facts, calendar) or head.date or date_in_name(seed.path, calendar)
    mentioned = tuple(_mentioned(body.blocks, calendar))
    doubtful = doubts(seed, facts, spoken, calendar, override.unmatched)
    return Document(
        id=f"{address(seed.path)}-{context.part}" if context.part else address(seed.path),
        seed=Origin(seed.path, context.part, seed.sha256, len(seed.data), content.format, content.encoding),
        title=_title(facts, head, body, seed, spoken.code),
        date=date,
        language=spoken,
        source=facts.get("source") or head.source,
        author=facts.get("author") or head.author,
        link=link_of(facts),
        summary=facts.get("summary") or opening.lead(body.lead, SUMMARY_LIMIT, spoken.code),
        handling=squeeze(seed.corrections.facts.get("handling", "")),
        blocks=body.blocks,
        set_aside=body.set_aside,
        dates_mentioned=mentioned,
        topic_edits=seed.corrections.topics,
        notices=(*content.notices, *_empty(body), *doubtful.notices, *_of_dates(head, body, date, mentioned, calendar)),
        problems=doubtful.problems,
        words=sum(count_words(block.text) for block in body.blocks),
    )


def _title(facts: Mapping[str, Fact], head: masthead.Masthead, body: Body, seed: Seed, code: str) -> Fact:
    first = opening.headline(body.lead, TITLE_LIMIT, code)
    title = facts.get("title") or head.title or (first if first.text else Fact(seed.path, "file name"))
    return replace(title, text=squeeze(title.text))


def _empty(body: Body) -> Iterator[Notice]:
    if not body.blocks:
        yield Notice("no-text", "no_text")


def _of_dates(
    head: masthead.Masthead, body: Body, date: Date | None, mentioned: tuple[MentionedDate, ...], calendar: Calendar
) -> Iterator[Notice]:
    """Yield what is doubtful of the dates, each notice once."""
    hint = date_notices.gap(date, mentioned)
    unclear = date_notices.unclear((block.text for block in body.blocks), calendar.order)
    yield from dict.fromkeys([*(() if date else head.notices), *unclear, *([hint] if hint else [])])


def _number(judged: tuple[Judged, ...], content: Content) -> Body:
    """Give each kept piece its anchor, and each other one the anchor that it follows."""
    blocks: list[Block] = []
    aside = [SetAside(line, Reason.METADATA, "") for line in content.stated]
    counts = {"p": 0, "h": 0}
    for entry in judged:
        piece, after = entry.piece, blocks[-1].anchor if blocks else ""
        if entry.reason is not None:
            aside.append(SetAside(_told(piece), entry.reason, after))
        elif entry.is_title:
            aside.extend(SetAside(url, Reason.METADATA, after) for url in _addresses(piece))
        else:
            letter = "h" if piece.kind is Kind.HEADING else "p"
            counts[letter] += 1
            anchor = f"{letter}{counts[letter]}"
            blocks.append(Block(piece.kind, piece.text, anchor, piece.level, piece.items, piece.rows, piece.links))
    last = blocks[-1].anchor if blocks else ""
    aside.extend(SetAside(line, Reason.FURNITURE, last) for line in content.leftover)
    return Body(tuple(blocks), tuple(aside))


def _told(piece: Piece) -> str:
    """Return the text of a piece with its addresses; of what the reader knows to be furniture, without them."""
    urls = () if piece.aside else _addresses(piece)
    return f"{piece.text} ({', '.join(urls)})" if urls else piece.text


def _addresses(piece: Piece) -> tuple[str, ...]:
    """Return the addresses that a piece leads to and does not spell out."""
    return tuple(dict.fromkeys(link.url for link in piece.links if link.url not in piece.text))


def _mentioned(blocks: tuple[Block, ...], calendar: Calendar) -> Iterator[MentionedDate]:
    for block in blocks:
        for found in dates.find(block.text, calendar.language, calendar.order):
            yield MentionedDate(found.text, found.value, block.anchor)
