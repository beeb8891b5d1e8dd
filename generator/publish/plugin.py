"""The MkDocs plugin `dossier`: the pages before a build, dossier.json after it, a new build when a seed changes."""

import copy
import logging
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Literal, Protocol
from urllib.parse import urlsplit

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator import progress
from generator.errors import DossierError, SettingsError
from generator.export import machine_view
from generator.interface import interface
from generator.model import Dossier
from generator.pipeline import build_dossier, build_pages
from generator.prepare import Workshop
from generator.press import print_edition
from generator.publish import gate
from generator.settings import settings_from
from generator.write import owned_pages, write

log = get_plugin_logger("dossier")
THEME = Path(str(resources.files("generator.publish") / "theme"))
TEMPLATES = Path(str(resources.files("generator.render") / "templates"))
STYLESHEET = "assets/dossier.css"
_NAVIGATION = ("home", "timeline", "topics", "sources")  # in the order of the menu
# What themes fetch from other hosts unless mkdocs.yml says otherwise: Material its fonts, MkDocs's own a highlighter.
_FROM_ELSEWHERE: Mapping[str, object] = {"font": {"text": "Roboto", "code": "Roboto Mono"}, "highlightjs": True}
_LONG_AGO = "1970-01-01"


class _Unchecked(Config):
    """MkDocs's own check of a plugin's settings, with nothing in it: ours is settings.py."""


class _Template(Protocol):
    """What is used of jinja2's templates, which come from MkDocs here."""

    def render(self, context: TemplateContext, /) -> str:
        """Fill the template."""


class _Templates(Protocol):
    """What is used of jinja2's environment."""

    def get_template(self, name: str, /) -> _Template:
        """Return a template by its file."""


class DossierPlugin(BasePlugin[_Unchecked]):
    """Make a dossier of the seeds folder beside mkdocs.yml."""

    def __init__(self) -> None:
        self._block: Mapping[str, object] = {}
        self._server: LiveReloadServer | None = None
        self._is_serving = False
        self._dossier: Dossier | None = None
        self._bare: dict[str, str] = {}
        self._render: Callable[[str, TemplateContext], str] = lambda _template, _context: ""

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
        try:
            workshop = self.workshop(config)
            self._dossier = build_dossier(workshop)
            with self._unwatched(config.docs_dir):
                write(build_pages(self._dossier, workshop.settings), Path(config.docs_dir))
        except DossierError as error:
            raise PluginError(str(error)) from error
        for warning in warnings(self._dossier, workshop.settings.seeds):
            log.warning(warning)
        for name, default in _FROM_ELSEWHERE.items():
            if config.theme.get(name) == default:
                config.theme[name] = False
        # Before the theme's own folder, behind the site's: its custom_dir has the last word.
        place = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(place, str(THEME))
        config.extra_css.insert(0, STYLESHEET)
        return config

    def on_files(self, files: Files, /, *, config: MkDocsConfig) -> Files:
        """Keep briefings and topics out of the navigation: with them in it, its size grows with their square."""
        owned = owned_pages(Path(config.docs_dir))
        for file in files:
            if file.src_uri in owned and "/" in file.src_uri:
                file.inclusion = InclusionLevel.NOT_IN_NAV
        if config.nav is None:
            theirs = sorted(file.src_uri for file in files.documentation_pages() if file.src_uri not in owned)
            config.nav = [*self._navigation(config), *theirs]
        return files

    def _navigation(self, config: MkDocsConfig) -> Iterator[Mapping[str, str]]:
        """Yield the entries of the menu in the language of the site."""
        words = interface(self.workshop(config).settings.language)
        for name in _NAVIGATION:
            yield {words.text(f"pages.{name}"): "index.md" if name == "home" else f"{name}.md"}

    def on_page_context(
        self,
        context: TemplateContext,
        /,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002 - MkDocs's call
        nav: Navigation,  # noqa: ARG002 - MkDocs's call
    ) -> TemplateContext:
        """Render each template once without any text, so that the gate knows what the theme itself brings."""
        template = str(page.meta.get("template", "main.html"))
        kind = f"{template} {page.is_homepage}"
        if kind not in self._bare:
            bare = copy.copy(page)
            bare.content, bare.title, bare.meta, bare.toc = "", "", {}, TableOfContents([])
            self._bare[kind] = self._render(template, {**context, "page": bare})
        return context

    def on_env(self, env: _Templates, /, *, config: MkDocsConfig, files: Files) -> None:  # noqa: ARG002 - MkDocs's call
        """Keep the templates; date every page by the newest seed, or SOURCE_DATE_EPOCH: MkDocs takes today."""
        self._render = lambda template, context: env.get_template(template).render(context)
        self._bare = {}
        if "SOURCE_DATE_EPOCH" in os.environ or self._dossier is None:
            return
        days = [b.document.date.value[:10] for b in self._dossier.briefings if b.document.date]
        newest = max((day for day in days if len(day) == len(_LONG_AGO)), default=_LONG_AGO)
        for file in files.documentation_pages():
            if file.page is not None:
                file.page.update_date = newest

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Publish dossier.json at the root of the site, and let no page pass that a seed made dangerous."""
        if self._dossier is not None:
            view = machine_view(self._dossier, self.workshop(config).settings)
            Path(config.site_dir, "dossier.json").write_bytes(view.encode())
        host = urlsplit(config.site_url or "").netloc.lower()
        site = Path(config.site_dir)
        statics = (site / name for name in config.theme.static_templates if name.endswith(".html"))
        bare = [*self._bare.values(), *(path.read_text("utf-8") for path in statics if path.is_file())]
        try:
            gate.check(site, host, bare)
            self._print(site / "print", config)
        except DossierError as error:
            raise PluginError(str(error)) from error

    def _print(self, folder: Path, config: MkDocsConfig) -> None:
        """Write the print edition; not under `serve`, where it would be made anew with each change of a seed."""
        if self._dossier is None or self._is_serving:
            return
        for problem in print_edition(self._dossier, self.workshop(config), folder).problems:
            log.warning(f"{problem.message} - {problem.hint}")  # noqa: G004 - as all warnings here

    def on_serve(self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """Build again when a seed, a correction, the vocabulary or a template changes."""
        for folder in (self.workshop(config).seeds, TEMPLATES, THEME):
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


def warnings(dossier: Dossier, seeds: str) -> Iterator[str]:
    """Yield what an editor should mend, a line each: the unread files, then the problems."""
    for unread in dossier.unread:
        yield _one_line(f"{seeds}/{unread.path}: not read: {unread.reason}")
    for problem in dossier.problems:
        yield _one_line(f"{seeds}/{problem.where}".rstrip("/") + f": {problem.message} - {problem.hint}")


def _one_line(text: str) -> str:
    """Show control characters, which a file's name may hold, instead of sending them to a terminal."""
    return "".join(sign if sign.isprintable() else repr(sign)[1:-1] for sign in text)
