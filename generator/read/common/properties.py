"""What a document's properties say about it, as far as they were written by a person and not by a program."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.model import Fact
from generator.text import fold, folded_words, phrases, squeeze

ORIGIN = "document properties"
_LONG = 300  # letters; a longer title is a text
# Names of files and of programs, which stand for a title where nobody gave one.
_MADE = re.compile(
    r"^(?:microsoft|openoffice|libreoffice)\b.{0,30} - |^(?:about|file|https?):"
    r"|\.(?:docx?|dotx?|odt|ott|rtf|pdf|indd|qxp|qxd|tex|dvi|ps|xlsx?|pptx?|p65|pmd|fm|wpd|html?|txt|md|cdr|ai|pub"
    r"|pages)\b|[\\/]{2}|^[a-z]:\\",
    re.IGNORECASE,
)


def facts(title: str, author: str, path: str) -> Mapping[str, Fact]:
    """Return what the properties of a document state.

    Their dates are no facts: they say when a file was made, copied or last opened. Nor is their language: LibreOffice
    7.4 writes that of its own settings into a file, whatever the text is in, and Word that of a template.

    Args:
        title: Their title; a name of a file or of a program is none.
        author: Their author; a name of an account is none.
        path: The document's, which programs take for its title.
    """
    found = {
        "title": squeeze(title) if _is_title(squeeze(title), path) else "",
        "author": squeeze(author) if _is_author(squeeze(author)) else "",
    }
    return {name: Fact(text, ORIGIN) for name, text in found.items() if text}


def _is_title(title: str, path: str) -> bool:
    """Say whether words are a title: two at the least, or one of a script without spaces."""
    if _is_made(title) or fold(title) == fold(PurePosixPath(path).stem):
        return False
    return len(folded_words(title)) > 1 and bool(re.search(r"\s", title) or not title.isascii())


def _is_author(author: str) -> bool:
    """Say whether words are a name: two at the least, none of which is an address."""
    return len(folded_words(author)) > 1 and "@" not in author and not _is_made(author)


def _is_made(text: str) -> bool:
    """Say whether a text is what a program writes where nobody said any: `Document1`, `user`, the name of a file."""
    if len(text) > _LONG or "\ufffd" in text or _MADE.search(fold(text)):
        return True
    return folded_words(text.rstrip("0123456789 ()_-")) in phrases("placeholders")
