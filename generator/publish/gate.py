"""The gate after a build (the only importer of selectolax): no page does, loads or leads to what a seed brought in.

Pages are parsed as browsers do (Lexbor, HTML5). What the theme itself brings is known from pages without any seed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from generator.errors import GateError

# What Python-Markdown writes for the columns of a table, in pages that people write beside the generated ones.
_TABLE_STYLE = re.compile(r"text-align: ?(?:left|right|center);?")
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|' + r"'(?:[^'\\\n]|\\.)*'")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
# Browsers skip these within the scheme of an address.
_SKIPPED = re.compile(r"[\x00-\x20]+")
_ADDRESSES = frozenset({
    "href", "xlink:href", "src", "srcset", "action", "formaction", "poster", "data", "cite", "background", "ping",
    "longdesc", "manifest", "codebase", "classid", "archive", "profile", "usemap", "srcdoc", "imagesrcset",
})  # fmt: skip
_FOLLOWED = frozenset({"href", "xlink:href", "cite", "longdesc", "action", "formaction"})  # only when someone clicks
_LINKS = frozenset({"canonical", "alternate", "author", "license", "next", "prev", "search", "help", "bookmark", "me"})
_FINE = frozenset({"http", "https", "mailto"})
_MOST = 20  # faults in the message; one is enough to stop a build


@dataclass(frozen=True, slots=True)
class Fault:
    """What a page does that neither its theme nor Dossier brought; without a place, so that two may be compared."""

    what: str


def check(site: Path, host: str, bare_pages: Iterable[str]) -> None:
    """Let a site pass, or say what is wrong with it.

    Args:
        site: The folder that was built.
        host: Where it will be published, from `site_url`; empty where that is not known.
        bare_pages: Pages as the theme makes them without any text of a seed.

    Raises:
        GateError: A page has an event handler, a script or a style that the theme did not bring, an address with
            another scheme than http, https or mailto, or loads something from another host.
    """
    own = {fault.what for page in bare_pages for fault in _active(_parsed(page))}
    found = []
    for path in sorted(site.rglob("*.html")):
        root = _parsed(path.read_text("utf-8", "replace"))
        faults = [fault.what for fault in _active(root) if fault.what not in own]
        faults += [fault.what for fault in _leading_out(root, host)]
        found += [f"{path.relative_to(site.parent).as_posix()}: {what}" for what in faults]
    if found:
        more = f" (and {len(found) - _MOST} more)" if len(found) > _MOST else ""
        hint = "a page of yours beside the generated ones may have brought it; if it is a generated one, report this"
        raise GateError("; ".join(found[:_MOST]) + more, hint=hint)


def _parsed(html: str) -> LexborNode:
    root = LexborHTMLParser(html).root
    if root is None:
        raise GateError("a page of the site is empty", hint="build it again")
    return root


def _active(root: LexborNode) -> Iterator[Fault]:
    """Yield what runs or restyles a page; strings within a script apart, which hold titles and ways to the root."""
    for node in root.traverse():
        for name, value in node.attributes.items():
            if name.startswith("on"):
                yield Fault(f"event handler {name}={value!r} on <{node.tag}>")
            elif name == "style" and not _TABLE_STYLE.fullmatch((value or "").strip()):
                yield Fault(f"style {value!r} on <{node.tag}>")
        if node.tag in {"script", "style"}:
            text = _STRING.sub('""', node.text() or "").strip()
            yield Fault(f"<{node.tag} src={_file(node)!r}> {text}".rstrip())
        elif node.tag in {"iframe", "object", "embed", "applet", "frame", "base", "portal"}:
            yield Fault(f"<{node.tag}>")
        elif node.tag == "meta" and (node.attributes.get("http-equiv") or "").lower() == "refresh":
            yield Fault("<meta http-equiv=refresh>")


def _file(node: LexborNode) -> str:
    """Return the file that a script comes from; the way there differs from page to page."""
    return (node.attributes.get("src") or "").rpartition("../")[2].lstrip("./")


def _leading_out(root: LexborNode, host: str) -> Iterator[Fault]:
    for node in root.traverse():
        for name, value in node.attributes.items():
            if name not in _ADDRESSES or not value:
                continue
            for url in _urls(name, value):
                scheme = _SCHEME.match(url)
                if scheme and scheme[0][:-1].lower() not in _FINE:
                    yield Fault(f"{name}={value!r} on <{node.tag}>")
                elif _loads(node, name) and _host(url) not in {"", host}:
                    yield Fault(f"{name}={value!r} on <{node.tag}> loads from another host")


def _urls(name: str, value: str) -> Iterator[str]:
    for part in value.split(",") if name in {"srcset", "imagesrcset"} else [value]:
        yield _SKIPPED.sub("", part.strip().split(" ")[0] if name in {"srcset", "imagesrcset"} else part)


def _loads(node: LexborNode, name: str) -> bool:
    """Say whether a browser fetches the address by itself."""
    if node.tag == "link":
        kinds = set((node.attributes.get("rel") or "").lower().split())
        return not kinds or not kinds <= _LINKS
    return name not in _FOLLOWED or node.tag in {"image", "use", "feimage"}


def _host(url: str) -> str:
    try:
        return urlsplit(url.replace("\\", "/")).netloc.lower()
    except ValueError:
        return url
