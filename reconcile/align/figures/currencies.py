"""Sums in two currencies that may be one: a figure that kept its digits, a sum that the articles' own rate converts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from reconcile.align.figures.closeness import MAIN, Match, closeness
from reconcile.align.figures.rates import Rates, plausible
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


def counterparts(story: Story) -> Iterator[Match]:
    """Yields sums in two currencies that can only be each other: no other sum of either article converts to the one."""
    money = [c for c in story.of(QuantityClaim) if dimension(c.value.unit) == "money" and c.value.point][
        :_MOST
    ]
    sums: dict[str, list[QuantityClaim]] = defaultdict(list)
    for claim in money:
        sums[claim.span.article].append(claim)
    few = [name for name in sorted(sums) if len({_sum(claim) for claim in sums[name]}) <= _FEW]
    rates = Rates.of(story)
    for one, other in combinations(few, 2):
        pairs = [
            (a, b)
            for a in sums[one]
            for b in sums[other]
            if plausible(a.value, b.value)
            and a.value.unit != b.value.unit
            and a.value.point != b.value.point
            and rates.find(a.value.unit, b.value.unit) is None
        ]
        for first, second in pairs:
            mine = _sum(first), _sum(second)
            rivals = {(_sum(a), _sum(b)) for a, b in pairs if _sum(a) == mine[0] or _sum(b) == mine[1]}
            named = first.measure == second.measure != "money"
            if (
                len(rivals) == 1
                and _large(first)
                and _large(second)
                and (named or (_main(first, sums) and _main(second, sums)))
            ):
                yield Match(first, second, _SURE_PAIR, Relation.UNKNOWN)


_FEW = 4  # different sums of an article, beyond which two of them convert into each other by chance


def _sum(claim: QuantityClaim) -> tuple[Decimal | None, str]:
    return claim.value.point, claim.value.unit


_LARGE = Decimal(10_000)


def _main(claim: QuantityClaim, sums: dict[str, list[QuantityClaim]]) -> bool:
    """Whether no sum of the claim's article in its currency is larger: it is what the article is about."""
    mine = [
        c.value.point for c in sums[claim.span.article] if c.value.unit == claim.value.unit and c.value.point
    ]
    return claim.value.point == max(mine)


def _large(claim: QuantityClaim) -> bool:
    """Whether a sum is too large to be met by chance: prices of tickets and beers convert into each other everywhere."""
    return claim.value.point is not None and claim.value.point >= _LARGE and not claim.per


def _rounding(first: Decimal, second: Decimal) -> Decimal:
    """How far two sums may lie apart, converted, because both are round: a part of them."""
    return min(Decimal("0.06"), max(Decimal("0.03"), step(first) / first / 2 + step(second) / second / 2))


_SOMEWHAT = 0.12
