"""What a document's properties say about it, as far as they were written by a person and not by a program."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from generator.locales import is_language
from generator.model import Fact
from generator.text import fold, folded_words, squeeze

_ORIGIN = "document properties"
_LONG = 300  # letters; a longer title is a text
_MADE = re.compile(
    r"^(?:microsoft (?:office )?(?:word|powerpoint|excel)\b|(?:un|no )titled?\b|about:|file:|https?:)"
    r"|^(?:(?:powerpoint )?presentation|slide|layout|print|scan|new|neues?|nouveau|nuevo|sans titre|unbenannt"
    r"|ohne titel|sin titulo|senza titolo|document|dokument|documento|seite|page)[ _-]{0,2}\d{0,9}$"
    r"|\.(?:docx?|odt|rtf|pdf|indd|qxp|qxd|tex|dvi|ps|xlsx?|pptx?|p65|pmd|fm|wpd|html?|txt|md|cdr|ai|pub|pages)\b"
    r"|[\\/]{2}|^[a-z]:\\",
    re.IGNORECASE,
)
_NOBODY = frozenset({"admin", "administrator", "author", "default", "guest", "owner", "root", "unknown", "user"})


def facts(title: str, author: str, language: str, path: str) -> Mapping[str, Fact]:
    """Return what the properties of a document state.

    Args:
        title: Their title; a name of a file or of a program is none.
        author: Their author; a name of an account is none.
        language: Their language, as a code.
        path: The document's, which programs take for its title.
    """
    found = {
        "title": squeeze(title) if _is_title(squeeze(title), path) else "",
        "author": squeeze(author) if _is_author(squeeze(author)) else "",
        "language": language.strip() if is_language(language.strip()) else "",
    }
    return {name: Fact(text, _ORIGIN) for name, text in found.items() if text}


def _is_title(title: str, path: str) -> bool:
    """Say whether words are a title: two at the least, or one of a script without spaces."""
    if len(title) > _LONG or _MADE.search(fold(title)) or "\ufffd" in title:
        return False
    if fold(title) == fold(PurePosixPath(path).stem):
        return False
    return len(folded_words(title)) > 1 and bool(re.search(r"\s", title) or not title.isascii())


def _is_author(author: str) -> bool:
    """Say whether words are a name: two at the least, none of which is an address."""
    words = folded_words(author)
    is_made = "@" in author or "\ufffd" in author or len(author) > _LONG or _MADE.search(fold(author))
    return len(words) > 1 and not is_made and _NOBODY.isdisjoint(words)
