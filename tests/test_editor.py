"""What an editor says of topics: in topics.yml, and in the sidecar of a briefing."""

import re
from typing import Any

import pytest

from generator.errors import YamlError
from generator.model import Beside, Described, Dossier, Seed, Topic
from generator.read import read, sidecar
from generator.settings import Rules
from generator.understand import describe, understand
from generator.understand.vocabulary import parse
from generator.understand.vocabulary.entries import KEYS
from generator.understand.vocabulary.parse import SECTIONS
from tests.helpers import METHOD, ROOT, SETTINGS, cases, claim, described, dossier, seed


@pytest.mark.parametrize("case", cases("editor"), ids=claim)
def test_the_editor_wins(case: dict[str, Any]) -> None:
    found = _dossier(case)
    if "topics" in case:
        assert [_line(topic) for topic in found.topics] == case["topics"]
    said = [f"{problem.where}: {problem.message} - {problem.hint}" for problem in found.problems]
    assert len(said) == len(case.get("problems", []))
    assert all(line.startswith(start) for line, start in zip(said, case.get("problems", []), strict=True))


def _dossier(case: dict[str, Any]) -> Dossier:
    vocabulary = parse(case.get("vocabulary", ""), "seeds/topics.yml")
    sidecars = {f"{name}.txt": sidecar.parse(text, f"{name}.yml") for name, text in case.get("sidecars", {}).items()}
    found = [described(text, path, sidecars.get(path)) for path, text in case["texts"].items()]
    return understand(found, vocabulary, SETTINGS, Beside())


def _line(topic: Topic) -> str:
    added = f"; added {', '.join(topic.added)}" if topic.added else ""
    under = f", under {topic.parent}" if topic.parent else ""
    note = f": {topic.note}" if topic.note else ""
    return f"{topic.label} ({', '.join(topic.briefings)}{added}){under}{note}"


MAIL = "From a@b.example Sat May  3 14:05:09 2025\nFrom: a@b.example\nSubject: {}\nMessage-ID: <{}@b.example>\n\n{}\n\n"
BOX = MAIL.format("One", 1, "They flew to Norway in May and stayed there.") + MAIL.format(
    "Two", 2, "They sailed to Norway in May and stayed."
)


def _box(corrections: str) -> list[Described]:
    parsed = sidecar.parse(corrections, "box.yml")
    found = read(Seed("box.mbox", BOX.encode(), parsed), Rules())
    return [describe(document, METHOD) for document in found.documents]


def test_topics_of_a_mailbox_are_for_all_of_its_mails_and_those_of_one_mail_for_that() -> None:
    first, second = (document.document.seed.part for document in _box(""))
    said = f"topics: {{add: [Sweden]}}\ndocuments:\n  {second}:\n    topics: {{remove: [Sweden], add: [Chad]}}\n"
    one, two = (found.document.topic_edits for found in _box(said))
    assert ([topic.name for topic in one.add], [topic.name for topic in one.remove]) == (["Sweden"], [])
    assert ([topic.name for topic in two.add], [topic.name for topic in two.remove]) == (["Chad"], ["Sweden"])
    assert two.add[0].where == "box.yml:4"
    assert first != second


def test_a_removal_for_a_whole_mailbox_is_idle_only_if_no_mail_needed_it() -> None:
    needed = understand(_box("topics: {remove: [Norway]}\n"), parse("", "x"), SETTINGS, Beside())
    idle = understand(_box("topics: {remove: [Chad]}\n"), parse("", "x"), SETTINGS, Beside())
    assert needed.problems == ()
    assert [problem.where for problem in idle.problems] == ["box.yml:1"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("topics: {plus: [Norway]}\n", "a.yml:1: unknown key 'plus'"),
        ("topics:\n  add: [Norway]\n  remove: [norway]\n", "a.yml:3: the topic 'norway' stands here twice"),
        ("topics: {add: ['']}\n", "a.yml:1: there is no name here"),
        ("topics: [Norway]\n", "a.yml:1: this should be a list of `key: value` lines"),
        ("documents:\n  b:\n    topics: {plus: x}\n", "a.yml:3: unknown key 'plus'"),
    ],
)
def test_a_sidecar_that_is_wrong_about_topics_says_where(text: str, says: str) -> None:
    with pytest.raises(YamlError) as caught:
        sidecar.parse(text, "a.yml")
    assert caught.value.message.startswith(says)


def test_the_example_in_the_readme_has_every_key_and_can_be_read() -> None:
    blocks = re.findall(r"```yaml\n(topics:.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    example = max(blocks, key=len)
    assert [key for key in (*SECTIONS, *KEYS) if f"{key}:" not in example] == []
    assert [entry.id for entry in parse(example, "README.md").entries] == ["nato", "alliances", "samp-t"]


def test_a_vocabulary_of_nothing_changes_nothing() -> None:
    texts = dict.fromkeys(("a.txt", "b.txt"), "They flew to Norway in May and stayed there for the summer.")
    assert dossier(texts, parse("stop:\nnever_link:\nrejected:\ntopics:\n", "x")) == dossier(texts)
    assert seed("x").corrections.topics.add == ()
