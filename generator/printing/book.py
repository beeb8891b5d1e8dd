"""The whole dossier as a book, in volumes where one would be too thick to bind."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.locales import show_date
from generator.model import Briefing, Date, Precision
from generator.printing.article import article, text_of
from generator.printing.edition import Article, BookView, Month, Named, SourceView
from generator.printing.sheet import Press, newest
from generator.printing.topics import index
from generator.printing.wording import Wording, day_of

# Of a volume: some 800 pages of A4, which is what a spine holds, and 1.0 GB while it is set (`make bench-print`).
_MOST_BRIEFINGS, _MOST_WORDS = 500, 200_000
_MONTH = len("2025-04")
_DAY = len("2025-04-03")


@dataclass(frozen=True, slots=True)
class Volume:
    """A part of the book, in the order of time; `number` counts from 1, of `count`."""

    number: int
    count: int
    briefings: tuple[Briefing, ...]


def volumes(briefings: Sequence[Briefing]) -> tuple[Volume, ...]:
    """Return the volumes of some briefings in their order, as few and as even as they can be."""
    words = sum(briefing.document.words for briefing in briefings)
    count = max(1, -(-len(briefings) // _MOST_BRIEFINGS), -(-words // _MOST_WORDS))
    ends = [len(briefings) * number // count for number in range(count + 1)]
    return tuple(
        Volume(number, count, tuple(briefings[start:end])) for number, (start, end) in enumerate(pairwise(ends), 1)
    )


def book(volume: Volume, press: Press, day: str) -> BookView:
    """Return a volume, of the edition of a day; empty for that of its newest text."""
    wording = press.wording
    dossier = wording.dossier
    ids = {briefing.id for briefing in volume.briefings}
    is_last = volume.number == volume.count
    return BookView(
        edition=press.edition(volume.briefings, day or newest(dossier.briefings)),
        volume=_volume_name(volume, wording),
        description=wording.shown(dossier.description),
        period=_period(volume.briefings, wording),
        counts=tuple(_counts(volume.briefings, wording)),
        about=text_of(dossier.about if volume.number == 1 else (), wording),
        timeline=tuple(_timeline(volume.briefings, wording)),
        articles=tuple(_placed(article(briefing, wording), ids, wording) for briefing in volume.briefings),
        index=tuple(index(wording, ids)),
        sources=tuple(_sources(volume.briefings, wording)),
        unread=tuple(Named("", wording.shown(one.path), "", wording.shown(one.reason)) for one in dossier.unread)
        if is_last
        else (),
    )


def _volume_name(volume: Volume, wording: Wording) -> str:
    if volume.count == 1:
        return ""
    return wording.words.filled("print.volume", {"n": str(volume.number), "count": str(volume.count)})


def _placed(one: Article, ids: set[str], wording: Wording) -> Article:
    """Return an article whose ties to other volumes say so, since there is no page to name."""
    elsewhere = wording.words.text("print.other_volume")
    ties = tuple(tie if tie.id in ids else replace(tie, volume=elsewhere) for tie in one.see_also)
    return replace(one, see_also=ties)


def _period(briefings: Iterable[Briefing], wording: Wording) -> str:
    days = [day_of(briefing) for briefing in briefings if briefing.document.date]
    ends = tuple(dict.fromkeys(_month(days[at], wording) for at in (0, -1)) if days else ())
    if len(ends) > 1:
        return wording.words.filled("period", dict(zip(("first", "last"), ends, strict=True)))
    return "".join(ends)


def _month(value: str, wording: Wording) -> str:
    """Return the month of a date in words, or the year where no month is stated."""
    precision = Precision.MONTH if len(value) >= _MONTH else Precision.YEAR
    return show_date(Date(value[:_MONTH], precision, "", ""), wording.dossier.language)


def _counts(briefings: Sequence[Briefing], wording: Wording) -> Iterator[str]:
    counted = wording.words.counted
    about = {topic.id for briefing in briefings for topic in wording.topics_of.get(briefing.id, ())}
    yield counted("count.briefings", len(briefings))
    yield counted("count.topics", len(about))
    yield counted("count.sources", len({wording.source(briefing) for briefing in briefings} - {""}))
    languages = Counter(briefing.document.language.code for briefing in briefings)
    ranked = sorted(languages.items(), key=lambda item: (-item[1], item[0]))
    yield ", ".join(wording.language(code) for code, _ in ranked)


def _timeline(briefings: Iterable[Briefing], wording: Wording) -> Iterator[Month]:
    months: dict[str, list[Named]] = defaultdict(list)
    for briefing in briefings:
        day = day_of(briefing)
        label = _month(day, wording) if day else wording.words.text("undated")
        language = wording.foreign(briefing.document.language.code)
        months[label].append(Named(briefing.id, wording.title(briefing), language, day[_MONTH + 1 : _DAY].lstrip("0")))
    most = max(map(len, months.values()), default=1)
    for label, found in months.items():
        yield Month(label, len(found) / most, tuple(found))


def _sources(briefings: Iterable[Briefing], wording: Wording) -> Iterator[SourceView]:
    """Yield the sources, those with most briefings first; what is not stated comes last."""
    found: dict[str, list[str]] = defaultdict(list)
    for briefing in briefings:
        found[wording.source(briefing)].append(briefing.id)
    for name, ids in sorted(found.items(), key=lambda item: (not item[0], -len(item[1]), item[0])):
        count = wording.words.counted("count.briefings", len(ids))
        yield SourceView(name or wording.words.text("source.unstated"), count, tuple(ids))
