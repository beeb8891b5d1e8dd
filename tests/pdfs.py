"""Small PDFs, written by hand: Helvetica, text at a place, links, pictures."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text: from the left edge and from the top, in points."""

    x: float
    y: float
    text: str
    size: float = 10
    font: str = "F1"  # F2 is bold, F3 is Courier
    turn: str = "1 0 0 1"


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle that leads somewhere."""

    x: float
    y: float
    width: float
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    texts: Sequence[Text] = ()
    links: Sequence[Link] = ()
    picture: bool = False
    rotate: int = 0
    comments: Sequence[str] = ()
    fields: Sequence[str] = ()  # what was typed into a form


def lines(x: float, y: float, texts: Sequence[str], size: float = 10, pitch: float = 12) -> list[Text]:
    """Return lines below each other."""
    return [Text(x, y + number * pitch, text, size) for number, text in enumerate(texts)]


def pdf(pages: Sequence[Page], info: str = "", catalog: str = "", trailer: str = "") -> bytes:
    """Return a PDF; `info`, `catalog` and `trailer` are further entries of its dictionaries."""
    fonts = "".join(
        f"/F{number} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >> "
        for number, name in ((1, "Helvetica"), (2, "Helvetica-Bold"), (3, "Courier"))
    )
    kids = " ".join(f"{4 + 3 * number} 0 R" for number in range(len(pages)))
    parts = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode("latin-1"),
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>".encode(),
        f"<< {info} >>".encode("latin-1"),
    ]
    for number, page in enumerate(pages):
        notes = "".join(
            [
                *map(_note, page.links),
                *(f"<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /Contents ({text}) >> " for text in page.comments),
                *(
                    f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [0 0 9 9] /V ({text}) >> "
                    for text in page.fields
                ),
            ]
        )
        parts += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {page.rotate} /Annots [{notes}] "
            f"/Contents {5 + 3 * number} 0 R /Resources << /Font << {fonts} >> "
            f"/XObject << /I1 {6 + 3 * number} 0 R >> >> >>".encode(),
            _stream("", _content(page)),
            _stream(
                "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", b"0"
            ),
        ]
    return _file(parts, trailer)


def _note(link: Link) -> str:
    bottom = HEIGHT - link.y - 3
    box = f"{link.x} {bottom} {link.x + link.width} {bottom + 12}"
    return f"<< /Type /Annot /Subtype /Link /Rect [{box}] /A << /S /URI /URI ({link.url}) >> >> "


def _content(page: Page) -> bytes:
    parts = [b"q 100 0 0 100 50 50 cm /I1 Do Q"] if page.picture else []
    for text in page.texts:
        said = text.text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        place = f"BT /{text.font} {text.size} Tf {text.turn} {text.x} {HEIGHT - text.y} Tm (".encode()
        parts.append(place + said + b") Tj ET")
    return b"\n".join(parts)


def _stream(entries: str, data: bytes) -> bytes:
    return f"<< {entries} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def _file(parts: Sequence[bytes], trailer: str) -> bytes:
    """Return objects with their table of places."""
    whole, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, table)
    end = f"trailer\n<< /Size {len(parts) + 1} /Root 1 0 R /Info 3 0 R {trailer} >>\n".encode("latin-1")
    return whole + head + end + b"startxref\n%d\n%%%%EOF\n" % len(whole)
