"""RTF, word by word: which of it is text, in which characters, and what it stands in."""

import codecs
import re
from dataclasses import replace

from generator.read.common.office import furniture, number
from generator.read.content import Piece
from generator.read.formats import rtf_codes as codes
from generator.read.formats.docx_styles import Look, named
from generator.read.formats.rtf_blocks import Blocks
from generator.read.formats.rtf_state import Into, State

_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<count>-?\d{1,10})? ?|\\'(?P<byte>[0-9A-Fa-f]{2})|\\(?P<sign>[^A-Za-z])"
    r"|(?P<brace>[{}])|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)
_NONCHARACTERS = range(0xFDD0, 0xFDF0)
_LAST = 0xFFFF
_LONGEST = 5000  # characters of an instruction or a property that are read
_DEEPEST = 1000  # groups; notes and boxes within more of them are told in place


class Reader:
    """A walk through the words of a file.

    Attributes:
        codec: The character set of the document.
        info: What its properties say, by name.
        is_whole: Whether every group has been closed.
    """

    def __init__(self) -> None:
        self.codec = "cp1252"
        self.info: dict[str, str] = {}
        self.is_whole = True
        self._body = Blocks()
        self._notes: list[Piece] = []
        self._margins: list[Piece] = []
        self._now = State(Into.TEXT, self._body, "")
        self._stack: list[State] = []
        self._fonts: dict[int, str] = {}
        self._font = 0  # the one that the table of fonts is describing
        self._usual_font = 0
        self._styles: dict[int, Look] = {}
        self._style_name: list[str] = []
        self._bytes = bytearray()
        self._skip = 0  # characters that stand in for the sign before them
        self._is_starred = False

    def read(self, text: str) -> tuple[Piece, ...]:
        """Return the blocks of a file, its bytes given as the characters of their numbers."""
        at = 0
        while found := _TOKEN.match(text, at):
            at = found.end()
            kind = found.lastgroup
            if kind == "text":
                self._text(found["text"].encode("latin-1"))
            elif kind == "byte":
                self._text(bytes.fromhex(found["byte"]))
            elif kind == "brace":
                self._flush()
                self._open() if found["brace"] == "{" else self._close()
            elif found["sign"]:
                self._flush()
                self._sign(found["sign"])
            elif found["word"]:
                self._flush()
                if found["word"] == "bin":
                    at += max(0, int(found["count"] or 0))
                else:
                    self._word(found["word"], found["count"] or "")
        self._flush()
        self.is_whole = not self._stack
        while self._stack:
            self._close()
        return (*self._body.done(), *self._notes, *furniture(self._margins))

    def _open(self) -> None:
        self._skip = 0
        self._stack.append(self._now)

    def _close(self) -> None:
        self._skip = 0
        if not self._stack:
            return
        inner, self._now = self._now, self._stack.pop()
        if inner.blocks is self._now.blocks:
            return
        told = inner.blocks.done()
        if inner.name in codes.NOTES:
            self._notes += told
        elif inner.name in codes.BOXES:
            self._now.blocks.stand_beside(told)
        else:
            self._margins += told

    def _text(self, data: bytes) -> None:
        if self._skip:
            skipped = min(self._skip, len(data))
            self._skip -= skipped
            data = data[skipped:]
        self._is_starred = False
        if self._now.into is not Into.NOWHERE:
            self._bytes += data

    def _flush(self) -> None:
        if self._bytes:
            codec = self._now.codec or self._fonts.get(self._usual_font) or self.codec
            text = self._bytes.decode(codec, "replace")
            self._bytes.clear()
            self._say(text)

    def _say(self, text: str) -> None:
        now = self._now
        if now.into is Into.TEXT:
            if now.is_hidden or now.is_deleted:
                now.blocks.hide(text)
            else:
                now.blocks.say(text, now.url)
        elif now.into is Into.MARK:
            now.blocks.mark(text)
        elif now.into is Into.CODE and now.field and len(now.field.code) < _LONGEST:
            now.field.code += text
        elif now.into is Into.INFO and now.name and len(self.info.get(now.name, "")) < _LONGEST:
            self.info[now.name] = self.info.get(now.name, "") + text
        elif now.into is Into.STYLES:
            self._style_name.append(text)
            if text.rstrip().endswith(";"):
                self._end_style()

    def _end_style(self) -> None:
        name = "".join(self._style_name).strip().rstrip(";").lower()
        self._style_name.clear()
        look = named(name[:60], self._now.outline)
        if look:
            self._styles[self._now.style] = look

    def _sign(self, sign: str) -> None:
        self._skip = 0
        if sign == "*":
            self._is_starred = True
        elif sign in codes.ENDS:
            self._end()
        elif sign in codes.SIGNS:
            self._say(codes.SIGNS[sign])

    def _end(self) -> None:
        now = self._now
        if now.into is not Into.TEXT:
            return
        if now.is_in_table:
            now.blocks.end_in_cell()
            return
        own = named("", now.outline)
        now.blocks.end(self._styles.get(now.style) or own or Look())

    def _word(self, word: str, count: str) -> None:
        self._skip = 0
        starred, self._is_starred = self._is_starred, False
        if self._group(word, starred):
            return
        if word in codes.SIGNS:
            self._say(codes.SIGNS[word])
        elif word == "u":
            self._unicode(count)
        elif word in codes.ENDS:
            self._end()
        elif self._now.into is not Into.NOWHERE:
            self._property(word, count)

    def _group(self, word: str, starred: bool) -> bool:  # noqa: FBT001 - a mark of the file, not a switch
        """Say whether a word tells what its group is; where it does, the group's words go there."""
        now = self._now
        if now.into is Into.NOWHERE and word != "ud":
            return True
        grouped = now.grouped(word)
        if grouped is not None:
            self._now = grouped
        elif word in codes.STREAMS and len(self._stack) < _DEEPEST:
            self._now = State(Into.TEXT, Blocks(), now.codec, word)
        elif word in codes.SKIPPED or (starred and word not in codes.ENTERED):
            self._now = now.skipped()
        else:
            return False
        return True

    def _unicode(self, count: str) -> None:
        code = int(count or "0")
        code += 0x10000 if code < 0 else 0
        if 0 < code <= _LAST and code not in _NONCHARACTERS:
            self._say(chr(code))
        self._skip = self._now.fallback

    def _property(self, word: str, count: str) -> None:
        match word:
            case "f" if self._now.into is Into.FONTS:
                self._font = number(count, 99_999)
            case "f":
                self._now = replace(self._now, codec=self._fonts.get(number(count, 99_999), ""))
            case "fcharset":
                self._fonts[self._font] = codes.CHARSETS.get(number(count, 999), "")
            case "deff":
                self._usual_font = number(count, 99_999)
            case "ansicpg":
                self.codec = _codec(f"cp{number(count, 99_999)}")
            case "mac" | "pc" | "pca":
                self.codec = codes.CODE_PAGES[word]
            case "cell":
                self._now.blocks.end_cell()
            case "row":
                self._now.blocks.end_row()
            case _:
                self._now = self._now.turned(word, count)


def _codec(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
