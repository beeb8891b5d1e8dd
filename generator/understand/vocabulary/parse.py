"""Read `topics.yml`: YAML in, a Vocabulary out; what is wrong stops with its line and a way on."""

from collections.abc import Iterable, Iterator, Mapping

from generator import yaml_file
from generator.errors import VocabularyError, YamlError
from generator.text import fold
from generator.understand.vocabulary import checks, entries
from generator.understand.vocabulary.values import NeverLink, RefusedMerge, Stop, Vocabulary
from generator.yaml_file import Item

SECTIONS = ("topics", "stop", "never_link", "rejected")
_REFUSALS = ("merge", "stop")


def parse(text: str, name: str) -> Vocabulary:
    """Read a vocabulary.

    Args:
        text: What the file holds.
        name: Its path, for errors.

    Raises:
        VocabularyError: Not YAML, an unknown key, a value of the wrong kind, something said twice, a topic without a
            label, a form that two topics claim, or topics of which each is broader than the other.
    """
    try:
        pairs = yaml_file.mapping(yaml_file.parse(text, name), name)
        yaml_file.refuse_unknown(pairs, SECTIONS, name)
        vocabulary = _vocabulary(pairs, name)
    except YamlError as error:
        raise VocabularyError(error.message, hint=error.hint) from error
    checks.refuse_contradictions(vocabulary, name)
    return vocabulary


def _vocabulary(pairs: Mapping[str, Item], name: str) -> Vocabulary:
    topics = yaml_file.mapping(pairs["topics"], name) if "topics" in pairs else {}
    refusals = [_refusal(item, name) for item in _listed(pairs, "rejected")]
    return Vocabulary(
        entries=tuple(entries.entry(key, item, name) for key, item in topics.items()),
        stop=tuple(_once((_stop(item, name) for item in _listed(pairs, "stop")), name)),
        never_link=tuple(_never_link(item, name) for item in _listed(pairs, "never_link")),
        refused_merges=tuple(refusal for refusal in refusals if isinstance(refusal, RefusedMerge)),
        refused_stops=tuple(_once((refusal for refusal in refusals if isinstance(refusal, Stop)), name)),
    )


def _listed(pairs: Mapping[str, Item], section: str) -> tuple[Item, ...]:
    return yaml_file.listed(pairs[section]) if section in pairs else ()


def _stop(item: Item, name: str) -> Stop:
    return Stop(_name(item, name), item.line)


def _once(stops: Iterable[Stop], name: str) -> Iterator[Stop]:
    taken: dict[str, int] = {}
    for stop in stops:
        first = taken.setdefault(fold(stop.text), stop.line)
        if first != stop.line:
            raise YamlError(
                f"{name}:{stop.line}: '{stop.text}' stands in line {first} already", hint="delete one of the lines"
            )
        yield stop


def _never_link(item: Item, name: str) -> NeverLink:
    pairs = yaml_file.mapping(item, name)
    yaml_file.refuse_unknown(pairs, ("form", "topic"), name)
    if len(pairs) != len(("form", "topic")):
        raise YamlError(
            f"{name}:{item.line}: `never_link` needs a form and a topic",
            hint="write it as `- {form: Robert, topic: laurent-robert}`",
        )
    return NeverLink(_name(pairs["form"], name), _name(pairs["topic"], name), item.line)


def _refusal(item: Item, name: str) -> RefusedMerge | Stop:
    pairs = yaml_file.mapping(item, name)
    yaml_file.refuse_unknown(pairs, _REFUSALS, name)
    if len(pairs) != 1:
        raise YamlError(
            f"{name}:{item.line}: this is no suggestion that could be refused",
            hint="write it as `- stop: NAME` or `- merge: [NAME, NAME]`",
        )
    if "stop" in pairs:
        return _stop(pairs["stop"], name)
    names = [_name(entry, name) for entry in yaml_file.listed(pairs["merge"])]
    if len(names) != 2:  # noqa: PLR2004 - a merge has two sides
        raise YamlError(f"{name}:{item.line}: a merge is of two names", hint="write it as `- merge: [NAME, NAME]`")
    return RefusedMerge(names[0], names[1], item.line)


def _name(item: Item, name: str) -> str:
    text = yaml_file.scalar(item, name)
    if not text:
        raise YamlError(f"{name}:{item.line}: there is no name here", hint="write one, or delete the line")
    return text
