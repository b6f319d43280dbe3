"""Two figures that an article itself tells apart: it names the other thing, or the one is what is left of the other's whole."""

from __future__ import annotations

from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.figures.figure import read_figure
from reconcile.values.regex import regex

_NAMED = regex(
    r"\b(?P<who>[A-Z][\w’'-]+) (?P<head>Prize|Award|Cup|Bill|Act|Bridge|River|Street|Road|Airport|Tower|Tunnel|Festival|Hospital|School|Park|Museum|Hotel)\b"
)


def told_beside(first: QuantityClaim, second: QuantityClaim, story: Story) -> str:
    """Why the article of one of two figures keeps them apart; empty where it does not."""
    if _two_by_name(first, second, story):
        return "an article names both things"
    if (first.part and _rest(first, second)) or (second.part and _rest(second, first)):
        return "they are the two parts of one whole"
    return ""


def _two_by_name(first: QuantityClaim, second: QuantityClaim, story: Story) -> bool:
    """Whether the sentences name two things of one kind, both of which one of the articles knows."""
    mine, its = (
        {(m.group("head"), m.group("who")) for m in _NAMED.finditer(c.sentence)} for c in (first, second)
    )
    heads = {head for head, _ in mine} & {head for head, _ in its}
    for head in heads:
        here, there = ({who for kind, who in said if kind == head} for said in (mine, its))
        if here & there or not story.article(first).text or not story.article(second).text:
            continue
        known = any(f"{who} {head}" in story.article(first).text for who in there)
        if known or any(f"{who} {head}" in story.article(second).text for who in here):
            return True
    return False


def _rest(part: QuantityClaim, other: QuantityClaim) -> bool:
    """Whether the other is what is left of the whole of which the one is a part: nine of 14, and five."""
    whole = read_figure(part.whole, 0) if part.whole else None
    if whole is None or whole.vague is not None or part.value.point is None or other.value.point is None:
        return False
    return part.value.point + other.value.point == whole.value and part.value.point != other.value.point
