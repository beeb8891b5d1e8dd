"""Where a briefing names which topic, each place with the sentence around it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from generator.model import Block, Briefing, Kind, Mention
from generator.text import Sentence, sentences
from generator.understand.language import names
from generator.understand.topics.drafts import ANY, Draft
from generator.understand.topics.lexicon import Case, Form, Lexicon, Occurrence
from generator.understand.topics.membership import Rank

# A name that was only found is no more than its capitals: a film, The Firm, is no "The firm" that opens a sentence.
_CASES = {Rank.CHOSEN: Case.LOOSE, Rank.PLACE: Case.LOOSE, Rank.NAME: Case.CAPITALS, Rank.TERM: Case.SMALL}


@dataclass(frozen=True, slots=True)
class Found:
    """A mention, and the topic that is mentioned."""

    topic: str
    mention: Mention


class Finder:
    """Finds the topics of some drafts in the briefings of a collection."""

    def __init__(self, drafts: Mapping[str, Draft], languages: Iterable[str]) -> None:
        self._drafts = drafts
        self._lexicons = {code: _lexicon(drafts.values(), code) for code in languages}

    def find(self, briefing: Briefing) -> Iterator[Found]:
        """Yield what the headline names, then what the blocks do, in the order of the text."""
        title = Block(Kind.HEADING, briefing.document.headline, "")
        for block in (title, *briefing.document.blocks):
            here = list(self._occurrences(block, briefing.document.language.code))
            around = list(_sentences(block)) if here else []
            for found in here:
                yield Found(found.topic, _mention(briefing, block, found, around))

    def names_in_title(self, briefing: Briefing) -> frozenset[str]:
        """Return the topics, terms apart, that the title names, be it only the first words of the text."""
        title = Block(Kind.HEADING, briefing.document.title.text, "")
        found = self._occurrences(title, briefing.document.language.code)
        return frozenset(one.topic for one in found if self._drafts[one.topic].rank is not Rank.TERM)

    def _occurrences(self, block: Block, language: str) -> Iterator[Occurrence]:
        """Yield the topics that a block names; a single word within a longer name is that name's: Robert De Niro."""
        for found in self._lexicons[language].find(block.text) if block.kind is not Kind.CODE else ():
            draft = self._drafts[found.topic]
            is_unsure = draft.rank in {Rank.NAME, Rank.TERM} or found.written in draft.found
            is_single = is_unsure and found.written.isalpha()
            if not (is_single and names.is_within_name(block.text, found.start, found.end, language)):
                yield found


def _lexicon(drafts: Iterable[Draft], code: str) -> Lexicon:
    drafts = list(drafts)
    named = (
        Form(form, draft.id, _CASES[draft.rank])
        for draft in drafts
        for form in (*draft.forms.get(code, ()), *draft.forms.get(ANY, ()))
    )
    joined = (Form(form, draft.id, Case.CAPITALS) for draft in drafts for form in draft.found)
    return Lexicon([*named, *joined])


def _sentences(block: Block) -> Iterator[Sentence]:
    """Yield the sentences of a block; the items of a list stand apart, and a row of a table is one."""
    start = 0
    for line in _lines(block):
        for sentence in sentences(line) if block.kind is not Kind.TABLE else (Sentence(line, 0),):
            yield Sentence(sentence.text, start + sentence.start)
        start += len(line) + 1


def _lines(block: Block) -> Iterator[str]:
    lines = block.text.split("\n")
    if block.kind is not Kind.TABLE:
        yield from lines
        return
    cells = iter(lines)
    for row in block.rows:
        yield "\n".join(islice(cells, len(row)))


def _mention(briefing: Briefing, block: Block, found: Occurrence, around: Sequence[Sentence]) -> Mention:
    """Quote the sentence around a form; where it reaches over the end of one, the whole block."""
    whole = Sentence(block.text, 0)
    holding = (one for one in around if one.start <= found.start and found.end <= one.start + len(one.text))
    sentence = next(holding, whole)
    return Mention(briefing.id, block.anchor, found.start, found.written, sentence.text, found.start - sentence.start)
