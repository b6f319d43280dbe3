"""How firmly a time is dated by its own words, and when two times are surely not one.

A year taken from the publication date, a weekday counted from it, "today": each leans on metadata that is often off
by a day, or by years. Times conflict only as far as their own words carry.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from reconcile.align.story import Story
from reconcile.claims.date import DateClaim
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

_NIGHT = 20  # the hour from which what happens may be counted to the next day
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b(?! ?(?:GMT|UTC|hours|hrs))|['’]\d\ds?\b")
_WEEKDAY = regex(
    r"\b(Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b",
    re.I,
    holds="mon|tue|wed|thu|fri|sat|sun",
)
_TODAY = regex(
    r"\b(?:today|tonight|this (?:morning|afternoon|evening)|now)\b",
    re.I,
    holds="today|tonight|this morning|this afternoon|this evening|now",
)
_TOLD = regex(
    r"\bthe (?:next|following|same|previous) (?:day|night|morning|evening|week)\b",
    re.I,
    holds="the next |the following |the same |the previous ",
)
_DEICTIC = regex(r"\b(?:yesterday|tomorrow|last night|last|this|next|ago|weekend|week)\b", re.I)


def year_stated(claim: DateClaim) -> bool:
    """Whether the words name the year."""
    return bool(_YEAR.search(claim.when))


def relative(claim: DateClaim) -> bool:
    """Whether the day hangs on the publication date: "Tuesday", "yesterday", "last week"."""
    return not claim.absolute and not year_stated(claim)


def day_named(claim: DateClaim) -> bool:
    """Whether the words name a day of the calendar, "3 May" or "Boxing Day", not one counted from another."""
    return not any(counted.search(claim.when) for counted in (_WEEKDAY, _TODAY, _TOLD, _DEICTIC))


def firm(claim: DateClaim) -> bool:
    """Whether the words date the event themselves: a clock time alone, a season or "this year" does not."""
    value = claim.value
    season = value is not None and value.grain == Grain.SEASON and not year_stated(claim)
    if value is None or season or _TOLD.search(claim.when):
        return False
    if value.grain < Grain.DAY or "T" in claim.timex:
        return bool(
            _WEEKDAY.search(claim.when)
            or claim.absolute
            or _DEICTIC.search(claim.when)
            or _TODAY.search(claim.when)
        )
    return not (value.grain >= Grain.YEAR and relative(claim))


def _week_at_its_end(claim: DateClaim, other: Interval, story: Story) -> bool:
    """Whether "last week" is said at a weekend, when it may be the week that ends, and the other time is in that week."""
    if claim.value is None or claim.value.end is None or not _LAST_WEEK.search(claim.when):
        return False
    published = story.article(claim).published
    day = published.interval.start if published is not None else None
    if day is None or day.isoweekday() < _SATURDAY or other.start is None or other.end is None:
        return False
    return claim.value.end.date() <= other.start.date() <= day.date()


_LAST_WEEK = regex(r"\blast week\b", re.I)
_SATURDAY = 6


def conflict(first: DateClaim, second: DateClaim, story: Story) -> bool:
    """Whether the two times cannot be one, by what their own words say."""
    a, b = first.value, second.value
    if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    if not firm(first) or not firm(second) or meets(a, b):
        return False
    if not (year_stated(first) and year_stated(second)) and _but_for_year(a, b):
        return False
    if _week_at_its_end(first, b, story) or _week_at_its_end(second, a, story):
        return False
    one, two = _WEEKDAY.search(first.when), _WEEKDAY.search(second.when)
    if one and two and one.group(1)[:3].lower() == two.group(1)[:3].lower():
        return False
    if (
        relative(first)
        and relative(second)
        and (
            first.when.lower() == second.when.lower()
            or _TODAY.search(first.when)
            or _TODAY.search(second.when)
        )
    ):
        return False  # the difference may be all in the publication dates
    for named, other in ((one, b), (two, a)):
        if (
            named
            and other.start is not None
            and other.grain <= Grain.DAY
            and f"{other.start:%A}"[:3].lower() == named.group(1)[:3].lower()
        ):
            return False  # a Monday counted to the wrong week
    today = _TODAY.search(first.when) or _TODAY.search(second.when)
    if today and abs(a.start.date() - b.start.date()) <= timedelta(days=1):
        return False
    if relative(first) and relative(second):
        return _published_apart(first, second, story) <= timedelta(days=4)
    if first.bound == "around" or second.bound == "around":
        return not meets(_wider(a), _wider(b))
    return True


def meets(a: Interval, b: Interval) -> bool:
    """Whether the days overlap, or a night meets the morning after it."""
    if _days(a).overlaps(_days(b)):
        return True
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return True
    if min(a.grain, b.grain) > Grain.PART:
        return False
    early, late = (a, b) if a.start <= b.start else (b, a)
    evening = early.start is not None and early.start.hour < _NIGHT
    if late.grain >= Grain.DAY and evening and not early.overlaps(late):
        return False  # Sunday evening is not Monday
    gap = max(a.start, b.start) - min(a.end, b.end)
    return gap <= timedelta(hours=12 if max(a.grain, b.grain) <= Grain.PART else 6)


def _days(time: Interval) -> Interval:
    return time if time.grain >= Grain.DAY or time.start is None else Interval.day(time.start.date())


def _but_for_year(a: Interval, b: Interval) -> bool:
    """Whether the two would overlap in one year: 25 June and June 2009, of which only one names its year."""
    if (
        a.start is None
        or b.start is None
        or a.end is None
        or b.end is None
        or max(a.grain, b.grain) >= Grain.YEAR
    ):
        return False
    try:
        start = b.start.replace(year=a.start.year)
    except ValueError:
        return False
    return _days(a).overlaps(Interval(start, start + (b.end - b.start), b.grain))


def _wider(time: Interval) -> Interval:
    slack = timedelta(days=730 if time.grain >= Grain.YEAR else 45 if time.grain >= Grain.MONTH else 2)
    return Interval(time.start and time.start - slack, time.end and time.end + slack, time.grain)


def _published_apart(first: DateClaim, second: DateClaim, story: Story) -> timedelta:
    days = [_published(claim, story) for claim in (first, second)]
    one, two = days
    return abs(one - two) if one and two else timedelta(days=9999)


def _published(claim: DateClaim, story: Story) -> datetime | None:
    published = story.article(claim).published
    return published.interval.start if published else None
