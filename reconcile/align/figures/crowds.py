"""Figures for a crowd that nobody has counted at a gate: a march, a rally, the people before a courthouse."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from reconcile.align.figures.closeness import TOLLS
from reconcile.align.figures.kin import head
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.figures.counted import singulars
from reconcile.lexicon import words

_LEAST = 5
_PERSON_ENDS = ("er", "or", "ist", "ian", "ant")


def crowds(story: Story) -> dict[str, list[QuantityClaim]]:
    """The figures for a crowd by article, those that somebody sets against one of them included."""
    claims = [claim for claim in story.of(QuantityClaim) if claim.form in ("count", "vague", "range")]
    found: dict[str, list[QuantityClaim]] = defaultdict(list)
    for claim in claims:
        if _of_a_crowd(claim):
            found[claim.span.article].append(claim)
    starts = {(c.span.article, c.span.start) for mine in found.values() for c in mine}
    for claim in claims:
        if claim.rival and (claim.span.article, claim.rival_start) in starts:
            found[claim.span.article].append(claim)
    return found


def _of_a_crowd(claim: QuantityClaim) -> bool:
    if claim.rival or claim.further or claim.per or (claim.value.point or _LEAST) < _LEAST:
        return False
    if claim.measure in TOLLS:
        return False  # "killing up to 37 demonstrators"
    noun = head(claim)
    if noun in _said("who"):
        return True
    start = claim.span.start - claim.sentence_start
    if _called().search(claim.sentence, max(0, start - 60), start):
        return not noun or _person(noun)
    return _person(noun) and _doing().match(claim.sentence, start + len(claim.span.quote)) is not None


def _person(noun: str) -> bool:
    return noun in singulars().values() or noun.endswith(_PERSON_ENDS)


@cache
def _said(kind: str) -> tuple[str, ...]:
    lines = (line.partition(": ") for line in words("crowds"))
    return next(tuple(listed.split()) for name, _, listed in lines if name == kind)


@cache
def _doing() -> re.Pattern[str]:
    verbs = "|".join(_said("does"))
    return re.compile(
        rf"(?:,[^,.;]{{3,40}},)?(?:\s(?:had|have|were|are|[a-z]+ly))?\s(?:{verbs}|stood outside|took to the streets|turned out)\b"
    )


@cache
def _called() -> re.Pattern[str]:
    nouns = "|".join(_said("is"))
    return re.compile(
        rf"\b(?:{nouns})\b(?:\s(?:outside|in|on)\s[\w ]{{3,24}})?\s(?:at|of|by|to|drew|attracted|numbered|numbering|brought)\s(?:[a-z]+\s)?\Z"
    )
