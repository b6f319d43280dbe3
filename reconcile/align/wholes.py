"""Whether two shares are of one whole: "60 percent of the cases" says nothing of "80 percent of the patients"."""

from __future__ import annotations

from reconcile.align.kin import may_count_one_thing
from reconcile.align.senses import senses
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.counted import singular

_CHANGES = frozenset({"rise", "fall"})  # of what something was before


def whole(claim: QuantityClaim) -> str:
    """The noun, in the singular, of what a share is a share of; empty when it is not said."""
    said = claim.counted.replace("-", " ").lower().split()
    return singular(said[-1]) if said else ""


def one_whole(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether two shares may be of one whole; by how much something rose is no share of it."""
    if first.measure != second.measure and {first.measure, second.measure} & _CHANGES:
        return False
    mine, its = whole(first), whole(second)
    return not mine or not its or may_count_one_thing(mine, its) or bool(senses(mine) & senses(its))


def same_whole(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether both shares name their whole, and the same."""
    return bool(whole(first) and whole(second)) and one_whole(first, second)
