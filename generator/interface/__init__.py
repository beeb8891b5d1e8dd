"""The words of Dossier's own: what pages, the search and the print edition say, one file a language beside this one.

A language that lacks a word, or has no file, says it in English.
"""

import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from generator import yaml_file
from generator.locales import language_name, plural, show_number
from generator.model import Notice, Word

FALLBACK = "en"
# What is called how; else the file itself sums up.
_SUMMARIES = {"first sentences": "first_words", "first words": "first_words", "editor": "editor"}
_BLANK = re.compile(r"\{(\d)\}")


@dataclass(frozen=True, slots=True)
class Interface:
    """The words of one language, by keys such as `briefing.topics`.

    Attributes:
        language: Theirs, for numbers and plural forms; English where the one asked for has no file.
        words: Every word; a counted one has a key for each plural form of CLDR: `count.briefings.one`, `.other`.
    """

    language: str
    words: Mapping[str, str]

    def text(self, key: str) -> str:
        """Return a word or a sentence; KeyError where no language has it."""
        return self.words[key]

    def filled(self, key: str, values: Mapping[str, str]) -> str:
        """Return a sentence with its blanks, `{name}`, filled; braces in the values stay as they are."""
        return self.words[key].format_map(values)

    def counted(self, key: str, number: int) -> str:
        """Return a number with its noun, in the plural form that the language has for it; the blank is `{n}`."""
        form = f"{key}.{plural(number, self.language)}"
        return self.filled(form if form in self.words else f"{key}.other", {"n": show_number(number, self.language)})

    def notice(self, notice: Notice) -> str:
        """Return the sentence of a notice."""
        values = {str(number): self._value(value) for number, value in enumerate(notice.values)}
        return _BLANK.sub(lambda blank: values[blank[1]], self.words[f"notices.{notice.sentence}"])

    def _value(self, value: str | int | Word) -> str:
        if isinstance(value, Word):
            kind, _, name = value.key.partition(".")
            return language_name(name, self.language) if kind == "language" else self.words.get(value.key, name)
        return value if isinstance(value, str) else show_number(value, self.language)

    def origin(self, name: str) -> str:
        """Return where a fact comes from; its own name where there are no words for it."""
        return self.section("origin").get(name, name)

    def summary(self, origin: str) -> str:
        """Return what a summary is, by where it comes from."""
        return self.words[f"summary.{_SUMMARIES.get(origin, 'file')}"]

    def quoted(self, text: str) -> str:
        """Return a text in quotation marks."""
        return self.filled("quoted", {"text": text})

    def reasons(self, topics: Sequence[str], terms: Sequence[str], likeness: str) -> str:
        """Return why two briefings are linked: labels of topics, terms in their quotation marks, a share of likeness.

        Empty where there is none of them.
        """
        given = {"topics": ", ".join(topics), "terms": ", ".join(terms), "share": likeness}
        keys = {"topics": "reasons.topics", "terms": "reasons.terms", "share": "reasons.likeness"}
        return "; ".join(self.filled(keys[name], {name: text}) for name, text in given.items() if text)

    def section(self, name: str) -> Mapping[str, str]:
        """Return the words whose keys begin with a name, by the rest of their keys."""
        start = f"{name}."
        return {key.removeprefix(start): word for key, word in self.words.items() if key.startswith(start)}


@functools.cache
def interface(language: str) -> Interface:
    """Return the words of a language, those that it lacks in English."""
    own = _words(language)
    return Interface(language if own else FALLBACK, {**_words(FALLBACK), **own})


def in_english(notice: Notice) -> str:
    """Return the sentence of a notice for programs and terminals, which speak English."""
    return interface(FALLBACK).notice(notice)


def _words(language: str) -> Mapping[str, str]:
    path = resources.files("generator") / "interface" / f"{language}.yml"
    if not path.is_file():
        return {}
    return dict(_flat(yaml_file.parse(path.read_text("utf-8"), path.name), "", path.name))


def _flat(item: yaml_file.Item, key: str, name: str) -> list[tuple[str, str]]:
    """Return the texts of nested mappings with their keys joined by dots."""
    if isinstance(item.value, str):
        return [(key, yaml_file.scalar(item, name))]
    pairs = yaml_file.mapping(item, name).items()
    return [pair for inner, value in pairs for pair in _flat(value, f"{key}.{inner}".lstrip("."), name)]
