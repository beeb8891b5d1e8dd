"""The index of the search (the only importer of pagefind): records in, files for the browser out.

Pagefind is a program, of which its Python package knows the place. That package can also talk to it as a service, which
takes a tenth of a second for each page, and ends it while it still writes: of 12 indexes, one had half of a file.
"""

import hashlib
import json
import os
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from pagefind.service import get_executable

from generator.errors import SearchError
from generator.publish.search.order import put_in_order
from generator.publish.search.records import Record

FOLDER = "pagefind"
SAYS = "dossier.json"  # what our own script has to know before it asks
_EXCLUDED = (".headerlink", "[data-search-exclude]", "script", "style")
# Ready-made boxes and pages of Pagefind, half a megabyte, which nothing here uses; and what only the main thread needs.
_UNUSED = ("pagefind-*ui.*", "pagefind-highlight.js", "pagefind.js")
_HINT = "install it (pip install 'pagefind[bin]'), or set 'search: material' in mkdocs.yml"


def write_index(records: Iterable[Record], site: Path, words: Mapping[str, str]) -> None:
    """Write the index into a built site, anew.

    Args:
        records: What can be found.
        site: The folder of the site.
        words: What the search says in the language of the site.

    Raises:
        SearchError: Pagefind is not there, or has failed.
    """
    target = (site / FOLDER).resolve()
    with tempfile.TemporaryDirectory(prefix="dossier-") as name:
        folder = Path(name)
        for record in records:
            path = folder / PurePosixPath(record.file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(record.html, "utf-8")
        _run(folder, target)
    try:
        _tidy(target, words)
    except (ValueError, OSError) as error:
        raise SearchError(f"the program 'pagefind' wrote something else than 1.5 does: {error}", hint=_HINT) from error


def _run(source: Path, target: Path) -> None:
    program = get_executable()
    if program is None:
        raise SearchError("the program 'pagefind' is not there", hint=_HINT)
    excluded = [part for selector in _EXCLUDED for part in ("--exclude-selectors", selector)]
    command = [str(program), "--site", ".", "--output-path", str(target), "--silent", *excluded]
    # It also takes settings from its environment, and from a file where it runs: none of them is ours.
    environment = {name: value for name, value in os.environ.items() if not name.upper().startswith("PAGEFIND_")}
    try:
        subprocess.run(command, cwd=source, env=environment, check=True, capture_output=True, text=True)  # noqa: S603 - the package's own program
    except FileNotFoundError as error:
        raise SearchError("the program 'pagefind' is not there", hint=_HINT) from error
    except (OSError, subprocess.CalledProcessError) as error:
        said = error.stderr.strip() if isinstance(error, subprocess.CalledProcessError) else str(error)
        raise SearchError(f"the program 'pagefind' has failed: {said or error}", hint=_HINT) from error


def _tidy(target: Path, words: Mapping[str, str]) -> None:
    """Remove what nobody asks for, put in order what comes in any, and say what there is."""
    for pattern in _UNUSED:
        for path in target.glob(pattern):
            path.unlink()
    put_in_order(target)
    entry = (target / "pagefind-entry.json").read_bytes()
    says = {
        "version": hashlib.sha256(entry).hexdigest()[:12],
        "languages": list(json.loads(entry)["languages"]),
        "words": dict(words),
    }
    (target / SAYS).write_text(json.dumps(says, ensure_ascii=False, separators=(",", ":")), "utf-8")
