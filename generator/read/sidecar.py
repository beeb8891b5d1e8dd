"""`NAME.yml` beside a seed: what its editor corrects."""

from collections.abc import Mapping
from dataclasses import replace

from generator import yaml_file
from generator.model import Corrections

FACTS = ("title", "date", "language", "source", "author", "link", "summary")
LINES = ("keep", "set_aside")
DOCUMENTS = "documents"


def parse(text: str, name: str) -> Corrections:
    """Read a sidecar.

    Args:
        text: What it holds.
        name: Its path, for errors.

    Raises:
        YamlError: It is not YAML, has an unknown key or a value of the wrong kind.
    """
    pairs = yaml_file.mapping(yaml_file.parse(text, name), name)
    yaml_file.refuse_unknown(pairs, (*FACTS, *LINES, DOCUMENTS), name)
    documents = yaml_file.mapping(pairs[DOCUMENTS], name) if DOCUMENTS in pairs else {}
    whole = _corrections(pairs, name)
    return replace(whole, documents={part: _part(whole, item, name) for part, item in documents.items()})


def _part(whole: Corrections, item: yaml_file.Item, name: str) -> Corrections:
    """Return what is said of one document of a file, over what is said of all of them."""
    pairs = yaml_file.mapping(item, name)
    yaml_file.refuse_unknown(pairs, (*FACTS, *LINES), name)
    own = _corrections(pairs, name)
    return replace(own, facts={**whole.facts, **own.facts})


def _corrections(pairs: Mapping[str, yaml_file.Item], name: str) -> Corrections:
    lines = {key: yaml_file.texts(pairs[key], name) for key in LINES if key in pairs}
    return Corrections(
        path=name,
        facts={key: yaml_file.scalar(pairs[key], name) for key in FACTS if key in pairs},
        keep=lines.get("keep", ()),
        set_aside=lines.get("set_aside", ()),
    )
