"""Holidays of fixed and movable date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from reconcile.language.times import calendar
from reconcile.language.times.context import Context
from reconcile.language.times.frames import Frame
from reconcile.language.times.mention import TimeMention
from reconcile.language.times.tokens import holidays
from reconcile.values.dates import Interval


@cache
def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Butcher's rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def day_by(rule: str, year: int) -> date | None:
    """The day that a rule of the holiday list gives in `year`; None for another calendar's holidays."""
    if rule == "election":
        first = date(year, 11, 1)
        return first + timedelta((7 - first.weekday()) % 7 + 1)
    if rule.startswith("easter"):
        return easter(year) + timedelta(int(rule[6:]))
    if "w" in rule:
        month, weekday = int(rule[:2]), int(rule[4])
        number, _, later = rule[6:].partition("+")
        return calendar.nth_weekday(year, month, weekday, int(number)) + timedelta(int(later or 0))
    if rule == "?":
        return None
    return calendar.day_of(year, int(rule[:2]), int(rule[3:]))


def holiday(context: Context, frame: Frame) -> Iterator[TimeMention]:
    """A holiday, in the year said with it or nearest the anchor by the verb."""
    tokens = context.tokens
    at = next(k for k in range(frame.first, frame.last) if context.name(k) == "feastname")
    end = at + 1
    while end < frame.last and context.name(end) == "feastrest":
        end += 1
    words = tokens.text[tokens.starts[at] : tokens.end(end - 1)]
    rule = holidays().get(" ".join(words.replace("’", "'").lower().split()))
    if rule is None:
        return
    known, year, anchor = frame.year is not None, context.told_year(frame), context.anchor
    if len(rule) == 10:  # a day of history
        year, rule = int(rule[:4]), rule[5:]
    if year is None and context.narrative:
        year = context.year
    elif year is None and anchor is not None:
        year = _year_near(rule, anchor, context.way(frame))
    day = day_by(rule, year) if year and 0 < year < 9999 else None
    if day is None:
        fixed = rule if rule[:2].isdigit() and "w" not in rule else "XX-XX"
        yield context.mention(frame, "DATE", f"{year or 'XXXX'}-{fixed}", year_known=known)
        return
    context.spoke_of(day, year_said=known)
    if frame.unit in ("week", "weekend"):
        before = -1 if frame.unit == "weekend" and day.isoweekday() < 3 else 0
        value, interval = calendar.stepped(day, frame.unit, before)
        yield context.mention(frame, "DATE", value, interval, relative=not known, year_known=known)
        return
    yield context.mention(
        frame, "DATE", day.isoformat(), Interval.day(day), relative=not known, year_known=known
    )


def _year_near(rule: str, anchor: date, way: int) -> int:
    here = day_by(rule, anchor.year)
    if here is None:
        return anchor.year
    ahead = (here - anchor).days
    if way == -2:
        return anchor.year - (ahead >= 0)
    if way == 2:
        return anchor.year + (ahead <= 0)
    if way > 0:
        return anchor.year + (ahead < -30)
    return anchor.year - (ahead > (60 if way == 0 else 15))
