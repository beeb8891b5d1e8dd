"""What nobody writes, for the readers and the escaper (libFuzzer through atheris): `make fuzz SECONDS=60`.

Each target runs for the given seconds in a process of its own. What it finds is left in `.fuzz/`, as a file that
`python -m tests.bench.fuzz TARGET FILE` runs again; the next run starts from what this one has learnt.
"""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from subprocess import run
from types import MappingProxyType

import atheris

with atheris.instrument_imports(include=["generator"]):
    from generator.model import Corrections, Seed
    from generator.read import read
    from generator.read.sniff import SUFFIXES
    from generator.render import escape
    from generator.settings import Limits, Rules

from tests.samples import SAMPLES
from tests.test_escape import commonmark, python_markdown, squeezed

HOME = Path(".fuzz")
RULES = Rules(limits=Limits(characters=20_000, blocks=500))
_SECONDS = 20  # that a single input may take


class FoundError(AssertionError):
    """A claim that does not hold."""


def readers(data: bytes) -> None:
    """Claim: a file of any bytes and any suffix is read, or unread with a reason that is no accident."""
    provider = atheris.FuzzedDataProvider(data)
    suffix = provider.PickValueInList(sorted(SUFFIXES))
    seed = Seed(f"seed{suffix}", provider.ConsumeBytes(len(data)), Corrections())
    for unread in read(seed, RULES).unread:
        if "please report this" in unread.reason:
            raise FoundError(f"{suffix}: {unread.reason}")


def escaper(data: bytes) -> None:
    """Claim: any text shows as itself in both kinds of Markdown."""
    given = atheris.FuzzedDataProvider(data).ConsumeUnicodeNoSurrogates(200)
    text = squeezed("".join(sign for sign in given if sign.isprintable()))
    shown = escape.markdown(text)
    for seen in (python_markdown(f"Before.\n\n{shown}\n\nAfter."), commonmark(f"Before.\n\n{shown}\n\nAfter.")):
        if text and squeezed(seen.text) != squeezed(f"Before. {text} After."):
            raise FoundError(f"{text!r} shows as {seen.text!r}")


TARGETS: Mapping[str, Callable[[bytes], None]] = MappingProxyType({"readers": readers, "escaper": escaper})


def start_corpus(folder: Path) -> None:
    """Write the samples as first inputs: the last bytes choose the suffix, as the data provider takes them."""
    folder.mkdir(parents=True, exist_ok=True)
    order = sorted(SUFFIXES)
    for name, data in SAMPLES.items():
        (folder / name).write_bytes(data + bytes([order.index(Path(name).suffix)]))


def main(arguments: list[str]) -> int:
    """Run all targets for some seconds each, or one target as libFuzzer is told."""
    if arguments[0] in TARGETS:
        atheris.Setup([sys.argv[0], *arguments[1:]], TARGETS[arguments[0]])
        atheris.Fuzz()
        return 0
    start_corpus(HOME / "readers")
    (HOME / "escaper").mkdir(exist_ok=True)
    codes = []
    for name in TARGETS:
        print(f"{name}: {arguments[0]} s", flush=True)
        options = [f"-max_total_time={arguments[0]}", f"-timeout={_SECONDS}", f"-artifact_prefix={HOME}/found-{name}-"]
        command = [sys.executable, "-m", "tests.bench.fuzz", name, *options, "-print_final_stats=1", str(HOME / name)]
        codes.append(run(command, check=False).returncode)
    return max(map(abs, codes))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
