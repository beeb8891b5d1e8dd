"""JSON: a document, a list of them, or an object that holds one; and JSON Lines, with a document on each."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.errors import SeedError
from generator.model import Encoding, Fact, Notice, Unread
from generator.read.common.decode import decode, tidy
from generator.read.content import Content, Raw
from generator.read.formats import fragment, moment
from generator.read.formats.json_fields import Number, find, lines, whole
from generator.read.formats.spoken import bounded
from generator.settings import Rules
from generator.text import folded_words

_ORIGIN = "JSON field"
_HOLDERS = ("items", "articles", "documents", "results", "data", "entries")
_CODE = re.compile(r"[A-Za-z]{2,3}(?:[-_]\w{1,8}){0,3}")
_LONG = 200  # signs; of longer values, one that says the same as the text is left out
_FACTS = ("title", "source", "author", "summary")
_HINT = "put objects in it that hold a text, or name its keys under 'fields' in mkdocs.yml"


@dataclass(frozen=True, slots=True)
class _File:
    """What the documents of a file share; `facts` are those that it states of all of them."""

    format: str
    encoding: Encoding
    rules: Rules
    facts: Mapping[str, Fact]


def parse(raw: Raw) -> Iterator[Content | Unread]:
    """Yield the documents in a JSON file.

    Raises:
        SeedError: It is no JSON, or holds no document.
    """
    text, encoding = _decoded(raw.data)
    try:
        value = _loaded(text)
    except SeedError as error:
        if not error.message.startswith("it is no JSON (Extra data"):
            raise
        yield from parse_lines(raw)
        return
    file = _File("json", encoding, raw.rules, {})
    if not isinstance(value, Mapping):
        yield from _list(value, file)
        return
    held = next((key for key in _HOLDERS if _are_documents(value.get(key))), None)
    if held is None or find(value, raw.rules.fields["text"], "\n\n").text:
        yield replace(_document(value, file), part="")
        return
    rest = {key: item for key, item in value.items() if key != held}
    first, *others = _list(value[held], replace(file, facts=_shared(rest, raw.rules)))
    outside = bounded(lines(rest, ()))
    yield replace(first, leftover=outside.lines, notices=(*first.notices, *outside.notices))
    yield from others


def parse_lines(raw: Raw) -> Iterator[Content | Unread]:
    """Yield the documents in a file of JSON Lines; a line that is broken does not stop the others.

    Raises:
        SeedError: There is no line in it.
    """
    text, encoding = _decoded(raw.data)
    file = _File("jsonl", encoding, raw.rules, {})
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = _loaded(line)
            yield from _list(value if isinstance(value, list) else [value], file)
        except SeedError as error:
            yield Unread(f"{raw.path} (line {number})", f"{error.message}; {error.hint}")


def _decoded(data: bytes) -> tuple[str, Encoding]:
    if not data.strip(b"\xef\xbb\xbf \t\r\n"):
        raise SeedError("it is empty", hint="put the document in it, or delete it")
    codec = json.detect_encoding(data)
    try:
        return data.decode(codec), Encoding(codec.removesuffix("-sig"), guessed=False)
    except UnicodeDecodeError:
        decoded = decode(data, len(data))
        return decoded.text, decoded.encoding


def _loaded(text: str) -> object:
    """Return the value in a text; numbers as they are written, for they may be of any length.

    Raises:
        SeedError: It is no JSON.
    """
    try:
        value: object = json.loads(
            text.removeprefix("\ufeff"),
            strict=False,
            parse_int=Number,
            parse_float=Number,
            parse_constant=Number,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        where = f"{error.msg}, line {error.lineno}, column {error.colno}"
        raise SeedError(f"it is no JSON ({where})", hint="mend it there, or export it again") from error
    except RecursionError as error:
        raise SeedError("its brackets are nested too deep", hint="export it again, with less depth") from error
    return value


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return an object; of a key that stands twice in it, the first wins, and the others are kept beside it."""
    found: dict[str, object] = {}
    counts: dict[str, int] = {}
    for key, value in pairs:
        counts[key] = counts.get(key, 0) + 1
        found[key if counts[key] == 1 else f"{key} ({counts[key]})"] = value
    return found


def _are_documents(value: object) -> bool:
    return isinstance(value, list) and any(isinstance(item, Mapping) for item in value)


def _list(value: object, file: _File) -> Iterator[Content]:
    """Yield the documents in a list: its objects, and its texts.

    Raises:
        SeedError: There is none.
    """
    entries = value if isinstance(value, list) else [value]
    documents = [entry for entry in entries if isinstance(entry, Mapping)]
    documents += [{"text": entry} for entry in entries if _is_text(entry)]
    if not documents or not isinstance(value, list):
        raise SeedError("there is no document in it", hint=_HINT)
    for entry in documents:
        yield _document(entry, file)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not isinstance(value, Number) and bool(value.strip())


def _document(entry: Mapping[str, object], file: _File) -> Content:
    fields = file.rules.fields
    found = find(entry, fields["text"], "\n\n")
    decoded = tidy(whole(found.text), file.encoding, file.rules.limits.characters)
    facts = {**file.facts, **_facts(entry, fields)}
    link = facts["link"].text if "link" in facts else ""
    said = bounded(_without_copies(lines(entry, found.path), decoded.text))
    return Content(
        file.format,
        file.encoding,
        fragment.pieces(decoded.text, link),
        fragment.layout(decoded.text),
        part=find(entry, fields["id"], ", ").text or link or _hash(entry, found.text),
        stated=said.lines,
        facts=facts,
        notices=(*decoded.notices, *said.notices, *_damaged(found.text)),
    )


def _facts(entry: Mapping[str, object], fields: Mapping[str, Sequence[str]]) -> dict[str, Fact]:
    said = {name: fragment.words(whole(find(entry, fields[name], ", ").text)) for name in _FACTS}
    said["date"] = moment.iso(find(entry, fields["date"], ", ").text)
    links = (find(entry, (key,), ", ").text.strip() for key in fields["link"])
    said["link"] = next((link for link in links if link.lower().startswith(("http://", "https://"))), "")
    code = find(entry, fields["language"], ", ").text.strip()
    # "English" is no code: the text itself tells its language, and the value stays among the lines.
    said["language"] = code if _CODE.fullmatch(code) else ""
    return {name: Fact(whole(text)[:1000], _ORIGIN) for name, text in said.items() if text.strip()}


def _shared(rest: Mapping[str, object], rules: Rules) -> dict[str, Fact]:
    """Return what a feed in JSON says of all its items: its own title is their source."""
    facts = _facts(rest, rules.fields)
    shared: dict[str, Fact] = {name: fact for name, fact in facts.items() if name in {"language", "author"}}
    if "jsonfeed.org" in str(rest.get("version", "")) and "title" in facts:
        shared["source"] = facts["title"]
    return shared


def _without_copies(said: Iterator[tuple[str, str]], text: str) -> Iterator[tuple[str, str]]:
    """Leave out the same text in another form, as `content_text` beside `content_html`."""
    words = folded_words(fragment.words(text))
    for key, value in said:
        if len(value) < _LONG or folded_words(fragment.words(value)) != words:
            yield key, value


def _damaged(text: str) -> Iterator[Notice]:
    if whole(text) != text:
        yield Notice("undecodable", "halves")


def _hash(entry: Mapping[str, object], text: str) -> str:
    """Return what names a document without an identifier: its text, for counters beside it change."""
    named = text or repr(sorted(lines(entry, ())))
    return hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()
