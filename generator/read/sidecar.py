"""`NAME.yml` beside a seed: what its editor corrects."""

from collections.abc import Mapping
from dataclasses import replace

from generator import yaml_file
from generator.errors import YamlError
from generator.model import Corrections, NamedTopic, TopicEdits
from generator.text import fold

FACTS = ("title", "date", "language", "source", "author", "link", "summary", "handling")
LINES = ("keep", "set_aside")
TOPICS = "topics"
DOCUMENTS = "documents"
_KEYS = (*FACTS, *LINES, TOPICS)


def parse(text: str, name: str) -> Corrections:
    """Read a sidecar.

    Args:
        text: What it holds.
        name: Its path, for errors.

    Raises:
        YamlError: It is not YAML, has an unknown key or a value of the wrong kind.
    """
    pairs = yaml_file.mapping(yaml_file.parse(text, name), name)
    yaml_file.refuse_unknown(pairs, (*_KEYS, DOCUMENTS), name)
    documents = yaml_file.mapping(pairs[DOCUMENTS], name) if DOCUMENTS in pairs else {}
    whole = _corrections(pairs, name)
    return replace(whole, documents={part: _part(whole, item, name) for part, item in documents.items()})


def _part(whole: Corrections, item: yaml_file.Item, name: str) -> Corrections:
    """Return what is said of one document of a file, over what is said of all of them."""
    pairs = yaml_file.mapping(item, name)
    yaml_file.refuse_unknown(pairs, _KEYS, name)
    own = _corrections(pairs, name)
    topics = TopicEdits(
        add=(*own.topics.add, *_unless_named(whole.topics.add, own.topics.remove)),
        remove=(*own.topics.remove, *_unless_named(whole.topics.remove, own.topics.add)),
    )
    return replace(own, facts={**whole.facts, **own.facts}, topics=topics)


def _unless_named(topics: tuple[NamedTopic, ...], others: tuple[NamedTopic, ...]) -> tuple[NamedTopic, ...]:
    named = {fold(other.name) for other in others}
    return tuple(topic for topic in topics if fold(topic.name) not in named)


def _corrections(pairs: Mapping[str, yaml_file.Item], name: str) -> Corrections:
    lines = {key: yaml_file.texts(pairs[key], name) for key in LINES if key in pairs}
    return Corrections(
        path=name,
        facts={key: yaml_file.scalar(pairs[key], name) for key in FACTS if key in pairs},
        keep=lines.get("keep", ()),
        set_aside=lines.get("set_aside", ()),
        topics=_topic_edits(pairs[TOPICS], name) if TOPICS in pairs else TopicEdits(),
    )


def _topic_edits(item: yaml_file.Item, name: str) -> TopicEdits:
    pairs = yaml_file.mapping(item, name)
    yaml_file.refuse_unknown(pairs, ("add", "remove"), name)
    lists = {key: tuple(_named_topic(entry, name) for entry in yaml_file.listed(value)) for key, value in pairs.items()}
    taken: set[str] = set()
    for topic in (topic for key in ("add", "remove") for topic in lists.get(key, ())):
        if fold(topic.name) in taken:
            raise YamlError(f"{topic.where}: the topic '{topic.name}' stands here twice", hint="delete one of them")
        taken.add(fold(topic.name))
    return TopicEdits(lists.get("add", ()), lists.get("remove", ()))


def _named_topic(item: yaml_file.Item, name: str) -> NamedTopic:
    text = yaml_file.scalar(item, name)
    if not text:
        raise YamlError(f"{name}:{item.line}: there is no name here", hint="write the id or the label of a topic")
    return NamedTopic(text, f"{name}:{item.line}")
