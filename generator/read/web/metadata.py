"""What a page states about itself outside its text: title, site, author, address, language."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from generator.model import Fact
from generator.read.common.markup import Element
from generator.read.web import linked_data
from generator.text import folded_words, squeeze

METADATA = "page metadata"
_PAGE_TITLE = "page title"

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "headline")
_AUTHORS = ("author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author", "article:author")
_SOURCES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher")
_SEPARATOR = re.compile(r"\s+[|•·–—»«:-]+\s+|\s*:{1,2}\s+|\s+::?\s*|\s*\|\s*")
_LONGEST_NAME = 80  # characters of an author or a site


@dataclass(frozen=True, slots=True)
class Head:
    """What stands in the head of a page.

    Attributes:
        meta: The contents of its <meta> elements by name or property, in small letters.
        title: Its <title>.
        linked: What its JSON-LD says.
        links: The addresses of its <link> elements by relation.
        language: What its root says.
    """

    meta: Mapping[str, Sequence[str]]
    title: str
    linked: tuple[linked_data.Stated, ...]
    links: Mapping[str, str]
    language: str

    def first(self, names: Iterable[str]) -> str:
        """Return what the first of some names says; empty where none says anything."""
        return next((text for name in names for text in self.meta.get(name, ()) if text), "")

    @property
    def titles(self) -> tuple[str, ...]:
        """All that the page says it is called."""
        return tuple(text for text in (*self.titles_of_article, self.title) if text)

    @property
    def titles_of_article(self) -> tuple[str, ...]:
        """What its metadata say that it is called."""
        stated = (text for name in _TITLES for text in self.meta.get(name, ()))
        return tuple(text for text in (*stated, *(said.title for said in self.linked if said.is_article)) if text)


def head(root: Element) -> Head:
    """Read the head of a page, and what else of that kind stands in it."""
    meta: dict[str, list[str]] = defaultdict(list)
    links: dict[str, str] = {}
    titles: list[str] = []
    scripts: list[str] = []
    for element in root.iter("meta", "link", "title", "script", "base"):
        if element.tag == "meta":
            named = element.get("property") or element.get("name") or element.get("itemprop") or ""
            meta[named.strip().lower()].append(squeeze(element.get("content") or ""))
        elif element.tag in {"link", "base"}:
            links.setdefault((element.get("rel") or element.tag).lower(), (element.get("href") or "").strip())
        elif element.tag == "title":
            titles.append(squeeze(element.text or ""))
        elif "ld+json" in (element.get("type") or ""):
            scripts.append(element.text or "")
    language = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return Head(meta, next(filter(None, titles), ""), linked_data.stated(scripts), links, language.strip())


def base(of: Head, url: str) -> str:
    """Return the address that the links of a page start from; empty where nothing says it.

    Args:
        of: Its head.
        url: Where the page came from; empty where nothing says so.
    """
    own = url or address(of, url)
    return _joined(own, of.links.get("base", "")) or own


def address(of: Head, url: str) -> str:
    """Return the address that a page says is its own; empty where it says none."""
    stated = [_joined(url, said) for said in (of.links.get("canonical", ""), of.first(["og:url"])) if said]
    good = [said for said in stated if urlsplit(said).scheme in {"http", "https"}]
    # A template that names the front page for all pages is common; the other of the two may know better.
    return next((said for said in good if urlsplit(said).path.strip("/")), good[0] if good else "")


def _joined(start: str, target: str) -> str:
    try:
        joined = urljoin(start, target)
        urlsplit(joined)
    except ValueError:  # such as http://[
        return ""
    return joined


def source(of: Head) -> str:
    """Return the name of the site; empty where it states none."""
    said = of.first(_SOURCES) or next((said.source for said in of.linked if said.source), "")
    return said if len(said) <= _LONGEST_NAME and "://" not in said else ""


def source_in_title(of: Head, headline: str) -> Fact | None:
    """Return the one name that stands beside the headline in the page's title; None where there is none, or several.

    Args:
        of: The head of the page.
        headline: The headline of its article.
    """
    before, found, behind = of.title.partition(headline) if headline else ("", "", "")
    parts = [part for part in _SEPARATOR.split(f"{before.strip()} | {behind.strip()}") if part]
    if not found or len(parts) != 1 or len(parts[0]) > _LONGEST_NAME:
        return None
    is_parted = _SEPARATOR.match(f" {behind.strip()} ") if behind.strip() else _SEPARATOR.search(f" {before.strip()} ")
    return Fact(parts[0].strip(" |•·–—»«:-"), "page title") if is_parted else None


def author(of: Head) -> str:
    """Return who wrote the article; empty where nothing says so, or what it says is a site or an address."""
    stated = [said.author for said in of.linked if said.is_article]
    stated += [text for name in _AUTHORS for text in of.meta.get(name, ())]
    site = folded_words(source(of))
    return next((said for said in stated if _is_name(said) and folded_words(said) != site), "")


def _is_name(said: str) -> bool:
    is_address = any(sign in said for sign in ("://", "@", "www.", "/"))
    return (
        1 < len(said) <= _LONGEST_NAME and not is_address and any(sign.isupper() or not sign.isascii() for sign in said)
    )


def title(of: Head, url: str) -> Fact | None:
    """Return what the page says that it is called, the name of its site cut off; None where it says nothing."""
    sites = [source(of), *_labels(address(of, url) or url)]
    for said in of.titles_of_article:
        return Fact(_bare(said, sites), METADATA)
    return Fact(_bare(of.title, sites), _PAGE_TITLE) if of.title else None


def _labels(url: str) -> list[str]:
    """Return what the host of an address may be called: `example.org`, and `example`."""
    host = urlsplit(url).hostname or ""
    bare = host.removeprefix("www.")
    return [bare, bare.partition(".")[0]] if bare else []


def _bare(text: str, sites: Iterable[str]) -> str:
    """Return a title without the site's name before or behind it."""
    names = {"".join(folded_words(site)) for site in sites} - {""}
    parts = list(_SEPARATOR.finditer(text))
    if parts and "".join(folded_words(text[parts[-1].end() :])) in names:
        return _bare(text[: parts[-1].start()], names) or text
    if parts and "".join(folded_words(text[: parts[0].start()])) in names:
        return _bare(text[parts[0].end() :], names) or text
    return text


def language(of: Head) -> str:
    """Return the code of the language that the page says it is in; empty where it says none."""
    stated = of.language or of.first(["content-language", "og:locale", "dc.language"])
    return stated.replace("_", "-").split("-")[0].lower()
