"""The questions that figures answer, in words."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.align.closeness import Match
from reconcile.values.units import dimension

_ASKED = {
    "killed": "How many people were killed?",
    "injured": "How many people were injured?",
    "missing": "How many people are missing?",
    "arrested": "How many people were arrested?",
    "hospitalized": "How many people were taken to hospital?",
    "shot": "How many people were shot?",
    "magnitude": "What was the magnitude?",
    "population": "How many people live there?",
    "attendance": "How many people came?",
    "depth": "How deep is it?",
    "height": "How high is it?",
    "distance": "How far is it?",
    "length": "How long is it?",
    "weight": "How heavy is it?",
    "mass": "How heavy is it?",
}


def question(group: Sequence[Match]) -> str:
    """The question that the figures of a group answer, in words."""
    claim = group[0].first
    if claim.form == "ordinal":
        return f"Which {claim.counted} was it?"
    if claim.measure in _ASKED:
        return _ASKED[claim.measure]
    if dimension(claim.value.unit) == "money":
        return f"How much money ({claim.measure})?" if claim.measure != "money" else "How much money?"
    return f"How many {claim.counted}?" if claim.counted else f"How much ({claim.measure})?"
