"""`topics.yml`: the editor's topics, matched in the text itself, and the names that must not become topics."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator import yaml_file
from generator.errors import VocabularyError, YamlError
from generator.locales import is_language
from generator.text import fold, slug
from generator.yaml_file import Item

_ANY = "any"
_LONGEST = 80  # letters of a key, which becomes the name of a file
_YES_NO = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class Entry:
    """A topic of the editor's: `forms` by language (or `any`), its labels among them; `line` is where it stands."""

    id: str
    label: str
    labels: Mapping[str, str]
    forms: Mapping[str, tuple[str, ...]]
    pin: bool
    line: int

    def forms_in(self, language: str) -> tuple[str, ...]:
        """Return what the topic is called in a language, the forms for any language included."""
        return (*self.forms.get(language, ()), *self.forms.get(_ANY, ()))


@dataclass(frozen=True, slots=True)
class Stop:
    """A name or phrase that must not become a topic."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What `topics.yml` says; an empty one where there is no such file."""

    entries: tuple[Entry, ...] = ()
    stop: tuple[Stop, ...] = field(default=())

    @property
    def stopped(self) -> frozenset[str]:
        """The stopped names, folded."""
        return frozenset(fold(stop.text) for stop in self.stop)


def parse(text: str, name: str) -> Vocabulary:
    """Read a vocabulary.

    Args:
        text: What the file holds.
        name: Its path, for errors.

    Raises:
        VocabularyError: Not YAML, an unknown key, a topic without a label, or a form that two topics claim.
    """
    try:
        pairs = yaml_file.mapping(yaml_file.parse(text, name), name)
        yaml_file.refuse_unknown(pairs, ("topics", "stop"), name)
        topics = yaml_file.mapping(pairs["topics"], name) if "topics" in pairs else {}
        entries = tuple(_entry(key, item, name) for key, item in topics.items())
        stop = tuple(_stops(pairs["stop"], name)) if "stop" in pairs else ()
    except YamlError as error:
        raise VocabularyError(error.message, hint=error.hint) from error
    _refuse_shared_forms(entries, name)
    return Vocabulary(entries, stop)


def _entry(key: str, item: Item, name: str) -> Entry:
    pairs = yaml_file.mapping(item, name)
    yaml_file.refuse_unknown(pairs, ("label", "labels", "aliases", "pin"), name)
    if slug(key) != key:
        raise YamlError(
            f"{name}:{item.line}: '{key}' cannot be an address", hint=f"write it as '{slug(key) or 'topic'}'"
        )
    if len(key) > _LONGEST:
        raise YamlError(f"{name}:{item.line}: the key has {len(key)} letters", hint=f"use at most {_LONGEST}")
    if "label" not in pairs:
        raise YamlError(f"{name}:{item.line}: the topic '{key}' has no label", hint="add `label: ...` under it")
    label = yaml_file.scalar(pairs["label"], name)
    if not slug(label):
        raise YamlError(f"{name}:{pairs['label'].line}: the label '{label}' has no letter", hint="write a name")
    labels = {code: yaml_file.scalar(value, name) for code, value in _by_language(pairs.get("labels"), name)}
    forms = {code: yaml_file.texts(value, name) for code, value in _by_language(pairs.get("aliases"), name)}
    for code, text in labels.items():
        forms[code] = (text, *forms.get(code, ()))
    forms[_ANY] = (label, *forms.get(_ANY, ()))
    return Entry(key, label, labels, forms, _pinned(pairs.get("pin"), name), item.line)


def _by_language(item: Item | None, name: str) -> Iterator[tuple[str, Item]]:
    for code, value in yaml_file.mapping(item, name).items() if item else ():
        if code != _ANY and not is_language(code):
            raise YamlError(f"{name}:{value.line}: '{code}' is no language", hint="use a code such as en, fr or any")
        yield code, value


def _pinned(item: Item | None, name: str) -> bool:
    if item is None:
        return False
    text = yaml_file.scalar(item, name).lower()
    if text not in _YES_NO:
        raise YamlError(f"{name}:{item.line}: pin is '{text}'", hint="write `pin: true`, or leave it out")
    return _YES_NO[text]


def _stops(item: Item, name: str) -> Iterator[Stop]:
    for entry in item.value if isinstance(item.value, tuple) else (item,):
        yield Stop(yaml_file.scalar(entry, name), entry.line)


def _refuse_shared_forms(entries: tuple[Entry, ...], name: str) -> None:
    """Raise for a form that two topics claim in one language; what is claimed for any is claimed in each."""
    claimed: dict[str, dict[str, str]] = {}
    for entry in entries:
        for code, forms in entry.forms.items():
            for form in forms:
                claims = claimed.setdefault(fold(form), {})
                for other, first in claims.items():
                    if first != entry.id and (other == code or _ANY in {other, code}):
                        raise VocabularyError(
                            f"{name}:{entry.line}: '{form}' belongs to both '{first}' and '{entry.id}'",
                            hint="leave it with one of them",
                        )
                claims[code] = entry.id
