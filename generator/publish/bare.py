"""What a theme brings by itself: each of its templates rendered once without any text, for the gate to compare with."""

import copy
from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.templates import TemplateContext

from generator.publish import gate


class Template(Protocol):
    """What is used of jinja2's templates, which come from MkDocs here."""

    def render(self, context: TemplateContext, /) -> str:
        """Fill the template."""


class Templates(Protocol):
    """What is used of jinja2's environment."""

    @property
    def globals(self) -> MutableMapping[str, Any]:
        """Return what every template knows by name."""

    def get_template(self, name: str, /) -> Template:
        """Return a template by its file."""


class BarePages:
    """The pages of a theme without text, gathered through one build."""

    def __init__(self, templates: Templates) -> None:
        self._template: Callable[[str], Template] = templates.get_template
        self._pages: dict[str, str] = {}

    def keep(self, page: Page, context: TemplateContext) -> None:
        """Render the template of a page without its text, unless another page had it rendered before."""
        template = str(page.meta.get("template", "main.html"))
        kind = f"{template} {page.is_homepage}"
        if kind not in self._pages:
            bare = copy.copy(page)
            bare.content, bare.title, bare.meta, bare.toc = "", "", {}, TableOfContents([])
            self._pages[kind] = self._template(template).render({**context, "page": bare})

    def check(self, config: MkDocsConfig) -> None:
        """Let no page of the built site pass that does what its theme did not bring.

        Raises:
            GateError: One does.
        """
        site, host = Path(config.site_dir), urlsplit(config.site_url or "").netloc.lower()
        statics = (site / name for name in config.theme.static_templates if name.endswith(".html"))
        bare = [*self._pages.values(), *(path.read_text("utf-8") for path in statics if path.is_file())]
        gate.check(site, host, bare)
