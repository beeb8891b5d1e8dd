"""Handling marks: an editor's for one document, the dossier's for all others."""

import json
from dataclasses import replace

import pytest

from generator.errors import SettingsError
from generator.export import machine_view
from generator.model import Beside
from generator.read import sidecar
from generator.settings import settings_from
from generator.understand import Vocabulary, understand
from tests.helpers import SETTINGS, described
from tests.helpers_pages import listed, pages

SAID = "They flew to Norway in May and stayed there for the summer."


@pytest.mark.parametrize(
    ("dossiers", "own", "holds"),
    [
        ("", "", None),
        ("Internal", "", "Internal"),
        ("", "TLP:RED", "TLP:RED"),
        ("Internal", " TLP: *RED* ", "TLP: *RED*"),
    ],
)
def test_a_documents_own_mark_wins_over_the_dossiers(dossiers: str, own: str, holds: str | None) -> None:
    settings = replace(SETTINGS, handling=dossiers)
    corrections = sidecar.parse(f"handling: '{own}'\n", "a.yml")
    found = understand([described(SAID, "a.txt", corrections)], Vocabulary(), settings, Beside())
    view = json.loads(machine_view(found, settings))
    first = listed(pages(found)["briefings/a.md"], "")[0]
    assert (view["handling"], view["briefings"][0]["handling"]) == (dossiers or None, holds)
    assert first == (
        f"- **{holds.replace('*', chr(92) + '*')}**"
        if holds
        else "- [Source not stated](../sources.md#source--unstated)"
    )


def test_mkdocs_yml_gives_the_dossiers_mark() -> None:
    assert (
        settings_from({"handling": "  For  the desk "}, title="", description="", directory_urls=True).handling
        == "For the desk"
    )
    with pytest.raises(SettingsError, match="'dossier: handling' is 3"):
        settings_from({"handling": 3}, title="", description="", directory_urls=True)
