"""The command `dossier`: arguments in, messages and exit codes out (0 fine, 1 the content, 2 a mistake)."""

from generator.cli.commands import main

__all__ = ["main"]
