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


class End(NamedTuple):
    """The age of one end of a group, and the claim that tells it."""

    claim: AgeClaim
    age: Decimal


def spreads(story: Story) -> Iterator[tuple[AgeClaim, AgeClaim, str, str]]:
    """Yields two claims of two articles that tell other ages for one end of one group, with the end and the group.

    An article that tells two ages of one end of a group is left out, as they are of its parts; so are two ranges
    without an end in common.
    """
    for group, told in _by_group(story).items():
        for one, other in combinations(told, 2):
            both = [end for end in one if end in other]
            apart = [end for end in both if one[end].age != other[end].age]
            if len(apart) == 1 and abs(one[apart[0]].age - other[apart[0]].age) <= _FEW:
                yield one[apart[0]].claim, other[apart[0]].claim, apart[0], group


def _by_group(story: Story) -> dict[str, list[dict[str, End]]]:
    """The ends of each group that an article tells, each once."""
    by_article: dict[tuple[str, str], dict[str, dict[Decimal, AgeClaim]]] = defaultdict(
        lambda: defaultdict(dict)
    )
    for claim in story.of(AgeClaim):
        for end, age in _ends(claim).items():
            group = _group(claim, story)
            if group:
                by_article[claim.span.article, group][end].setdefault(age, claim)
    found: dict[str, list[dict[str, End]]] = defaultdict(list)
    for (_, group), ends in by_article.items():
        if all(len(ages) == 1 for ages in ends.values()):
            found[group].append(
                {end: End(claim, age) for end, ages in ends.items() for age, claim in ages.items()}
            )
    return found


def _ends(claim: AgeClaim) -> dict[str, Decimal]:
    """The ends that an age claim tells, each with the age."""
    low, high = claim.value.low, claim.value.high
    if claim.subject or claim.then or low is None or high is None:
        return {}
    if claim.plural and low != high:
        return {"youngest": low, "oldest": high}
    before = claim.span.start - claim.sentence_start
    ends = list(_END.finditer(claim.sentence, max(0, before - 40), before + len(claim.span.quote)))
    if not ends or low != high:
        return {}
    return {"youngest" if ends[-1]["end"] == "youngest" else "oldest": low}


def _group(claim: AgeClaim, story: Story) -> str:
    """Whose ages they are, by the claim's sentence; by those before it where it only says "the youngest"."""
    told = [claim.sentence]
    if not claim.plural:
        text = story.reading(claim.span.article).document.text
        told.append(text[max(0, claim.sentence_start - _BACK) : claim.sentence_start])
    for said in told:
        groups = [group for group, words in _GROUPS.items() if words.search(said)]
        if not groups and _VICTIMS.search(said):
            groups = ["dead"]
        if groups:
            return groups[0] if len(groups) == 1 else ""
    return ""


_BACK = 160  # characters before a sentence in which it stands of whom "the youngest" is one
