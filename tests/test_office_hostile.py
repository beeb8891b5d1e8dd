"""Hostile and broken office documents: read as far as they go, or refused with a reason, and at little cost."""

import io
import struct
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress

import pytest

from generator.errors import SeedError
from generator.read.common.archive import Archive
from generator.read.sniff import format_of
from tests.helpers import document
from tests.helpers_office import MAKERS, content, docx, epub, odt, packed, replaced, rtf, without

P = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
SMALL = {
    "docx": docx({"document": P.format("Herring is dear in Bergen.")}),
    "odt": odt({"document": "<text:p>Herring is dear in Bergen.</text:p>"}),
    "epub": epub({"one": "<p>Herring is dear in Bergen.</p>"}),
    "rtf": rtf({"document": "\\ansi Herring is dear in Bergen.\\par"}),
}
ZIPPED = ["docx", "odt", "epub"]
MAIN = {"docx": "word/document.xml", "odt": "content.xml", "epub": "book/one.xhtml"}


@pytest.mark.parametrize("name", SMALL)
def test_a_document_is_read_by_its_first_bytes(name: str) -> None:
    found = document(SMALL[name], "without_a_suffix")
    assert (found.seed.format, [block.text for block in found.blocks]) == (name, ["Herring is dear in Bergen."])


def outcome(data: bytes, name: str) -> str:
    """Return the text of a file, or why it has none; anything else that is raised is a mistake of ours."""
    try:
        return " ".join(piece.text for piece in content(data, name).pieces)
    except SeedError as error:
        return error.message


def spoiled(data: bytes) -> Iterator[bytes]:
    """Yield a file cut at every tenth byte, and with every seventh changed."""
    for at in range(0, len(data), 10):
        yield data[:at]
    for at in range(0, len(data), 7):
        yield data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :]


@pytest.mark.parametrize("name", SMALL)
def test_a_damaged_file_is_read_or_refused_with_a_reason(name: str) -> None:
    for data in spoiled(SMALL[name]):
        outcome(data, name)
        with suppress(SeedError):
            format_of("seed", data)


@pytest.mark.parametrize("name", ZIPPED)
def test_a_part_that_unpacks_to_a_gigabyte_is_refused(name: str) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        with zipfile.ZipFile(io.BytesIO(SMALL[name])) as small:
            for member in small.namelist():
                if member != MAIN[name]:
                    archive.writestr(member, small.read(member))
        with archive.open(MAIN[name], "w") as stream:
            for _ in range(80):
                stream.write(bytes(1_000_000))
    start = time.perf_counter()
    assert "larger than any document" in outcome(bomb.getvalue(), name)
    assert time.perf_counter() - start < 10


def test_a_part_is_never_larger_than_it_says() -> None:
    data = packed({"a": b"x" * 1000})
    lie = data.replace(struct.pack("<L", 1000), struct.pack("<L", 10))
    with pytest.raises(SeedError, match="it is damaged"):
        Archive(lie).read("a")
    boast = data.replace(struct.pack("<L", 1000), struct.pack("<L", 4_000_000_000))
    assert Archive(boast).read("a") == b"x" * 1000


def test_all_parts_together_have_a_limit() -> None:
    part = bytes(60_000_000)
    archive = Archive(packed(dict.fromkeys("abcde", part)))
    with pytest.raises(SeedError, match="larger than any document"):
        _ = [archive.read(name) for name in archive]


def test_an_archive_of_too_many_files_is_not_opened() -> None:
    with pytest.raises(SeedError, match="more than 10,000 files"):
        Archive(b"PK\x03\x04" + b"PK\x01\x02" * 10_001)


@pytest.mark.parametrize("name", ZIPPED)
def test_a_locked_file_says_so(name: str) -> None:
    data = bytearray(SMALL[name])
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 1)
    assert "it is locked with a password" in outcome(bytes(data), name)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_way_of_packing_that_cannot_be_read_in_steps_is_refused(method: int) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr("a", b"x")
    with pytest.raises(SeedError, match="packed in an unusual way"):
        Archive(stream.getvalue()).read("a")


def test_an_odt_with_a_password_says_so() -> None:
    data = packed(
        {"META-INF/manifest.xml": "<m><file-entry><encryption-data/></file-entry></m>", "content.xml": b"\x00"}
    )
    assert outcome(data, "odt") == "it is locked with a password"


@pytest.mark.parametrize("name", ZIPPED)
def test_a_file_without_its_text_is_refused(name: str) -> None:
    assert "it lacks" in outcome(without(SMALL[name], MAIN[name]), name)


@pytest.mark.parametrize("name", ZIPPED)
@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02", b"plain words", b"<", b"<a><b>", b"\xff\xfe<\x00"])
def test_a_part_that_is_no_xml_is_refused_or_read_as_far_as_it_goes(name: str, data: bytes) -> None:
    outcome(replaced(SMALL[name], MAIN[name], data), name)


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">'
    '<!ENTITY e SYSTEM "file:///etc/hostname">]>'
)


@pytest.mark.parametrize("name", ZIPPED)
def test_entities_are_not_followed(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(SMALL[name])) as archive:
        text = archive.read(MAIN[name]).replace(b"Bergen.", b"Bergen &d;&e;.")
    found = outcome(replaced(SMALL[name], MAIN[name], ENTITIES.encode() + text), name)
    assert "Herring is dear in Bergen" in found
    assert len(found) < 100


