"""Stretches of time told by their two ends: "from 1990 to 2002", "began at nine and ended at noon"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from reconcile.align.senses import senses
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.measured import OFFICE, family, posts
from reconcile.claims.date import DateClaim
from reconcile.values.regex import regex

_COURSE = senses("last run go continue take place hold be span stretch begin end serve")
_ISO = regex(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d):(?P<minute>\d\d))?)?)?")
_DAY = timedelta(days=1)
_YEAR = timedelta(days=365.2425)
# How far a length may be off where its ends are told to the year, the month, the day or the minute.
_LOOSE = {1: _YEAR, 2: timedelta(days=30.44), 3: _DAY, 5: timedelta(minutes=20)}
_UNITS = {
    1: frozenset({"year", "decade", "month"}),
    2: frozenset({"year", "month", "week"}),
    3: frozenset({"month", "week", "day", "hour"}),
    5: frozenset({"hour", "minute"}),
}


class Stretch(NamedTuple):
    """What lasted how long at the least and at the most, by the claims that give its ends."""

    claims: tuple[DateClaim, ...]
    what: frozenset[str]  # the senses of its noun or verb
    low: timedelta
    high: timedelta
    length: timedelta
    said: str
    units: frozenset[str]  # in which such a length is told


def stretches(story: Story) -> Iterator[Stretch]:
    """Yields the stretches of time whose two ends an article tells of one thing."""
    begun: dict[tuple[str, int], list[DateClaim]] = {}
    for claim in story.of(DateClaim):
        if not claim.polarity or claim.modality == "conditional" or claim.value is None:
            continue
        ends = claim.timex.split("/")
        if len(ends) == 2 and (found := _stretch((claim,), ends[0], ends[1], _what(claim))):
            yield found
        elif claim.facet == "begun" and claim.bound == "on":
            begun.setdefault((claim.span.article, claim.sentence_start), []).append(claim)
        elif claim.facet == "ended" and claim.bound == "on":
            for first in begun.get((claim.span.article, claim.sentence_start), []):
                what = _what(first)
                same = not claim.subject or telling(first.subject) & telling(claim.subject)
                if same and (found := _stretch((first, claim), first.timex, claim.timex, what)):
                    yield found


def _stretch(claims: tuple[DateClaim, ...], first: str, last: str, what: frozenset[str]) -> Stretch | None:
    """The stretch between two times told alike: both to the year, the month, the day or the minute."""
    a, b = _time(first), _time(last)
    if a is None or b is None or a[1] != b[1] or not what:
        return None
    length, loose = b[0] - a[0], _LOOSE[a[1]]
    if a[1] == 5 and length < timedelta() and len(claims) == 1 and length > -_DAY:
        length += _DAY  # from ten at night to six in the morning
    if length <= timedelta():
        return None
    whole = _DAY if a[1] == 3 else timedelta()  # the last day may be counted
    said = f"{first.replace('T', ' ')} to {last.replace('T', ' ')}"
    low = max(length - loose, timedelta())
    return Stretch(claims, what, low, length + loose + whole, length, said, _UNITS[a[1]])


def _time(iso: str) -> tuple[datetime, int] | None:
    """An ISO time and how many of its parts are told."""
    found = _ISO.fullmatch(iso)
    if found is None:
        return None
    told = [int(part) for part in found.groups() if part is not None]
    year, month, day, *clock = [*told, *[1] * (3 - len(told))]
    hour, minute = clock if len(clock) == 2 else (0, 0)
    if hour > 23:
        return None
    return datetime(year, month, day, hour, minute), len(told)


def _what(claim: DateClaim) -> frozenset[str]:
    """What the time is the stretch of: the noun that lasts, or the verb that says what is done; a post where one is held."""
    if posts() & set(claim.sentence[: claim.span.end - claim.sentence_start].lower().split()[-_NEAR:]):
        return frozenset((OFFICE,))
    done = senses(claim.event)
    if done and not done & _COURSE and claim.facet not in ("begun", "ended"):
        return family(done)
    head = _BEHIND.split(claim.subject.lower(), maxsplit=1)[0].rpartition(" ")[2]
    return family(senses(head))


_NEAR = 9  # words up to the end of the stretch among which a post is named
_BEHIND = regex(r" (?:of|in|for|on|at|with|between|against|over|by) ")
