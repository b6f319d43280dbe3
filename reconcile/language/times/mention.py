"""The temporal expression that the layers above see."""

from __future__ import annotations

from typing import NamedTuple

from reconcile.values.dates import Interval


class TimeMention(NamedTuple):
    """A temporal expression: `text[start:end]`, its TIMEX3 type and value, and what it means as an interval.

    `interval` is None for sets, plain durations, and whatever lacks an anchor. `relative` says that the value was
    resolved against the publication date (or another time in the text). `alternatives` holds every reading
    where two are possible (11-07-2025, "last Wednesday"), the preferred one first. `year_known` is False where
    the year was supplied by the anchor. `weekday` is the day named (1 Monday). `modifier` is early, mid, late,
    start, end. `through` is the whole stretch where the expression is one end of a range. `flaw` says what is
    wrong with an impossible date ("no such day").
    """

    start: int
    end: int
    type: str  # DATE TIME DURATION SET
    value: str  # TIMEX3; empty where no value can be right
    interval: Interval | None = None
    relative: bool = False
    alternatives: tuple[Interval, ...] = ()
    year_known: bool = True
    weekday: int | None = None
    modifier: str = ""
    through: Interval | None = None
    flaw: str = ""
