"""Find the text among the lines of a page that was saved as plain text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import mul

from generator.model import Kind
from generator.read.cleaning.furniture import Mark
from generator.read.content import Piece
from generator.text import count_words

_ENDS_SENTENCE = re.compile(r"[.!?…。！？؟।۔:：][\"'”“’‘»«)\]」』]{0,3}$")
_CUT_SHORT = re.compile(r"(?:…|\.\.\.|[\[(](?:…|\.\.\.)[\])])$")
_COLON = (":", "：")
_SPEECH = "\"'“”„‘’‚«»‹›–—-「『"
_ENOUGH, _READ = 80, 500  # words, and characters that hold them; a longer line says no more about what it is
_SENTENCE_LEAST = 4  # words
_PARAGRAPH = 10  # words
_LONG = 25  # words; a longer line counts as sentences, whatever ends it
_EDGE = 6  # lines; fewer before or after the text, with no phrase of furniture among them, stay in doubt and stay
_MENU = 4.5  # words a line; lines of verse have more
# The numbers below were tuned on the text of 60 web pages, most of them German or English (F1 .92), and of 22 news
# pages in nine languages (.95). On 40 more pages, whose texts were not looked at while this was written but whose
# figure was, F1 is .87. A third more or less of any of them changes the first two by .015 at most.
_WEIGHTS = {Mark.COMMENTS: 0.3, Mark.SECTION: 0.65}  # of a run, for each such line above it
_WEIGHT_LEAST = 0.05
_JOIN_BEFORE, _JOIN_BEFORE_LEAST = 0.15, 2.5  # of the best run's sum; some two paragraphs
_JOIN_AFTER, _JOIN_AFTER_LEAST = 0.3, 6.0
_GAP = 20  # lines between two paragraphs of a text
_GAP_LINE, _GAP_FURNITURE = 0.05, 0.3  # what each line of a gap takes from the paragraph behind it
CLOSING = frozenset({Mark.SECTION, Mark.COMMENTS})


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring lines and how much they speak for being text."""

    lines: range
    sum: float


def find_text(pieces: Sequence[Piece], marks: Sequence[Mark]) -> tuple[bool, ...]:
    """Say of each line whether it stands within the text."""
    if not any(mark.is_certain for mark in marks):  # no saved page; a table or verse may stand at its ends
        return (True,) * len(pieces)
    scores = [_score(piece, mark) for piece, mark in zip(pieces, marks, strict=True)]
    runs = [_best_run(scores, part) for part in _parts(marks)]
    main = _main(runs, marks)
    if not runs[main].lines:  # nothing speaks for text, so nothing can be told apart
        return (True,) * len(pieces)
    found = _joined(runs, main, marks)
    grown = [_with_sentences(_with_paragraphs(run.lines, pieces, marks, scores), pieces, marks) for run in found]
    first, last = grown[0].start, grown[-1].stop
    inside = {index for run in grown for index in run}
    inside.update(
        index for edge in (range(first), range(last, len(pieces))) if _stays(edge, pieces, marks) for index in edge
    )
    return tuple(index in inside for index in range(len(pieces)))


def _score(piece: Piece, mark: Mark) -> float:
    """Return how much a line speaks for being text: long lines and whole sentences do, short ones do not."""
    if mark.is_certain:
        return -4.0
    value = sum(_value(line) for line in piece.items or (piece.text,))
    return min(value, -0.5) if mark is Mark.DOUBT else value


def _value(line: str) -> float:
    words = min(count_words(line[:_READ]), _ENOUGH)
    whole = words >= _SENTENCE_LEAST and bool(_ENDS_SENTENCE.search(line)) and not _CUT_SHORT.search(line)
    return words / (8 if whole or words >= _LONG else 20) - 1.2


def _parts(marks: Sequence[Mark]) -> list[range]:
    """Return the lines between those that head something else."""
    cuts = [index for index, mark in enumerate(marks) if mark in CLOSING]
    return [range(start + 1, stop) for start, stop in zip([-1, *cuts], [*cuts, len(marks)], strict=True)]


