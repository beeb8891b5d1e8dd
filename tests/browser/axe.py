"""axe-core on a page: which rules of WCAG 2.2 AA and of good practice it breaks (the only importer of axe)."""

import json
from dataclasses import dataclass
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RESULTS = {"resultTypes": ["violations"], "preload": False}
EVERY_RULE = json.dumps({"runOnly": {"type": "tag", "values": _TAGS}, **_RESULTS})
# What another palette or print can change: colours, and whether a link can be told from its text without them.
COLOURS = json.dumps({
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    **_RESULTS,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Violation:
    """A rule that an element breaks, with what axe says of it."""

    rule: str
    element: str
    reason: str

    def __str__(self) -> str:
        """Return it as a line for whoever mends it."""
        return f"{self.rule}: {self.element}: {self.reason}"


def bring(page: Page) -> None:
    """Load axe-core into a page; once for each time that the page is loaded."""
    page.evaluate(AXE_SCRIPT)


def violations(page: Page, rules: str) -> list[Violation]:
    """Return what a page violates, as it looks at this moment."""
    found: dict[str, Any] = page.evaluate(f"axe.run({rules})")
    return [
        Violation(rule["id"], " ".join(node["html"].split())[:120], " ".join(node["failureSummary"].split())[:300])
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
