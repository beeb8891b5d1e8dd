"""Citations: what is known, in the forms that other programs read, and nothing else."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from generator.export.citations import csl_item, csl_json, ris, ris_record
from tests.helpers import briefing, cases, claim, dossier

# Of the schema of CSL 1.0.2 (csl-data.json): the types and fields that we use, and nothing that it does not know.
TYPES = {"book", "document", "personal_communication", "webpage"}
FIELDS = {"id", "type", "title", "author", "issued", "container-title", "language", "URL"}
RIS_LINE = re.compile(r"[A-Z][A-Z0-9]  - [^\r\n]*")


@pytest.mark.parametrize("case", cases("citations"), ids=claim)
def test_a_briefing_is_cited_as(case: dict[str, Any]) -> None:
    found = briefing(case["text"], case["path"])
    assert ris_record(found).split("\r\n") == [*case["ris"], "", ""]
    assert csl_item(found) == case["csl"]


@pytest.mark.parametrize("text", ["\r\nER  - ", "\u2028TY  - BOOK", "\x00\x1b[31m", '"{}\\', "<b>&amp;"])
def test_whatever_a_seed_says_the_files_keep_their_form(text: str) -> None:
    found = dossier({f"{name}.txt": f"Herring {name}, said the union in Bergen." for name in "ab"})
    hostile = []
    for each in found.briefings:
        fact = replace(each.document.title, text=f"A{text}B")
        document = replace(each.document, title=fact, author=fact, source=fact, link=fact)
        hostile.append(replace(each, document=document))
    found = replace(found, briefings=tuple(hostile))
    records = ris(found).split("\r\nER  - \r\n\r\n")
    assert records.pop() == ""
    assert len(records) == 2
    for record in records:
        assert all(RIS_LINE.fullmatch(line) for line in record.split("\r\n"))
        assert record.startswith("TY  - ")
    items = json.loads(csl_json(found))
    assert {item["type"] for item in items} <= TYPES
    assert {field for item in items for field in item} <= FIELDS


def test_no_briefing_no_citation() -> None:
    assert (ris(dossier({})), csl_json(dossier({}))) == ("", "[]\n")
