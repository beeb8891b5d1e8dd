"""Know what readers wrote under a text by what stands above each comment: who said it, and when."""

import functools
import re
from collections.abc import Sequence

from generator.read.cleaning.furniture import Mark, entries
from generator.text import count_words

# 28 July 2019 at 13:39; 05.03.2012, 12:33 Uhr; March 5, 2012 3:45 pm; 2019年7月28日 13:39
_CLOCK = re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-3])(?::[0-5]\d(?!\d)|[.h][0-5]\d(?=\s?(?:Uhr|h)\b|$))")
_DAY = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{2}(?!\d)")
_STAMP_LIMIT = 12  # words
_STAMPS = 3  # a text may say when it was published, and when it was changed
_SAID = 2


def with_replies(lines: Sequence[str], marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks, with those lines as heads of comments that tell, again and again, who wrote and when."""
    stamped = {index for index, line in enumerate(lines) if _is_stamp(line)}
    said = {index for index, line in enumerate(lines) if line[-1] in ":…." and _said().fullmatch(line)}
    heads = (stamped if len(stamped) >= _STAMPS else set()) | (said if len(said) >= _SAID else set())
    return [Mark.COMMENTS if index in heads else mark for index, mark in enumerate(marks)]


def _is_stamp(line: str) -> bool:
    """Say whether a line is short and holds a day and a time of day."""
    if len(line) > 8 * _STAMP_LIMIT or not _CLOCK.search(line) or not _DAY.search(line):
        return False
    return count_words(line) <= _STAMP_LIMIT


@functools.cache
def _said() -> re.Pattern[str]:
    """Return a pattern for lines such as `Jane Doe says:` or `Anonym hat gesagt…`."""
    colon, dots = (
        "|".join(sorted((re.escape(verb) for verb in entries("replies", key)), key=len, reverse=True))
        for key in ("colon", "dots")
    )
    return re.compile(rf"[^:.!?]{{1,40}}\s(?i:(?:{colon})(?:\s[^:!?]{{1,40}})?\s?:|(?:{dots})\s?(?:…|\.\.\.))")
