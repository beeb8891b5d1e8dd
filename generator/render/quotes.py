"""What a topic's page quotes: of each briefing the first sentences that name it, and where the others are."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.model import Mention, Topic
from generator.render.names import Link, Names

_QUOTES = 4  # of a briefing; of the mentions after them, the page gives the paragraphs
_PLACES = 24  # paragraphs beyond those quoted
_HEADING = "h"  # begins the anchor of one


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence that names the topic, parted at the name, and where it stands."""

    before: str
    form: str
    after: str
    place: Link


@dataclass(frozen=True, slots=True)
class Speaker:
    """A briefing on a topic's page.

    Attributes:
        link: To the briefing, with its date and language.
        foreign: The code of its language where that is not the dossier's, else empty.
        note: How it comes to be here, where that is worth a word.
        quotes: Its first sentences that name the topic.
        more: The other paragraphs that do.
        rest: A link to the briefing that says in how many more; its text is empty where there are none.
    """

    link: Link
    foreign: str
    note: str
    quotes: tuple[Quote, ...]
    more: tuple[Link, ...]
    rest: Link


def speakers(briefings: Iterable[str], topic: Topic, names: Names, root: str) -> Iterator[Speaker]:
    """Yield what is quoted of some briefings on a topic's page, from which `root` leads to the first page."""
    for id_ in briefings:
        code = names.briefing(id_).document.language.code
        link = names.briefing_link(id_, f"{root}briefings/")
        sentences = list(_sentences(names.mentions_in(id_).get(topic.id, ())))
        quoted, others = sentences[:_QUOTES], sentences[_QUOTES:]
        anchors = {mention.anchor for mention in quoted}
        more = [a for a in dict.fromkeys(mention.anchor for mention in others) if a not in anchors]
        hidden = len(more) - _PLACES
        yield Speaker(
            link=link,
            foreign=code if names.is_foreign(code) else "",
            note=names.words.text("topic.added") if id_ in topic.added else "",
            quotes=tuple(_quote(mention, _place(mention.anchor, link, names)) for mention in quoted),
            more=tuple(_place(anchor, link, names) for anchor in islice(more, _PLACES)),
            rest=Link(names.words.counted("count.more_paragraphs", hidden) if hidden > 0 else "", link.path),
        )


def _sentences(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the first mention in each sentence."""
    seen: set[str] = set()
    for mention in mentions:
        quoted = f"{mention.anchor} {mention.sentence}"
        if quoted not in seen:
            seen.add(quoted)
            yield mention


def _quote(mention: Mention, place: Link) -> Quote:
    end = mention.at + len(mention.form)
    return Quote(_in_a_row(mention.sentence[: mention.at]), mention.form, _in_a_row(mention.sentence[end:]), place)


def _in_a_row(text: str) -> str:
    """Part the cells of a row, which end with their lines, by more than a space."""
    return text.replace("\n", " · ")


def _place(anchor: str, link: Link, names: Names) -> Link:
    """Return the link to a paragraph, by its number; to the page, for its headline."""
    if not anchor:
        return Link(names.words.text("topic.headline"), link.path)
    sign = "§" if anchor.startswith(_HEADING) else "¶"
    return Link(f"{sign} {anchor[1:]}", f"{link.path}#{anchor}")
