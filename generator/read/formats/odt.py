"""OpenDocument texts (odt): the text in order, then notes; headers, comments and deleted words are set aside."""

from collections.abc import Iterator

from generator.errors import SeedError
from generator.model import Encoding
from generator.read.common import markup, office
from generator.read.common.archive import Archive
from generator.read.common.markup import Element
from generator.read.common.properties import facts
from generator.read.content import Content, Piece, Raw
from generator.read.formats.odt_styles import Styles
from generator.read.formats.odt_text import Story

_MARGINS = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")
_AUTHORS = ("initial-creator", "creator")  # who began the file, before who saved it last


def parse(raw: Raw) -> Iterator[Content]:
    """Yield the text of an OpenDocument file."""
    archive = Archive(raw.data)
    manifest = office.optional(archive, "META-INF/manifest.xml")
    if manifest.root is not None and any(True for _ in markup.descendants(manifest.root, "encryption-data")):
        raise SeedError("it is locked with a password", hint="save it without a password")
    content = office.part(archive, "content.xml")
    layout = office.optional(archive, "styles.xml")
    meta = office.optional(archive, "meta.xml")
    roots = [root for root in (layout.root, content.root) if root is not None]
    styles = Styles(roots)
    pieces = [*_text(content.root, styles), *office.furniture(_margins(layout.root, styles))]
    found = office.arranged(pieces)
    lines = _stated(meta.root)
    author = next((lines[name] for name in _AUTHORS if name in lines), "")
    said = office.stated(lines, facts(lines.get("title", ""), author, raw.path), found)
    notices = (*content.notices, *layout.notices, *meta.notices)
    whole = Content(
        "odt", Encoding("utf-8", guessed=False), found, stated=said.stated, facts=said.facts, notices=notices
    )
    yield office.fitted(whole, raw.rules.limits.characters)


def _text(root: Element | None, styles: Styles) -> tuple[Piece, ...]:
    story = Story(styles)
    body = markup.child(root, "body") if root is not None else None
    if body is not None:
        story.walk(body)
    return story.done()


def _margins(root: Element | None, styles: Styles) -> Iterator[Piece]:
    """Yield the text of headers and footers."""
    masters = markup.child(root, "master-styles") if root is not None else None
    for margin in markup.descendants(masters, *_MARGINS) if masters is not None else ():
        story = Story(styles)
        story.walk(margin)
        yield from story.done()


def _stated(root: Element | None) -> dict[str, str]:
    """Return all that the properties say, by name."""
    meta = markup.child(root, "meta") if root is not None else None
    lines: dict[str, str] = {}
    for said in meta if meta is not None else ():
        name, text = markup.name(said), markup.text_in(said)
        if name and text.strip():
            lines[name] = f"{lines[name]}, {text}" if name in lines else text
    return lines
