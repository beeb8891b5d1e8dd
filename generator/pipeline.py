"""The whole story on one screen: a folder of seeds becomes a Dossier, and that becomes pages."""

from generator.model import Dossier, Page
from generator.prepare import Workshop, prepare
from generator.read import find_seeds
from generator.render import render
from generator.understand import Vocabulary, understand
from generator.understand.encoder import encode
from generator.understand.vocabulary import parse


def build_dossier(workshop: Workshop) -> Dossier:
    """Read every seed and understand them together.

    Raises:
        SettingsError: There is no folder of seeds, or no sentence encoder although `multilingual` asks for it.
        VocabularyError: `topics.yml` cannot be understood.
    """
    settings = workshop.settings
    if settings.multilingual:
        encode(())  # a missing extra is told now, not when every seed has been read
    found = find_seeds(workshop.seeds, settings.rules.limits.megabytes)
    vocabulary = parse(found.vocabulary, f"{settings.seeds}/topics.yml") if found.vocabulary else Vocabulary()
    prepared = prepare(found.files, workshop)
    unread = sorted((*found.unread, *prepared.unread), key=lambda entry: entry.path)
    return understand(prepared.briefings, vocabulary, settings, unread, found.problems)


def build_pages(dossier: Dossier) -> tuple[Page, ...]:
    """Return the pages of a dossier."""
    return render(dossier)
