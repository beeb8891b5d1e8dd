"""Where pages lead to what was printed of them."""

from dataclasses import replace

import pytest

from generator.print_settings import NOTHING, Printing
from generator.publish.print_links import PrintLinks
from tests.helpers import SETTINGS
from tests.helpers_pages import collection, topic

FOUND = replace(collection({"a b": "Herring fell."}), topics=(topic("port", ["a b"]),))
STRIP = '<div class="dossier-strip">\n<ul>\n<li>English</li>\n</ul>\n</div>'
OFFERS = '<div class="dossier-downloads">\n<ul>\n<li>x</li>\n</ul>\n</div>'


def added(html: str, path: str, printing: Printing, language: str = "en") -> str:
    return PrintLinks(replace(FOUND, language=language), SETTINGS, printing).added(html, path)


def test_a_page_leads_to_its_sheet_at_the_end_of_its_strip() -> None:
    (briefing,) = FOUND.briefings
    link = (
        f'<li class="dossier-print"><a href="../../print/briefings/{briefing.id}.pdf" type="application/pdf" download>'
        "Print edition (PDF)</a></li>"
    )
    assert added(STRIP, f"briefings/{briefing.id}.md", Printing()) == STRIP.replace("</ul>", f"{link}</ul>")


def test_the_first_page_leads_to_the_book_before_all_else_in_the_language_of_the_site() -> None:
    link = (
        '<li class="dossier-print"><a href="print/dossier.pdf" type="application/pdf" download>dossier.pdf</a>'
        ": tout le dossier, en un livre à imprimer</li>"
    )
    assert added(OFFERS, "index.md", Printing(), "fr") == OFFERS.replace("<ul>", f"<ul>{link}")


def test_each_volume_of_a_book_has_its_link() -> None:
    many = replace(FOUND, briefings=FOUND.briefings * 501)
    shown = PrintLinks(many, SETTINGS, Printing()).added(OFFERS, "index.md")
    assert shown.index('"print/dossier-1.pdf"') < shown.index("(Volume 1 of 2)") < shown.index('"print/dossier-2.pdf"')


@pytest.mark.parametrize("path", ["index.md", "briefings/a b.md", "topics/port.md"])
def test_what_is_not_printed_is_not_offered(path: str) -> None:
    assert added(STRIP + OFFERS, path, NOTHING) == STRIP + OFFERS


def test_the_further_pages_of_a_topic_and_a_persons_have_none() -> None:
    assert [added(STRIP, path, Printing()) for path in ("topics/port/2.md", "method.md")] == [STRIP, STRIP]
