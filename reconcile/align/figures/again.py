"""Where a story gives a figure again: the headline, the caption, another article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from reconcile.align.figures.closeness import TOLLS
from reconcile.align.figures.kin import head
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.amounts import digits
from reconcile.values.units import dimension

_ODD = 2  # digits of a sum that one article hardly gives of two things; two articles hardly do with one digit more
_MANY = 20  # a smaller count of anything but people killed, hurt, … is easily another


def again(claims: Sequence[QuantityClaim], story: Story) -> tuple[QuantityClaim, ...]:
    """The claims of one side and those of the story that give the same figure for the same, in text order.

    A sum of so many digits that chance hardly repeats it is the same whatever the words call it.
    """
    known = {claim.id: claim for claim in claims}
    for claim in claims:
        for other in _given(story)[_figure(claim)]:
            if other.id not in known and _same(claim, other):
                known[other.id] = other
    return tuple(sorted(known.values(), key=lambda c: (c.span.article, c.span.start)))


def _same(claim: QuantityClaim, other: QuantityClaim) -> bool:
    told = digits(claim.value.point or Decimal(0)) if dimension(claim.value.unit) == "money" else 0
    if told >= _ODD + (other.span.article != claim.span.article):
        return True
    one = other.measure == claim.measure and head(other) == head(claim)
    return one and (claim.measure in TOLLS or (claim.value.point or 0) >= _MANY)


@lru_cache(maxsize=1)  # the findings of one story ask after each other
def _given(story: Story) -> dict[tuple[object, ...], list[QuantityClaim]]:
    found: dict[tuple[object, ...], list[QuantityClaim]] = defaultdict(list)
    for claim in story.of(QuantityClaim):
        if not claim.converted:
            found[_figure(claim)].append(claim)
    return found


def _figure(claim: QuantityClaim) -> tuple[object, ...]:
    """What two claims must share to give one figure: the amount, how it is said, and whether of a whole or a part."""
    value = claim.value
    return (
        *(value.unit, value.low, value.high, value.above, value.below),
        *(claim.form, claim.part, claim.further, claim.per),
    )
