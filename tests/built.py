"""Built sites as files: their pages, where these lead, and how a site is built without Dossier."""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import yaml
from mkdocs.utils.yaml import yaml_load

BIN = Path(sys.executable).parent
SEARCH = "search/"  # the address of the page that only the plugin makes
QUIET = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


@dataclass
class Html(HTMLParser):
    """What a page links, names and loads, in which languages its parts are, and its event handlers."""

    links: set[str] = field(default_factory=set)
    anchors: set[str] = field(default_factory=set)
    loaded: set[str] = field(default_factory=set)
    downloads: set[str] = field(default_factory=set)
    parts: list[str] = field(default_factory=list)
    handlers: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.handlers += [name for name in values if name.startswith("on")]
        if "id" in values:
            self.anchors.add(values["id"])
        if tag == "a" and "href" in values:
            (self.downloads if "download" in values else self.links).add(values["href"])
        self.loaded |= {values[name] for name in ("src", "srcset", "poster", "data") if name in values}
        if tag == "link" and values.get("rel") != "canonical":
            self.loaded.add(values.get("href", ""))
        if tag == "div" and "lang" in values:
            self.parts.append(f"{values['lang']} {values['dir']}")


def pages(site: Path) -> dict[str, Html]:
    """Return the pages of a site by address."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        parsed = Html()
        parsed.feed(path.read_text("utf-8"))
        found[path.relative_to(site).as_posix().removesuffix("index.html")] = parsed
    return found


def broken(found: Mapping[str, Html]) -> Iterator[str]:
    """Yield the links within a site that lead nowhere."""
    for address, page in found.items():
        if address == "404.html":
            continue
        for link in page.links:
            if urlsplit(link).scheme:
                continue
            target, anchor = urldefrag(unquote(urljoin(f"/{address}", link)))
            there = found.get(target.removeprefix("/").removesuffix("index.html"))
            if there is None or (anchor and anchor not in there.anchors):
                yield f"{address}: {link}"


def plain(source: Path, work: Path) -> Path:
    """Copy the pages of a dossier into a folder with a mkdocs.yml that names no plugin, and return it."""
    with (source / "mkdocs.yml").open("rb") as stream:
        settings = yaml_load(stream)
    shutil.copytree(source / settings["docs_dir"], work / settings["docs_dir"])
    kept = {name: value for name, value in settings.items() if name not in {"plugins", "site_url"}}
    (work / "mkdocs.yml").write_text(yaml.safe_dump({**kept, "plugins": []}, allow_unicode=True), "utf-8")
    return work
