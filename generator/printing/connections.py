"""What a briefing is connected to, with the reasons in words; each other briefing stands where its tie is strongest."""

from collections.abc import Iterator

from generator.model import Related
from generator.printing.edition import Named
from generator.printing.wording import Wording


def see_also(id_: str, wording: Wording) -> Iterator[Named]:
    """Yield those that tell the same story, then the nearest in other languages, then the nearest in any."""
    dossier, words = wording.dossier, wording.words
    story = wording.stories.get(id_, ())
    shares = {same.id: same.share for same in dossier.same_story.get(id_, ())}
    shown = {id_}
    for other in story:
        if other not in shown:
            shown.add(other)
            how = words.text("story.by_way")
            if other in shares:
                how = words.filled("story.share", {"share": wording.share(shares[other])})
            yield wording.named(other, f"{words.text('story.title')}: {how}")
    for link in (*dossier.elsewhere.get(id_, ()), *dossier.related.get(id_, ())):
        if link.id not in shown:
            shown.add(link.id)
            yield wording.named(link.id, _reasons(link, wording))


def _reasons(link: Related, wording: Wording) -> str:
    labels = [wording.shown(wording.topic(topic).label) for topic in link.topics]
    terms = [wording.shown(wording.words.quoted(term)) for term in link.terms]
    return wording.words.reasons(labels, terms, wording.share(link.likeness) if link.likeness else "")
