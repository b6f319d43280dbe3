"""Whether two shares are of one whole: "60 percent of the cases" says nothing of "80 percent of the patients"."""

from __future__ import annotations

from reconcile.align.figures.kin import head, may_count_one_thing
from reconcile.align.senses import senses
from reconcile.claims.quantity import QuantityClaim

_CHANGES = frozenset({"rise", "fall"})  # of what something was before


def one_whole(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two shares may be of one whole; by how much something rose is no share of it."""
    if first.measure != second.measure and {first.measure, second.measure} & _CHANGES:
        return False
    mine, its = head(first), head(second)
    return not mine or not its or may_count_one_thing(mine, its) or bool(senses(mine) & senses(its))


def same_whole(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether both shares name their whole, and the same."""
    return bool(head(first) and head(second)) and one_whole(first, second)
