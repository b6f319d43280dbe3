"""One value, said more and less exactly.

Accounts for a figure that is rounded or hedged beside one that satisfies it, for an estimate beside a figure of its
size, and for a time that contains the other.
"""

from __future__ import annotations

from decimal import Decimal

from reconcile.align.closeness import GROWING, Match
from reconcile.align.story import Story
from reconcile.align.weighing import apart
from reconcile.explain.explanation import Explanation
from reconcile.explain.update import ESTIMATED
from reconcile.rules.difference import Difference
from reconcile.rules.figures import confidence
from reconcile.values.dates import Interval
from reconcile.values.relation import Relation

REASON = "precision"
ORDER = 60

_TWICE = Decimal(2)


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two figures of which one satisfies the other, or two times of which one contains the other."""
    for match in pair.matches:
        because = _rounded(match) or _estimated(match, story)
        if because:
            return Explanation("explained", REASON, because, confidence("explained", pair.matches))
    first, second = pair.sides
    a, b = getattr(first.claims[0], "value", None), getattr(second.claims[0], "value", None)
    if isinstance(a, Interval) and isinstance(b, Interval) and a.relation(b).compatible:
        fine, coarse = (first, second) if b.contains(a) else (second, first)
        because = f"{coarse.value} contains {fine.value}: the same time, said less exactly."
        return Explanation("explained", REASON, because, 0.9)
    return None


def _rounded(match: Match) -> str:
    """Two figures that can both hold, of which one is so near the other as rounding or a hedge brings it."""
    a, b = match.first.value, match.second.value
    if a.unit != b.unit or not match.relation.compatible:
        return ""
    bounds = a.above and b.above
    satisfied = (a.exact or b.exact) if match.brief else bool(a.hedge and b.hedge and not bounds)
    grows = match.first.measure in GROWING and not match.brief and not bounds
    near = (a.exact and b.exact) or a.likely.meets(b.likely) or a.point is None or b.point is None
    if not (satisfied or grows or near):
        return ""
    pair = f"{match.first.span.quote!r} and {match.second.span.quote!r}"
    return f"{pair} can both hold: one is rounded or hedged, and the other satisfies it."


def _estimated(match: Match, story: Story) -> str:
    """An estimate and another figure of one size, where no date says which of them came later."""
    a, b = match.first, match.second
    dated = all(story.article(claim).published for claim in (a, b))
    if dated or match.brief or a.measure in GROWING or match.relation is not Relation.DIFFERS:
        return ""
    for claim, other in ((a, b), (b, a)):
        cue = ESTIMATED.search(claim.sentence)
        estimate = cue is not None and cue.group().lower().startswith("estimat")
        if cue is not None and estimate and apart(claim.value, other.value) <= _TWICE:
            return f"{claim.span.quote!r} is an estimate ({cue.group()!r}), and {other.span.quote!r} is of its size."
    return ""
