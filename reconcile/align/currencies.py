"""Sums in two currencies that may be one: a figure that kept its digits, a sum that the articles' own rate converts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from reconcile.align.closeness import MAIN, Match, closeness
from reconcile.align.rates import Rates
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.amounts import digits, step
from reconcile.values.regex import regex
from reconcile.values.relation import Relation
from reconcile.values.units import dimension

_MOST = 60  # sums of a story that are held against each other
_SURE_PAIR = 0.3


def slips(story: Story) -> Iterator[Match]:
    """Yields sums that are equal in figure and differ in currency, in two articles that speak of the same thing."""
    money = [c for c in story.of(QuantityClaim) if dimension(c.value.unit) == "money" and c.value.point]
    by_figure: dict[Decimal, list[QuantityClaim]] = defaultdict(list)
    for claim in money:
        if claim.value.point is not None:
            by_figure[claim.value.point].append(claim)
    for point, claims in sorted(by_figure.items()):
        least = 0.2 if digits(point) >= 2 else 0.4
        for first, second in combinations(claims[:_MOST], 2):
            if first.span.article == second.span.article or first.value.unit == second.value.unit:
                continue
            if (coin(first) and coin(first) == coin(second)) or first.value.relation(second.value).compatible:
                continue  # "kroner" and "crowns" may be those of either land
            alike = closeness(first, second, story)
            if alike >= least:
                yield Match(first, second, alike, Relation.UNKNOWN)


_COIN = regex(
    r"(?P<land>[A-Z][a-z]+ )?\b(?P<coin>dollar|kron|peso|rupee|franc|pound|crown|rial|dinar|shilling)\w*\Z"
)


def coin(claim: QuantityClaim) -> str:
    """The coin that a sum names, which several lands have: "kron" of "500 kroner"; empty for a sign or a code."""
    match = _COIN.search(claim.span.quote)
    return match.group("coin") if match else ""


def converted(story: Story, rates: Rates) -> Iterator[Match]:
    """Yields sums in two currencies that the articles' own rates turn into each other."""
    money = [c for c in story.of(QuantityClaim) if dimension(c.value.unit) == "money" and c.value.point][
        :_MOST
    ]
    for first, second in combinations(money, 2):
        stated = rates.find(first.value.unit, second.value.unit)
        a, b = first.value.point, second.value.point
        if a is None or b is None or first.span.article == second.span.article:
            continue
        if a == b and first.value.relation(second.value).compatible:
            continue  # "kroner" and "crowns" may be those of either land
        if stated is None:
            if (
                first.measure == second.measure
                and first.measure in MAIN
                and first.value.unit != second.value.unit
            ):
                yield Match(first, second, _SURE_PAIR, Relation.UNKNOWN)  # one savings, one bribe in a story
        elif (
            abs(a * stated[0] - b) <= _rounding(a, b) * b
            and (alike := closeness(first, second, story)) >= _SOMEWHAT
        ):
            yield Match(first, second, max(alike, _SURE_PAIR), Relation.UNKNOWN)


def _rounding(first: Decimal, second: Decimal) -> Decimal:
    """How far two sums may lie apart, converted, because both are round: a part of them."""
    return min(Decimal("0.06"), max(Decimal("0.03"), step(first) / first / 2 + step(second) / second / 2))


_SOMEWHAT = 0.12
