"""Keywords: what engines propose, made whole, and ranked by what a text and its collection show."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from generator.errors import SeedError, SettingsError
from generator.interface import in_english
from generator.model import Keyword, Phrase
from generator.settings import LANGUAGES, Engine, Ranking, settings_from
from generator.understand.keywords import engine, engine_rust, engine_yake
from generator.understand.keywords.commonness import Commonness
from generator.understand.language.background import RAREST, rarity
from generator.understand.language.function_words import function_words
from generator.understand.language.stems import stem
from tests.helpers import SETTINGS, briefing, cases, claim, dossier, make_folder, run

BRIDGE = (
    "The suspension bridge crosses the fjord. Engineers built the suspension bridge of steel cables. Steel cables "
    "carry the bridge deck, and the bridge deck moves in the wind. Wind load is what engineers of the fjord fear."
)


def keywords(text: str, ranking: Ranking = Ranking.NEWS, engine_: Engine = Engine.YAKE) -> list[str]:
    settings = replace(SETTINGS, ranking=ranking, engine=engine_)
    return [keyword.text for keyword in briefing(text, settings=settings).keywords]


@pytest.mark.parametrize("kind", Engine)
@pytest.mark.parametrize("case", cases("keywords"), ids=claim)
def test_keywords_of_a_text(case: dict[str, Any], kind: Engine) -> None:
    found = keywords(case["text"], engine_=kind)
    assert set(found[: len(case["first"])]) == set(case["first"])
    assert set(found) >= set(case.get("includes", ()))
    assert set(found) & set(case["without"]) == set()


@pytest.mark.parametrize("case", cases("keywords"), ids=claim)
def test_keywords_stand_word_for_word_in_the_text(case: dict[str, Any]) -> None:
    text = " ".join(case["text"].split())
    for keyword in briefing(case["text"]).keywords:
        assert keyword.text in text
        assert keyword.count >= text.count(f" {keyword.text} ")


def test_a_keyword_has_its_weight_beside_that_of_the_best() -> None:
    found = briefing(BRIDGE).keywords
    scores = [keyword.score for keyword in found]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)


def test_a_phrase_within_a_better_one_is_left_out_and_one_around_it_needs_to_be_repeated() -> None:
    found = keywords(BRIDGE)
    assert "suspension bridge" in found
    assert "suspension" not in found
    assert "steel" not in found
    assert "fjord fear" not in found


def test_profiles_differ_by_the_length_of_what_they_choose() -> None:
    news, abstracts = (keywords(BRIDGE, ranking)[:5] for ranking in (Ranking.NEWS, Ranking.ABSTRACTS))
    assert sum(len(word.split()) for word in abstracts) > sum(len(word.split()) for word in news)


def test_plain_is_the_order_of_the_engine() -> None:
    scores = {proposal.words: proposal.score for proposal in engine.propose([BRIDGE], "en", Engine.YAKE)}
    found = [scores[tuple(word.lower().split())] for word in keywords(BRIDGE, Ranking.PLAIN)]
    assert found == sorted(found)


def test_a_word_in_the_headline_counts_for_more() -> None:
    text = "The bridge over the fjord was closed for the whole of the summer, since its cables and its deck are old."
    assert keywords(text)[0] != "cables"
    assert keywords(f"Cables of the old bridge\n\n3 May 2025\n\n{text}")[0] == "cables"


def test_what_many_texts_of_a_large_collection_say_counts_for_less() -> None:
    common = Commonness({"her": 90_000, "salmon": 1}, total=5_000_000)
    herring = Phrase("herring", "her", count=1, worth=1.0, rarity=5.0, is_proven=False)
    salmon = replace(herring, text="salmon", stems="salmon")
    assert common.rarity(herring) < common.rarity(salmon) <= 5
    assert Commonness({}, 0).rarity(herring) == 5


def test_keywords_do_not_depend_on_the_order_of_a_collection() -> None:
    texts = {"a.txt": BRIDGE, "b.txt": BRIDGE.replace("bridge", "tunnel"), "c.txt": BRIDGE.replace("fjord", "sound")}
    backwards = dict(reversed(texts.items()))
    assert dossier(texts).briefings == dossier(backwards).briefings


def test_a_language_written_without_spaces_has_no_keywords_and_says_so() -> None:
    found = briefing("肯尼亚与葡萄牙签署了在蒙巴萨近海建设风电场的协议，计划到2030年为港口供电。")
    assert found.keywords == ()
    assert [in_english(notice) for notice in found.notices] == [
        "Keywords were not extracted: Chinese is written without spaces between words."
    ]


def test_a_language_that_yake_has_no_words_of_has_no_keywords_and_says_so() -> None:
    found = briefing("북해의 청어 가격이 아홉 주 연속으로 올랐다고 베르겐의 어민 조합이 말했다.")
    assert found.keywords == ()
    assert [in_english(notice) for notice in found.notices] == [
        "Keywords were not extracted: Korean is not known to YAKE."
    ]


@pytest.mark.parametrize("code", sorted(set(LANGUAGES) - {"he", "ja", "ko", "zh"}))
def test_yake_has_function_words_of_every_other_language(code: str) -> None:
    assert len(function_words(code)) > 20


def test_engines_agree() -> None:
    ours, rust = (engine.propose([BRIDGE], "en", kind) for kind in (Engine.YAKE, Engine.YAKE_RUST))
    assert {proposal.words: proposal.score for proposal in ours} == pytest.approx(
        {proposal.words: proposal.score for proposal in rust}, abs=1e-4
    )


def test_yake_takes_our_arguments() -> None:
    """YAKE swallows unknown arguments: only what it does with them shows that it knows them."""
    text, small = "The old iron bridge fell. An old iron bridge.", frozenset({"the", "an"})
    phrases = [scored.text for scored in engine_yake.propose(text, small)]
    assert "old iron bridge" in phrases
    assert {"iron bridge", "iron"} <= set(phrases)
    assert not any(phrase.startswith("the ") for phrase in phrases)
    assert len(engine_yake.propose(BRIDGE, function_words("en"))) > 20


def test_a_rust_engine_that_is_not_installed_is_a_mistake_with_a_way_on() -> None:
    code = (
        "import sys; sys.modules['yake_rust'] = None\n"
        "from generator.settings import Engine\n"
        "from generator.understand import require\n"
        "require(Engine.YAKE)\n"
        "require(Engine.YAKE_RUST)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "SettingsError: mkdocs.yml: 'dossier: engine' is 'yake-rust', which is not installed" in done.stderr
    assert "pip install 'dossier[rust]'" in done.stderr


def test_a_missing_engine_ends_the_command_with_code_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "yake_rust", None)
    assert not engine_rust.available()
    mkdocs = "site_name: x\ndocs_dir: dossier\nplugins: [{dossier: {engine: yake-rust}}]\n"
    ran = run(make_folder(tmp_path, {"a.txt": BRIDGE}, mkdocs), "export")
    assert ran.code == 2
    assert "hint: pip install 'dossier[rust]'" in ran.err


@pytest.mark.parametrize(
    ("block", "hint"),
    [({"engine": "rake"}, "use yake or yake-rust"), ({"ranking": "books"}, "use news, abstracts or plain")],
)
def test_an_unknown_engine_or_profile_is_a_mistake_with_a_way_on(block: dict[str, object], hint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings_from(block, title="x", description="", directory_urls=True)
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "turbines", "Turbine"),
        ("fr", "défenses", "Defense"),
        ("tr", "IRMAK", "ırmak"),
        ("tr", "İstanbul", "istanbul"),
        ("ru", "мосту", "моста"),
        ("ko", "청어", "청어"),
    ],
)
def test_forms_of_a_word_share_a_stem(language: str, one: str, other: str) -> None:
    assert stem(one, language) == stem(other, language)


def test_rarity_comes_from_the_language_and_from_no_other() -> None:
    assert rarity("year", "en") < rarity("bridge", "en") < RAREST
    assert rarity("ÉTÉ", "fr") == rarity("été", "fr") < rarity("hareng", "fr")
    assert rarity("IRMAK", "tr") == rarity("ırmak", "tr")
    assert rarity("og", "no") < 2
    assert rarity("в", "hy") == RAREST  # wordfreq's nearest match for Armenian is Russian
    assert rarity("zqxw", "en") == RAREST


def test_a_word_without_end_is_no_keyword_and_no_burden() -> None:
    text = f"The price of herring has risen, and the price of herring will fall, says {'x' * 200_000} of Bergen."
    words = keywords(text)
    assert "price of herring" in words
    assert max(map(len, words)) < 80


def test_a_text_that_an_engine_gives_up_on_has_no_keywords_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SeedError):
        engine_rust.propose("word " * 150_000, frozenset({"the"}))
    monkeypatch.setattr(engine, "_SEARCHED", 10**6)
    settings = replace(SETTINGS, engine=Engine.YAKE_RUST)
    found = briefing(f"{BRIDGE} {'word ' * 150_000}", settings=settings)
    assert found.keywords == ()
    assert "engine: yake" in in_english(found.notices[-1])


def test_a_long_text_is_counted_to_its_end() -> None:
    filling = "\n\n".join(f"Sheep number {n} jumps over the fence in the meadow." for n in range(3_000))
    found = {keyword.text: keyword.count for keyword in briefing(f"{BRIDGE}\n\n{filling}").keywords}
    assert found["fence"] == 3_000


def test_a_text_without_words_has_no_keywords() -> None:
    assert briefing("...\n\n***").keywords == ()


def test_as_many_keywords_as_the_settings_ask_for() -> None:
    assert len(briefing(BRIDGE, settings=replace(SETTINGS, keywords=3)).keywords) == 3
    assert isinstance(briefing(BRIDGE).keywords[0], Keyword)
