"""Exact figures that meet through a rough one: "some 400 metres" is told of a depth that is 412 here and 421 there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from reconcile.align.figures.closeness import Match, excluded, named
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.relation import Relation

_NEAR = Decimal("1.1")  # times that two figures which one rough figure stands for lie apart, at most
_MOST = 12  # exact figures of one rough one; more are those of several things


def between(group: Sequence[Match], story: Story) -> Iterator[Match]:
    """Yields the pairs of exact figures of two articles that a rough figure of what both name stands for."""
    met = {frozenset((match.first.id, match.second.id)) for match in group}
    exact: dict[str, list[tuple[QuantityClaim, float]]] = defaultdict(list)
    for match in group:
        for rough, other in ((match.first, match.second), (match.second, match.first)):
            if other.value.exact and not rough.value.exact and match.relation.compatible:
                exact[rough.id].append((other, match.alike))
    for figures in exact.values():
        for (a, alike), (b, as_much) in combinations(figures[:_MOST], 2):
            if frozenset((a.id, b.id)) not in met and _of_one(a, b, story):
                met.add(frozenset((a.id, b.id)))
                yield Match(a, b, min(alike, as_much), Relation.DIFFERS)


def _of_one(a: QuantityClaim, b: QuantityClaim, story: Story) -> bool:
    """Whether two figures of two articles are near each other, and of what both name."""
    low, high = sorted(abs(c.value.point or Decimal(0)) for c in (a, b))
    apart = a.span.article != b.span.article and a.value.unit == b.value.unit
    near = low > 0 and low != high and high <= low * _NEAR
    return apart and near and named(a, b) and not excluded(a, b, story)
