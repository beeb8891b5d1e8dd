"""What a briefing's page says about itself: where the text and each fact come from, and what was set aside."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Briefing, Document
from generator.render.names import Names, isolated, title


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table about the page."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The lines that were set aside for one reason, which is given in words, in the order of the seed."""

    reason: str
    lines: tuple[str, ...]


def facts(briefing: Briefing, names: Names) -> Iterator[Row]:
    """Yield how to cite a briefing, and then where everything on its page comes from."""
    document, words = briefing.document, names.words
    yield Row(words.text("facts.cite"), _citation(briefing, names))
    yield Row(words.text("facts.title"), names.words.origin(document.title.origin))
    yield Row(words.text("facts.date"), _date(document, names))
    yield Row(words.text("facts.language"), _language(document, names))
    for name, fact in (("source", document.source), ("author", document.author), ("link", document.link)):
        if fact:
            yield Row(words.text(f"facts.{name}"), f"{isolated(fact.text)} ({names.words.origin(fact.origin)})")
    if document.dates_mentioned:
        mentioned = dict.fromkeys(date.text for date in document.dates_mentioned)
        yield Row(words.text("facts.dates_mentioned"), isolated(", ".join(mentioned)))
    if briefing.keywords:
        yield Row(words.text("facts.keywords"), isolated(", ".join(keyword.text for keyword in briefing.keywords)))
    yield Row(words.text("facts.seed"), _seed(document, names))
    yield Row("SHA-256", document.seed.sha256)


def left_out(document: Document, names: Names) -> tuple[LeftOut, ...]:
    """Return what was set aside, by reasons in the order in which they first come."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in document.set_aside:
        found[line.reason].append(line.text)
    reasons = names.words.section("set_aside")
    return tuple(LeftOut(reasons[reason], tuple(lines)) for reason, lines in found.items())


def _date(document: Document, names: Names) -> str:
    if not document.date:
        return names.words.text("facts.unstated")
    return f"{names.words.origin(document.date.origin)}: {names.quoted(document.date.text)}"


def _seed(document: Document, names: Names) -> str:
    """Return the file that a document comes from: its path, its part in it, its size, format and encoding."""
    seed, words = document.seed, names.words
    encoding = seed.encoding.name
    if seed.encoding.guessed:
        encoding = words.filled("facts.guessed", {"encoding": encoding})
    part = (words.filled("facts.part", {"part": seed.part}),) if seed.part else ()
    return ", ".join((seed.path, *part, words.counted("count.bytes", seed.size), seed.format, encoding))


def _language(document: Document, names: Names) -> str:
    language = document.language
    if language.origin != "detected":
        return names.words.origin(language.origin)
    return names.words.filled("facts.detected", {"share": names.share(language.confidence)})


def _citation(briefing: Briefing, names: Names) -> str:
    document = briefing.document
    author = f"{isolated(document.author.text)}. " if document.author else ""
    tail = [isolated(document.source.text) if document.source else "", names.date(document.date)]
    link = f" {document.link.text}" if document.link else ""
    cited = f"{author}{names.quoted(title(briefing))}. {', '.join(part for part in tail if part)}"
    return cited.rstrip(" .") + f".{link}"
