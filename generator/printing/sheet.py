"""One file of the print edition, and what all files of a dossier have in common."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.locales import show_date
from generator.model import Briefing, Date, Dossier, Precision
from generator.print_settings import Printing, Standard
from generator.printing.characters import Characters
from generator.printing.edition import Edition
from generator.printing.wording import Wording, day_of

_DAY = len("2025-04-03")
_LONG_AGO = "1970-01-01"  # the day of a file without one, for PDF/A will have a day
# Words of pages that stand in print too, by the names that templates have for them.
_SHARED = {
    "timeline": "pages.timeline",
    "sources": "pages.sources",
    "related_topics": "topic.related",
    "passing": "topic.passing",
    "editor_notes": "topic.note",
    "unread": "home.unread",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file of the print edition.

    Attributes:
        path: Relative to the folder of the edition.
        template: What sets it.
        data: What the template shows, as JSON.
        standard: What the PDF keeps to.
    """

    path: str
    template: str
    data: str
    standard: Standard


@dataclass(frozen=True, slots=True)
class Press:
    """What all sheets of a dossier have in common."""

    wording: Wording
    printing: Printing

    def sheet(self, path: str, template: str, view: object) -> Sheet:
        """Return the sheet that shows a view."""
        return Sheet(path, template, as_json(view), self.printing.standard)

    def edition(self, briefings: Sequence[Briefing], day: str = "") -> Edition:
        """Return what is true of a file with some briefings, of a day; empty for that of the newest of them."""
        day = day or newest(briefings)
        language = self.wording.dossier.language
        words = self.wording.words
        return Edition(
            title=self.wording.shown(self.wording.dossier.title),
            language=language,
            date=show_date(Date(day, Precision.DAY, "", ""), language) if day else "",
            day=day or ("" if self.printing.standard is Standard.ACCESSIBLE else _LONG_AGO),
            handling=self.wording.handling(briefings),
            paper=self.printing.paper,
            words={**{name: words.text(key) for name, key in _SHARED.items()}, **words.section("print")},
        )


def press_for(dossier: Dossier, printing: Printing, missing: frozenset[str]) -> Press:
    """Return what makes the sheets of a dossier, given the pieces that no font has."""
    return Press(Wording(dossier, Characters(missing)), printing)


def newest(briefings: Iterable[Briefing]) -> str:
    """Return the newest day that briefings state; empty where none states a whole one."""
    days = [day_of(briefing)[:_DAY] for briefing in briefings]
    return max((day for day in days if len(day) == _DAY), default="")


def as_json(view: object) -> str:
    """Return a view as JSON, the names of its fields as keys."""
    return json.dumps(view, default=_plain, ensure_ascii=False, separators=(",", ":"))


def _plain(view: object) -> object:
    """Return the fields of a view: as fast as json wants to be, where `dataclasses.asdict` copies all below it."""
    if isinstance(view, Mapping):
        return dict(view)
    return {name: getattr(view, name) for name in view.__slots__}  # type: ignore[attr-defined] # ours all have them
