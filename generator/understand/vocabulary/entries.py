"""The section `topics` of `topics.yml`."""

from collections.abc import Iterator, Mapping

from generator import yaml_file
from generator.errors import YamlError
from generator.locales import is_language
from generator.text import slug
from generator.understand.vocabulary.values import ANY, Entry
from generator.yaml_file import Item

KEYS = ("label", "labels", "aliases", "pin", "parent", "note")
LONGEST_ID = 80  # letters of a key, which becomes the name of a file
_YES_NO = {"true": True, "yes": True, "false": False, "no": False}


def entry(key: str, item: Item, name: str) -> Entry:
    """Return one topic.

    Args:
        key: Its id.
        item: What stands under it.
        name: The path of the file, for errors.

    Raises:
        YamlError: It is no topic.
    """
    pairs = yaml_file.mapping(item, name)
    yaml_file.refuse_unknown(pairs, KEYS, name)
    _refuse_bad_id(key, item, name)
    if "label" not in pairs:
        raise YamlError(f"{name}:{item.line}: the topic '{key}' has no label", hint="add `label: ...` under it")
    label = yaml_file.scalar(pairs["label"], name)
    if not slug(label):
        raise YamlError(f"{name}:{pairs['label'].line}: the label '{label}' has no letter", hint="write a name")
    labels = {code: yaml_file.scalar(value, name) for code, value in _by_language(pairs.get("labels"), name)}
    return Entry(
        id=key,
        label=label,
        labels=labels,
        forms=_forms(label, labels, pairs.get("aliases"), name),
        pin=_pinned(pairs.get("pin"), name),
        parent=yaml_file.scalar(pairs["parent"], name) if "parent" in pairs else "",
        note=yaml_file.scalar(pairs["note"], name) if "note" in pairs else "",
        line=item.line,
        parent_line=pairs["parent"].line if "parent" in pairs else 0,
    )


def _refuse_bad_id(key: str, item: Item, name: str) -> None:
    if slug(key) != key:
        raise YamlError(
            f"{name}:{item.line}: '{key}' cannot be an address", hint=f"write it as '{slug(key) or 'topic'}'"
        )
    if key == "index":
        raise YamlError(f"{name}:{item.line}: 'index' is the list of all topics", hint="write it as 'index-topic'")
    if len(key) > LONGEST_ID:
        raise YamlError(f"{name}:{item.line}: the key has {len(key)} letters", hint=f"use at most {LONGEST_ID}")


def _forms(label: str, labels: Mapping[str, str], aliases: Item | None, name: str) -> dict[str, tuple[str, ...]]:
    """Return what a topic is called in the texts, by language, its labels first."""
    forms = {code: tuple(_aliases(value, name)) for code, value in _by_language(aliases, name)}
    for code, text in labels.items():
        forms[code] = (text, *forms.get(code, ()))
    forms[ANY] = (label, *forms.get(ANY, ()))
    return forms


def _aliases(item: Item, name: str) -> Iterator[str]:
    taken: set[str] = set()
    for alias in yaml_file.listed(item):
        text = yaml_file.scalar(alias, name)
        if text in taken:
            raise YamlError(f"{name}:{alias.line}: the alias '{text}' stands here twice", hint="delete one of them")
        if not slug(text):
            raise YamlError(f"{name}:{alias.line}: the alias '{text}' has no letter", hint="write a name")
        taken.add(text)
        yield text


def _by_language(item: Item | None, name: str) -> Iterator[tuple[str, Item]]:
    for code, value in yaml_file.mapping(item, name).items() if item else ():
        if code != ANY and not is_language(code):
            raise YamlError(f"{name}:{value.line}: '{code}' is no language", hint="use a code such as en, fr or any")
        yield code, value


def _pinned(item: Item | None, name: str) -> bool:
    if item is None:
        return False
    text = yaml_file.scalar(item, name).lower()
    if text not in _YES_NO:
        raise YamlError(f"{name}:{item.line}: pin is '{text}'", hint="write `pin: true`, or leave it out")
    return _YES_NO[text]
