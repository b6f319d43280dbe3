"""The youngest and the oldest of a group: "aged 71 to 96", "the youngest of the dead was 68"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from reconcile.align.story import Story
from reconcile.claims.age import AgeClaim
from reconcile.values.regex import regex

_GROUPS = {
    "dead": regex(r"\b(?:dead|died|killed|deaths?|fatalit(?:y|ies)|lost their lives)\b"),
    "injured": regex(r"\b(?:injured|wounded|hurt|survivors?)\b"),
    "arrested": regex(r"\b(?:arrest(?:ed|s)|suspects?|detained|charged|accused|defendants?)\b"),
}
_VICTIMS = regex(r"\bvictims?\b", holds="victim")
_END = regex(r"[Tt]he (?P<end>youngest|oldest|eldest)\b")
_FEW = 10  # years between two ages that may be one end of one group


class Ends(NamedTuple):
    """An age claim that tells the least or the greatest age of a group, or both; None for what it does not tell."""

    claim: AgeClaim
    group: str
    youngest: Decimal | None
    oldest: Decimal | None


def spreads(story: Story) -> Iterator[tuple[Ends, Ends, str]]:
    """Yields two claims of two articles that tell other ages for one end of one group, and the end: "youngest".

    An article that tells several such of one group is left out, as they are of its parts; so are two ranges without
    an end in common.
    """
    by_article: dict[tuple[str, str], list[Ends]] = defaultdict(list)
    for claim in story.of(AgeClaim):
        if (ends := _ends(claim)) is not None:
            by_article[claim.span.article, ends.group].append(ends)
    alone = [told[0] for told in by_article.values() if len(told) == 1]
    for one, other in combinations(alone, 2):
        if one.group != other.group:
            continue
        pairs = {"youngest": (one.youngest, other.youngest), "oldest": (one.oldest, other.oldest)}
        told = {end: (a, b) for end, (a, b) in pairs.items() if a is not None and b is not None}
        apart = [end for end, (a, b) in told.items() if a != b]
        if len(apart) == 1 and abs(told[apart[0]][0] - told[apart[0]][1]) <= _FEW:
            yield one, other, apart[0]


def _ends(claim: AgeClaim) -> Ends | None:
    low, high = claim.value.low, claim.value.high
    groups = [group for group, words in _GROUPS.items() if words.search(claim.sentence)]
    if not groups and _VICTIMS.search(claim.sentence):
        groups = ["dead"]
    if len(groups) != 1 or claim.subject or claim.then or low is None or high is None:
        return None
    if claim.plural and low != high:
        return Ends(claim, groups[0], low, high)
    before = claim.span.start - claim.sentence_start
    end = _END.search(claim.sentence, max(0, before - 40), before + len(claim.span.quote))
    if end is None or low != high:
        return None
    youngest = end["end"] == "youngest"
    return Ends(claim, groups[0], low if youngest else None, None if youngest else high)
