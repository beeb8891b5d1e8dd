"""Zip containers, opened harmlessly (the one place that opens them): nothing is written, and every read is bounded."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from generator.errors import SeedError

_MOST_MEMBERS = 10_000
_MOST_MEMBER = 64_000_000  # bytes; text of 2,000,000 characters is some 40 MB of Word's XML
_MOST_ALL = 256_000_000  # bytes that are unpacked of one archive
_STEP = 1 << 16  # bytes
_ENTRY = b"PK\x01\x02"  # opens each entry of the list of members
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # what documents may use; the others cannot be read in steps
_LOCKED = 1  # of a member's flags
# All that `zipfile` and `zlib` raise over bytes that are no archive, or a damaged one; found by cutting and flipping.
_DAMAGE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    IndexError,
    OverflowError,
)


class Archive:
    """The members of a zip file, by name.

    Args:
        data: Its bytes.

    Raises:
        SeedError: It is damaged, or has too many members.
    """

    def __init__(self, data: bytes) -> None:
        # Counted before it is opened: the list alone, of millions, would take gigabytes.
        if data.count(_ENTRY) > _MOST_MEMBERS:
            raise SeedError(
                f"it is an archive of more than {_MOST_MEMBERS:,} files", hint="save the document again, without them"
            )
        with _told():
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._members = {member.filename: member for member in self._zip.infolist()}
        self._left = _MOST_ALL

    def __contains__(self, name: str) -> bool:
        """Say whether there is a member of a name."""
        return name in self._members

    def __iter__(self) -> Iterator[str]:
        """Yield the names of the members, in order; they are looked up, and never become paths."""
        return iter(self._members)

    def read(self, name: str) -> bytes:
        """Return a member, unpacked.

        Raises:
            SeedError: It is missing, damaged, locked with a password, or larger than any document.
        """
        member = self._members.get(name)
        if member is None:
            raise SeedError(f"it is damaged: it lacks {name!r}", hint="save it again")
        if member.flag_bits & _LOCKED:
            raise SeedError("it is locked with a password", hint="save it without a password")
        if member.compress_type not in _METHODS:
            raise SeedError("it is packed in an unusual way", hint="save it again with another program")
        with _told():
            return self._unpacked(member)

    def _unpacked(self, member: zipfile.ZipInfo) -> bytes:
        """Read to the end or the limit, whatever size the member declares."""
        most = min(_MOST_MEMBER, self._left)
        parts: list[bytes] = []
        with self._zip.open(member) as stream:
            while step := stream.read(_STEP):
                most -= len(step)
                self._left -= len(step)
                if most < 0:
                    raise SeedError(
                        f"{member.filename!r} in it is larger than any document when unpacked",
                        hint="split the document, and save it again",
                    )
                parts.append(step)
        return b"".join(parts)


@contextmanager
def _told() -> Iterator[None]:
    """Tell of damage in words that an editor can act on."""
    try:
        yield
    except _DAMAGE as error:
        raise SeedError(f"it is damaged: {error or type(error).__name__}", hint="save it again") from error
