"""How two figures relate, once it is granted that they are of one thing."""

from __future__ import annotations

from reconcile.align.figures.currencies import coin
from reconcile.align.figures.degrees import on_scale_of
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.relation import Relation

_CAPS = ("up to", "as much as", "at most", "no more than", "a maximum of")


def _capped(claim: QuantityClaim) -> bool:
    return claim.form == "money" and claim.value.hedge.lower() in _CAPS


def relation(first: QuantityClaim, second: QuantityClaim) -> Relation:
    """The relation of the values; "more than 2,000" beside 2,000 is a coarser word for it."""
    a, b = first.value, second.value
    a, b = on_scale_of(a, b) or a, on_scale_of(b, a) or b
    related = a.relation(b)
    if a.unit != b.unit and a.point == b.point and coin(first) and coin(first) == coin(second):
        return Relation.SAME  # "kroner" may be those of either land
    if a.unit == b.unit and a.point != b.point and _capped(first) and _capped(second):
        return Relation.DIFFERS  # what may be paid at most is a sum like another
    flourish = a.unit == b.unit and a.point == b.point and bool(a.hedge) != bool(b.hedge)
    return Relation.COARSENS if related is Relation.DIFFERS and flourish else related
