"""`dossier serve`, for real: a change makes one new build, and not one after another."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers import make_folder

HERRING = "The price of herring has risen for the ninth week running, the fishers' union said in Bergen."
DEADLINE = 60  # seconds until a test gives up; a build takes about one
QUIET = 3  # seconds without another build: the server looks for changes twice a second


@dataclass
class Served:
    """A running server: its folder, its log and its address."""

    root: Path
    log: Path
    url: str

    def builds(self) -> int:
        return len(re.findall(r"Documentation built", self.log.read_text()))

    def wait_for_build(self, number: int) -> None:
        end = time.monotonic() + DEADLINE
        while self.builds() < number:
            assert time.monotonic() < end, self.log.read_text()
            time.sleep(0.2)

    def put(self, name: str, text: str) -> None:
        """Write a seed at one stroke: a server that looked between two would rightly build twice."""
        half = self.root / "half"
        half.write_text(text)
        half.replace(self.root / "seeds" / name)

    def page(self, path: str) -> str:
        with urllib.request.urlopen(f"{self.url}{path}") as response:  # noqa: S310 - our own server
            return str(response.read().decode())


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    root = make_folder(tmp_path_factory.mktemp("serve"), {"good.txt": HERRING})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = root / "log"
    command = [str(Path(sys.executable).parent / "dossier"), "serve", "--address", address]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with log.open("wb") as output, subprocess.Popen(
        command, cwd=root, env=environment, stdout=output, stderr=subprocess.STDOUT
    ) as server:  # fmt: skip
        found = Served(root, log, f"http://{address}/")
        found.wait_for_build(1)
        time.sleep(1)  # the watcher takes its first look
        yield found
        server.terminate()


@pytest.mark.parametrize(
    ("name", "text", "page", "shown"),
    [
        ("good.txt", f"{HERRING} It rained.", "briefings/good/", "It rained."),
        ("good.yml", "title: What an editor calls it\n", "briefings/good/", "What an editor calls it"),
        (
            "topics.yml",
            "topics: {herring: {label: Clupea, aliases: {en: [herring]}, pin: true}}\n",
            "topics/",
            "Clupea",
        ),
        ("new.txt", "A second seed has come, and it speaks of something else entirely.", "timeline/", "A second seed"),
    ],
    ids=["a seed", "a sidecar", "the vocabulary", "a new seed"],
)
def test_a_change_makes_one_new_build(served: Served, name: str, text: str, page: str, shown: str) -> None:
    before = served.builds()
    served.put(name, text)
    served.wait_for_build(before + 1)
    time.sleep(QUIET)
    assert served.builds() == before + 1
    assert shown in served.page(page)


def test_a_mistake_is_said_and_the_server_goes_on(served: Served) -> None:
    vocabulary = served.root / "seeds/topics.yml"
    vocabulary.write_text("topcis: {}\n")
    end = time.monotonic() + DEADLINE
    while "unknown key 'topcis'" not in served.log.read_text():
        assert time.monotonic() < end, served.log.read_text()
        time.sleep(0.2)
    before = served.builds()
    vocabulary.write_text("topics: {}\n")
    served.wait_for_build(before + 1)
    assert "good" in served.page("timeline/")
