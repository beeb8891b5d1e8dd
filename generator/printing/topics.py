"""Topics on paper: the index at the end of a book, and the sheet of one."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet

from generator.model import Mention, Topic
from generator.printing.edition import Appearance, Entry, Form, Named, Quotation, Quoted, TopicView
from generator.printing.wording import Wording, day_of
from generator.text import fold

_QUOTED = 6  # sentences of a briefing on the sheet of a topic; the index of the book has every place


def index(wording: Wording, ids: AbstractSet[str]) -> Iterator[Entry]:
    """Yield the index of some briefings: by label, each topic with those of them in the order of time."""
    last = ""
    for topic in sorted(wording.dossier.topics, key=lambda topic: (fold(topic.label), topic.id)):
        appearances = tuple(_appearances(topic, ids, wording))
        if not appearances:
            continue
        initial = _initial(topic.label)
        yield Entry(
            id=topic.id,
            label=wording.shown(topic.label),
            language=wording.topic_language(topic),
            initial=initial if initial != last else "",
            note=wording.shown(topic.note),
            appearances=appearances,
        )
        last = initial


def topic_view(topic: Topic, wording: Wording) -> TopicView:
    """Return the sheet of a topic."""
    passing = wording.words.counted("count.in_passing", len(topic.passing)) if topic.passing else ""
    about = wording.words.counted("count.briefings", len(topic.briefings))
    names = sorted({form for forms in topic.forms.values() for form in forms} - {topic.label})
    return TopicView(
        id=topic.id,
        label=wording.shown(topic.label),
        language=wording.topic_language(topic),
        counts=" · ".join(part for part in (about, passing) if part),
        note=wording.shown(topic.note),
        names=", ".join(map(wording.shown, names)),
        related=tuple(wording.shown(wording.topic(id_).label) for id_ in topic.related),
        about=tuple(_quoted(id_, topic, wording) for id_ in _in_time(topic.briefings, wording)),
        passing=tuple(wording.named(id_) for id_ in _in_time(topic.passing, wording)),
    )


def _appearances(topic: Topic, ids: AbstractSet[str], wording: Wording) -> Iterator[Appearance]:
    passing = set(topic.passing)
    here = [id_ for id_ in (*topic.briefings, *topic.passing) if id_ in ids]
    for id_ in _in_time(here, wording):
        briefing = wording.briefing(id_)
        language = wording.foreign(briefing.document.language.code)
        pointer = Named(id_, wording.short(briefing), language, wording.date(briefing.document.date))
        mentions = wording.mentions[topic.id].get(id_, ())
        yield Appearance(pointer, id_ in passing, tuple(_forms(mentions, wording)))


def _forms(mentions: Iterable[Mention], wording: Wording) -> Iterator[Form]:
    """Yield what a briefing calls a topic, each form with its places, each place once."""
    places: dict[str, dict[str, Mention]] = {}
    for mention in mentions:
        places.setdefault(mention.form, {}).setdefault(mention.anchor, mention)
    for form, found in places.items():
        yield Form(wording.shown(form), tuple(map(wording.place, found.values())))


def _quoted(id_: str, topic: Topic, wording: Wording) -> Quoted:
    mentions = wording.mentions[topic.id].get(id_, ())
    sentences: dict[tuple[str, str], Mention] = {}
    for mention in mentions:
        if mention.anchor:
            sentences.setdefault((mention.anchor, mention.sentence), mention)
    shown = list(sentences.values())[:_QUOTED]
    return Quoted(wording.named(id_), tuple(_quotation(mention, wording) for mention in shown))


def _quotation(mention: Mention, wording: Wording) -> Quotation:
    at, end = mention.at, mention.at + len(mention.form)
    return Quotation(
        before=wording.shown(mention.sentence[:at]),
        form=wording.shown(mention.sentence[at:end]),
        after=wording.shown(mention.sentence[end:]),
        place=wording.place(mention),
    )


def _in_time(ids: Sequence[str], wording: Wording) -> list[str]:
    return sorted(ids, key=lambda id_: (not day_of(wording.briefing(id_)), day_of(wording.briefing(id_)), id_))


def _initial(label: str) -> str:
    """Return the letter that a label stands under: its first, without accents; one sign for all that is no letter."""
    first = unicodedata.normalize("NFD", fold(label)[:1] or "#")[0].upper()
    return first if first.isalpha() else "#"
