"""Puts in order what Pagefind 1.5.2 writes in any order: two runs over the same pages shall give the same bytes.

It takes filters and their values from hash tables that begin at random, and nothing of it can be told otherwise. Their
files are CBOR (RFC 8949) behind a signature, compressed; of CBOR it uses lists, texts and whole numbers of known size.
"""

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_SIGNATURE = b"pagefind_dcd"
_NUMBER, _TEXT, _LIST = 0, 3, 4  # major types
_SHORT, _WIDTHS = 24, (1, 2, 4, 8)  # a number below 24 stands in the first byte, others in the bytes behind it
_META = 6  # the parts of a .pf_meta: version, pages, chunks, filters, sorts, fields
_FILTERS = 3
_DIGITS = {"filter": 7, "meta": 10}  # of a hash, in the name of a file

Item = int | str | list["Item"]


def put_in_order(bundle: Path) -> None:
    """Sort the languages, the filters, and the values of each filter of an index, and name the files by what they hold.

    Raises:
        ValueError: A file is not as that version of Pagefind writes it.
    """
    entry = json.loads((bundle / "pagefind-entry.json").read_text("utf-8"))
    entry["include_characters"].sort()
    entry["languages"] = dict(sorted(entry["languages"].items()))
    for language, index in entry["languages"].items():
        old = bundle / f"pagefind.{index['hash']}.pf_meta"
        meta = _read(old, _META)
        meta[_FILTERS] = sorted(_filters(meta[_FILTERS], bundle / "filter", language), key=str)
        index["hash"] = _named(language, _packed(meta), "meta")
        old.unlink()
        (bundle / f"pagefind.{index['hash']}.pf_meta").write_bytes(_packed(meta))
    content = json.dumps(entry, sort_keys=True, separators=(",", ":"))
    (bundle / "pagefind-entry.json").write_text(content, "utf-8")


def _filters(listed: Item, folder: Path, language: str) -> Iterator[Item]:
    """Sort the values in the files of a language's filters; yield the filters, each with its file's new name."""
    for pair in _list(listed, None):
        name, file = _list(pair, 2)
        old = folder / f"{file}.pf_filter"
        _, values = _read(old, 2)
        packed = _packed([name, sorted(_list(values, None), key=str)])
        new = _named(language, packed, "filter")
        old.unlink()
        (folder / f"{new}.pf_filter").write_bytes(packed)
        yield [name, new]


def _list(item: Item, size: int | None) -> list[Item]:
    """Return an item as the list that it must be, of a size if one is given."""
    if not isinstance(item, list) or (size is not None and len(item) != size):
        raise ValueError("a list of another length, or none")
    return item


def _named(language: str, packed: bytes, kind: str) -> str:
    return f"{language}_{hashlib.sha256(packed).hexdigest()[: _DIGITS[kind]]}"


def _read(path: Path, size: int) -> list[Item]:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(_SIGNATURE):
        raise ValueError(f"{path.name} has another signature")
    return _list(_Reader(data, len(_SIGNATURE)).item(), size)


def _packed(item: Item) -> bytes:
    return gzip.compress(_SIGNATURE + _written(item), mtime=0)


@dataclass
class _Reader:
    """Where in some CBOR the next item begins."""

    data: bytes
    at: int

    def item(self) -> Item:
        """Read the next item."""
        kind, size = self.data[self.at] >> 5, self.data[self.at] & 31
        self.at += 1
        if size >= _SHORT:
            if size - _SHORT >= len(_WIDTHS):
                raise ValueError("a list without a known size")
            size = int.from_bytes(self._bytes(_WIDTHS[size - _SHORT]))
        if kind == _NUMBER:
            return size
        if kind == _TEXT:
            return self._bytes(size).decode()
        if kind == _LIST:
            return [self.item() for _ in range(size)]
        raise ValueError(f"an item of kind {kind}")

    def _bytes(self, number: int) -> bytes:
        self.at += number
        return self.data[self.at - number : self.at]


def _written(item: Item) -> bytes:
    if isinstance(item, int):
        return _head(_NUMBER, item)
    if isinstance(item, str):
        text = item.encode()
        return _head(_TEXT, len(text)) + text
    return _head(_LIST, len(item)) + b"".join(map(_written, item))


def _head(kind: int, size: int) -> bytes:
    if size < _SHORT:
        return bytes([kind << 5 | size])
    place = next(place for place, width in enumerate(_WIDTHS) if size < 1 << 8 * width)
    return bytes([kind << 5 | _SHORT + place]) + size.to_bytes(_WIDTHS[place])
