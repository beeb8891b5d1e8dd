"""The dossier that this repository publishes: four documents, each to the letter."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import ROOT, run

TOPICS = {
    "Türkiye": 4, "United States": 4, "NATO": 4, "Recep Tayyip Erdoğan": 3, "Donald Trump": 3, "F-35": 3, "S-400": 3,
    "Hakan Fidan": 2, "Russia": 4, "Syria": 3, "Ukraine": 3, "Gaza": 2,
}  # fmt: skip
NO_TOPICS = [
    "President", "Président", "Minister", "Ministre", "Secretary", "Secrétaire", "Monday", "Tuesday", "Mardi", "March",
    "September", "June", "Turkish", "Russian", "American", "Kurdish", "French", "European", "Israeli", "Syriens",
    "Trump", "Erdogan", "Fidan", "Recep", "Tayyip", "Hakan", "Biden", "Instagram", "Facebook", "Caliber", "Affaires",
    "REGION", "Armenia", "Georgia",
]  # fmt: skip


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    output = tmp_path_factory.mktemp("published") / "dossier.json"
    assert run(ROOT, "export", "-o", str(output)).code == 0
    loaded: dict[str, Any] = json.loads(output.read_text("utf-8"))
    return loaded


@pytest.fixture(scope="module")
def seeds(view: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {briefing["seed"]["path"][:3]: briefing for briefing in view["briefings"]}


def test_the_pages_are_what_the_seeds_give_today() -> None:
    ran = run(ROOT, "generate", "--check", "--strict", "-q")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


@pytest.mark.parametrize(
    ("number", "title", "date", "language"),
    [
        ("000", "On September 25, the Turkish chef was back in the White House", "2025-09-30 day header", "en"),
        ("001", "Une source du ministère turc des Affaires étrangères a déclaré", "2025-05 month header", "fr"),
        (
            "002",
            "Turkish leader set to push French counterpart on European missile system partnership",
            "2025-06-25T19:17 minute dateline",
            "en",
        ),
        (
            "003",
            "Le secrétaire Blinken et le ministre Fidan ont évoqué la crise en cours à Gaza",
            "2025-07 month header",
            "fr",
        ),
    ],
)
def test_title_date_and_language(
    seeds: dict[str, dict[str, Any]], number: str, title: str, date: str, language: str
) -> None:
    found = seeds[number]
    assert found["title"] == {"text": title, "origin": "headline" if number == "002" else "first words"}
    assert f"{found['date']['value']} {found['date']['precision']} {found['date']['origin']}" == date
    assert found["language"]["code"] == language


def test_the_repeated_lead_is_set_aside(seeds: dict[str, dict[str, Any]]) -> None:
    lead = seeds["000"]["blocks"][0]["text"]
    assert [line["text"] for line in seeds["000"]["set_aside"] if line["reason"] == "repeat"] == [lead]


@pytest.mark.parametrize(
    ("number", "headings"),
    [
        ("000", []),
        ("001", ["La question des F-35", "Vers un rapprochement"]),
        ("002", []),
        ("003", ["Coopération en matière de défense", "Conflit Russie-Ukraine"]),
    ],
)
def test_headings(seeds: dict[str, dict[str, Any]], number: str, headings: list[str]) -> None:
    assert [block["text"] for block in seeds[number]["blocks"] if block["kind"] == "heading"] == headings


def test_the_teaser_is_set_aside(seeds: dict[str, dict[str, Any]]) -> None:
    teasers = [line["text"] for line in seeds["001"]["set_aside"] if line["reason"] == "teaser"]
    assert [teaser[:10] for teaser in teasers] == ["TRT Global"]


def test_caliber_is_credited_and_its_furniture_is_gone(seeds: dict[str, dict[str, Any]]) -> None:
    found = seeds["002"]
    assert (found["source"], found["author"], found["link"]) == ("Caliber.az", "Naila Huseynova", "https://caliber.az/")
    assert found["origins"] == {"source": "copyright line", "author": "byline", "link": "editor"}
    assert len(found["blocks"]) == 10
    assert {"Ссылка скопирована", "twitter", "REGION", "loading"} <= {line["text"] for line in found["set_aside"]}
    page = (ROOT / "dossier/briefings" / f"{found['id']}.md").read_text("utf-8")
    assert "(<https://caliber.az/>)" in page


def test_no_year_is_invented(seeds: dict[str, dict[str, Any]]) -> None:
    mentioned = [(date["text"], date["value"]) for date in seeds["003"]["dates_mentioned"]]
    assert mentioned == [("4 mars", "--03-04")]


def test_the_topics_are_there_and_nothing_else_that_looks_like_one(view: dict[str, Any]) -> None:
    found = {topic["label"]: len(topic["briefings"]) + len(topic["passing"]) for topic in view["topics"]}
    assert {label: found.get(label) for label in TOPICS} == TOPICS
    assert not found.keys() & set(NO_TOPICS)


def test_topics_join_the_forms_of_both_languages(view: dict[str, Any]) -> None:
    forms = {topic["label"]: topic["forms"] for topic in view["topics"]}
    assert set(forms["Türkiye"]["en"]) == {"Turkey", "Türkiye"}
    assert forms["Türkiye"]["fr"] == ["Turquie"]
    assert forms["NATO"] == {"en": ["NATO"], "fr": ["OTAN"]}
    assert {"Erdogan", "Erdoğan", "Recep Tayyip Erdoğan"} <= set(forms["Recep Tayyip Erdoğan"]["en"])


def test_every_related_briefing_gives_a_reason(view: dict[str, Any]) -> None:
    links = [link for briefing in view["briefings"] for link in briefing["related"]]
    assert len(links) == 12
    assert all(link["topics"] or link["terms"] for link in links)


def test_the_seeds_are_the_documents_as_they_came() -> None:
    known = dict(
        line.split("  ")[::-1] for line in (Path(__file__).parent / "cases/seeds.sha256").read_text().splitlines()
    )
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in (ROOT / "seeds").glob("*.txt")}
    assert found == known
