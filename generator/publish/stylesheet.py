"""The one stylesheet that Dossier adds to a theme: a page asks for one file, a person reads one subject at a time."""

from importlib import resources
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

STYLES = Path(str(resources.files("generator.publish") / "styles"))
PATH = "assets/dossier.css"
# In their order in the stylesheet, where the later has the last word.
_SUBJECTS = ("looks", "scripts", "page", "briefings", "indexes", "previews", "search", "print")


def stylesheet(config: MkDocsConfig) -> File:
    """Return the stylesheet as a file of the site."""
    return File.generated(config, PATH, content="\n".join(_of(name) for name in _SUBJECTS))


def _of(subject: str) -> str:
    return (STYLES / f"{subject}.css").read_text("utf-8")
