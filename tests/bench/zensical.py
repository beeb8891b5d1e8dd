"""What becomes of the pages in `dossier/` without Dossier: built by plain MkDocs and by Zensical (`make zensical`).

Ends with exit code 1 where a builder fails, loses a page, or leaves a link that leads nowhere. What only the plugin
gives is told as a difference.
"""

import subprocess
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.browser.sites import built
from tests.built import BIN, QUIET, SEARCH, Html, broken, pages, plain
from tests.helpers import ROOT

_COMMANDS: Mapping[str, list[str | Path]] = {
    "MkDocs without a plugin": [BIN / "mkdocs", "build", "--strict", "--quiet"],
    "Zensical": [BIN / "zensical", "build", "--strict", "--clean"],
}
_INDEXES = ("search/search_index.json", "search.json")
_MOST = 10  # links told one by one


@dataclass(frozen=True, slots=True)
class Built:
    """A built site, and its pages by address."""

    folder: Path
    pages: Mapping[str, Html]

    @property
    def size(self) -> int:
        """The bytes of all its pages."""
        return sum(path.stat().st_size for path in self.folder.rglob("*.html"))


def faults(ours: Built, theirs: Built) -> list[str]:
    """Return what must not be: pages that are lost, links that lead nowhere."""
    lost = [
        f"no page {address or 'index.html'}" for address in sorted(ours.pages.keys() - theirs.pages.keys() - {SEARCH})
    ]
    dead = [f"dead link on {fault}" for fault in broken(theirs.pages)]
    more = [f"and {len(dead) - _MOST} more"] if len(dead) > _MOST else []
    return lost + dead[:_MOST] + more


def _in_their_language(site: Built) -> str:
    return f"{sum(bool(page.parts) for page in site.pages.values())} of {len(site.pages)}"


def _file(name: str) -> Callable[[Built], str]:
    return lambda site: "yes" if (site.folder / name).is_file() else "no"


def _in_navigation(site: Built) -> str:
    """Say how many briefings the home page links, which grows with their number where they are in the navigation."""
    home = site.pages.get("", Html())
    return str(sum(link.startswith("briefings/") for link in home.links))


def _aside_in_search(site: Built) -> str:
    """Say on how many pages a search would find the lines that were set aside, which it shall not."""
    indexes = [site.folder / name for name in _INDEXES if (site.folder / name).is_file()]
    return str(sum(path.read_text("utf-8").count("Set aside: ") for path in indexes))


DIFFERENCES: Mapping[str, Callable[[Built], str]] = {
    "pages whose parts name their language and direction": _in_their_language,
    "Dossier's stylesheet": _file("assets/dossier.css"),
    "dossier.json": _file("dossier.json"),
    "Dossier's search (Pagefind)": lambda site: "yes" if SEARCH in site.pages else "no",
    "an index of MkDocs's search": _file(_INDEXES[0]),
    "an index of Zensical's search": _file(_INDEXES[1]),
    "pages of which MkDocs's or Zensical's search finds what was set aside": _aside_in_search,
    "briefings that the home page links": _in_navigation,
    "kB of HTML": lambda site: f"{site.size / 1000:.0f}",
}


def build(name: str, root: Path) -> Built:
    """Build the pages with one of the builders.

    Raises:
        CalledProcessError: The builder failed; it has said why.
    """
    subprocess.run(_COMMANDS[name], cwd=root, env=QUIET, check=True)
    return Built(root / "site", pages(root / "site"))


def main() -> int:
    """Build, compare, and tell."""
    wrong = 0
    with tempfile.TemporaryDirectory() as work:
        folder = built(ROOT, Path(work, "dossier"))
        sites = {"Dossier": Built(folder, pages(folder))}
        for name in _COMMANDS:
            root = Path(work, name.split()[0])
            root.mkdir()
            sites[name] = build(name, plain(ROOT, root))
            found = faults(sites["Dossier"], sites[name])
            wrong += len(found)
            print(f"{name}: {len(sites[name].pages)} pages, {len(found) or 'nothing'} wrong")
            for fault in found:
                print(f"  {fault}")
        for what, look in DIFFERENCES.items():
            print(f"{what}: " + ", ".join(f"{name} {look(site)}" for name, site in sites.items()))
    return min(wrong, 1)


if __name__ == "__main__":
    raise SystemExit(main())
