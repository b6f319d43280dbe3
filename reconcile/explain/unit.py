"""One quantity in two units, or one sum in two currencies.

Accounts for figures of which one is the other converted: miles and kilometres, euros and dollars at the rate that the
articles themselves state, or at any rate that the currencies have had when no article states one.
"""

from __future__ import annotations

from decimal import Decimal

from reconcile.align.figures.closeness import Match
from reconcile.align.figures.rates import Exchange, plausible
from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.explain.explanation import Explanation
from reconcile.rules.difference import Difference
from reconcile.rules.figures import confidence
from reconcile.values.amounts import measured, short
from reconcile.values.regex import regex
from reconcile.values.units import convert, dimension, named

REASON = "unit"
ORDER = 50

_ALIKE = 0.25
_DISTANCE = regex(r"(?P<figure>\d[\d,]*(?:\.\d+)?) ?(?P<unit>km|kilomet|mi)")
_ROUNDED = Decimal("0.12")  # how far rounding takes a converted distance from the other


def explain(pair: Difference, story: Story) -> Explanation | None:
    """Accounts for two figures in two units that are one quantity, with the conversion."""
    for match in pair.matches:
        unit = match.first.value.unit
        if unit == match.second.value.unit:
            continue
        because = _exchanged(match, story) if dimension(unit) == "money" else _converted(match)
        if because:
            return Explanation("explained", REASON, because, confidence("explained", pair.matches))
    a, b = (side.claims[0] for side in pair.sides[:2])
    if pair.doubtful and isinstance(a, PlaceClaim) and isinstance(b, PlaceClaim):
        because = _distances(a, b)
        return Explanation("explained", REASON, because, pair.confidence) if because else None
    return None


def _distances(a: PlaceClaim, b: PlaceClaim) -> str:
    """One distance from a place in two units, one of them rounded."""
    one, other = _length(a.distance), _length(b.distance)
    if one is None or other is None or one[1] == other[1]:
        return ""
    turned = convert(one[0], one[1], other[1])
    if turned is None or not other[0] or abs(turned - other[0]) > other[0] * _ROUNDED:
        return ""
    return f"{a.distance} is {round(turned, 1)} {named(other[1])}, and {b.distance} is the rounded figure."


def _length(distance: str) -> tuple[Decimal, str] | None:
    """A distance as written, as a figure and its unit."""
    found = _DISTANCE.match(distance)
    if found is None:
        return None
    unit = "mile" if found.group("unit").startswith("mi") else "kilometre"
    return Decimal(found.group("figure").replace(",", "")), unit


def _converted(match: Match) -> str:
    a, b = match.first.value, match.second.value
    if {a.unit, b.unit} == {"mile", "nautical mile"} and a.point is not None and a.point == b.point:
        return f"Miles at sea are nautical miles: {_quotes(match)} are one figure."
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
    if a.point == b.point or not plausible(a, b):
        return ""
    return f"{_quotes(match)} can be one sum in two currencies; no article states the rate."


def _quotes(match: Match) -> str:
    return f"{match.first.span.quote!r} and {match.second.span.quote!r}"
