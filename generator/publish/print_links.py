"""Links from pages to what was printed of them. Only a built site has both: they are no part of the Markdown."""

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, relpath
from urllib.parse import quote

from generator.interface import interface
from generator.model import Dossier
from generator.print_settings import Printing
from generator.printing import book_files
from generator.render.escape import as_html
from generator.settings import Settings

FOLDER = "print"
_STRIP = re.compile(r'(<div class="dossier-strip">.*?)(</ul>)', re.DOTALL)
_DOWNLOADS = re.compile(r'(<div class="dossier-downloads">\s*<ul>)')


class PrintLinks:
    """The links of one site to its print edition."""

    def __init__(self, dossier: Dossier, settings: Settings, printing: Printing) -> None:
        self._settings = settings
        self._words = interface(dossier.language)
        self._sheets = _sheets(dossier, printing)
        self._books = book_files(dossier) if printing.book else ()

    def added(self, html: str, path: str) -> str:
        """Return the article of a page with its links: on the first page to the book, on others to their sheet."""
        if path in self._sheets:
            item = self._item(self._address(path), self._words.text("print.sheet"), "")
            return _STRIP.sub(lambda found: f"{found[1]}{item}{found[2]}", html, count=1)
        if path == "index.md":
            return _DOWNLOADS.sub(lambda found: found[1] + "".join(self._volumes()), html, count=1)
        return html

    def _address(self, path: str) -> str:
        """Return how a page reaches its sheet."""
        page = self._settings.url(path)
        return relpath(f"{FOLDER}/{self._sheets[path]}", dirname(page))

    def _volumes(self) -> Iterator[str]:
        for number, name in enumerate(self._books, 1):
            note = self._words.text("print.whole")
            if len(self._books) > 1:
                volume = {"n": str(number), "count": str(len(self._books))}
                note += f" ({self._words.filled('print.volume', volume)})"
            yield self._item(f"{FOLDER}/{name}", name, f": {note}")

    def _item(self, address: str, text: str, note: str) -> str:
        # No part of the page on paper, which it leads to.
        link = f'<a href="{quote(address)}" type="application/pdf" download>{as_html(text)}</a>'
        return f'<li class="dossier-print">{link}{as_html(note)}</li>'


def _sheets(dossier: Dossier, printing: Printing) -> Mapping[str, str]:
    """Return the files of the pages that are printed by themselves."""
    briefings = [f"briefings/{briefing.id}" for briefing in dossier.briefings] if printing.briefings else []
    topics = [f"topics/{topic.id}" for topic in dossier.topics] if printing.topics else []
    return {f"{path}.md": f"{path}.pdf" for path in (*briefings, *topics)}
