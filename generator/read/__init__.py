"""From a file's bytes to a Document: decode, parse, clean, describe."""

from generator.read.document import read
from generator.read.folder import Found, find_seeds

__all__ = ["Found", "find_seeds", "read"]
