"""The plugin's block in mkdocs.yml: a mapping comes in, a value goes out, and what is wrong is said with a way on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeVar

from generator.errors import SettingsError
from generator.locales import is_language
from generator.yaml_file import suggestion

# The languages that a seed may be in unless mkdocs.yml names others: those py3langid, YAKE and CLDR share,
# and Chinese, Japanese, Korean and Hebrew.
LANGUAGES = (
    "ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "hy", "id",
    "it", "ja", "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk", "zh",
)  # fmt: skip
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Settings:
    """How a dossier is made.

    Attributes:
        title: `site_name` of mkdocs.yml.
        description: `site_description` of mkdocs.yml; may be empty.
        seeds: The folder of seeds, relative to mkdocs.yml.
        language: The dossier's own, for labels and dates.
        languages: Those a seed may be in.
        keywords: How many a briefing has at the most.
        related: How many links a briefing has at the most.
        workers: Processes that read seeds; 0 is one for each processor.
        directory_urls: `use_directory_urls` of mkdocs.yml: whether a page is a folder of its own.
    """

    title: str
    description: str
    seeds: str
    language: str
    languages: tuple[str, ...]
    keywords: int
    related: int
    workers: int
    directory_urls: bool

    def url(self, page: str) -> str:
        """Return the address of a Markdown page on the site, relative to its root."""
        bare = page.removesuffix(".md")
        if not self.directory_urls:
            return f"{bare}.html"
        return "" if bare == "index" else f"{bare.removesuffix('/index')}/"


KEYS = ("seeds", "language", "languages", "keywords", "related", "workers")


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
    languages = _value(block, "languages", list, list(LANGUAGES))
    for code in languages:
        _check(isinstance(code, str) and code in LANGUAGES, "languages", code, f"known are {', '.join(LANGUAGES)}")
    _check(bool(languages), "languages", languages, "name at least one language")
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
        languages=tuple(languages),
        keywords=_count(block, "keywords", 20),
        related=_count(block, "related", 5),
        workers=_count(block, "workers", 0),
        directory_urls=directory_urls,
    )


def _value(block: Mapping[str, object], key: str, kind: type[_T], default: _T) -> _T:
    value = block.get(key, default)
    if not isinstance(value, kind):
        words = {list: "a list", str: "a text", int: "a number"}
        raise SettingsError(f"mkdocs.yml: 'dossier: {key}' is {value!r}", hint=f"it takes {words[kind]}")
    return value


def _count(block: Mapping[str, object], key: str, default: int) -> int:
    value = _value(block, key, int, default)
    _check(0 <= value <= 100 and not isinstance(value, bool), key, value, "it takes a whole number from 0 to 100")  # noqa: PLR2004
    return value


def _check(fine: bool, key: str, value: object, hint: str) -> None:  # noqa: FBT001 - what is checked, not a switch
    if not fine:
        raise SettingsError(f"mkdocs.yml: 'dossier: {key}' is {value!r}", hint=hint)
