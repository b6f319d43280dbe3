"""One text, put into English twice.

Accounts for two wordings of words that were spoken in another language, as an article says or as the shuffled order of
one text shows. What state media gave out in translation stays a tension: the original may be one or two.
"""

from __future__ import annotations

from reconcile.align.story import Story
from reconcile.align.wordings import Group, Wording, foreign, reordered, translated
from reconcile.explain.explanation import Explanation
from reconcile.rules.difference import Difference

REASON = "translation"
ORDER = 72  # before excerpt: a rendering that lacks words is no cut


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two values that are renderings of one text or one name."""
    return _wordings(pair.wordings, story) if pair.wordings is not None else None


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
