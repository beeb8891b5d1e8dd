"""The search on a MkDocs site: its box in Material's header instead of Material's own, its page, and its index."""

from collections.abc import Mapping
from importlib import resources
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from generator.errors import OwnershipError, SettingsError
from generator.interface import interface
from generator.model import Dossier
from generator.publish.search.index import write_index
from generator.publish.search.records import Record, own_page, records
from generator.settings import SearchEngine, Settings
from generator.write import owned_pages

SEARCH_THEME = Path(str(resources.files("generator.publish.search") / "theme"))
_PAGE = "search.md"
_MATERIALS = "material/search"


class Search:
    """The search of one build.

    Raises:
        SettingsError: Material's own search is wanted and not switched on.
    """

    def __init__(self, config: MkDocsConfig, settings: Settings) -> None:
        self._settings = settings
        self._words = words(settings)
        self._generated: frozenset[str] = frozenset()
        self._own: list[Record] = []
        self._is_ours = settings.search is SearchEngine.PAGEFIND and config.theme.name == "material"
        if self._is_ours:
            self._set_up(config)
        elif settings.search is SearchEngine.MATERIAL and not {"search", _MATERIALS} & config.plugins.keys():
            hint = "add '- search' under 'plugins:', or take that setting away"
            raise SettingsError(
                "mkdocs.yml: 'dossier: search' is 'material', which is not among the plugins", hint=hint
            )

    def _set_up(self, config: MkDocsConfig) -> None:
        """Put our box into the theme's header, and let Material make no index."""
        place = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(place, str(SEARCH_THEME))
        config.theme["dossier_search"] = self._words
        config.theme["dossier_filters"] = interface(self._settings.language).section("search.filter")
        materials = config.plugins.get(_MATERIALS)
        if materials is not None:
            materials.config["enabled"] = False

    def add_page(self, files: Files, config: MkDocsConfig) -> None:
        """Add the page with all results to the site.

        Raises:
            OwnershipError: A person wrote a page of that name.
        """
        if not self._is_ours:
            return
        if files.get_file_from_path(_PAGE) is not None:
            raise OwnershipError(
                f"{Path(config.docs_dir).name}/{_PAGE} stands where the page of the search goes",
                hint="rename it, or set 'search: material' in mkdocs.yml",
            )
        self._generated = frozenset({_PAGE, *owned_pages(Path(config.docs_dir))})
        content = f"---\ntitle: {self._words['label']}\ntemplate: search.html\nhide: [toc]\n---\n"
        files.append(File.generated(config, _PAGE, content=content, inclusion=InclusionLevel.NOT_IN_NAV))

    def keep(self, page: Page) -> None:
        """Remember a page that a person wrote; one whose front matter says `search: {exclude: true}` is not found."""
        wish = page.meta.get("search")
        excluded = isinstance(wish, dict) and wish.get("exclude")
        if self._is_ours and not excluded and page.file.src_uri not in self._generated:
            title = str(page.title or page.file.name)
            self._own.append(own_page(page.file.dest_uri, title, page.content or "", self._settings))

    def write(self, dossier: Dossier, site: Path) -> None:
        """Write the index into the built site.

        Raises:
            SearchError: Pagefind cannot be run.
        """
        if self._is_ours:
            write_index([*records(dossier, self._settings), *self._own], site, self._words)


def words(settings: Settings) -> Mapping[str, str]:
    """Return what the search says, and the addresses that it leads to."""
    said = interface(settings.language)
    results = {f"results.{form}": text for form, text in said.section("count.results").items()}
    addresses = {
        "address": settings.url(_PAGE),
        "topics_address": settings.url("topics.md"),
        "sources_address": settings.url("sources.md"),
    }
    names = {name: said.text(f"pages.{name}") for name in ("topics", "sources")}
    more = {"quoted": said.text("quoted"), "language": said.language}
    return {**said.section("search"), **results, **names, **addresses, **more}
