"""On which day a figure stood, where its sentence says so: "as of Friday 12 were missing", "by Saturday nine still were"."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import NamedTuple

from reconcile.align.figures.closeness import Match
from reconcile.align.figures.weighing import FAR, apart
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.values.dates import Grain
from reconcile.values.regex import regex

_AS_OF = regex(
    r"\b(?:(?P<as>as (?:of|at))|by|until|up to) (?:the end of |early |late |midday |noon |midnight |\d{1,2}(?::\d\d)? ?[ap]\.?m\.?,? )?(?:on )?\Z",
    re.I,
)
_STILL = regex(r"\bstill\b|\bremain", re.I)
_ON = regex(r"\bon \Z", re.I)
_DAY, _WEEK = timedelta(days=1), timedelta(days=7)


def counted_on(match: Match, story: Story) -> str:
    """Why two counts can both hold: they stood so on two days, as the words of both say, or "as of" in one; else empty."""
    a, b = match.first, match.second
    told = [stood_on(claim, story) for claim in (a, b)]
    days = [
        stood.day if stood else _published(claim, story) for stood, claim in zip(told, (a, b), strict=True)
    ]
    one, other = days
    if one is None or other is None or abs(one - other) < _DAY:
        return ""
    if not all(told) and not any(stood is not None and stood.exactly for stood in told):
        return ""
    if not (a.value.exact and b.value.exact):
        return ""  # a bound is held against the nearest count
    if {a.form, b.form} != {"count"} or a.value.unit != b.value.unit or apart(a.value, b.value) > FAR:
        return ""
    told_on = sorted(((one, a), (other, b)), key=lambda stood: stood[0])
    stood = " and ".join(f"{claim.span.quote!r} on {day:%Y-%m-%d}" for day, claim in told_on)
    return f"{stood}: the counts are of two days."


class Stood(NamedTuple):
    """The day on which a figure stood, and whether it is said to be of that day ("as of"), not to have come by then."""

    day: datetime
    exactly: bool


def stood_on(claim: QuantityClaim, story: Story) -> Stood | None:
    """The day of which the sentence says that the figure is; none where it gives no one day."""
    document = story.reading(claim.span.article).document
    still = _STILL.search(claim.sentence)
    stood, on = set(), set()
    for time in document.times:
        if time.start >= claim.sentence_end:
            break
        if time.start < claim.sentence_start or time.interval is None or time.interval.start is None:
            continue
        if time.interval.grain > Grain.DAY or time.type not in ("DATE", "TIME"):
            continue
        led = document.text[max(claim.sentence_start, time.start - 40) : time.start]
        day = time.interval.start.replace(hour=0, minute=0, second=0)
        if (found := _AS_OF.search(led)) is not None:
            stood.add(Stood(_past(day, claim, story), found.group("as") is not None))
        elif still and _ON.search(led):
            on.add(Stood(day, False))
    days = stood or on
    return days.pop() if len(days) == 1 else None


def _past(day: datetime, claim: QuantityClaim, story: Story) -> datetime:
    """The weekday before publication that "by Friday" means of what has been counted."""
    published = _published(claim, story)
    return day - _WEEK if published and _DAY <= day - published < _WEEK else day


def _published(claim: QuantityClaim, story: Story) -> datetime | None:
    published = story.article(claim).published
    return published.interval.start if published is not None else None
