"""From Documents to a Dossier: topics, links."""

from typing import Any

import pytest

from generator.errors import VocabularyError
from generator.model import Topic
from generator.understand import Vocabulary
from generator.understand.language import names
from generator.understand.vocabulary import parse
from tests.helpers import cases, claim, dossier

HERRING = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."


@pytest.mark.parametrize("case", cases("names"), ids=claim)
def test_names_in_a_text(case: dict[str, Any]) -> None:
    assert [name.text for name in names.find(case["text"], case["language"])] == case["names"]


@pytest.mark.parametrize("case", cases("topics"), ids=claim)
def test_topics_of_a_collection(case: dict[str, Any]) -> None:
    vocabulary = parse(case["vocabulary"], "seeds/topics.yml") if "vocabulary" in case else Vocabulary()
    assert [_line(topic) for topic in dossier(case["texts"], vocabulary).topics] == case["topics"]


def _line(topic: Topic) -> str:
    forms = "; ".join(f"{language} {', '.join(sorted(forms))}" for language, forms in topic.forms.items())
    return f"{topic.label} ({len(topic.briefings)}+{len(topic.passing)}): {forms}"


@pytest.mark.parametrize("case", cases("vocabulary"), ids=claim)
def test_a_vocabulary_that_is_wrong_says_where_and_what_to_do(case: dict[str, Any]) -> None:
    with pytest.raises(VocabularyError) as caught:
        parse(case["text"], "seeds/topics.yml")
    assert caught.value.message.startswith(case["says"])
    assert caught.value.hint == case.get("hint", caught.value.hint)
    assert caught.value.hint


def test_entries_that_change_nothing_are_problems_with_their_line() -> None:
    vocabulary = parse("topics:\n  whale:\n    label: Whale\nstop:\n  - Big Fish\n", "seeds/topics.yml")
    assert [problem.where for problem in dossier({"a.txt": HERRING}, vocabulary).problems] == [
        "topics.yml:3",
        "topics.yml:5",
    ]


def test_a_mention_quotes_its_sentence_and_knows_its_place() -> None:
    text = "\n\n".join([HERRING.replace("Bergen", "town"), "It rained. They flew to Norway, and then home. It rained."])
    found = dossier({"a.txt": text, "b.txt": text.replace("rained", "snowed")}).topics[0]
    mention = found.mentions[0]
    assert (found.label, mention.briefing, mention.anchor, mention.form) == ("Norway", "a", "p2", "Norway")
    assert mention.sentence == "They flew to Norway, and then home."
    assert mention.sentence[mention.at :].startswith("Norway")


def test_a_link_between_briefings_names_what_they_share() -> None:
    found = dossier(
        {
            "a.txt": "Norway sells herring to Portugal. The herring quota is low, and the herring quota falls.",
            "b.txt": "Portugal buys herring in Norway. Herring is dear, the herring quota low. Why a herring quota?",
            "c.txt": "Turtles sleep under the old bridge, and children count them every single evening in June.",
        }
    )
    link = found.related["a"][0]
    assert link.id == "b"
    assert set(link.topics) == {"norway", "portugal"}
    assert "herring quota" in link.terms
    assert found.related["c"] == ()


def test_topics_link_briefings_in_two_languages() -> None:
    found = dossier(
        {
            "a.txt": "The talks with Turkey and Portugal began in the spring and went on for the whole of the summer.",
            "b.txt": "Les discussions avec la Turquie et le Portugal ont commencé au printemps et ont duré tout l'été.",
        }
    )
    assert [(link.id, link.topics) for link in found.related["a"]] == [("b", ("portugal", "turkiye"))]


def test_texts_of_which_a_third_is_the_same_tell_the_same_story() -> None:
    common = f"{HERRING} Nobody knows why the fish stay away this year, and nobody asks them either."
    other = "A completely different sentence about turtles under a bridge that children like to count on evenings."
    found = dossier({"a.txt": common, "b.txt": f"{common} {other}", "c.txt": other})
    assert [(story.id, story.share) for story in found.same_story["a"]] == [("b", 1.0)]
    assert {story.id for story in found.same_story["c"]} == {"b"}


def test_briefings_come_newest_first_and_undated_ones_last() -> None:
    texts = {
        "a.txt": HERRING,
        "b.txt": f"date 2025-05 {HERRING}",
        "c.txt": f"date 2025-05-12 {HERRING}",
        "d.txt": f"date 2025-06 {HERRING}",
    }
    assert [found.id for found in dossier(texts).briefings] == ["d", "c", "b", "a"]


def test_an_empty_collection_is_a_dossier_too() -> None:
    assert dossier({}).briefings == ()
