"""From Documents to a Dossier: what each says, what they share, which belong together."""

from generator.understand.collection import understand
from generator.understand.describe import describe
from generator.understand.keywords.engine import require
from generator.understand.keywords.keywords import Method
from generator.understand.suggest import suggest
from generator.understand.vocabulary import Vocabulary

__all__ = ["Method", "Vocabulary", "describe", "require", "suggest", "understand"]
