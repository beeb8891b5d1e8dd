"""One seed from its bytes to its documents: whatever it holds, nothing is raised, and what cannot be read is listed."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace

from generator.errors import SeedError
from generator.model import Document, Problem, Reading, Seed, Unread
from generator.read.content import Content, Raw
from generator.read.document import Context, describe
from generator.read.formats import READERS
from generator.read.limits import clip
from generator.read.sniff import format_of
from generator.settings import Rules
from generator.text import forget


def read(seed: Seed, rules: Rules, repeated: tuple[str, ...] = ()) -> Reading:
    """Return the documents in a seed: one, but several of a mailbox, a feed and the like.

    Args:
        seed: One file.
        rules: How it is read.
        repeated: Lines that its source repeats on page after page (see habits.py); none are known at first.
    """
    documents: dict[str, Document] = {}
    unread: list[Unread] = []
    for found in _contents(seed, rules):
        if len(documents) == rules.limits.documents:
            unread.append(_rest(seed, rules.limits.documents))
            break
        if isinstance(found, Unread):
            unread.append(found)
            continue
        part = _part(found, documents)
        try:
            documents[part] = _document(found, seed, Context(rules, part, repeated))
        except Exception as error:  # noqa: BLE001 - law 6, as below
            unread.append(_failed(f"{seed.path} ({part})" if part else seed.path, error))
        forget()
    return Reading(_with_problems(documents, seed), tuple(unread))


def _contents(seed: Seed, rules: Rules) -> Iterator[Content | Unread]:
    """Yield what the reader finds, until it stumbles."""
    try:
        yield from READERS[format_of(seed.path, seed.data)](Raw(seed.path, seed.data, rules))
    except SeedError as error:
        yield Unread(seed.path, f"{error.message}; {error.hint}")
    except Exception as error:  # noqa: BLE001 - law 6: a seed that a reader stumbles over is unread, and said to be
        yield _failed(seed.path, error)


def _rest(seed: Seed, most: int) -> Unread:
    why = f"only the first {most:,} documents in it were read; split it, or raise 'limits: documents' in mkdocs.yml"
    return Unread(seed.path, why)


def _failed(path: str, error: Exception) -> Unread:
    return Unread(path, f"reading it failed ({type(error).__name__}: {error}); please report this")


def _document(content: Content, seed: Seed, context: Context) -> Document:
    corrections = seed.corrections.documents.get(context.part) or seed.corrections
    own = replace(seed, corrections=corrections)
    return describe(clip(content, context.rules.limits), own, context)


def _part(content: Content, taken: dict[str, Document]) -> str:
    """Return the name of a document within its file: short, and the same as long as the document says who it is."""
    if not content.part:
        return ""
    name = hashlib.sha256(content.part.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    number = 2
    unique = name
    while unique in taken:
        unique, number = f"{name}-{number}", number + 1
    return unique


def _with_problems(documents: dict[str, Document], seed: Seed) -> tuple[Document, ...]:
    """Tell the first document of the corrections that are for none."""
    strangers = sorted(seed.corrections.documents.keys() - documents.keys())
    if not strangers or not documents:
        return tuple(documents.values())
    hint = f"its documents are {', '.join(part or 'one only' for part in documents)}"
    problems = tuple(Problem(seed.corrections.path, f"the file holds no document '{name}'", hint) for name in strangers)
    first, *rest = documents.values()
    return (replace(first, problems=(*first.problems, *problems)), *rest)
