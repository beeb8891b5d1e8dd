"""Rich text (rtf): the paragraphs in order, then notes; headers, comments and hidden words are set aside."""

from collections.abc import Iterator

from generator.errors import SeedError
from generator.model import Encoding, Notice
from generator.read.common import office
from generator.read.common.decode import without_controls
from generator.read.common.properties import facts
from generator.read.content import Content, Piece, Raw
from generator.read.formats.rtf_text import Reader

_OPENING = b"{\\rtf"


def parse(raw: Raw) -> Iterator[Content]:
    """Yield the text of an RTF file."""
    data = raw.data.lstrip()
    if not data.startswith(_OPENING):
        raise SeedError("it is no RTF", hint="save it again, or give it the suffix of what it is")
    reader = Reader()
    pieces = office.arranged(reader.read(data.decode("latin-1")))
    lines = {name: without_controls(text) for name, text in reader.info.items()}
    said = office.stated(lines, facts(lines.get("title", ""), lines.get("author", ""), raw.path), pieces)
    whole = Content(
        "rtf",
        Encoding(reader.codec, guessed=False),
        pieces,
        stated=said.stated,
        facts=said.facts,
        notices=tuple(_notices(reader, pieces)),
    )
    yield office.fitted(whole, raw.rules.limits.characters)


def _notices(reader: Reader, pieces: tuple[Piece, ...]) -> Iterator[Notice]:
    if not reader.is_whole:
        yield Notice("damaged", "ends")
    count = sum(piece.text.count("\ufffd") for piece in pieces)
    if count:
        yield Notice("undecodable", "bytes", (count,))
