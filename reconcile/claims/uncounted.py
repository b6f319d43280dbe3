"""Figures that are no quantities of their own: ages, parts of dates, and what is said without counting anything."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reconcile.language.ages.parts import AgeMention
from reconcile.language.figures.numbers import NumberMention
from reconcile.values.regex import regex

if TYPE_CHECKING:
    from reconcile.language.times import TimeMention


def in_age(ages: Sequence[AgeMention], number: NumberMention) -> bool:
    """Whether the figure is an age, which is a claim of its own."""
    at = bisect_right(ages, number.figure_start, key=lambda a: a.start)
    near = ages[max(0, at - 3) : at]
    return any(a.start <= number.figure_start < a.end and _about(a, number) for a in near)


def _about(age: AgeMention, number: NumberMention) -> bool:
    low = number.amount.low
    told = (age.amount.low, age.amount.high, age.amount.point)  # of who "turns 24 on Monday" 23
    return low is not None and (low in told or low - 1 in told)


def in_time(times: Sequence[TimeMention], number: NumberMention) -> bool:
    """Whether the figure is part of a date or a clock time."""
    at = bisect_right(times, number.figure_start, key=lambda t: t.start) - 1
    return any(
        t.type in ("DATE", "TIME") and t.start <= number.figure_start and number.figure_end <= t.end
        for t in times[max(0, at - 1) : at + 1]
    )


def says_nothing(text: str, number: NumberMention, measure: str, counted: str) -> bool:
    """Whether nothing is counted: a bare "first", "nobody" or "one", or the first of several or of all times."""
    if number.form == "ordinal":
        return measure == "ordinal" or (
            number.amount.point == 1 and (measure in _FIRST_OF or counted.endswith("s"))
        )
    if measure in ("count", "range") and number.attached and not counted:
        return True  # "two-pronged"
    if number.form != "count" or text[number.figure_start].isdigit():
        return False
    if number.amount.point == 1 and _THE_OTHER.match(text, number.figure_end):
        return True
    if counted:
        return False
    return number.amount.point == 0 or (number.amount.point == 1 and measure == "count")


_THE_OTHER = regex(r"\s(?!of\b)[^.;!?\n]{0,100}\b[Tt]he\sothers?\b")  # "for one side ... and for the other"
_FIRST_OF = frozenset({"time", "place"})  # "for the first time", "in the first place"
