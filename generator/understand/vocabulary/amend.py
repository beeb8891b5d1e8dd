"""What an editor says to a suggestion, put into the text of `topics.yml`; all that stands there stays as it is."""

from collections.abc import Callable
from functools import partial

from generator import yaml_edit
from generator.errors import DossierError, VocabularyError
from generator.model import Side, SuggestedMerge, Suggestion
from generator.text import fold, slug
from generator.understand.vocabulary.entries import LONGEST_ID
from generator.understand.vocabulary.parse import parse
from generator.understand.vocabulary.values import Entry, Vocabulary


def accept(text: str, suggestion: Suggestion, name: str) -> str:
    """Return the text of `topics.yml` with a suggestion in it, as it was if it says so already.

    A merge becomes an alias of the entry that there is for one of the two names, or an entry of its own; a stop becomes
    a line under `stop`.

    Args:
        text: What the file holds; nothing where there is no such file.
        suggestion: What the editor accepts.
        name: How errors call the file.

    Raises:
        VocabularyError: The file cannot be understood, or could not be with the suggestion in it.
    """
    vocabulary = parse(text, name)
    if isinstance(suggestion, SuggestedMerge):
        change = partial(_merged, vocabulary=vocabulary, merge=suggestion, name=name)
    else:
        change = partial(_stopped, vocabulary=vocabulary, label=suggestion.topic.label, name=name)
    return _checked(text, change, suggestion, name)


def reject(text: str, suggestion: Suggestion, name: str) -> str:
    """Return the text of `topics.yml` with a suggestion among the rejected ones.

    Args:
        text: What the file holds; nothing where there is no such file.
        suggestion: What the editor refuses.
        name: How errors call the file.

    Raises:
        VocabularyError: The file cannot be understood, or could not be with the refusal in it.
    """
    parse(text, name)
    if isinstance(suggestion, SuggestedMerge):
        refusal: yaml_edit.Value = {"merge": [suggestion.keep.label, suggestion.other.label]}
    else:
        refusal = {"stop": suggestion.topic.label}
    return _checked(text, lambda text: yaml_edit.append(text, ("rejected",), refusal, name), suggestion, name)


def _checked(text: str, change: Callable[[str], str], suggestion: Suggestion, name: str) -> str:
    """Return the changed text if it can be read again."""
    try:
        changed = change(text)
        parse(changed, name)
    except DossierError as error:
        message = f"{name}: '{suggestion.key}' cannot be written into it: {error.message}"
        raise VocabularyError(message, hint="nothing was written; write it by hand") from error
    return changed


def _stopped(text: str, vocabulary: Vocabulary, label: str, name: str) -> str:
    if fold(label) in vocabulary.stopped:
        return text
    return yaml_edit.append(text, ("stop",), label, name)


def _merged(text: str, vocabulary: Vocabulary, merge: SuggestedMerge, name: str) -> str:
    mine, others = _owner(vocabulary, merge.keep), _owner(vocabulary, merge.other)
    if mine and others and mine != others:
        raise VocabularyError(f"'{mine.id}' and '{others.id}' are two topics of it", hint="make one of them")
    if mine:
        return _with_aliases(text, mine, merge.other, name)
    if others:
        return _with_aliases(text, others, merge.keep, name)
    id_ = merge.keep.topic or slug(merge.keep.label)[:LONGEST_ID].rstrip("-")
    aliases: yaml_edit.Value = {code: list(forms) for code, forms in merge.other.forms.items()}
    entry = {"label": merge.keep.label, "aliases": aliases}
    return yaml_edit.put(text, ("topics", id_), entry, name)


def _owner(vocabulary: Vocabulary, side: Side) -> Entry | None:
    """Return the entry that there is for one side of a merge, by its id or by a name."""
    forms = {fold(side.label), *(fold(form) for written in side.forms.values() for form in written)}
    owners = [entry for entry in vocabulary.entries if entry.id == side.topic or entry.all_forms & forms]
    return owners[0] if owners else None


def _with_aliases(text: str, entry: Entry, side: Side, name: str) -> str:
    for code, forms in side.forms.items():
        for form in forms:
            if form not in entry.forms_in(code):
                text = yaml_edit.append(text, ("topics", entry.id, "aliases", code), form, name)
    return text
