"""The whole story on one screen: a folder of seeds becomes a Dossier, and that becomes pages."""

from dataclasses import dataclass

from generator.model import Beside, Dossier, Page
from generator.prepare import Workshop, prepare
from generator.read import find_seeds, read_about
from generator.render import render
from generator.settings import Settings
from generator.understand import Vocabulary, understand
from generator.understand.links.encoder import encode
from generator.understand.vocabulary import parse


@dataclass(frozen=True, slots=True)
class Collection:
    """A dossier, and what its editor says of topics."""

    dossier: Dossier
    vocabulary: Vocabulary


def build_dossier(workshop: Workshop) -> Dossier:
    """Return the dossier of `build_collection`."""
    return build_collection(workshop).dossier


def build_collection(workshop: Workshop) -> Collection:
    """Read every seed and understand them together.

    Raises:
        SettingsError: There is no folder of seeds, or an engine or encoder that the settings name is not installed.
        VocabularyError: `topics.yml` cannot be understood.
    """
    settings = workshop.settings
    if settings.multilingual:
        encode(())  # a missing extra is told now, not when every seed has been read
    found = find_seeds(workshop.seeds, settings.rules.limits.megabytes)
    vocabulary = parse(found.vocabulary, f"{settings.seeds}/topics.yml") if found.vocabulary else Vocabulary()
    about = read_about(workshop.seeds, settings.rules)
    prepared = prepare(found.files, workshop)
    unread = sorted((*found.unread, *prepared.unread), key=lambda entry: entry.path)
    beside = Beside(tuple(unread), (*found.problems, *about.problems), about.blocks)
    dossier = understand(prepared.described, vocabulary, settings, beside)
    return Collection(dossier, vocabulary)


def build_pages(dossier: Dossier, settings: Settings) -> tuple[Page, ...]:
    """Return the pages of a dossier."""
    return render(dossier, settings)
