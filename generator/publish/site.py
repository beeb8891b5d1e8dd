"""The site of a dossier: mkdocs.yml opened, and MkDocs started on it."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, MkDocsException
from mkdocs.utils.yaml import yaml_load

from generator.errors import DossierError, SettingsError
from generator.prepare import Workshop
from generator.publish.plugin import DossierPlugin

_PLUGIN = "dossier"
_PORTS = 65535


@dataclass(frozen=True, slots=True)
class Site:
    """An open mkdocs.yml that names the plugin."""

    config: MkDocsConfig
    plugin: DossierPlugin

    @property
    def workshop(self) -> Workshop:
        """Where its dossier is made."""
        return self.plugin.workshop(self.config)

    @property
    def pages(self) -> Path:
        """The folder of pages."""
        return Path(self.config.docs_dir)


def open_site(config_file: Path, *, strict: bool) -> Site:
    """Open a mkdocs.yml.

    Args:
        config_file: Its path.
        strict: Whether problems with the content shall stop a build.

    Raises:
        SettingsError: There is no such file, it is wrong, or it does not name the plugin.
    """
    if not config_file.is_file():
        raise SettingsError(f"there is no {config_file}", hint="change to the folder that holds it, or name it with -f")
    _look_first(config_file)
    said: list[str] = []
    try:
        # None leaves the file's own word: MkDocs drops options that are None.
        with _collected(said):
            config = load_config(str(config_file), strict=strict or None)
    except (Abort, ConfigurationError) as error:
        # Ours comes back wrapped in the words of MkDocs: "Config value 'plugins': Plugin 'dossier' option ...".
        lines = [line.rpartition("mkdocs.yml: ")[2] for line in said] or [str(error).strip()]
        raise SettingsError(
            f"{config_file.name}: {'; '.join(lines)}", hint="mend it and run the command again"
        ) from error
    plugin = config.plugins.get(_PLUGIN)
    if not isinstance(plugin, DossierPlugin):
        raise SettingsError(f"{config_file.name} does not name the plugin", hint="add '- dossier' under 'plugins:'")
    return Site(config, plugin)


def build_site(site: Site) -> None:
    """Build the site, its pages first.

    Raises:
        DossierError: A mistake in settings, or a person's page in the way.
        Abort: A problem with the content, in strict mode.
    """
    with _said_once(), _own_errors():
        site.config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(site.config)
        finally:
            site.config.plugins.on_shutdown()


def serve_site(config_file: Path, address: str) -> None:
    """Serve the site until it is interrupted, building again at each change.

    Raises:
        DossierError: A mistake in settings, a person's page in the way, or an address that is taken.
    """
    host, _, port = address.rpartition(":")
    if address and not (host and port.isdigit() and int(port) <= _PORTS):
        raise SettingsError(f"--address is '{address}'", hint="write it as 127.0.0.1:8000")
    try:
        with _own_errors():
            mkdocs_serve.serve(str(config_file), dev_addr=address or None)
    except OSError as error:
        raise SettingsError(f"cannot serve: {error.strerror or error}", hint="name another --address") from error


@contextmanager
def _own_errors() -> Iterator[None]:
    """Let an error of ours through as itself where MkDocs has made an abort of it."""
    try:
        yield
    except MkDocsException as error:
        own = _cause(error)
        raise own or error from error


@contextmanager
def _said_once() -> Iterator[None]:
    """Leave an error of ours to the command, which says it with its hint; MkDocs has logged it too."""
    lines: list[str] = []
    try:
        with _collected(lines):
            yield
    except DossierError:
        lines.clear()
        raise
    finally:
        for line in lines:
            logging.getLogger("mkdocs").error(line)


def _cause(error: BaseException | None) -> DossierError | None:
    while error is not None and not isinstance(error, DossierError):
        error = error.__cause__ or error.__context__
    return error


def _look_first(config_file: Path) -> None:
    """Make the folder of pages where it is missing: MkDocs refuses to look at its settings without it."""
    try:
        with config_file.open("rb") as stream:
            settings = yaml_load(stream)
    except Exception:  # noqa: BLE001 - whatever is wrong with the file, MkDocs will say it with the place
        return
    if not isinstance(settings, dict):
        return
    plugins = settings.get("plugins")
    entries = plugins if isinstance(plugins, list | dict) else []
    named = [name for entry in entries for name in (entry if isinstance(entry, dict) else [entry])]
    if _PLUGIN not in named:
        raise SettingsError(f"{config_file.name} does not name the plugin", hint="add '- dossier' under 'plugins:'")
    folder = settings.get("docs_dir", "docs")
    if isinstance(folder, str):
        with suppress(OSError):  # a file in its place: MkDocs will say that it is no folder
            (config_file.parent / folder).mkdir(parents=True, exist_ok=True)


@contextmanager
def _collected(lines: list[str]) -> Iterator[None]:
    """Collect what MkDocs logs as errors instead of showing it; all else is shown as it comes."""
    logger = logging.getLogger("mkdocs")
    shown = list(logger.handlers)
    logger.handlers = [_Sieve(lines, shown)]
    try:
        yield
    finally:
        logger.handlers = shown


class _Sieve(logging.Handler):
    """Keep the errors, pass the rest on."""

    def __init__(self, lines: list[str], others: Sequence[logging.Handler]) -> None:
        super().__init__()
        self._lines, self._others = lines, others

    def emit(self, record: logging.LogRecord) -> None:
        """Sort one record."""
        if record.levelno >= logging.ERROR:
            self._lines.append(record.getMessage())
            return
        for handler in self._others:
            if record.levelno >= handler.level:
                handler.handle(record)
