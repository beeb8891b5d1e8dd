"""What tests of pages need: dossiers made by hand, and parts of their pages."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.model import Beside, Briefing, Dossier, Mention, Related, Topic, TopicOrigin
from generator.render import render
from generator.understand import Vocabulary, understand
from tests.helpers import SETTINGS, described

DATES = {"jan": "2024-01-05", "feb": "2024-02", "mar": "2024-03-05", "apr": "2024-04-01", "undated": ""}


def collection(texts: Mapping[str, str], topics: Sequence[Topic] = ()) -> Dossier:
    """Return the dossier of some texts in Markdown by id, with these topics and no links."""
    found = understand([described(text, f"{id_}.md") for id_, text in texts.items()], Vocabulary(), SETTINGS, Beside())
    none: Mapping[str, tuple[Related, ...]] = dict.fromkeys(texts, ())
    return replace(found, topics=tuple(topics), related=none, elsewhere=none, same_story=dict.fromkeys(texts, ()))


def dated() -> Dossier:
    """Return briefings that are named after their months; one is in French, one without a date."""
    texts = {
        name: f"---\ntitle: The {name} paper\ndate: {date}\n---\n{name.title()} said it."
        for name, date in DATES.items()
    }
    texts["feb"] = "---\ntitle: Le papier\ndate: 2024-02\nlanguage: fr\n---\nFévrier a parlé."
    return collection(texts)


def topic(id_: str, briefings: Sequence[str] = (), **others: Any) -> Topic:  # noqa: ANN401 - any field of a Topic
    """Return a topic with a label made of its id, and whatever else it is said to have."""
    plain = Topic(id_, id_.title(), {}, {}, TopicOrigin.VOCABULARY, "", "", tuple(briefings), (), (), (), ())
    return replace(plain, **others)


def mentions(found: Briefing, forms: Sequence[str]) -> Iterator[Mention]:
    """Yield every place of some forms in a briefing."""
    for block in found.document.blocks:
        for form in forms:
            start = block.text.find(form)
            while start >= 0:
                yield Mention(found.id, block.anchor, start, form, block.text, start)
                start = block.text.find(form, start + 1)


def pages(dossier: Dossier) -> dict[str, str]:
    return {page.path: page.text for page in render(dossier, SETTINGS)}


def section(page: str, title: str) -> list[str]:
    """Return the lines of a section of a page, without the blank ones."""
    lines = page.partition(f"\n## {title}\n")[2].partition("\n## ")[0].splitlines()
    return [line for line in lines if line]


def listed(page: str, name: str) -> list[str]:
    """Return the lines between the marks of the first part behind a name in bold, or of the page without a name."""
    start = page.index(f"**{name}**") if name else 0
    return page[start:].split(" -->\n\n", 1)[1].partition("\n\n<!--")[0].split("\n")


def link(id_: str, *topics: str, terms: Sequence[str] = ()) -> Related:
    return Related(id_, 0.5, topics, tuple(terms))
