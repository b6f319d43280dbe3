"""Two figures that answer two questions: what a thing is insured for, and what it is worth; depths of two things."""

from __future__ import annotations

import re

from reconcile.align.figures.closeness import Match
from reconcile.align.figures.weighing import turned
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.regex import regex
from reconcile.values.units import times

_FACETS = frozenset(
    {
        "insured",
        "value",
        "offered",
        "gross",
        "haul",
        "bond",
        "demanded",
        "price",
        "cost",
        "bribe",
        "ransom",
        "reward",
        "fine",
        "spent",
        "sale",
        "stake",
        "damage",
        "charge",
        "conviction",
    }
)


def two_facets(match: Match) -> bool:
    """Whether two sums answer two questions about one thing: what it is insured for, and what it is worth."""
    asked = {match.first.measure, match.second.measure}
    if len(asked) < 2 or not asked <= _FACETS or match.brief or turned(match):
        return False
    return not any(asked <= one for one in _ONE_QUESTION) or _unpaid(match.first) != _unpaid(match.second)


# What was paid for a thing, and what a disaster cost, in whatever words.
_ONE_QUESTION = (
    frozenset({"price", "cost", "sale", "spent"}),
    frozenset({"damage", "cost"}),
    frozenset({"haul", "value", "price", "cost"}),  # what was stolen is told by what it is worth
)


def _unpaid(claim: QuantityClaim) -> bool:
    """Whether the words around a sum tell what was asked for a thing, or what it took to make it, not what was paid for it."""
    return _ASKED_OR_MADE.search(claim.sentence) is not None


_ASKED_OR_MADE = regex(
    r"\b(?:asking|list|listed|guide|reserve|starting|opening|expected|estimated?|(?:re)?buil[dt](?:ing)?|(?:re)?construct\w*|make|making|clean-?ups?|clean(?:ing)?\s?up|produc\w*|develop\w*|restor\w*|renovat\w*"
    r"|repair\w*|refurbish\w*|maint\w*|run(?:ning)?)\b",
    re.I,
)


def two_depths(match: Match) -> bool:
    """Whether one depth is so many times the other that they are those of two things: a well, and the sea over it.

    Only of a quake do those who measure it differ so much.
    """
    a, b = match.first, match.second
    if not a.measure == b.measure == "depth" or any(_QUAKE.search(c.sentence) for c in (a, b)):
        return False
    one, other = a.value.point, b.value.point
    if one is None or other is None:
        return False
    return (times(one, a.value.unit, other, b.value.unit) or 1) > _DEEPER


_DEEPER = 2  # times as deep
_QUAKE = regex(r"quake|tremor|epicent|hypocent|focus", re.I)
