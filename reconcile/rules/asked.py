"""The questions that figures answer, in words."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.align.figures.closeness import Match
from reconcile.language.figures.ordinals import ordinal
from reconcile.rules.in_common import in_common
from reconcile.rules.sentences import listed
from reconcile.values.units import dimension, named

_ASKED = {
    "killed": "How many people were killed?",
    "injured": "How many people were injured?",
    "missing": "How many people are missing?",
    "arrested": "How many people were arrested?",
    "hospitalized": "How many people were taken to hospital?",
    "shot": "How many people were shot?",
    "trapped": "How many people were trapped?",
    "freed": "How many people were freed?",
    "escaped": "How many people escaped?",
    "survived": "How many people survived?",
    "rescued": "How many people were rescued?",
    "evacuated": "How many people were evacuated?",
    "displaced": "How many people had to leave their homes?",
    "sheltered": "How many people are in shelters?",
    "critical": "How many people are in a critical condition?",
    "sick": "How many people fell ill?",
    "deported": "How many people were deported?",
    "magnitude": "What was the magnitude?",
    "aboard": "How many people were on board?",
    "population": "How many people live there?",
    "attendance": "How many people came?",
    "depth": "How deep is it?",
    "height": "How high is it?",
    "distance": "How far is it?",
    "length": "How long is it?",
    "width": "How wide is it?",
    "area": "How large is the area?",
    "speed": "How fast was it?",
    "temperature": "What was the temperature?",
    "capacity": "How many people does it hold?",
    "views": "How often was it viewed?",
    "shots": "How many shots were fired?",
    "drop": "How far was the fall?",
    "rainfall": "How much rain fell?",
    "inflation": "How high was inflation?",
    "growth": "By how much did the economy grow?",
    "unemployment": "How high was unemployment?",
    "weight": "How heavy is it?",
    "mass": "How heavy is it?",
}
_MONEY = {
    "price": "What was the price?",
    "prize": "How much was the prize?",
    "value": "How much was it worth?",
    "cost": "How much did it cost?",
    "haul": "How much was taken?",
    "revenue": "How much was the revenue?",
    "profit": "How much was the profit?",
    "loss": "How much was the loss?",
    "budget": "How large was the budget?",
    "salary": "How much was the pay?",
    "fine": "How much was the fine?",
    "bond": "How much was the bond?",
    "loan": "How much was the loan?",
    "raised": "How much was raised?",
    "dividend": "How much was the dividend?",
    "savings": "How much was to be saved?",
    "damage": "How much was the damage?",
    "reward": "How much was the reward?",
    "contract": "How much was the contract worth?",
    "deficit": "How large was the deficit?",
}
_MUCH = {
    "spill": "How much was spilled?",
    "damage": "How great was the damage?",
    "rating": "What was the rating?",
    "share": "What was the share?",
    "revenue": "How much was the revenue?",
    "profit": "How much was the profit?",
    "loss": "How much was the loss?",
    "deficit": "How large was the deficit?",
    "price": "How much did the price move?",
    "offered": "How much was offered?",
    "demanded": "How much was asked for?",
    "rise": "By how much did it rise?",
    "fall": "By how much did it fall?",
}


def question(group: Sequence[Match]) -> str:
    """The question that the figures of a group answer, in words."""
    claim = group[0].first
    if claim.form == "ordinal":
        places = sorted({int(c.value.point) for m in group for c in (m.first, m.second) if c.value.point})
        return f"Was it the {listed(map(ordinal, places), 'or')} {claim.counted}?"
    if claim.measure == "length" and claim.value.unit in ("mile", "kilometre", "nautical mile"):
        return f"How many {named(claim.value.unit)} is it?"  # a length along the way, or how far it is
    if claim.measure.startswith("times-"):
        return "How often was it done?"
    if claim.measure in _ASKED:
        return _ASKED[claim.measure]
    beside = in_common(claim, group[0].second)
    if dimension(claim.value.unit) == "money" and claim.measure not in _MUCH.keys() - _MONEY.keys():
        return _MONEY.get(claim.measure, f"How much money was it{beside}?")
    if claim.measure in _MUCH:
        return _MUCH[claim.measure]
    if claim.counted:
        return f"How many {claim.counted} were there?"
    if claim.value.unit == "percent":
        return f"How much was it in percent{beside}?"
    unit = claim.value.unit
    return f"How many {named(unit)} were there{beside}?" if unit else f"How much was it{beside}?"
