"""The pages of one topic: what it is called, what is near it, and who says what of it; long ones go on."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.interface import Interface
from generator.locales import language_name
from generator.model import Dossier, Page, Topic
from generator.render import template
from generator.render.names import Link, Names
from generator.render.period import period_of
from generator.render.quotes import Speaker, speakers

_BLANK_LINES = re.compile(r"\n[^\S\n]*\n")
_BRIEFINGS = 25  # of a page: with four quotes each some 30 KB, half an hour's reading


@dataclass(frozen=True, slots=True)
class FormsIn:
    """What the briefings of one language call the topic; `foreign` is its code where it is not the dossier's."""

    language: str
    foreign: str
    forms: str


@dataclass(frozen=True, slots=True)
class Chips:
    """A list of topics under a name."""

    name: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a page stands among the pages of its topic; links without a path lead nowhere."""

    place: str
    before: Link
    after: Link


@dataclass(frozen=True, slots=True)
class Part:
    """Those of a topic's briefings that stand on one of its pages."""

    about: tuple[Speaker, ...]
    passing: tuple[Speaker, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class TopicView:
    """What the first page shows; empty texts and lists are left out."""

    title: str
    strip: tuple[str, ...]
    note: tuple[str, ...]
    forms: tuple[FormsIn, ...]
    chips: tuple[Chips, ...]
    part: Part


@dataclass(frozen=True, slots=True)
class MoreView:
    """What a later page shows."""

    topic: Link
    part: Part


def topic_pages(topic: Topic, dossier: Dossier, names: Names) -> Iterator[Page]:
    """Yield the pages of a topic: `topics/ID.md`, then `topics/ID/2.md` and so on; no id has a slash in it."""
    every = (*topic.briefings, *topic.passing)
    last = max(1, -(-len(every) // _BRIEFINGS))
    view = _first(topic, dossier, names, _part(topic, names, 1, last))
    said = {"topic": topic.label, "count": _count(topic, names.words), "dossier": dossier.title}
    description = names.words.filled("topic.description", said)
    head = template.Head(_path(topic, 1), topic.label, dossier.language, description)
    yield template.page(head, view, "topic", names.words)
    for number in range(2, last + 1):
        part = _part(topic, names, number, last)
        title = f"{topic.label} ({part.pager.place})"
        head = template.Head(_path(topic, number), title, dossier.language, description)
        yield template.page(head, MoreView(Link(topic.label, f"../{topic.id}.md"), part), "topic_more", names.words)


def _path(topic: Topic, number: int) -> str:
    return f"topics/{topic.id}.md" if number == 1 else f"topics/{topic.id}/{number}.md"


def _first(topic: Topic, dossier: Dossier, names: Names, part: Part) -> TopicView:
    broader = names.broader(topic)
    lists = {
        "broader": (broader,) if broader else (),
        "narrower": names.narrower(topic.id),
        "related": topic.related,
    }
    strip = (
        _count(topic, names.words),
        period_of(map(names.briefing, topic.briefings), names),
        _languages(topic, names),
        names.words.text(f"topic.{topic.origin}"),
    )
    return TopicView(
        title=topic.label,
        strip=tuple(line for line in strip if line),
        note=tuple(paragraph for paragraph in _BLANK_LINES.split(topic.note) if paragraph.strip()),
        forms=tuple(
            FormsIn(language_name(code, dossier.language), code if names.is_foreign(code) else "", ", ".join(forms))
            for code, forms in topic.forms.items()
        ),
        chips=tuple(
            Chips(names.words.text(f"topic.{name}"), tuple(names.topic_link(id_, "") for id_ in ids))
            for name, ids in lists.items()
            if ids
        ),
        part=part,
    )


def _part(topic: Topic, names: Names, number: int, last: int) -> Part:
    start, about = (number - 1) * _BRIEFINGS, len(topic.briefings)
    root = "../" if number == 1 else "../../"
    return Part(
        about=tuple(speakers(topic.briefings[start : start + _BRIEFINGS], topic, names, root)),
        passing=tuple(
            speakers(topic.passing[max(0, start - about) : max(0, start + _BRIEFINGS - about)], topic, names, root)
        ),
        pager=_pager(topic, names.words, number, last),
    )


def _pager(topic: Topic, words: Interface, number: int, last: int) -> Pager:
    if last == 1:
        return Pager("", Link("", ""), Link("", ""))
    folder = f"{topic.id}/" if number == 1 else ""
    before = f"../{topic.id}.md" if number == 2 else f"{number - 1}.md"  # noqa: PLR2004 - the page behind the first
    return Pager(
        place=words.filled("topic.page", {"number": str(number), "last": str(last)}),
        before=Link(words.text("topic.newer"), before if number > 1 else ""),
        after=Link(words.text("topic.older"), f"{folder}{number + 1}.md" if number < last else ""),
    )


def _count(topic: Topic, words: Interface) -> str:
    """Return how many briefings there are; a topic may have its page for being broader than others only."""
    about, passing = len(topic.briefings), len(topic.passing)
    first = words.counted("count.briefings", about) if about else words.text("topic.none_about")
    more = words.counted("count.more_in_passing" if about else "count.in_passing", passing)
    mentions = words.counted("count.mentions", len(topic.mentions))
    return ", ".join([first, *([more] if passing else []), *([mentions] if topic.mentions else [])])


def _languages(topic: Topic, names: Names) -> str:
    """Return in which languages the briefings are, the most first, with how many; nothing where there are none."""
    found = Counter(names.language(names.briefing(id_)) for id_ in (*topic.briefings, *topic.passing))
    order = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{language} ({count})" for language, count in order)
