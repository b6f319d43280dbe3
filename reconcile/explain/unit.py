"""One quantity in two units, or one sum in two currencies.

Accounts for figures of which one is the other converted: miles and kilometres, euros and dollars at the rate that the
articles themselves state, or at any rate that the currencies have had when no article states one.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from reconcile.align.closeness import Match
from reconcile.align.rates import Exchange
from reconcile.align.story import Story
from reconcile.explain.explanation import Explanation
from reconcile.lexicon import words
from reconcile.rules.difference import Difference
from reconcile.rules.figures import confidence
from reconcile.values.amounts import Amount, measured, short
from reconcile.values.units import dimension

REASON = "unit"
ORDER = 50

_ALIKE = 0.25


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two figures in two units that are one quantity, with the conversion."""
    for match in pair.matches:
        a, b = match.first.value, match.second.value
        if a.unit == b.unit:
            continue
        because = _exchanged(match, story) if dimension(a.unit) == "money" else _converted(match)
        if because:
            return Explanation("explained", REASON, because, confidence("explained", pair.matches))
    return None


def _converted(match: Match) -> str:
    a, b = match.first.value, match.second.value
    converted = a.to(b.unit)
    if converted is None or converted.point is None or b.point is None or not match.relation.compatible:
        return ""
    right = measured(converted.point, b.unit, short(converted.point))
    return (
        f"{measured(a.point or Decimal(0), a.unit)} is {right}: {_quotes(match)} are one figure in two units."
    )


def _exchanged(match: Match, story: Story) -> str:
    a, b = match.first.value, match.second.value
    if a.point is None or b.point is None or match.alike < _ALIKE:
        return ""
    exchange = Exchange.of(match, story)
    if exchange is not None:
        told = f"{exchange.worked_out(match)}: {_quotes(match)} are one sum in two currencies."
        return told if exchange.fits else ""
    if a.point == b.point or not _plausible(a, b):
        return ""
    return f"{_quotes(match)} can be one sum in two currencies; no article states the rate."


def _quotes(match: Match) -> str:
    return f"{match.first.span.quote!r} and {match.second.span.quote!r}"


def _plausible(a: Amount, b: Amount) -> bool:
    """Whether two sums in two currencies could be one at some rate that the currencies have had."""
    if a.unit not in _worth() or b.unit not in _worth() or not a.point or not b.point:
        return False
    low, high = (float(a.point) * rate for rate in _worth()[a.unit])
    floor, ceiling = (float(b.point) * rate for rate in _worth()[b.unit])
    return low <= ceiling and floor <= high


@cache
def _worth() -> dict[str, tuple[float, float]]:
    """What one unit of each currency has been worth in dollars, from the least to the most."""
    rows = (line.split() for line in words("currency_worth"))
    return {currency: (float(least), float(most)) for currency, least, most in rows}
