"""Templates and JSON to PDF (the only importer of typst), with the fonts that come as packages and no others.

The fonts of the system are never used: they would change the bytes from machine to machine.
"""

import functools
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

import typst

from generator.errors import PrintError
from generator.print_settings import Standard
from generator.printing.sheet import Sheet

_TEMPLATES = Path(str(resources.files("generator.printing") / "templates"))
# Packages of fonts, the last one an extra; Typst itself brings one for code and one for mathematical signs.
_FONTS = ("fontpkg_noto_serif", "fontpkg_amiri", "fontpkg_frank_ruhl_libre", "manimgx_fonts", "noto_cjk_sans_otc")
_STANDARDS: Mapping[Standard, "list[typst.PDFStandard]"] = {
    Standard.ACCESSIBLE: ["ua-1"],
    Standard.ARCHIVAL: ["a-3a"],
    Standard.BOTH: ["ua-1", "a-3a"],
}
_LACKING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPE = re.compile(r"\\(?:u\{([0-9a-f]+)\}|(.))")
_CONTROLS = {"n": "\n", "r": "\r", "t": "\t", "0": "\0"}


def typeset(sheet: Sheet) -> bytes:
    """Return a sheet as PDF.

    Raises:
        PrintError: Typst refuses it, which is a fault of a template.
    """
    try:
        return _set(sheet.template, sheet.data, _STANDARDS[sheet.standard])
    except typst.TypstError as error:
        raise PrintError(f"{sheet.template}.typ: {error.message}", hint="please report this") from error


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a sheet could not be set."""

    reason: str


def attempt(sheet: Sheet) -> bytes | Fault:
    """Return a sheet as PDF, or why there is none: one that cannot be set stops no other."""
    try:
        return typeset(sheet)
    except PrintError as error:
        return Fault(error.message)


def missing(pieces: Iterable[str]) -> frozenset[str]:
    """Return which characters, alone or with marks, no font has; Typst itself says so, in all styles that we use."""
    wanted = sorted(pieces)
    try:
        _set("probe", json.dumps(wanted, ensure_ascii=False), _STANDARDS[Standard.ACCESSIBLE])
    except typst.TypstError as error:
        lacking = {_unescaped(found) for found in _LACKING.findall(error.diagnostic)}
        return frozenset(piece for piece in wanted if piece in lacking or _is_part(lacking, piece))
    return frozenset()


@functools.cache
def fingerprint() -> str:
    """Return a hash of all that a PDF depends on beside its data: the templates, the fonts and Typst itself."""
    digest = hashlib.sha256(version("typst").encode())
    fonts = [path for folder in _font_folders() for path in sorted(folder.iterdir())]
    for path in (*sorted(_TEMPLATES.glob("*.typ")), *fonts):
        if path.is_file():
            digest.update(f"{path.name} {path.stat().st_size}".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _set(template: str, data: str, standards: "list[typst.PDFStandard]") -> bytes:
    """Return what a template makes of its data; the clock is that of no day, so that nothing can ask for today."""
    pdf = _compiler().compile(
        _TEMPLATES / f"{template}.typ", format="pdf", sys_inputs={"data": data}, pdf_standards=standards, timestamp=0
    )
    if not isinstance(pdf, bytes):
        raise PrintError(f"{template}: Typst made no PDF", hint="please report this")
    return pdf


@functools.cache
def _compiler() -> typst.Compiler:
    """Return the one of this process: it remembers its fonts and templates from sheet to sheet."""
    fonts = typst.Fonts(include_system_fonts=False, font_paths=_font_folders())
    return typst.Compiler(root=_TEMPLATES, font_paths=fonts, ignore_system_fonts=True)


def _font_folders() -> list[Path]:
    found = [spec.submodule_search_locations for name in _FONTS if (spec := find_spec(name))]
    roots = [Path(place) for places in found for place in places or ()]
    return [root / "files" if (root / "files").is_dir() else root for root in roots]


def _is_part(lacking: set[str], piece: str) -> bool:
    return len(piece) > 1 and any(found in piece for found in lacking)


def _unescaped(text: str) -> str:
    """Return a text that Rust shows with escapes."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)) if match[1] else _CONTROLS.get(match[2], match[2]), text)
