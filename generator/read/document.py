"""One parsed document to a Document: cleaned, numbered, with its facts."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from generator.model import (
    Block,
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
from generator.read import clean, dates, habits, masthead, opening
from generator.read.address import address
from generator.read.content import Content, Judged, Layout, Piece
from generator.read.facts import date_in_name, date_of, doubts, language_of, link_of, stated
from generator.settings import Rules
from generator.text import count_words, squeeze

TITLE_LIMIT = 90  # characters
SUMMARY_LIMIT = 320  # characters


@dataclass(frozen=True, slots=True)
class Cleaner:
    """How pieces are judged, and what is a heading among those that stay."""

    clean: Callable[[tuple[Piece, ...]], tuple[Judged, ...]]
    headings: Callable[[tuple[Judged, ...]], tuple[Judged, ...]]


_CLEANERS = {
    Layout.LINES: Cleaner(clean.clean_lines, clean.with_headings),
    Layout.BLOCKS: Cleaner(clean.clean_blocks, clean.as_marked),
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
        """The first paragraph; of a text without one, all of it."""
        first = next((block.text for block in self.blocks if block.kind is Kind.PARAGRAPH), "")
        return squeeze(first or " ".join(block.text for block in self.blocks))


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
    head = masthead.find(override.judged, spoken.code)
    judged = tuple(_outdone(entry, facts["title"]) for entry in head.judged) if "title" in facts else head.judged
    body = _number(cleaner.headings(judged), content)
    doubtful = doubts(seed, facts, spoken, override.unmatched)
    return Document(
        id=f"{address(seed.path)}-{context.part}" if context.part else address(seed.path),
        seed=Origin(seed.path, context.part, seed.sha256, len(seed.data), content.format, content.encoding),
        title=_title(facts, head, body, seed, spoken.code),
        date=date_of(facts, spoken.code) or head.date or date_in_name(seed.path),
        language=spoken,
        source=facts.get("source") or head.source,
        author=facts.get("author") or head.author,
        link=link_of(facts),
        summary=facts.get("summary") or opening.lead(body.lead, SUMMARY_LIMIT, spoken.code),
        blocks=body.blocks,
        set_aside=body.set_aside,
        dates_mentioned=tuple(_mentioned(body.blocks, spoken.code)),
        notices=(*content.notices, *_empty(body), *doubtful.notices),
        problems=doubtful.problems,
        words=sum(count_words(block.text) for block in body.blocks),
    )


def _title(facts: Mapping[str, Fact], head: masthead.Masthead, body: Body, seed: Seed, code: str) -> Fact:
    first = opening.headline(body.lead, TITLE_LIMIT, code)
    title = facts.get("title") or head.title or (first if first.text else Fact(seed.path, "file name"))
    return replace(title, text=squeeze(title.text))


def _outdone(entry: Judged, title: Fact) -> Judged:
    """Keep the words of a headline that is not the title, since a header or an editor states another.

    Where the reader knew the headline, a heading that is another one is part of the text.
    """
    if not entry.is_title or squeeze(entry.piece.text) == squeeze(title.text):
        return entry
    return replace(entry, is_title=False, reason=entry.piece.aside if title.origin == "headline" else Reason.METADATA)


def _empty(body: Body) -> Iterator[Notice]:
    if not body.blocks:
        yield Notice("no-text", "No text was found beside the lines set aside.")


def _number(judged: tuple[Judged, ...], content: Content) -> Body:
    """Give each kept piece its anchor, and each other one the anchor that it follows."""
    blocks: list[Block] = []
    aside = [SetAside(line, Reason.METADATA, "") for line in content.stated]
    counts = {"p": 0, "h": 0}
    for entry in judged:
        piece, after = entry.piece, blocks[-1].anchor if blocks else ""
        if entry.reason is not None:
            aside.append(SetAside(piece.text, entry.reason, after))
        elif not entry.is_title:
            letter = "h" if piece.kind is Kind.HEADING else "p"
            counts[letter] += 1
            anchor = f"{letter}{counts[letter]}"
            blocks.append(Block(piece.kind, piece.text, anchor, piece.level, piece.items, piece.rows, piece.links))
    last = blocks[-1].anchor if blocks else ""
    aside.extend(SetAside(line, Reason.FURNITURE, last) for line in content.leftover)
    return Body(tuple(blocks), tuple(aside))


def _mentioned(blocks: tuple[Block, ...], code: str) -> Iterator[MentionedDate]:
    for block in blocks:
        for found in dates.find(block.text, code):
            yield MentionedDate(found.text, found.value, block.anchor)
