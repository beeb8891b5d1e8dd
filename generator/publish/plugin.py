"""The MkDocs plugin `dossier`: the pages before a build, what stands beside them after it, a new build at a change."""

import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Literal

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator import progress
from generator.errors import DossierError, SettingsError
from generator.interface import interface
from generator.model import Dossier
from generator.pipeline import build_dossier, build_pages
from generator.prepare import Workshop
from generator.press import print_edition
from generator.print_settings import NOTHING
from generator.publish.article import Articles, lean, speak
from generator.publish.bare import BarePages, Templates
from generator.publish.defaults import set_defaults
from generator.publish.outputs import write_outputs
from generator.publish.print_links import FOLDER, PrintLinks
from generator.publish.search import SEARCH_THEME, Search
from generator.publish.stylesheet import STYLES, stylesheet
from generator.render import is_table
from generator.settings import settings_from
from generator.write import owned_pages, write

log = get_plugin_logger("dossier")
THEME = Path(str(resources.files("generator.publish") / "theme"))
TEMPLATES = Path(str(resources.files("generator.render") / "templates"))
_NAVIGATION = ("home", "briefings", "timeline", "topics", "sources", "languages")  # in the order of the menu
_TABLE = "table.html"
_LONG_AGO = "1970-01-01"


class _Unchecked(Config):
    """MkDocs's own check of a plugin's settings, with nothing in it: ours is settings.py."""