@pytest.mark.parametrize("name", ZIPPED)
def test_elements_nested_deeply_are_read_as_far_as_the_parser_goes(name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(SMALL[name])) as archive:
        text = archive.read(MAIN[name])
    wrapper = b"w:ins" if name == "docx" else b"text:section" if name == "odt" else b"div"
    first = text.index(b"<w:p>" if name == "docx" else b"<text:p>" if name == "odt" else b"<p>")
    deep = text[:first] + b"<" + wrapper + b">\n" + (b"<" + wrapper + b">") * 3000 + text[first:]
    outcome(replaced(SMALL[name], MAIN[name], deep), name)


def test_what_stands_behind_a_fault_is_said_to_be_missing() -> None:
    data = replaced(SMALL["docx"], MAIN["docx"], b'<d xmlns:w="w"><w:p><w:r><w:t>Before.</w:t></w:r></w:p><w:p><')
    found = content(data, "docx")
    assert ([piece.text for piece in found.pieces], [notice.code for notice in found.notices]) == (
        ["Before."],
        ["damaged"],
    )


def test_a_part_that_need_not_be_there_costs_no_more_than_itself() -> None:
    data = docx({"document": P.format("Text."), "styles": ""})
    found = content(replaced(data, "word/styles.xml", b"no xml"), "docx")
    assert ([piece.text for piece in found.pieces], [notice.code for notice in found.notices]) == (
        ["Text."],
        ["part-unread"],
    )


def test_names_that_lead_out_of_the_archive_are_only_names() -> None:
    data = replaced(SMALL["epub"], "book/package.opf", (
        b'<package><metadata/><manifest><item id="a" href="../../../../etc/hostname"/><item id="b" href="one.xhtml"/>'
        b'<item id="c" href="/etc/hostname"/></manifest>'
        b'<spine><itemref idref="a"/><itemref idref="b"/><itemref idref="c"/></spine></package>'
    ))  # fmt: skip
    found = content(data, "epub")
    assert [piece.text for piece in found.pieces] == ["Herring is dear in Bergen."]
    assert [notice.code for notice in found.notices] == ["part-unread"]


def test_a_cell_repeated_a_million_times_is_no_bomb() -> None:
    cell = '<table:table-cell table:number-columns-repeated="1000000"><text:p>x</text:p></table:table-cell>'
    row = f'<table:table-row table:number-rows-repeated="1000000">{cell}</table:table-row>'
    found = content(odt({"document": f"<table:table>{row}</table:table>"}), "odt")
    assert [len(row) for row in found.pieces[0].rows] == [63]


def test_a_ragged_table_is_told_as_a_list() -> None:
    cell = "<w:tc>" + P.format("x") + "</w:tc>"
    rows = "".join(f"<w:tr>{cell * (2000 if row == 0 else 1)}</w:tr>" for row in range(2000))
    (found,) = content(docx({"document": f"<w:tbl>{rows}</w:tbl>"}), "docx").pieces
    assert (found.kind.value, len(found.items)) == ("list", 2000)


@pytest.mark.parametrize(
    "text",
    [
        "{" * 3000 + "deep" + "}" * 3000,
        "{\\footnote " * 3000 + "deep" + "}" * 3000,
        "{\\field{\\*\\fldinst{HYPERLINK " * 3000,
        "{\\fonttbl" + "\\f1 " * 20_000 + "\\fcharset1" * 20_000 + "}deep",
        "\\uc\\u\\u9999999999?\\u-99999?\\fcharset78\\f99999\\s-1\\outlinelevel\\bin\\ansicpg\\ansicpg99999 deep",
        "\\cell\\row\\cell\\intbl\\row\\nestcell\\trowd\\par deep",
        "{\\info{\\title " + "a\\~" * 50_000 + "}}deep",
        "{\\pntext 1." * 100,
        "}}}}{deep",
        "\\'\\'g1\\'",
    ],
)
def test_a_hostile_rtf_costs_little(text: str) -> None:
    start = time.perf_counter()
    found = outcome(rtf({"document": text}), "rtf")
    assert time.perf_counter() - start < 5
    assert "deep" in found or "deep" not in text


def test_a_file_that_is_no_rtf_is_refused() -> None:
    with pytest.raises(SeedError, match="it is no RTF"):
        content(b"plain words", "rtf")


@pytest.mark.parametrize("name", MAKERS)
def test_no_control_character_comes_through(name: str) -> None:
    sign = "\\u8238?\\u8203?\\'00" if name == "rtf" else "&#8238;&#8203;&#65279;"
    parts = {
        "docx": {"document": P.format(f"One{sign} two.")},
        "odt": {"document": f"<text:p>One{sign} two.</text:p>"},
        "epub": {"one": f"<p>One{sign} two.</p>"},
        "rtf": {"document": f"\\ansi One{sign} two."},
    }
    assert outcome(MAKERS[name](parts[name]), name) == "One two."


def test_a_book_that_its_seller_locked_or_that_is_empty_says_so() -> None:
    way = '<EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/>'
    locked = f'<e><EncryptedData>{way}<CipherReference URI="book/one.xhtml"/></EncryptedData></e>'
    assert "(DRM)" in outcome(epub({"one": "<p>Text.</p>", "encryption": locked}), "epub")
    assert "there is no text in the book" in outcome(epub({"one": ""}), "epub")
