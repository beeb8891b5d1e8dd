"""Reading: a folder of files becomes seeds, and each seed becomes its documents.

`folder.py` is the only room here that touches the disk.
"""

from generator.read.about import About, read_about
from generator.read.folder import Found, find_seeds, load
from generator.read.habits import repeated
from generator.read.reading import read

__all__ = ["About", "Found", "find_seeds", "load", "read", "read_about", "repeated"]