class DossierPlugin(BasePlugin[_Unchecked]):
    """Make a dossier of the seeds folder beside mkdocs.yml."""

    def __init__(self) -> None:
        self._block: Mapping[str, object] = {}
        self._server: LiveReloadServer | None = None
        self._is_serving = False
        self._dossier: Dossier | None = None
        self._search: Search | None = None
        self._bare: BarePages | None = None
        self._generated: frozenset[str] = frozenset()
        self._articles: Articles | None = None
        self._print_links: PrintLinks | None = None

    def load_config(
        self, options: Mapping[str, object], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check the plugin's block in mkdocs.yml; an unknown key is an error, with the nearest known one."""
        self.config = _Unchecked(config_file_path=config_file_path)
        self._block = dict(options)
        try:
            settings_from(self._block, title="", description="", directory_urls=True)
        except SettingsError as error:
            return [("dossier", ValidationError(str(error)))], []
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Keep this object through all the builds of `mkdocs serve`: MkDocs does so for plugins that have this."""
        self._is_serving = command == "serve"

    def workshop(self, config: MkDocsConfig) -> Workshop:
        """Return where the dossier of a site is made."""
        settings = settings_from(
            self._block,
            title=config.site_name,
            description=config.site_description or "",
            directory_urls=config.use_directory_urls,
        )
        seeds, pages = Path(config.config_file_path).parent / settings.seeds, Path(config.docs_dir)
        if seeds.resolve().is_relative_to(pages.resolve()) or pages.resolve().is_relative_to(seeds.resolve()):
            hint = "give each a folder of its own, neither inside the other"
            raise SettingsError(f"mkdocs.yml: the seeds '{settings.seeds}' and the pages share a folder", hint=hint)
        loud = log.logger.isEnabledFor(logging.INFO)
        return Workshop(Path(config.config_file_path).parent, settings, progress.shown if loud else progress.silent)

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Write the pages, before MkDocs looks for them."""
        with _said_by_mkdocs():
            workshop = self.workshop(config)
            self._dossier = build_dossier(workshop)
            pages = build_pages(self._dossier, workshop.settings)
            with self._unwatched(config.docs_dir):
                write(pages, Path(config.docs_dir))
        self._generated = frozenset(page.path for page in pages)
        self._articles = Articles(self._dossier, workshop.settings)
        printing = NOTHING if self._is_serving else workshop.settings.printing
        self._print_links = PrintLinks(self._dossier, workshop.settings, printing)
        for warning in warnings(self._dossier, workshop.settings.seeds):
            log.warning(warning)
        # Before the theme's own folder, behind the site's: its custom_dir has the last word.
        place = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(place, str(THEME))
        set_defaults(config, workshop.settings.language, interface(workshop.settings.language))
        with _said_by_mkdocs():
            self._search = Search(config, workshop.settings)
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Keep briefings and topics out of the navigation: with them in it, its size grows with their square."""
        owned = owned_pages(Path(config.docs_dir))
        for file in files:
            if file.src_uri in owned and "/" in file.src_uri:
                file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(stylesheet(config))
        if config.nav is None:
            theirs = sorted(file.src_uri for file in files.documentation_pages() if file.src_uri not in owned)
            config.nav = [*self._navigation(config), *theirs]
        if self._search is not None:
            with _said_by_mkdocs():
                self._search.add_page(files, config)
        return files

    def _navigation(self, config: MkDocsConfig) -> Iterator[Mapping[str, str]]:
        """Yield the entries of the menu in the language of the site."""
        words = interface(self.workshop(config).settings.language)
        for name in _NAVIGATION:
            yield {words.text(f"pages.{name}"): "index.md" if name == "home" else f"{name}.md"}

    def on_page_content(
        self,
        html: str,
        /,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs's call
        files: Files,  # noqa: ARG002 - MkDocs's call
    ) -> str:
        """Make elements of the marks in a generated page; a person's pages have none of ours."""
        path = page.file.src_uri
        if self._articles is None or self._print_links is None or path not in self._generated:
            return html
        if is_table(path):
            page.meta["template"] = _TABLE  # which brings its script; other pages need not fetch it
            page.meta["hide"] = ["toc"]  # its one heading needs none, and the table needs the room
        return self._print_links.added(self._articles.dressed(html, path), path)

    def on_post_page(self, output: str, /, *, page: MkDocsPage, config: MkDocsConfig) -> str:  # noqa: ARG002
        """Leave out the indents of templates: a page shall be light."""
        return lean(output)

    def on_page_context(
        self,
        context: TemplateContext,
        /,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs's call
        nav: Navigation,  # noqa: ARG002 - MkDocs's call
    ) -> TemplateContext:
        """Say in which language the headings are; keep what the search and the gate will ask for."""
        speak(page.toc, page.content or "")
        if self._search is not None:
            self._search.keep(page)
        if self._bare is not None:
            self._bare.keep(page, context)
        return context

    def on_env(self, env: Templates, /, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the templates; date every page by the newest seed, or SOURCE_DATE_EPOCH: MkDocs takes today."""
        env.globals["say"] = interface(self.workshop(config).settings.language).text
        self._bare = BarePages(env)
        if "SOURCE_DATE_EPOCH" in os.environ or self._dossier is None:
            return
        days = [b.document.date.value[:10] for b in self._dossier.briefings if b.document.date]
        newest = max((day for day in days if len(day) == len(_LONG_AGO)), default=_LONG_AGO)
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.update_date = newest

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what stands beside the pages, and let no page pass that a seed made dangerous."""
        with _said_by_mkdocs():
            if self._dossier is not None:
                write_outputs(self._dossier, self.workshop(config).settings, Path(config.site_dir))
            if self._dossier is not None and self._search is not None:
                self._search.write(self._dossier, Path(config.site_dir))
            if self._bare is not None:
                self._bare.check(config)
            self._print(Path(config.site_dir, FOLDER), config)

    def _print(self, folder: Path, config: MkDocsConfig) -> None:
        """Write the print edition; not under `serve`, where it would be made anew with each change of a seed."""
        if self._dossier is None or self._is_serving:
            return
        for problem in print_edition(self._dossier, self.workshop(config), folder).problems:
            log.warning(f"{problem.message} - {problem.hint}")  # noqa: G004 - as all warnings here

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """Build again when a seed, a correction, the vocabulary or a template changes."""
        for folder in (self.workshop(config).seeds, TEMPLATES, THEME, SEARCH_THEME, STYLES):
            server.watch(str(folder))
        self._server = server
        return server

    @contextmanager
    def _unwatched(self, folder: str) -> Iterator[None]:
        """Let the server not see what is written into a folder, or it would build twice for each change."""
        if self._server is None:
            yield
            return
        self._server.unwatch(folder)
        try:
            yield
        finally:
            self._server.watch(folder)


@contextmanager
def _said_by_mkdocs() -> Iterator[None]:
    """Turn an error of ours into the one that MkDocs stops at without a traceback."""
    try:
        yield
    except DossierError as error:
        raise PluginError(str(error)) from error


def warnings(dossier: Dossier, seeds: str) -> Iterator[str]:
    """Yield what an editor should mend, a line each: the unread files, then the problems."""
    for unread in dossier.unread:
        yield _one_line(f"{seeds}/{unread.path}: not read: {unread.reason}")
    for problem in dossier.problems:
        yield _one_line(f"{seeds}/{problem.where}".rstrip("/") + f": {problem.message} - {problem.hint}")


def _one_line(text: str) -> str:
    """Show control characters, which a file's name may hold, instead of sending them to a terminal."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)
