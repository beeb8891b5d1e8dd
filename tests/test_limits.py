"""Seeds without measure: each is read in part, or unread with the reason, and no other seed suffers."""

import json
import os
import time
from pathlib import Path

import pytest

from generator.interface import in_english
from generator.model import Corrections, Seed
from generator.read import read
from generator.settings import Limits, Rules
from generator.workers import Crew, Failure, run
from tests.helpers import make_folder
from tests.helpers import run as dossier
from tests.samples import SAMPLES

HERRING = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."


def read_within(text: str, limits: Limits, path: str = "seed.txt") -> tuple[str, list[str]]:
    """Return the text that was read, and the notices about it."""
    found = read(Seed(path, text.encode(), Corrections()), Rules(limits=limits))
    assert found.unread == ()
    document = found.documents[0]
    return "\n".join(block.text for block in document.blocks), [
        in_english(notice) for notice in document.notices if notice.code == "cut"
    ]


@pytest.mark.parametrize("text", [HERRING * 3, f"Цена сельди. {HERRING}" * 3, "\ufeff" + HERRING * 3])
def test_a_text_past_the_limit_is_read_in_part(text: str) -> None:
    seen, cut = read_within(text, Limits(characters=100))
    assert seen
    assert text.strip("\ufeff").startswith(seen)
    assert len(seen) <= 100
    assert cut == ["Only the first 100 characters were read, the limit in mkdocs.yml."]


@pytest.mark.parametrize("path", ["seed.txt", "seed.md"])
def test_blocks_past_the_limit_are_left_out(path: str) -> None:
    text = "\n\n".join(f"{HERRING} This was said {number} times." for number in range(9))
    seen, cut = read_within(text, Limits(blocks=4), path)
    assert len(seen.splitlines()) == 4
    assert cut == ["Only the first 4 of 9 blocks were read, the limit in mkdocs.yml."]


def test_a_file_past_the_limit_is_unread_and_says_why(tmp_path: Path) -> None:
    mkdocs = "site_name: S\ndocs_dir: dossier\nplugins: [{dossier: {limits: {megabytes: 1}}}]\n"
    folder = make_folder(tmp_path, {"good.txt": HERRING, "large.txt": "x" * 1_600_000}, mkdocs)
    ran = dossier(folder, "generate", "-q")
    assert ran.code == 0
    assert (
        "seeds/large.txt: not read: it has 2 megabytes, and the limit is 1; "
        "split it, or raise 'limits: megabytes' in mkdocs.yml"
    ) in ran.err


def test_a_job_that_takes_too_long_is_lost_alone() -> None:
    slow, quick = run(time.sleep, [30, 0], Crew(workers=2, seconds=1))
    assert slow == Failure("it took longer than the limit of 1 s; raise 'limits: seconds' in mkdocs.yml, or split it")
    assert quick is None


def test_a_job_that_ends_its_process_is_lost_alone() -> None:
    lost, *_ = run(os._exit, [3], Crew(workers=1, seconds=30))
    assert lost == Failure("reading it ended the program that did so (code 3); please report this")
    assert list(run(len, ["abc"], Crew(workers=1, seconds=30))) == [3]


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("brackets.txt", "[" * 3000 + " a " + "]" * 3000),
        ("brackets.md", "[" * 3000 + " a " + "]" * 3000),
        ("quotes.md", ">" * 3000 + " a"),
        ("lists.md", "\n".join(f"{'  ' * depth}- item{depth}" for depth in range(300))),
        ("line.txt", "word " * 200_000),
        ("letters.md", "x" * 1_000_000),
    ],
    ids=lambda text: text[:20],
)
def test_what_nobody_writes_is_read_as_well(path: str, text: str) -> None:
    found = read(Seed(path, text.encode(), Corrections()), Rules())
    assert found.unread == ()
    kept = " ".join([*(b.text for b in found.documents[0].blocks), *(s.text for s in found.documents[0].set_aside)])
    assert set(text.replace("[", " ").replace("]", " ").replace(">", " ").split()) <= set(
        kept.replace("[", " ").replace("]", " ").replace(">", " ").split()
    )


def test_documents_past_the_limit_are_unread_and_say_so() -> None:
    lines = "\n".join(json.dumps({"id": number, "text": f"{HERRING} {number}"}) for number in range(5))
    found = read(Seed("seed.jsonl", lines.encode(), Corrections()), Rules(limits=Limits(documents=3)))
    assert len(found.documents) == 3
    assert [entry.reason for entry in found.unread] == [
        "only the first 3 documents in it were read; split it, or raise 'limits: documents' in mkdocs.yml"
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sound_file_of_each_format_is_read(name: str) -> None:
    found = read(Seed(name, SAMPLES[name], Corrections()), Rules())
    assert found.unread == ()
    assert any("price of herring" in block.text for document in found.documents for block in document.blocks)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_file_cut_short_anywhere_is_read_in_part_or_refused(name: str) -> None:
    data = SAMPLES[name]
    for tenth in range(10):
        found = read(Seed(name, data[: len(data) * tenth // 10], Corrections()), Rules())
        assert found.documents or found.unread
        for entry in found.unread:
            assert "please report" not in entry.reason
            assert "; " in entry.reason  # what to do about it
