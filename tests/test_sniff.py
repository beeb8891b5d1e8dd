"""What format a file is in: its first bytes are believed over its suffix."""

import io
import zipfile
from typing import Any

import pytest

from generator.errors import SeedError
from generator.read.formats import READERS
from generator.read.sniff import SUFFIXES, format_of
from tests.helpers import cases, claim


@pytest.mark.parametrize("case", cases("sniff"), ids=claim)
def test_the_format_of(case: dict[str, Any]) -> None:
    data = case["data"].encode("latin-1")
    if "format" in case:
        assert format_of(case["path"], data) == case["format"]
    else:
        with pytest.raises(SeedError) as caught:
            format_of(case["path"], data)
        assert case["says"] in caught.value.message
        assert caught.value.hint


@pytest.mark.parametrize(
    ("members", "found"),
    [
        ({"word/document.xml": ""}, "docx"),
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, "odt"),
        ({"mimetype": "application/epub+zip\n"}, "epub"),
    ],
)
def test_a_container_is_known_by_what_is_in_it(members: dict[str, str], found: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    assert format_of("a.zip", file.getvalue()) == found


def test_any_other_archive_is_to_be_unpacked() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "a")
    with pytest.raises(SeedError, match="it is a zip archive"):
        format_of("a.docx", file.getvalue())


def test_every_suffix_has_its_reader() -> None:
    assert set(SUFFIXES.values()) <= READERS.keys()
