"""What is suggested to an editor, and how the answers get into topics.yml."""

from typing import Any

import pytest

from generator.errors import VocabularyError
from generator.model import Side, SuggestedMerge, SuggestedStop, Suggestion
from generator.understand import suggest
from generator.understand.links.encoder import encode
from generator.understand.suggest.spelling import edits
from generator.understand.suggest.translations import NEAR, nearest
from generator.understand.vocabulary import accept, parse, reject
from tests.helpers import cases, claim, dossier


@pytest.mark.parametrize("case", cases("suggestions"), ids=claim)
def test_suggestions_for_a_collection(case: dict[str, Any]) -> None:
    vocabulary = parse(case.get("vocabulary", ""), "seeds/topics.yml")
    found = suggest(dossier(case.get("texts") or _of_sources(case), vocabulary), vocabulary)
    assert [suggestion.key for suggestion in found] == list(case["suggestions"])
    for suggestion, part in zip(found, case["suggestions"].values(), strict=True):
        assert part in "\n".join(suggestion.evidence)


def _of_sources(case: dict[str, Any]) -> dict[str, str]:
    """Return so many documents of each source, those of the first one with a text of their own."""
    texts = {}
    for at, (source, count) in enumerate(case["sources"].items()):
        for number in range(count):
            text = case["others"].format(number) if at else case["text"]
            texts[f"{at}-{number}.md"] = f"---\nsource: {source}\n---\n{text}\n"
    return texts


def test_suggestions_are_ranked_by_evidence_and_by_the_briefings_that_change() -> None:
    many = {
        f"{at}.txt": f"They met the WFU in the harbour on day {at}, and the WFU liked the harbour." for at in range(9)
    }
    texts = many | {
        "a.txt": "The World Fish Union (WFU) met. The Harbour Guard Act (HGA) was read. The HGA is long, as is an HGA.",
        "b.txt": "The World Fish Union (WFU) met. The Harbour Guard Act (HGA) was read. The HGA is long, as is an HGA.",
        "c.txt": "The World Fish Union (WFU) met in the harbour, and nobody read anything to anybody on that day.",
    }
    found = suggest(dossier(texts), parse("", "x"))
    assert [suggestion.key for suggestion in found][:2] == [
        "merge World Fish Union into WFU",
        "merge Harbour Guard Act into HGA",
    ]
    assert [suggestion.score for suggestion in found] == sorted((one.score for one in found), reverse=True)


def test_more_than_half_of_some_phrases_find_their_translation_and_none_another() -> None:
    table: Any = cases("translations")
    left = [pair[0] for pair in table["pairs"]] + table["left"]
    right = [pair[1] for pair in table["pairs"]] + table["right"]
    near = [match for match in nearest(encode(left), encode(right)) if match.cosine >= NEAR]
    assert len(near) > len(table["pairs"]) / 2
    assert [match for match in near if match.left != match.right] == []


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1), ("abc", "ab", 1), ("abcd", "badc", 2), ("", "ab", 2)],
)
def test_letters_that_differ(one: str, other: str, distance: int) -> None:
    assert edits(one, other) == edits(other, one) == distance


def _answered(case: dict[str, Any], text: str) -> str:
    name = "seeds/topics.yml"
    if "merge" in case:
        return accept(text, _merge(case["merge"]), name)
    if "reject_merge" in case:
        return reject(text, _merge(case["reject_merge"]), name)
    if "reject_stop" in case:
        return reject(text, _stop(case["reject_stop"]), name)
    return accept(text, _stop(case["stop"]), name)


def _merge(merge: dict[str, str]) -> Suggestion:
    other = Side(merge["other"], "", {merge["language"]: (merge["other"],)}, 2)
    return SuggestedMerge(Side(merge["keep"], "", {"en": (merge["keep"],)}, 2), other, (), 1.0)


def _stop(label: str) -> Suggestion:
    return SuggestedStop(Side(label, label.lower(), {}, 2), (), 1.0)


@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("case", cases("round_trip"), ids=claim)
def test_an_answer_adds_lines_and_changes_no_other(case: dict[str, Any], ends: str) -> None:
    ends = ends if case["text"] else "\n"  # a new file has our own
    lines = [case.get("changes", {}).get(number, line) for number, line in enumerate(case["text"].split("\n"), 1)]
    after = case.get("after", 0)
    expected = ends.join([*lines[:after], *case.get("adds", []), *lines[after:]])
    assert _answered(case, case["text"].replace("\n", ends)) == expected


def test_an_answer_that_would_break_the_file_is_refused() -> None:
    text = "topics:\n  a: {label: Oslo}\n"
    with pytest.raises(VocabularyError) as caught:
        accept(text, _stop("Oslo"), "seeds/topics.yml")
    assert "'stop Oslo' cannot be written into it: seeds/topics.yml:4: 'Oslo' is stopped" in caught.value.message


def test_two_entries_of_the_editor_are_not_merged() -> None:
    text = "topics:\n  a: {label: Oslo}\n  b: {label: Christiania}\n"
    merge = _merge({"keep": "Oslo", "other": "Christiania", "language": "no"})
    with pytest.raises(VocabularyError, match="'a' and 'b' are two topics of it"):
        accept(text, merge, "seeds/topics.yml")
