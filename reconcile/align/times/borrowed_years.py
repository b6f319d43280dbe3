"""The year of a day that one article tells without it, where another dates the same to nearly that day in full."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import timedelta

from reconcile.align.story import Story
from reconcile.align.times.firmness import day_named, year_stated
from reconcile.align.times.happenings import apart, one_deed
from reconcile.claims.date import DateClaim
from reconcile.values.dates import Grain, Interval

_STEPS = frozenset({"arrested", "charged", "convicted", "released", "died", "killed", "married", "appointed"})
_FRESH = timedelta(days=60)  # of what happened so lately the year is the year of the paper
_NEAR = timedelta(days=7)


def with_years(claims: list[DateClaim], story: Story) -> list[DateClaim]:
    """The claims, a day of the past without a year moved to the year that another article states for that step.

    "Arrested on 25 December 2020" in one, "arrested on Boxing Day" in the other, of 2022: that day is not of 2021.
    """
    stated: dict[str, list[DateClaim]] = defaultdict(list)
    for claim in claims:
        if claim.facet in _STEPS and year_stated(claim) and _day(claim):
            stated[claim.facet].append(claim)
    return [_moved(claim, stated[claim.facet], story) if claim.facet in stated else claim for claim in claims]


def _moved(claim: DateClaim, others: list[DateClaim], story: Story) -> DateClaim:
    published, day = story.article(claim).published, _day(claim)
    now = published.interval.start if published else None
    if day is None or day.start is None or now is None or year_stated(claim) or not day_named(claim):
        return claim
    if now - day.start < _FRESH:
        return claim
    for other in others:
        there = _day(other)
        if there is None or there.start is None or other.span.article == claim.span.article:
            continue
        try:
            start = day.start.replace(year=there.start.year)
        except ValueError:  # February 29
            continue
        near = start != day.start and abs(start - there.start) <= _NEAR
        if near and one_deed(claim, other) and not apart(claim, other):
            return replace(claim, value=Interval.day(start.date()), absolute=True)
    return claim


def _day(claim: DateClaim) -> Interval | None:
    return claim.value if claim.value is not None and claim.value.grain == Grain.DAY else None
