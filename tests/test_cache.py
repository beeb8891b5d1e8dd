"""The cache gives the next run a head start, and never another result."""

from pathlib import Path

from generator.cache import Cache, key
from generator.model import Corrections
from tests.helpers import briefing, make_folder, run, seed, tree

HERRING = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."
LANGUAGES = ("en", "fr")


def test_a_briefing_comes_back_as_it_was(tmp_path: Path) -> None:
    kept = briefing(f"date 2025-05 {HERRING}")
    cache = Cache(tmp_path)
    cache.put("a", kept)
    assert cache.get("a") == kept


def test_what_cannot_be_understood_is_not_there(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    (tmp_path / "a.json").write_text('{"document": 3}')
    (tmp_path / "b.json").write_bytes(b"\xff")
    assert (cache.get("a"), cache.get("b"), cache.get("c")) == (None, None, None)


def test_an_entry_is_named_after_everything_it_depends_on() -> None:
    keys = {
        key(seed(HERRING), LANGUAGES, 20),
        key(seed(f"{HERRING} "), LANGUAGES, 20),
        key(seed(HERRING, "other.txt"), LANGUAGES, 20),
        key(seed(HERRING, corrections=Corrections("seed.yml", {"title": "x"})), LANGUAGES, 20),
        key(seed(HERRING), ("en",), 20),
        key(seed(HERRING), LANGUAGES, 10),
    }
    assert len(keys) == 6


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
    assert len(list((folder / ".cache/dossier").glob("*.json"))) == 1
