"""Two sums in two currencies: one sum at the articles' own rate, or a currency that was changed on the way."""

from __future__ import annotations

from decimal import Decimal

from reconcile.align.closeness import Match
from reconcile.align.rates import Rates
from reconcile.rules.judgement import Judgement
from reconcile.values.amounts import Amount, measured, short

_SURE = 0.42
_SURE_SLIP = 0.2  # one figure in two currencies is telling by itself


# What one unit of a currency has been worth in dollars over the last decades, widely.
_DOLLARS = {
    "USD": (1.0, 1.0),
    "EUR": (0.82, 1.6),
    "GBP": (1.04, 2.1),
    "JPY": (0.006, 0.0135),
    "CHF": (0.55, 1.4),
    "CAD": (0.6, 1.1),
    "AUD": (0.48, 1.11),
    "SEK": (0.09, 0.17),
    "NOK": (0.09, 0.2),
    "DKK": (0.11, 0.22),
    "CNY": (0.12, 0.17),
    "INR": (0.011, 0.026),
}


def _plausible(a: Amount, b: Amount) -> bool:
    """Whether two sums in two currencies could be one at some rate that the currencies have had."""
    if a.unit not in _DOLLARS or b.unit not in _DOLLARS or not a.point or not b.point:
        return False
    low, high = (float(a.point) * rate for rate in _DOLLARS[a.unit])
    floor, ceiling = (float(b.point) * rate for rate in _DOLLARS[b.unit])
    return low <= ceiling and floor <= high


def judge_currencies(match: Match, rates: Rates) -> Judgement | None:
    """What two sums in two currencies come to, at the rates that the articles state; None when nothing can be said."""
    a, b = match.first, match.second
    if a.value.point is None or b.value.point is None:
        return None
    stated = rates.find(a.value.unit, b.value.unit)
    if (
        stated is None
        and _plausible(a.value, b.value)
        and match.alike >= 0.25
        and a.value.point != b.value.point
    ):
        because = f"{a.span.quote!r} and {b.span.quote!r} can be one sum in two currencies; no article states the rate."
        return Judgement("explained", "unit", because)
    pair = f"{a.span.quote!r} and {b.span.quote!r}"
    if stated is None:
        if a.value.point == b.value.point and match.alike >= _SURE_SLIP:
            return Judgement(
                "contradiction",
                None,
                f"{pair} are one figure in two currencies: somebody changed the currency and kept the figure.",
            )
        return None
    rate, proof = stated
    expected = a.value.point * rate
    off = abs(expected - b.value.point) / max(expected, b.value.point)
    worked_out = measured(expected, b.value.unit, short(expected))
    arithmetic = f"At the articles' own rate (“{proof}”) {a.value} is {worked_out}"
    same_figure = a.value.point == b.value.point
    if off <= (Decimal("0.03") if same_figure else Decimal("0.06")):
        return (
            Judgement("explained", "unit", f"{arithmetic}: {pair} are one sum in two currencies.")
            if match.alike >= 0.25
            else None
        )
    if match.alike < (_SURE_SLIP if same_figure else _SURE) or (not same_figure and off > Decimal("0.5")):
        return None
    return Judgement("contradiction", None, f"{arithmetic}, not {b.value}.")
