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
    "KZT": (0.0019, 0.0088),
    "RUB": (0.008, 0.043),
    "UAH": (0.022, 0.2),
    "TRY": (0.024, 0.9),
    "PLN": (0.22, 0.5),
    "CZK": (0.025, 0.07),
    "HUF": (0.0023, 0.007),
    "BRL": (0.16, 0.65),
    "MXN": (0.04, 0.11),
    "ZAR": (0.05, 0.17),
    "KRW": (0.0006, 0.0012),
    "ILS": (0.2, 0.33),
    "HKD": (0.127, 0.13),
    "SGD": (0.54, 0.83),
    "NZD": (0.39, 0.88),
    "THB": (0.02, 0.04),
    "IDR": (0.00006, 0.00015),
    "PHP": (0.017, 0.025),
    "CLP": (0.001, 0.0023),
    "COP": (0.0002, 0.0006),
    "EGP": (0.02, 0.19),
    "NGN": (0.0006, 0.0085),
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


_FACETS = frozenset({"insured", "value", "offered", "price", "cost", "bribe", "ransom", "reward", "fine"})


def facets(match: Match) -> bool:
    """Whether two sums answer two questions about one thing: what it is insured for, and what it is worth."""
    a, b = match.first.measure, match.second.measure
    return a != b and {a, b} <= _FACETS and not match.brief


def two_facets(match: Match) -> Judgement | None:
    """What is told when two sums answer two questions; None when they are hardly about one thing."""
    a, b = match.first, match.second
    because = f"{a.span.quote!r} and {b.span.quote!r} answer two questions: the one tells what was {_TOLD.get(a.measure, a.measure)}, the other what was {_TOLD.get(b.measure, b.measure)}."
    return Judgement("explained", "facet", because) if match.alike >= _ASIDE else None


_TOLD = {
    "value": "the worth",
    "price": "the price",
    "cost": "the cost",
    "bribe": "the bribe",
    "ransom": "the ransom",
}
_ASIDE = 0.2
