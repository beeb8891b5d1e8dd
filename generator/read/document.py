"""One seed from its bytes to a Document."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.errors import SeedError
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
from generator.read import clean, dates, masthead, opening
from generator.read.address import address
from generator.read.content import Content, Judged
from generator.read.decode import decode
from generator.read.facts import date_in_name, date_of, doubts, language_of, link_of, stated, today
from generator.read.formats import reader_for
from generator.read.order import Order, order_of
from generator.text import count_words, squeeze

TITLE_LIMIT = 90  # characters
SUMMARY_LIMIT = 320  # characters


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


def read(seed: Seed, languages: tuple[str, ...]) -> Document:
    """Return the document in a seed.

    Args:
        seed: One file.
        languages: The languages that it may be in.

    Raises:
        SeedError: The file is empty, binary or of no known format.
    """
    reader = reader_for(seed.path)
    if reader is None:
        raise SeedError("there is no reader for it", hint="save it as .txt or .md")
    decoded = decode(seed.data)
    content = reader.parse(decoded.text)
    override = clean.apply(reader.clean(content.pieces), seed.corrections)
    facts = stated(content, seed)
    spoken = language_of(override.judged, facts, languages)
    day = today()
    order = order_of((entry.piece.text for entry in override.judged), spoken.code)
    head = masthead.find(override.judged, spoken.code, order, day)
    judged = tuple(_outdone(entry) for entry in head.judged) if "title" in facts else head.judged
    body = _number(reader.headings(judged), content)
    doubtful = doubts(seed, facts, spoken, override.unmatched)
    return Document(
        id=address(seed.path),
        seed=Origin(seed.path, seed.sha256, len(seed.data), content.format, decoded.encoding),
        title=_title(facts, head, body, seed, spoken.code),
        date=date_of(facts, spoken.code) or head.date or date_in_name(seed.path),
        language=spoken,
        source=facts.get("source") or head.source,
        author=facts.get("author") or head.author,
        link=link_of(facts),
        summary=facts.get("summary") or opening.lead(body.lead, SUMMARY_LIMIT, spoken.code),
        blocks=body.blocks,
        set_aside=body.set_aside,
        dates_mentioned=tuple(_mentioned(body.blocks, spoken.code, order)),
        notices=(*decoded.notices, *_empty(body), *doubtful.notices),
        problems=doubtful.problems,
        words=sum(count_words(block.text) for block in body.blocks),
    )


def _title(facts: Mapping[str, Fact], head: masthead.Masthead, body: Body, seed: Seed, code: str) -> Fact:
    first = opening.headline(body.lead, TITLE_LIMIT, code)
    title = facts.get("title") or head.title or (first if first.text else Fact(seed.path, "file name"))
    return replace(title, text=squeeze(title.text))


def _outdone(entry: Judged) -> Judged:
    """Keep the words of a headline that is not the title, since a header or an editor states another."""
    return replace(entry, is_title=False, reason=Reason.METADATA) if entry.is_title else entry


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
            blocks.append(Block(piece.kind, piece.text, anchor, piece.level, piece.items, piece.rows))
    last = blocks[-1].anchor if blocks else ""
    aside.extend(SetAside(line, Reason.FURNITURE, last) for line in content.leftover)
    return Body(tuple(blocks), tuple(aside))


def _mentioned(blocks: tuple[Block, ...], code: str, order: Order) -> Iterator[MentionedDate]:
    for block in blocks:
        for found in dates.find(block.text, code, order):
            yield MentionedDate(found.text, found.value, block.anchor)
