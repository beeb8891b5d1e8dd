"""The sheets of an edition: which template is set with which data, and where the PDF goes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.locales import show_date
from generator.model import Briefing, Date, Dossier, Precision
from generator.print_settings import Printing
from generator.printing.article import article, texts_of
from generator.printing.characters import Characters, pieces
from generator.printing.edition import (
    ArticleSheet,
    BookView,
    Edition,
    Month,
    Named,
    SourceView,
    TopicSheet,
    as_json,
)
from generator.printing.topics import index, topic_view
from generator.printing.wording import Wording, day_of

_SHARED = {
    "timeline": "pages.timeline",
    "sources": "pages.sources",
    "related_topics": "topic.related",
    "passing": "topic.passing",
    "about": "topic.about",
    "editor_notes": "topic.note",
    "unread": "home.unread",
}
_MONTH = len("2025-04")
_DAY = len("2025-04-03")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of the print edition: `path` is relative to its folder, `data` is what the template shows, as JSON."""

    path: str
    template: str
    data: str


@dataclass(frozen=True, slots=True)
class Press:
    """What all sheets of a dossier have in common."""

    wording: Wording
    printing: Printing

    def edition(self, day: str) -> Edition:
        """Return what is true of a file whose newest text is of a day; empty where that is not known."""
        language = self.wording.dossier.language
        return Edition(
            title=self.wording.shown(self.wording.dossier.title),
            language=language,
            date=show_date(Date(day, Precision.DAY, "", ""), language) if day else "",
            day=day,
            handling="",
            paper=self.printing.paper,
            words=_ours(self.wording),
        )


def wanted_pieces(dossier: Dossier) -> frozenset[str]:
    """Return what fonts must have to print a dossier."""
    texts = [dossier.title, dossier.description]
    for topic in dossier.topics:
        texts += [topic.label, topic.note, *(form for forms in topic.forms.values() for form in forms)]
    texts += [text for unread in dossier.unread for text in (unread.path, unread.reason)]
    return pieces(text for part in (texts, *map(texts_of, dossier.briefings)) for text in part)


def press_for(dossier: Dossier, printing: Printing, missing: frozenset[str]) -> Press:
    """Return what makes the sheets of a dossier, given the pieces that no font has."""
    return Press(Wording(dossier, Characters(missing)), printing)


def book(press: Press, day: str) -> Sheet:
    """Return the whole dossier as one book, of the edition of a day; empty for that of its newest text."""
    wording = press.wording
    dossier = wording.dossier
    view = BookView(
        edition=press.edition(day or _newest(dossier.briefings)),
        description=wording.shown(dossier.description),
        period=_period(wording),
        counts=tuple(_counts(wording)),
        timeline=tuple(_timeline(wording)),
        articles=tuple(article(briefing, wording) for briefing in wording.in_time),
        index=tuple(index(wording)),
        sources=tuple(_sources(wording)),
        unread=tuple(Named("", wording.shown(one.path), "", wording.shown(one.reason)) for one in dossier.unread),
    )
    return Sheet("dossier.pdf", "book", as_json(view))


def briefing_sheets(press: Press) -> Iterator[Sheet]:
    """Yield a sheet for each briefing."""
    for briefing in press.wording.in_time:
        view = ArticleSheet(press.edition(_newest([briefing])), article(briefing, press.wording))
        yield Sheet(f"briefings/{briefing.id}.pdf", "briefing", as_json(view))


def topic_sheets(press: Press) -> Iterator[Sheet]:
    """Yield a sheet for each topic."""
    for topic in press.wording.dossier.topics:
        day = _newest(press.wording.briefing(id_) for id_ in (*topic.briefings, *topic.passing))
        view = TopicSheet(press.edition(day), topic_view(topic, press.wording))
        yield Sheet(f"topics/{topic.id}.pdf", "topic", as_json(view))


def _ours(wording: Wording) -> dict[str, str]:
    """Return our words that templates use: those of print, and some of pages."""
    shared = {name: wording.words.text(key) for name, key in _SHARED.items()}
    return {**shared, **wording.words.section("print")}


def _newest(briefings: Iterable[Briefing]) -> str:
    """Return the newest day that is stated."""
    days = [day_of(briefing)[:_DAY] for briefing in briefings]
    return max((day for day in days if len(day) == _DAY), default="")


def _period(wording: Wording) -> str:
    days = [day_of(briefing) for briefing in wording.in_time if briefing.document.date]
    ends = dict.fromkeys(_month(days[at], wording) for at in (0, -1)) if days else {}
    if len(ends) > 1:
        return wording.words.filled("period", dict(zip(("first", "last"), ends, strict=True)))
    return "".join(ends)


def _month(value: str, wording: Wording) -> str:
    """Return the month of a date in words, or the year where no month is stated."""
    precision = Precision.MONTH if len(value) >= _MONTH else Precision.YEAR
    return show_date(Date(value[:_MONTH], precision, "", ""), wording.dossier.language)


def _counts(wording: Wording) -> Iterator[str]:
    dossier, counted = wording.dossier, wording.words.counted
    yield counted("count.briefings", len(dossier.briefings))
    yield counted("count.topics", len(dossier.topics))
    yield counted("count.sources", len({wording.source(briefing) for briefing in dossier.briefings} - {""}))
    languages = Counter(briefing.document.language.code for briefing in dossier.briefings)
    yield ", ".join(wording.language(code) for code, _ in sorted(languages.items(), key=lambda item: (-item[1], item[0])))


def _timeline(wording: Wording) -> Iterator[Month]:
    months: dict[str, list[Named]] = defaultdict(list)
    for briefing in wording.in_time:
        day = day_of(briefing)
        label = _month(day, wording) if day else wording.words.text("undated")
        number = day[_MONTH + 1 : _DAY].lstrip("0")
        months[label].append(Named(briefing.id, wording.title(briefing), wording.foreign(briefing.document.language.code), number))
    most = max(map(len, months.values()), default=1)
    for label, found in months.items():
        yield Month(label, len(found) / most, tuple(found))


def _sources(wording: Wording) -> Iterator[SourceView]:
    """Yield the sources, those with most briefings first; what is not stated comes last."""
    found: dict[str, list[str]] = defaultdict(list)
    for briefing in wording.in_time:
        found[wording.source(briefing)].append(briefing.id)
    for name, ids in sorted(found.items(), key=lambda item: (not item[0], -len(item[1]), item[0])):
        count = wording.words.counted("count.briefings", len(ids))
        yield SourceView(name or wording.words.text("source.unstated"), count, tuple(ids))
