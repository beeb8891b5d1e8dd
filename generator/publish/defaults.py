"""How a site looks and reads where mkdocs.yml says nothing of it: its own word always stays."""

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme
from mkdocs.utils.yaml import yaml_load

from generator.interface import Interface
from generator.publish import stylesheet

SCRIPTS = tuple(f"assets/{name}.js" for name in ("previews", "print"))
# What themes fetch from other hosts unless mkdocs.yml says otherwise: Material its fonts, MkDocs's own a highlighter.
_FROM_ELSEWHERE: Mapping[str, object] = {"font": {"text": "Roboto", "code": "Roboto Mono"}, "highlightjs": True}
_FEATURES = ("content.tooltips", "navigation.top", "toc.follow")
# Material has these under another code.
_MATERIAL_CODES: Mapping[str, str] = {"no": "nb"}


def set_defaults(config: MkDocsConfig, language: str, words: Interface) -> None:
    """Give a site the stylesheet and the scripts of Dossier, and Material what suits a dossier.

    Args:
        config: Of the site; it is changed.
        language: The dossier's own.
        words: Of the interface.
    """
    for name, elsewhere in _FROM_ELSEWHERE.items():
        if config.theme.get(name) == elsewhere:
            config.theme[name] = False
    if config.theme.name == "material":
        said = _said_of_the_theme(config)
        for name, default in _material(config.theme, language, words).items():
            if name not in said:
                config.theme[name] = default
    headings = config.mdx_configs.setdefault("toc", {})
    for name, value in (("permalink", True), ("permalink_title", words.text("theme.permalink"))):
        headings.setdefault(name, value)
    # Before those of the site, which have the last word.
    config.extra_css[:0] = [stylesheet.PATH]
    config.extra_javascript[:0] = [_module(path) for path in SCRIPTS]


def _said_of_the_theme(config: MkDocsConfig) -> Mapping[str, object]:
    """Return what mkdocs.yml itself says: MkDocs has mixed the theme's own defaults into it."""
    with Path(config.config_file_path).open("rb") as stream:
        theme = yaml_load(stream).get("theme")
    return theme if isinstance(theme, dict) else {}


def _material(theme: Theme, language: str, words: Interface) -> Mapping[str, object]:
    code = _MATERIAL_CODES.get(language, language)
    is_known = any(Path(folder, "partials/languages", f"{code}.html").is_file() for folder in theme.dirs)
    return {
        "language": code if is_known else "en",
        "favicon": "assets/dossier.svg",
        "icon": {"logo": "material/folder-text-outline"},
        "features": list(_FEATURES),
        "palette": [
            _palette("light", "default", "material/weather-night", words.text("theme.to_dark")),
            _palette("dark", "slate", "material/weather-sunny", words.text("theme.to_light")),
        ],
    }


def _palette(media: str, scheme: str, icon: str, name: str) -> Mapping[str, object]:
    """Return a palette that is shown where the reader's system asks for it, or the reader for the other one."""
    return {
        "media": f"(prefers-color-scheme: {media})",
        "scheme": scheme,
        "primary": "ink",
        "accent": "ink",
        "toggle": {"icon": icon, "name": name},
    }


def _module(path: str) -> ExtraScriptValue:
    script = ExtraScriptValue(path)
    script.type = "module"
    return script
