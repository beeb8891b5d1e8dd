"""What a briefing is connected to, with the reasons in words; each other briefing stands where its tie is strongest."""

from collections.abc import Iterator, Sequence

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
            yield wording.named(link.id, "; ".join(_reasons(link, wording)))


def _reasons(link: Related, wording: Wording) -> Iterator[str]:
    labels = [wording.topic(topic).label for topic in link.topics]
    if labels:
        yield wording.words.filled("reasons.topics", {"topics": _listed(labels, wording)})
    quoted = [wording.words.filled("quoted", {"text": term}) for term in link.terms]
    if quoted:
        yield wording.words.filled("reasons.terms", {"terms": _listed(quoted, wording)})
    if link.likeness:
        yield wording.words.filled("reasons.likeness", {"share": wording.share(link.likeness)})


def _listed(names: Sequence[str], wording: Wording) -> str:
    return ", ".join(map(wording.shown, names))
