"""The plugin's block in mkdocs.yml: a mapping comes in, a value goes out, and what is wrong is said with a way on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from pathlib import PurePath
from types import MappingProxyType
from typing import TypeVar

from generator.errors import SettingsError
from generator.locales import is_language
from generator.print_settings import Printing, printing_from
from generator.yaml_file import suggestion

# The languages that a seed may be in unless mkdocs.yml names others: those py3langid, YAKE and CLDR share,
# and Chinese, Japanese, Korean and Hebrew.
LANGUAGES = (
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "hy", "id",
    "it", "ja", "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk", "zh",
)  # fmt: skip
# The keys under which JSON holds what we look for, the likeliest first: those of JSON Feed, schema.org, news APIs,
# and of the exports of crawlers.
FIELDS = MappingProxyType({
    "title": ("title", "headline", "name", "subject"),
    "text": ("text", "content_html", "content_text", "articleBody", "body", "content", "maintext", "article"),
    "date": ("date", "date_published", "datePublished", "published", "published_at", "publishedAt", "pubDate",
             "created_at", "timestamp"),
    "link": ("url", "link", "external_url", "permalink", "source_url"),
    "language": ("language", "lang", "inLanguage"),
    "source": ("source", "publisher", "site", "site_name", "source_domain", "domain", "outlet"),
    "author": ("author", "authors", "byline", "creator"),
    "summary": ("summary", "description", "abstract"),
    "id": ("id", "guid", "uuid", "_id"),
})  # fmt: skip
_T = TypeVar("_T")


class Engine(StrEnum):
    """What proposes keywords."""

    YAKE = "yake"
    YAKE_RUST = "yake-rust"


class Ranking(StrEnum):
    """What orders them: a profile of `understand/ranking.py`."""

    NEWS = "news"
    ABSTRACTS = "abstracts"
    PLAIN = "plain"


class SearchEngine(StrEnum):
    """What searches the site: Pagefind, or Material's own search, which also works on pages opened as files."""

    PAGEFIND = "pagefind"
    MATERIAL = "material"


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a seed is read.

    Attributes:
        megabytes: Of a file, a million bytes each; a larger file is unread.
        characters: Of a document's text; what follows is left out, and the page says so.
        blocks: Of a document; what follows is left out, and the page says so.
        documents: Of a file, such as a mailbox; what follows is unread.
        seconds: For reading a file, and again for its keywords; one that takes longer is unread.
    """

    megabytes: int = 100
    characters: int = 2_000_000
    blocks: int = 20_000
    documents: int = 5_000
    seconds: int = 60


@dataclass(frozen=True, slots=True)
class Rules:
    """How seeds are read.

    Attributes:
        languages: Those a seed may be in.
        limits: How much of one is read.
        fields: Where JSON holds a document's facts and text: the keys by the names in FIELDS, the likeliest first.
    """

    languages: tuple[str, ...] = LANGUAGES
    limits: Limits = field(default_factory=Limits)
    fields: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: dict(FIELDS))


@dataclass(frozen=True, slots=True)
class Settings:
    """How a dossier is made.

    Attributes:
        title: `site_name` of mkdocs.yml.
        description: `site_description` of mkdocs.yml; may be empty.
        seeds: The folder of seeds, relative to mkdocs.yml.
        language: The dossier's own, for labels and dates.
        handling: The mark for every briefing without one of its own; may be empty.
        rules: How seeds are read.
        keywords: How many a briefing has at the most.
        engine: What proposes them.
        ranking: What orders them.
        related: How many links a briefing has at the most.
        inline_links: Whether the text of a briefing links to the topics that it names.
        multilingual: Whether a sentence encoder looks for texts that are alike across languages.
        search: What searches the site.
        workers: Processes that read seeds; 0 is one for each processor.
        printing: What is printed.
        directory_urls: `use_directory_urls` of mkdocs.yml: whether a page is a folder of its own.
    """

    title: str
    description: str
    seeds: str
    language: str
    handling: str
    rules: Rules
    keywords: int
    engine: Engine
    ranking: Ranking
    related: int
    inline_links: bool
    multilingual: bool
    search: SearchEngine
    workers: int
    printing: Printing
    directory_urls: bool

    def url(self, page: str) -> str:
        """Return the address of a Markdown page on the site, relative to its root."""
        bare = page.removesuffix(".md")
        if not self.directory_urls:
            return f"{bare}.html"
        return "" if bare == "index" else f"{bare.removesuffix('/index')}/"


KEYS = (
    "seeds", "language", "languages", "keywords", "engine", "ranking", "related", "inline_links", "multilingual",
    "search", "workers", "limits", "fields", "handling", "print",
)  # fmt: skip


def settings_from(block: Mapping[str, object], *, title: str, description: str, directory_urls: bool) -> Settings:
    """Check the plugin's block and fill in what it leaves out.

    Args:
        block: What stands under `plugins: - dossier:`.
        title: `site_name`.
        description: `site_description`, or nothing.
        directory_urls: `use_directory_urls`.

    Raises:
        SettingsError: An unknown key, or a value that cannot be.
    """
    for key in block:
        if key not in KEYS:
            raise SettingsError(f"mkdocs.yml: unknown setting 'dossier: {key}'", hint=suggestion(str(key), KEYS))
    language = _value(block, "language", str, "en")
    _check(language.isalpha() and is_language(language), "language", language, "use a code such as en or fr")
    seeds = _value(block, "seeds", str, "seeds")
    path = PurePath(seeds)
    inside = bool(path.parts) and not path.is_absolute() and ".." not in path.parts
    _check(inside, "seeds", seeds, "name a folder beside mkdocs.yml")
    return Settings(
        title=title,
        description=description,
        seeds=seeds,
        language=language,
        handling=" ".join(_value(block, "handling", str, "").split()),
        rules=Rules(_languages(block), _limits(block), _fields(block)),
        keywords=_count(block, "keywords", 20),
        engine=Engine(_choice(block, "engine", Engine)),
        ranking=Ranking(_choice(block, "ranking", Ranking)),
        related=_count(block, "related", 5),
        inline_links=_value(block, "inline_links", bool, default=True),
        multilingual=_value(block, "multilingual", bool, default=False),
        search=SearchEngine(_choice(block, "search", SearchEngine)),
        workers=_count(block, "workers", 0),
        printing=printing_from(block.get("print", {})),
        directory_urls=directory_urls,
    )


def _languages(block: Mapping[str, object]) -> tuple[str, ...]:
    languages = _value(block, "languages", list, list(LANGUAGES))
    for code in languages:
        _check(isinstance(code, str) and code in LANGUAGES, "languages", code, f"known are {', '.join(LANGUAGES)}")
    _check(bool(languages), "languages", languages, "name at least one language")
    return tuple(languages)


def _limits(block: Mapping[str, object]) -> Limits:
    given = _value(block, "limits", dict, {})
    names = [limit.name for limit in fields(Limits)]
    for name, value in given.items():
        _check(name in names, "limits", name, suggestion(str(name), names))
        fine = isinstance(value, int) and not isinstance(value, bool) and value > 0
        _check(fine, f"limits: {name}", value, "it takes a whole number above 0")
    return Limits(**given)


def _fields(block: Mapping[str, object]) -> Mapping[str, tuple[str, ...]]:
    """Return where JSON holds what: what mkdocs.yml says first, then what is usual."""
    given = _value(block, "fields", dict, {})
    for name, key in given.items():
        _check(name in FIELDS, "fields", name, suggestion(str(name), tuple(FIELDS)))
        _check(
            isinstance(key, str) and bool(key), f"fields: {name}", key, "name one key of your JSON; dots lead inside"
        )
    own = {name: (key,) for name, key in given.items()}
    return {name: (*own.get(name, ()), *usual) for name, usual in FIELDS.items()}


def _value(block: Mapping[str, object], key: str, kind: type[_T], default: _T) -> _T:
    value = block.get(key, default)
    if not isinstance(value, kind):
        words = {list: "a list", str: "a text", int: "a number", dict: "a mapping", bool: "true or false"}
        raise SettingsError(f"mkdocs.yml: 'dossier: {key}' is {value!r}", hint=f"it takes {words[kind]}")
    return value


def _choice(block: Mapping[str, object], key: str, choices: type[StrEnum]) -> str:
    """Return which of some names a setting has; the first where it is not given."""
    known = [str(choice) for choice in choices]
    value = _value(block, key, str, known[0])
    _check(value in known, key, value, f"use {', '.join(known[:-1])} or {known[-1]}")
    return value


def _count(block: Mapping[str, object], key: str, default: int) -> int:
    value = _value(block, key, int, default)
    _check(0 <= value <= 100 and not isinstance(value, bool), key, value, "it takes a whole number from 0 to 100")  # noqa: PLR2004
    return value


def _check(fine: bool, key: str, value: object, hint: str) -> None:  # noqa: FBT001 - what is checked, not a switch
    if not fine:
        raise SettingsError(f"mkdocs.yml: 'dossier: {key}' is {value!r}", hint=hint)
