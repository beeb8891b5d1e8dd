"""The browser of the tests: found, or installed where Debian's packages can be (`python -m tests.browser.chromium`)."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "CHROMIUM"
_COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge")
_APPLICATIONS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
# Where `playwright install chromium` puts its own, by system.
_PLAYWRIGHTS = (".cache/ms-playwright", "Library/Caches/ms-playwright", "AppData/Local/ms-playwright")
_MISSING = f"""\
no Chromium found, which the tests need: install one of
  - Debian's or Ubuntu's package:   apt-get install chromium
  - Google Chrome or Microsoft Edge
  - Playwright's own:               .venv/bin/playwright install chromium
or name one that is elsewhere in the environment variable {VARIABLE}."""


@dataclass(frozen=True, slots=True)
class Need:
    """Something that a machine should have: what it is for, whether it has it, and Debian's packages of it."""

    purpose: str
    there: bool
    packages: tuple[str, ...]


def chromium() -> Path:
    """Return the browser to test with.

    Raises:
        FileNotFoundError: There is none. No test may be skipped for that.
    """
    named = os.environ.get(VARIABLE)
    if named:
        if shutil.which(named) is None:
            raise FileNotFoundError(f"{VARIABLE} is '{named}', which is no program that can be run")
        return Path(str(shutil.which(named)))
    found = next(_candidates(), None)
    if found is None:
        raise FileNotFoundError(_MISSING)
    return found


def _candidates() -> Iterator[Path]:
    yield from (Path(path) for name in _COMMANDS if (path := shutil.which(name)))
    yield from (path for path in map(Path, _APPLICATIONS) if path.is_file())
    for folder in _PLAYWRIGHTS:
        for name in ("chrome", "Chromium", "Google Chrome for Testing", "chrome.exe"):
            found = Path.home().glob(f"{folder}/chromium-*/**/{name}")
            yield from sorted((path for path in found if path.is_file()), reverse=True)


def needs() -> list[Need]:
    """Return what a machine needs for every test and for pictures that show what a reader sees."""
    return [
        Need("a browser", _has_chromium(), ("chromium",)),
        Need("letters of many scripts", _has_letters(), ("fonts-noto-core", "fonts-noto-cjk")),
        Need("pages of a PDF as pictures (pdftoppm)", shutil.which("pdftoppm") is not None, ("poppler-utils",)),
    ]


def _has_chromium() -> bool:
    try:
        chromium()
    except FileNotFoundError:
        return False
    return True


def _has_letters() -> bool:
    """Say whether the system draws Arabic, Hebrew and Chinese; those without fontconfig bring such fonts with them."""
    command = shutil.which("fc-list")
    if command is None:
        return not sys.platform.startswith("linux")
    scripts = [f":lang={code}" for code in ("ar", "he", "zh")]
    return all(subprocess.run([command, script], capture_output=True, check=False).stdout for script in scripts)


def _install(packages: list[str]) -> bool:
    """Install Debian's packages, where that can be done without asking anybody."""
    apt, sudo = shutil.which("apt-get"), shutil.which("sudo")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if apt is None or not (root or sudo):
        return False
    command = [apt] if root else [str(sudo), "--non-interactive", apt]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    steps = [[*command, "update", "-qq"], [*command, "install", "-qq", "-y", "--no-install-recommends", *packages]]
    return all(
        subprocess.run(step, stdout=subprocess.DEVNULL, env=environment, check=False).returncode == 0 for step in steps
    )


def main() -> int:
    """Install what is missing; only a browser is a must, the rest is for pictures."""
    missing = [need for need in needs() if not need.there]
    packages = [package for need in missing for package in need.packages]
    if missing:
        print(f"Installing {', '.join(packages)}")
    if missing and not _install(packages):
        for need in missing:
            print(f"missing: {need.purpose} (Debian: {' '.join(need.packages)})", file=sys.stderr)
    try:
        print(f"The tests use {chromium()}")
    except FileNotFoundError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
