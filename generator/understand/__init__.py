"""From Documents to a Dossier: what each says, what they share, which belong together."""

from generator.understand.collection import understand
from generator.understand.keywords import describe
from generator.understand.suggest import suggest
from generator.understand.vocabulary import Vocabulary

__all__ = ["Vocabulary", "describe", "suggest", "understand"]
