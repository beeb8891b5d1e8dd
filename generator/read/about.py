"""`about.md` in the seeds folder: the editor's words on the whole dossier. It is no seed, and gives no briefing."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.errors import SeedError
from generator.model import Block, Problem
from generator.read.content import Content, Raw
from generator.read.folder import ABOUT, load_about
from generator.read.formats import markdown
from generator.settings import Rules

_LONGEST = 20_000  # characters, some ten pages; everything else on the first page stands below them


@dataclass(frozen=True, slots=True)
class About:
    """The editor's words as blocks, and what is to be mended in them."""

    blocks: tuple[Block, ...] = ()
    problems: tuple[Problem, ...] = ()


def read_about(folder: Path, rules: Rules) -> About:
    """Return what the `about.md` of a seeds folder says; no words where there is none, or where it must be mended."""
    try:
        data = load_about(folder)
        fault = tuple(_faults(data))
        contents = () if fault or not data else tuple(markdown.parse(Raw(ABOUT, data, rules)))
    except SeedError as error:
        return About(problems=(Problem(ABOUT, error.message, error.hint),))
    blocks = tuple(block for content in contents for block in _numbered(content))
    return About(blocks, (*fault, *(problem for content in contents for problem in _unsaid(content))))


def _faults(data: bytes) -> Iterator[Problem]:
    """Yield why the words cannot be shown, with the line."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        yield Problem(f"{ABOUT}:{line}", f"this is not UTF-8 text (byte {error.start})", "save it as UTF-8")
        return
    if len(text) > _LONGEST:
        line = text.count("\n", 0, _LONGEST) + 1
        long = f"it has {len(text):,} characters, and the first page takes {_LONGEST:,}; the limit is in this line"
        yield Problem(f"{ABOUT}:{line}", long, "shorten it, or put the rest into a page of your own beside the others")


def _numbered(content: Content) -> Iterator[Block]:
    for number, piece in enumerate(content.pieces, start=1):
        yield Block(piece.kind, piece.text, f"about-{number}", piece.level, piece.items, piece.rows, piece.links)


def _unsaid(content: Content) -> Iterator[Problem]:
    """Yield what stands in the file and on no page."""
    if content.stated:
        yield Problem(f"{ABOUT}:1", "the facts at its head are not shown", "say them in its text, or delete them")
    for line in content.leftover:
        yield Problem(ABOUT, f"this line is not shown: {line[:80]}", "mend its Markdown, or delete it")
