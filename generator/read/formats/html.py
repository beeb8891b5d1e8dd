"""HTML pages."""

from collections.abc import Iterator
from dataclasses import replace

from generator.model import Fact, Kind, Reason
from generator.read import language
from generator.read.common import markup
from generator.read.common.decode import decode
from generator.read.content import Content, Piece, Raw
from generator.read.web import article, blocks, metadata, published, verdict
from generator.read.web.metadata import METADATA, Head
from generator.read.web.placed import Moment, Page
from generator.read.web.verdict import Verdict
from generator.settings import Rules

_ABOVE = 2  # pieces above the headline in which its date may stand
_ENOUGH = 1000  # characters that tell the language
_BELOW = 3  # pieces below the text in which its date may stand
_ABOVE_TEXT = 8  # pieces between headline and text that the masthead looks at


def parse(raw: Raw) -> Iterator[Content]:
    """Yield the page in a file."""
    yield page(raw.data, raw.rules)


def page(data: bytes, rules: Rules, declared: str = "", url: str = "") -> Content:
    """Return a page.

    Args:
        data: Its bytes.
        rules: How seeds are read.
        declared: The encoding that its envelope names; empty where none does.
        url: Where the page came from; empty where nothing says so.

    Raises:
        SeedError: There is no text in it.
    """
    decoded = decode(data, rules.limits.characters, declared or markup.charset(data))
    root = markup.html(decoded.text)
    head = metadata.head(root)
    found = blocks.page(root, metadata.base(head, url))
    judged = verdict.judge(found.placed, article.extract(root, found.placed), head.titles)
    heard = _heard(found, judged, rules)
    title = _title(head, found, judged, url)
    facts = {
        "title": title,
        "date": _date(head, found, judged, heard, url),
        "source": _said(metadata.source(head)) or metadata.source_in_title(head, title.text if title else ""),
        "author": _said(metadata.author(head)),
        "link": _said(metadata.address(head, url)),
        # Themes come with a language of their own: what the page states must be what its text is in.
        "language": _said(heard if metadata.language(head) == heard else ""),
    }
    stated = {name: fact for name, fact in facts.items() if fact is not None}
    pieces = tuple(_pieces(found, judged))
    return Content("html", decoded.encoding, pieces, facts=stated, notices=decoded.notices)


def _said(text: str) -> Fact | None:
    return Fact(text, METADATA) if text else None


def _title(head: Head, found: Page, judged: Verdict, url: str) -> Fact | None:
    """Return the headline of the article; else what the page says that it is called."""
    named = metadata.title(head, url)
    if judged.headline is None:
        return named
    text = found.placed[judged.headline].piece.text
    if named and text.startswith(named.text) and len(text) > len(named.text):
        # The headline has the site's name behind it.
        return named
    return Fact(text, "headline")


def _date(head: Head, found: Page, judged: Verdict, code: str, url: str) -> Fact | None:
    """Return when the page says that it was published: in its metadata, else beside its headline, else in its address.

    A dateline of its own line is left to the masthead, which reads it in any format.
    """
    text = [at for at, is_kept in enumerate(judged.kept) if is_kept and at != judged.headline]
    start = judged.headline if judged.headline is not None else (text[0] if text else 0)
    moments = [moment for moment in found.moments if _speaks_of_the_page(moment, found, judged)]
    beside = published.near(moments, start, text[-1] + 1 if text else len(found.placed))
    beside_text = range(max(0, start - _ABOVE), min(text[0] + _ABOVE, len(found.placed)) if text else start)
    lines = [found.placed[at].piece.text for at in beside_text if at != judged.headline and not judged.apart[at]]
    below = found.placed[text[-1] : text[-1] + _BELOW + 1] if text else ()
    return (
        published.date(head, beside)
        or published.dateline([*lines[_ABOVE:], *lines[:_ABOVE]], code)
        or published.date_in_address(head, url)
        or published.closing_line((each.piece.text for each in below), code)
    )


def _speaks_of_the_page(moment: Moment, found: Page, judged: Verdict) -> bool:
    """Say whether a time stands on a short line that is no comment and the like."""
    if moment.at >= len(found.placed):
        return True
    line = found.placed[moment.at].piece.text
    return not judged.apart[moment.at] and published.is_short(line)


def _heard(found: Page, judged: Verdict, rules: Rules) -> str:
    """Return the language that the text is in, as far as its words tell."""
    text = "\n".join(each.piece.text for each, is_kept in zip(found.placed, judged.kept, strict=True) if is_kept)
    return language.detect(text[:_ENOUGH], rules.languages).code


def _pieces(found: Page, judged: Verdict) -> Iterator[Piece]:
    text = [at for at, is_kept in enumerate(judged.kept) if is_kept and at != judged.headline]
    for at, (each, is_kept) in enumerate(zip(found.placed, judged.kept, strict=True)):
        is_far = bool(text) and text[0] - at > _ABOVE_TEXT
        if at == judged.headline and (is_far or each.piece.kind is not Kind.HEADING):
            # The masthead would not see it; it is the title.
            yield replace(each.piece, aside=Reason.METADATA)
        else:
            yield each.piece if is_kept else replace(each.piece, aside=Reason.CHROME)
