"""Every error that a user can act on: what happened, where, and what to do next."""


class DossierError(Exception):
    """A mistake outside this program, told without a traceback; the command ends with exit code 2.

    Args:
        message: What happened, opening with the place (`file:line: `) where there is one.
        hint: What to do next, as a sentence without a full stop.
    """

    def __init__(self, message: str, *, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """Return the message and, after a dash, the hint."""
        return f"{self.message} - {self.hint}"


class SettingsError(DossierError):
    """mkdocs.yml, or an argument on the command line, asks for something that cannot be."""


class YamlError(DossierError):
    """A YAML file, or the front matter of a document, cannot be understood."""


class VocabularyError(DossierError):
    """`topics.yml` cannot be understood."""


class SeedError(DossierError):
    """One seed cannot be read; the others can."""


class GateError(DossierError):
    """A page of the built site does, loads or leads to what none may."""


class OwnershipError(DossierError):
    """A page that a person wrote, or changed, stands where a generated page would go."""


class PrintError(DossierError):
    """A sheet of the print edition could not be made."""


class SearchError(DossierError):
    """The index of the search cannot be made."""