def _best_run(scores: Sequence[float], part: range) -> Run:
    """Return the neighbouring lines whose scores add up highest (Kadane)."""
    best, best_sum = range(part.start, part.start), 0.0
    start, total = part.start, 0.0
    for index in part:
        if total <= 0:
            start, total = index, 0.0
        total += scores[index]
        if total > best_sum:
            best, best_sum = range(start, index + 1), total
    return Run(best, best_sum)


def _main(runs: Sequence[Run], marks: Sequence[Mark]) -> int:
    """Return the run that speaks most for being the text; one behind a closing line speaks less."""
    closings = [mark for mark in marks if mark in CLOSING]
    weights = accumulate((_WEIGHTS[mark] for mark in closings), mul, initial=1.0)
    values = [run.sum * max(weight, _WEIGHT_LEAST) for run, weight in zip(runs, weights, strict=True)]
    return values.index(max(values))


def _joined(runs: Sequence[Run], main: int, marks: Sequence[Mark]) -> list[Run]:
    """Return the best run, and those beyond boxes around it that are as much of a text; readers' comments are not."""
    best = runs[main]
    end = next((index for index in range(best.lines.stop, len(marks)) if marks[index] is Mark.COMMENTS), len(marks))
    before = [run for run in runs[:main] if run.sum >= max(best.sum * _JOIN_BEFORE, _JOIN_BEFORE_LEAST)]
    after = [run for run in runs[main + 1 :] if run.sum >= max(best.sum * _JOIN_AFTER, _JOIN_AFTER_LEAST)]
    return [*before, best, *(run for run in after if run.lines.start < end)]


def _with_paragraphs(run: range, pieces: Sequence[Piece], marks: Sequence[Mark], scores: Sequence[float]) -> range:
    """Return the run with the paragraphs near it and all between, up to what heads something else."""

    def reach(lines: range, edge: int) -> int:
        gained, reached = 0.0, edge
        for index in lines:
            if marks[index] in CLOSING or abs(index - reached) > _GAP:
                break
            gained -= _GAP_FURNITURE if marks[index].is_certain else _GAP_LINE
            if marks[index] is Mark.NONE and _is_paragraph(pieces[index]):
                gained += scores[index]
                if gained >= 0:
                    gained, reached = 0.0, index
        return reached

    return range(reach(range(run.start - 1, -1, -1), run.start), reach(range(run.stop, len(pieces)), run.stop - 1) + 1)


def _is_paragraph(piece: Piece) -> bool:
    return bool(_ENDS_SENTENCE.search(piece.text)) and count_words(piece.text[:_READ]) >= _PARAGRAPH


def _with_sentences(run: range, pieces: Sequence[Piece], marks: Sequence[Mark]) -> range:
    """Return the run with what stands right before and after it and is text, though too short to score."""
    start, stop = run.start, run.stop
    while start > 0 and marks[start - 1] is Mark.NONE and _leads_to(pieces[start - 1], pieces[start]):
        start -= 1
    while stop < len(pieces) and marks[stop] is Mark.NONE and _goes_on(pieces[stop], pieces[stop - 1]):
        stop += 1
    return range(start, stop)


def _leads_to(piece: Piece, after: Piece) -> bool:
    """Say whether a text begins with this piece: a sentence, or half of one that goes on in small letters."""
    return _is_sentence(piece) or after.text[0].islower()


def _goes_on(piece: Piece, before: Piece) -> bool:
    """Say whether a piece goes on with a text: a sentence, speech, or a list that a colon announces."""
    announced = piece.kind is Kind.LIST and before.text.endswith(_COLON)
    spoken = piece.text[0] in _SPEECH and (piece.text[-1] in _SPEECH or bool(_ENDS_SENTENCE.search(piece.text)))
    return announced or spoken or _is_sentence(piece)


def _is_sentence(piece: Piece) -> bool:
    return bool(_ENDS_SENTENCE.search(piece.text)) and count_words(piece.text[:_READ]) >= _SENTENCE_LEAST


def _stays(edge: range, pieces: Sequence[Piece], marks: Sequence[Mark]) -> bool:
    """Say whether lines before or after the text are in doubt: few, or too long for a menu, and none is furniture."""
    words = sum(count_words(pieces[index].text[:_READ]) for index in edge)
    is_doubtful = len(edge) < _EDGE or words > len(edge) * _MENU
    return is_doubtful and not any(marks[index].is_certain for index in edge)
