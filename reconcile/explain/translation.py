"""One text or one name, put into English twice.

Accounts for two wordings of words that were spoken in another language, as an article says or as the shuffled order of
one text shows; for names written in another language or out of another script; and for two words for a numbered part
of a city. What state media gave out in translation stays a tension: the original may be one or two.
"""

from __future__ import annotations

from reconcile.align.recast import reordered
from reconcile.align.story import Story
from reconcile.align.wordings import Group, Wording, foreign, translated
from reconcile.claims.name import NameClaim
from reconcile.claims.place import PlaceClaim
from reconcile.explain.explanation import Explanation, accounted
from reconcile.rules.difference import Difference
from reconcile.rules.sentences import quoted

REASON = "translation"
ORDER = (
    65  # before alias and excerpt: a rendered name is no mere variant, a rendering that lacks words no cut
)


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two values that are renderings of one text or one name."""
    if pair.wordings is not None:
        return _wordings(pair.wordings, story)
    a, b = (side.claims[0] for side in pair.sides[:2])
    if isinstance(a, NameClaim) and pair.doubtful:
        rendered = any(found.how in _rendered(a.kind) for found in pair.names)
        why = "; ".join(dict.fromkeys(found.reason for found in pair.names))
        return accounted(pair, REASON, why) if rendered else None
    if isinstance(a, PlaceClaim) and isinstance(b, PlaceClaim) and a.relation == b.relation == "district":
        nouns = quoted(side.value.partition(" ")[2] for side in pair.sides)
        because = f"{nouns} render one word for a numbered part of a city."
        return Explanation("explained", REASON, because, pair.confidence)
    return None


def _rendered(kind: str) -> tuple[str, ...]:
    """The ways in which a name of a kind differs that make it a rendering; countries have a name in every language."""
    if kind in ("person", "place", "other"):
        return ("translation", "transliteration", "form")
    return () if kind == "country" else ("translation",)


def _wordings(group: Group, story: Story) -> Explanation | None:
    if group.wording not in (Wording.ALTERED, Wording.CUT, Wording.RENDERING):
        return None
    tongue = translated(group.pair)
    if tongue:
        because = f"The words were put into English from {tongue}: two renderings of one sentence."
        return Explanation("explained", REASON, because, 0.8)
    if group.wording is not Wording.RENDERING:
        return None
    abroad = foreign(group.pair, story) if reordered(group.pair) else ""
    if abroad:
        because = f"One text with its words in another order, and the articles speak of {abroad}: probably two English renderings."
        return Explanation("explained", REASON, because, 0.6)
    if "state media" in (group.first[0].channel, group.second[0].channel):
        because = "Both reached the public through state media in translation: probably two renderings of one statement."
        return Explanation("tension", REASON, because, 0.6)
    return None
