"""Where the indexes list what.

A dossier that fits has each index on one page, whose headings are the places. A larger one has a page for each source,
each language and each year, so that no page grows with the collection.
"""

import hashlib
from pathlib import PurePosixPath

ENTRIES = 200  # on a page: of briefings, 30 to 45 kB of HTML without the theme's 20, and eight screens
_LONGEST = 80  # bytes; a source may be called by a whole paragraph


def fits(briefings: int) -> bool:
    """Say whether the indexes of so many briefings have a page each and no more."""
    return briefings <= ENTRIES


def place(index: str, name: str, briefings: int) -> str:
    """Return where an index lists a source, a language or a year.

    Args:
        index: Its page without the suffix, such as `sources`.
        name: The anchor there, such as `source-le-monde`.
        briefings: How many the dossier has.
    """
    return f"{index}.md#{name}" if fits(briefings) else own_page(index, name)


def own_page(index: str, name: str) -> str:
    """Return the page that a source, a language or a year has in a large dossier."""
    bare = name.partition("-")[2]
    if bare == "index" or len(bare.encode()) > _LONGEST:  # MkDocs would take the first for the page of the folder
        digest = hashlib.sha256(name.encode()).hexdigest()[:12]
        bare = f"{bare.encode()[:_LONGEST].decode('utf-8', 'ignore').rstrip('-')}-{digest}"
    return f"{index}/{bare}.md"


def sheet(path: str, number: int) -> str:
    """Return the path of a further page of a list: beside what the list's own folder holds, never in its place."""
    if number == 1:
        return path
    stem = PurePosixPath(path).with_suffix("").as_posix()
    return f"{stem}/{number}.md" if "/" in stem else f"all-{stem}/{number}.md"


def up(path: str) -> str:
    """Return the way from a page to the folder of all pages."""
    return "../" * path.count("/")
