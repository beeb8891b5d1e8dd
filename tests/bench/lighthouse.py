"""Lighthouse on pages: what it thinks of their speed, accessibility and habits, from 0 to 1."""

import json
import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Figure
from tests.browser.chromium import chromium

PROGRAM = Path(".lighthouse/node_modules/lighthouse/cli/index.js")
_CATEGORIES = ("performance", "accessibility", "best-practices")
_REACH = 0.95
_FLAGS = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking"


@dataclass(frozen=True, slots=True)
class Judged:
    """What Lighthouse says of a page: a score for each category, and the audits that cost it a full one."""

    scores: dict[str, float]
    faults: list[str]


def judge(address: str, preset: str) -> Judged:
    """Run Lighthouse once; `desktop` is a preset of its own, `mobile` a slow telephone."""
    command = ["node", str(PROGRAM), address, "--quiet", "--output=json", f"--chrome-flags={_FLAGS}"]
    command += [f"--only-categories={','.join(_CATEGORIES)}"]
    command += ["--preset=desktop"] if preset == "desktop" else []
    environment = {**os.environ, "CHROME_PATH": str(chromium())}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    report = json.loads(done.stdout)
    scores, faults = {}, []
    for name in _CATEGORIES:
        category = report["categories"][name]
        scores[name] = category["score"]
        for reference in category["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                shown = audit.get("displayValue", "")
                faults.append(f"{name} {audit['score']:.2f} (weight {reference['weight']}): {audit['title']} {shown}")
    return Judged(scores, faults)


def figures(pages: dict[str, str]) -> Iterator[Figure]:
    """Yield the scores of pages by name, and print what is missing from a full one."""
    for preset in ("desktop", "mobile"):
        for name, address in pages.items():
            judged = judge(address, preset)
            for fault in judged.faults:
                print(f"    {name}, {preset}: {fault}".rstrip())
            for category, score in judged.scores.items():
                yield Figure(f"Lighthouse, {preset}: {category} of {name}", score, _REACH, ">=")
