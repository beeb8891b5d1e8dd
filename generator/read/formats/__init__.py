"""The table of formats: which reader takes which suffix. One file a format."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from types import MappingProxyType

from generator.read.clean import as_marked, clean_blocks, clean_lines, with_headings
from generator.read.content import Content, Judged, Piece
from generator.read.formats import markdown, plain


@dataclass(frozen=True, slots=True)
class Reader:
    """How files of one format are parsed, how what they hold is cleaned, and what is a heading in it."""

    parse: Callable[[str], Content]
    clean: Callable[[tuple[Piece, ...]], tuple[Judged, ...]]
    headings: Callable[[tuple[Judged, ...]], tuple[Judged, ...]]


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        ".txt": Reader(plain.parse, clean_lines, with_headings),
        ".md": Reader(markdown.parse, clean_blocks, as_marked),
        ".markdown": Reader(markdown.parse, clean_blocks, as_marked),
    }
)


def reader_for(path: str) -> Reader | None:
    """Return the reader for a seed by its suffix; None where there is none."""
    return READERS.get(PurePosixPath(path).suffix.lower())
