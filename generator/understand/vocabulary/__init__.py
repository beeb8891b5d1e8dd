"""`topics.yml`: the editor's topics, matched in the text itself, and what else the editor says of topics."""

from generator.understand.vocabulary.amend import accept, reject
from generator.understand.vocabulary.parse import parse
from generator.understand.vocabulary.values import Entry, NeverLink, RefusedMerge, Stop, Vocabulary

__all__ = ["Entry", "NeverLink", "RefusedMerge", "Stop", "Vocabulary", "accept", "parse", "reject"]
