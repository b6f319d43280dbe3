"""Figures that a later report replaces: counts that grow, counts that fall, and estimates."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Decimal

from reconcile.align.closeness import TOLLS, Match
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.rules.judgement import Judgement
from reconcile.values.amounts import Amount

GROWING = (TOLLS - {"hospitalized", "shot"}) | {
    "aftershock",
    "case",
    "spill",
    "death",
    "injury",
    "arrest",
    "recovery",
}
# Counts that later reports may give lower: people are found, freed and go home.
FALLING = frozenset({"missing", "displaced", "homeless", "evacuated", "kidnapped"})
FAR = Decimal(4)  # figures this many times apart are hardly about one thing


def later(match: Match, story: Story) -> Judgement | None:
    """A running count that a later article gives higher, or lower where it can fall; or an estimate replaced later."""
    a, b = match.first, match.second
    if a.value.unit != b.value.unit:
        return None
    if a.measure not in GROWING:
        return _replaced(match, story)
    times = _when(a, story), _when(b, story)
    if times[0] is None or times[1] is None:
        return None
    (early, late) = (a, b) if times[0] <= times[1] else (b, a)
    passed = abs(times[1] - times[0])
    low, high = early.value.point or early.value.low, late.value.point or late.value.high
    if (
        passed < timedelta(days=1)
        or low is None
        or high is None
        or (low > high and a.measure not in FALLING)
        or passed > timedelta(days=400)
    ):
        return None
    return Judgement(
        "explained",
        "update",
        f"{early.span.quote!r} was reported {_days(passed)} before {late.span.quote!r}: a later count of what "
        + ("grows." if low <= high else "can fall."),
    )


_ESTIMATED = re.compile(
    r"\b(?:estimat\w+|preliminary|provisional|unofficial|initial\w*|first count|projected|forecast|expected|planned|so far)\b",
    re.I,
)
_REPLACES = re.compile(
    r"\b(?:recount\w*|revised|(?:final|official)\s(?:figure|count|tally|result|toll|number|total|score)s?|audited|corrected|certif\w+|ended\sup)\b",
    re.I,
)
_SETTLED = timedelta(days=2)  # after this a new figure for what was estimated is a better one


def _replaced(match: Match, story: Story) -> Judgement | None:
    """An estimate or a first count, for which an article days later has another figure."""
    a, b = match.first, match.second
    times = _when(a, story), _when(b, story)
    if match.brief or apart(a.value, b.value) > FAR:
        return None
    if times[0] is None or times[1] is None:
        return _estimate(match)
    early, late = (a, b) if times[0] <= times[1] else (b, a)
    cue = _ESTIMATED.search(early.sentence)
    if abs(times[1] - times[0]) < _SETTLED:
        return None
    if cue is None and (told := _REPLACES.search(late.sentence)) is not None:
        because = (
            f"{late.span.quote!r} is {_days(abs(times[1] - times[0]))} younger than {early.span.quote!r}"
            f" and says that it replaces a figure ({told.group()!r})."
        )
        return Judgement("explained", "update", because)
    if cue is None:
        return None
    because = (
        f"{early.span.quote!r} was {cue.group()!r} {_days(abs(times[1] - times[0]))} before {late.span.quote!r}:"
        " a later figure replaces it."
    )
    return Judgement("explained", "update", because)


def _estimate(match: Match) -> Judgement | None:
    """An estimate and another figure of one size, where no date says which of them came later."""
    for claim, other in ((match.first, match.second), (match.second, match.first)):
        cue = _ESTIMATED.search(claim.sentence)
        if (
            cue is not None
            and cue.group().lower().startswith("estimat")
            and apart(claim.value, other.value) <= _TWICE
        ):
            because = f"{claim.span.quote!r} is an estimate ({cue.group()!r}), and {other.span.quote!r} is of its size."
            return Judgement("explained", "precision", because)
    return None


_TWICE = Decimal(2)


def apart(a: Amount, b: Amount) -> Decimal:
    """How many times the one figure is the other; of vague words the nearer end counts."""
    lower, upper = (
        (a, b) if (a.point or a.low or a.high or 0) <= (b.point or b.low or b.high or 0) else (b, a)
    )
    low = abs(lower.point or lower.high or lower.low or Decimal(0))
    high = abs(upper.point or upper.low or upper.high or Decimal(0))
    return max(low, high) / min(low, high) if low and high else Decimal(99)


def _when(claim: QuantityClaim, story: Story) -> datetime | None:
    published = story.article(claim).published
    return published.interval.start if published is not None else None


def _days(passed: timedelta) -> str:
    return "a day" if passed.days == 1 else f"{passed.days} days"
