"""Degrees of which no article says on which scale they are, beside degrees of a named scale."""

from __future__ import annotations

from dataclasses import replace

from reconcile.values.amounts import Amount

_BARE = "degree"
_SCALES = ("degree Celsius", "degree Fahrenheit")


def on_scale_of(amount: Amount, other: Amount) -> Amount | None:
    """`amount`, told in bare degrees, on the scale of `other`: on whichever of the two it lies nearer to `other`.

    None when it is not told in bare degrees, or `other` names no scale.
    """
    if amount.unit != _BARE or other.unit not in _SCALES or amount.point is None or other.point is None:
        return None
    size = other.point
    read = [replace(amount, unit=scale).to(other.unit) for scale in _SCALES]
    known = [found for found in read if found is not None and found.point is not None]
    return min(known, key=lambda found: (abs((found.point or size) - size), found.unit), default=None)
