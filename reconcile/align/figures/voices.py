"""Two voices that one article sets side by side."""

from __future__ import annotations

from reconcile.align.figures.closeness import modifiers
from reconcile.align.figures.kin import head
from reconcile.align.figures.weighing import two_voices
from reconcile.claims.quantity import QuantityClaim


def against(a: QuantityClaim, b: QuantityClaim) -> bool:
    """Whether an article sets two voices side by side: residents count 14 dead, the television eight.

    Of the wounded each may know only those whom he saw or treated.
    """
    if a.span.article != b.span.article or a.measure != b.measure or not two_voices(a, b):
        return False
    if any(c.part or c.further or c.derived or c.form == "vague" for c in (a, b)):
        return False
    if a.measure == "shots":
        return True
    alike = head(a) == head(b) and modifiers(a) == modifiers(b)
    return alike and a.measure == "killed" and abs(a.span.start - b.span.start) <= _SIDE_BY_SIDE


_SIDE_BY_SIDE = 600  # characters
