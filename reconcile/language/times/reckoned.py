"""Times reckoned from what was told before: "two days later", "the next morning"; and TIMEX3 values of times that move."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from reconcile.language.figures.ordinals import whole
from reconcile.language.times import calendar
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

_LATER = regex(
    r"(?:(?:only|just|about|around|some) )?(?P<n>an?|[a-z]+(?:-[a-z]+)?|\d{1,3}) (?P<unit>day|week|month|year)s? later\b"
    r"|the (?:next|following) (?P<day>day|morning|afternoon|evening|night)(?! or\b)\b",
    re.I,
)
_GRAINS = {"day": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR}
_NEAR = 600  # characters in which the time was told that another is reckoned from


def later(words: str) -> tuple[str, int] | None:
    """The calendar unit and how many of it later the words say; None where they say no such thing."""
    found = _LATER.match(words)
    if found is None:
        return None
    if found.group("day"):
        return "day", 1
    number = found.group("n").lower()
    count = 1 if number in ("a", "an", "one") else whole(number)
    return None if count is None else (found.group("unit").lower(), count)


def from_told(
    step: tuple[str, int], at: int, told: Sequence[tuple[int, Interval]], published: Interval
) -> tuple[str, Interval] | None:
    """The TIMEX3 value and the interval of a time so much later than one told shortly before `at`, which is the
    nearest one that leaves it before the end of publication; None where there is none.
    """
    for end, base in reversed(told):
        if at - end > _NEAR or base.start is None or published.end is None:
            break
        if base.grain > _GRAINS[step[0]] or base.fuzzy:
            continue
        if step[0] == "week" and base.start + timedelta(weeks=step[1]) >= published.end:
            continue
        value, moved = calendar.stepped(base.start.date(), *step)
        if moved is not None and moved.start is not None and moved.start < published.end:
            return value, moved
    return None


def moved_value(value: str, old: Interval, new: Interval) -> str:
    """The TIMEX3 value of a time that has moved from one interval to another."""
    if old.start is None or new.start is None or old.start == new.start:
        return value
    days, years = new.start.date() - old.start.date(), new.start.year - old.start.year
    return "/".join(_moved_part(part, days, years) for part in value.split("/"))


def _moved_part(value: str, days: timedelta, years: int) -> str:
    day, week, year = _DAY.match(value), _WEEK.match(value), _YEAR.match(value)
    try:
        if day is not None:
            return f"{date.fromisoformat(day.group()) + days}{value[day.end() :]}"
        if week is not None:
            monday = date.fromisocalendar(int(week.group(1)), int(week.group(2)), 1) + days
            return f"{monday.isocalendar().year}-W{monday.isocalendar().week:02}{value[week.end() :]}"
        if year is not None:
            return f"{int(year.group()) + years:04}{value[year.end() :]}"
    except (OverflowError, ValueError):
        pass
    return value


_DAY = regex(r"\d{4}-\d\d-\d\d")
_WEEK = regex(r"(\d{4})-W(\d\d)")
_YEAR = regex(r"\d{4}\b")


def open_value(value: str) -> str:
    """The TIMEX3 value of a time of which nothing tells the day: its figures left open, but for those of the clock."""
    day, mark, clock = value.partition("T")
    return _FIGURE.sub("X", day) + mark + clock


_FIGURE = regex(r"\d")
