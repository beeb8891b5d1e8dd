"""One seed from its bytes to a Document; and who is believed where several say something: the editor first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.errors import SeedError
from generator.locales import is_language
from generator.model import (
    Block, Date, Document, Fact, Kind, Language, MentionedDate, Notice, Origin, Problem, Reason, Seed, SetAside,
)  # fmt: skip
from generator.read import clean, dates, language, masthead, opening
from generator.read.address import address
from generator.read.content import Content, Judged
from generator.read.decode import Decoded, decode
from generator.read.formats import reader_for
from generator.text import count_words, squeeze

TITLE_LIMIT = 90
SUMMARY_LIMIT = 320
_SURE = 0.6  # of a language; below it a notice asks the editor
"""py3langid's normalised confidence on 20 characters of clean text is rarely below this."""


@dataclass(frozen=True, slots=True)
class Body:
    """The numbered blocks, and the lines between them that were set aside."""

    blocks: tuple[Block, ...]
    set_aside: tuple[SetAside, ...]


@dataclass(frozen=True, slots=True)
class Doubts:
    """What went wrong with stated facts: for the reader of the page, and for the editor."""

    notices: tuple[Notice, ...]
    problems: tuple[Problem, ...]


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
    facts = _stated(content, seed)
    spoken = _language(override.judged, facts, languages)
    head = masthead.find(override.judged, spoken.code)
    doubts = _doubts(seed, facts, spoken, override.unmatched)
    return _document(seed, decoded, content, facts, spoken, head, doubts)


def _document(
    seed: Seed,
    decoded: Decoded,
    content: Content,
    facts: Mapping[str, Fact],
    spoken: Language,
    head: masthead.Masthead,
    doubts: Doubts,
) -> Document:
    body = _number(head.judged, content.stated)
    lead = next((block.text for block in body.blocks if block.kind is Kind.PARAGRAPH), "")
    lead = squeeze(lead or " ".join(block.text for block in body.blocks))
    first = opening.headline(lead, TITLE_LIMIT, spoken.code)
    title = facts.get("title") or head.title or (first if first.text else Fact(seed.path, "file name"))
    nothing = () if body.blocks else (Notice("no-text", "No text was found beside the lines set aside."),)
    return Document(
        id=address(seed.path),
        seed=Origin(seed.path, seed.sha256, len(seed.data), content.format, decoded.encoding),
        title=replace(title, text=squeeze(title.text)),
        date=_date(facts, spoken.code) or head.date or _date_in_name(seed.path),
        language=spoken,
        source=facts.get("source") or head.source,
        author=facts.get("author") or head.author,
        link=_link(facts),
        summary=facts.get("summary") or opening.lead(lead, SUMMARY_LIMIT, spoken.code),
        blocks=body.blocks,
        set_aside=body.set_aside,
        dates_mentioned=tuple(_mentioned(body.blocks, spoken.code)),
        notices=(*decoded.notices, *nothing, *doubts.notices),
        problems=doubts.problems,
        words=sum(count_words(block.text) for block in body.blocks),
    )


def _stated(content: Content, seed: Seed) -> dict[str, Fact]:
    """Return what is stated outright: by the document's header, and over it by its editor."""
    editor = {name: Fact(text, "editor") for name, text in seed.corrections.facts.items() if text}
    return {**content.facts, **editor}


def _language(judged: tuple[Judged, ...], facts: Mapping[str, Fact], languages: tuple[str, ...]) -> Language:
    said = facts.get("language")
    if said and is_language(said.text):
        return Language(said.text.replace("_", "-").split("-")[0].lower(), 1.0, said.origin)
    return language.detect("\n".join(entry.piece.text for entry in judged if entry.kept), languages)


def _date(facts: Mapping[str, Fact], code: str) -> Date | None:
    said = facts.get("date")
    found = dates.stated(said.text, code) if said else None
    return Date(found.value, found.precision, said.origin, said.text) if said and found else None


def _date_in_name(path: str) -> Date | None:
    found = next(dates.find(path.rpartition("/")[2].replace("_", " "), "en"), None)
    if found is None or found.value.startswith("--"):
        return None
    return Date(found.value, found.precision, "file name", found.text)


def _link(facts: Mapping[str, Fact]) -> Fact | None:
    said = facts.get("link")
    return said if said and _is_web_address(said.text) else None


def _is_web_address(text: str) -> bool:
    return text.lower().startswith(("https://", "http://")) and not any(sign.isspace() for sign in text)


def _doubts(seed: Seed, facts: Mapping[str, Fact], spoken: Language, unmatched: tuple[str, ...]) -> Doubts:
    notices = list(_refused(facts, spoken))
    problems = [Problem(seed.path, notice.text, f"correct it in {_sidecar(seed)}") for notice in notices]
    if spoken.origin == "detected" and spoken.confidence < _SURE:
        notices.append(Notice("language-uncertain", f"The language is uncertain ({spoken.confidence:.0%} sure)."))
    if seed.corrections.error:
        notices.append(Notice("corrections-unread", f"None of the corrections applies: {seed.corrections.error}."))
        problems.append(Problem(_sidecar(seed), "none of its corrections applies", seed.corrections.error))
    for line in unmatched:
        problems.append(Problem(_sidecar(seed), f"no line of the seed reads '{line}'", "copy the line from the seed"))
    return Doubts(tuple(notices), tuple(problems))


def _refused(facts: Mapping[str, Fact], spoken: Language) -> Iterator[Notice]:
    if "date" in facts and _date(facts, spoken.code) is None:
        said = facts["date"]
        yield Notice("date-refused", f"The {said.origin} gives the date as '{said.text}', which is no date.")
    if "link" in facts and _link(facts) is None:
        said = facts["link"]
        yield Notice("link-refused", f"The {said.origin} gives the link as '{said.text}', which is no web address.")
    if "language" in facts and not is_language(facts["language"].text):
        said = facts["language"]
        yield Notice("language-refused", f"The {said.origin} gives the language as '{said.text}', which is no code.")


def _sidecar(seed: Seed) -> str:
    return seed.corrections.path or seed.path.rpartition(".")[0] + ".yml"


def _number(judged: tuple[Judged, ...], stated: tuple[str, ...]) -> Body:
    """Give each kept piece its anchor, and each other one the anchor that it follows."""
    blocks: list[Block] = []
    aside = [SetAside(line, Reason.METADATA, "") for line in stated]
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
    return Body(tuple(blocks), tuple(aside))


def _mentioned(blocks: tuple[Block, ...], code: str) -> Iterator[MentionedDate]:
    for block in blocks:
        for found in dates.find(block.text, code):
            yield MentionedDate(found.text, found.value, block.anchor)
