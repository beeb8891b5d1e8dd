"""`NAME.yml` beside a seed: what its editor corrects."""

from generator import yaml_file
from generator.model import Corrections

FACTS = ("title", "date", "language", "source", "author", "link", "summary")
LINES = ("keep", "set_aside")


def parse(text: str, name: str) -> Corrections:
    """Read a sidecar.

    Args:
        text: What it holds.
        name: Its path, for errors.

    Raises:
        YamlError: It is not YAML, has an unknown key or a value of the wrong kind.
    """
    pairs = yaml_file.mapping(yaml_file.parse(text, name), name)
    yaml_file.refuse_unknown(pairs, (*FACTS, *LINES), name)
    lines = {key: yaml_file.texts(pairs[key], name) for key in LINES if key in pairs}
    return Corrections(
        path=name,
        facts={key: yaml_file.scalar(pairs[key], name) for key in FACTS if key in pairs},
        keep=lines.get("keep", ()),
        set_aside=lines.get("set_aside", ()),
    )
