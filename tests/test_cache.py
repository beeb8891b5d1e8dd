"""The cache gives the next run a head start, and never another result."""

from pathlib import Path

from generator.cache import Cache, key
from generator.model import Corrections, Described, SeedFile
from generator.prepare import ToRead, reading_key
from generator.settings import Engine, Limits, Ranking, Rules
from generator.understand import Method
from tests.helpers import described, make_folder, run, tree

HERRING = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."


def test_a_document_with_its_phrases_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = described(f"date 2025-05 {HERRING}")
    assert kept.phrases
    cache = Cache(tmp_path)
    cache.put("a", kept)
    assert cache.get("a", Described) == kept


def test_what_cannot_be_understood_is_not_there(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    (tmp_path / "a.json").write_text('{"document": 3}')
    (tmp_path / "b.json").write_bytes(b"\xff")
    assert tuple(cache.get(key, Described) for key in "abc") == (None, None, None)


def test_an_entry_is_named_after_everything_it_depends_on() -> None:
    keys = {
        reading_key(ToRead(SeedFile("seed.txt", 9, "ab", Corrections())), Rules()),
        reading_key(ToRead(SeedFile("other.txt", 9, "ab", Corrections())), Rules()),
        reading_key(ToRead(SeedFile("seed.txt", 9, "cd", Corrections())), Rules()),
        reading_key(ToRead(SeedFile("seed.txt", 9, "ab", Corrections("seed.yml", {"title": "x"}))), Rules()),
        reading_key(ToRead(SeedFile("seed.txt", 9, "ab", Corrections()), ("Subscribe",)), Rules()),
        reading_key(ToRead(SeedFile("seed.txt", 9, "ab", Corrections())), Rules(("en",))),
        reading_key(ToRead(SeedFile("seed.txt", 9, "ab", Corrections())), Rules(limits=Limits(seconds=1))),
        key("described", "ab", Method(Engine.YAKE, Ranking.NEWS, 10)),
        key("described", "ab", Method(Engine.YAKE, Ranking.NEWS, 20)),
        key("described", "ab", Method(Engine.YAKE, Ranking.PLAIN, 20)),
        key("described", "ab", Method(Engine.YAKE_RUST, Ranking.NEWS, 20)),
    }
    assert len(keys) == 11


def test_a_spoiled_cache_changes_nothing(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {"good.txt": HERRING})
    run(folder, "generate", "-q")
    before = tree(folder / "dossier")
    for path in (folder / ".cache/dossier").glob("*.json"):
        path.write_text("spoiled")
    assert run(folder, "generate", "--check").code == 0
    assert tree(folder / "dossier") == before


def test_only_what_this_run_used_stays(tmp_path: Path) -> None:
    folder = make_folder(tmp_path, {"one.txt": HERRING, "two.txt": f"{HERRING} Again."})
    run(folder, "generate", "-q")
    (folder / "seeds/two.txt").unlink()
    run(folder, "generate", "-q")
    assert len(list((folder / ".cache/dossier").glob("*.json"))) == 2  # what was read, and what came of it


def test_what_may_be_read_tomorrow_is_not_kept(tmp_path: Path) -> None:
    mailbox = '{"text": "The price of herring has risen."}\nno JSON\n'
    folder = make_folder(tmp_path, {"early.txt": f"date 2999-05 {HERRING}", "broken.jsonl": mailbox})
    assert run(folder, "generate", "-q").code == 0
    assert list((folder / ".cache/dossier").glob("*.json")) == []
