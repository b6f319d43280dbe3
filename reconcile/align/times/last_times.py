"""When the same was done the last time before, however it is told: "last won in 1987", "the first win since 1994"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations
from typing import NamedTuple

from reconcile.align.story import Story
from reconcile.align.times.happenings import last_time
from reconcile.align.times.spans import names
from reconcile.claims.date import DateClaim
from reconcile.claims.duration import DurationClaim
from reconcile.claims.nth_time import family_of
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

_THE_LAST = regex(r"\b[Tt]he (?:last|previous|most recent) time[^.;:]{3,90}\Z")
_NOT_SINCE = regex(r"\b(?:not|never|no|nobody|\w+n['’]t)\b[^.;:]{2,80} since \Z")
_WORD = regex(r"\b[a-z]{3,}")
_OF = regex(
    r"\b(?:home|away|women|men|girls|boys|youth|junior|final|semi-?final|quarter-?final|match|game|league|indoor|outdoor|singles|doubles"
    r"|general|national|nationwide|local|deadly|fatal|major|full|double|outright|qualif[a-z]+)s?\b"
)
_BEFORE, _BEHIND = 70, 30  # characters around the time in which the deed is told
_LONG_AGO = timedelta(days=300)
_MOST = 60


class LastTime(NamedTuple):
    """A claim that dates the last time, the time, the deeds it may be of, and the names of its sentence;
    `of` are the words that tell which of a kind it is ("at home", "the women's final")."""

    claim: DateClaim | DurationClaim
    time: Interval
    deeds: frozenset[str]
    names: frozenset[str]
    of: frozenset[str]


def last_times(story: Story) -> Iterator[tuple[LastTime, LastTime, str]]:
    """Yields each two claims of two articles that date the last time of one deed of the same apart, with the deed."""
    told = list(_told(story))[:_MOST]
    count = Counter((one.claim.span.article, deed) for one in told for deed in one.deeds)
    for one, other in combinations(told, 2):
        here, there = one.claim.span.article, other.claim.span.article
        if here == there or story.same_origin(one.claim, other.claim) or one.time.overlaps(other.time):
            continue
        shared = one.names & other.names
        if one.of != other.of or len(shared) < 2 or len(shared) < min(len(one.names), len(other.names)):
            continue
        deeds = [d for d in sorted(one.deeds & other.deeds) if count[here, d] == count[there, d] == 1]
        if deeds:
            yield one, other, deeds[0]


def _told(story: Story) -> Iterator[LastTime]:
    for claim in story.of(DurationClaim):
        if claim.facet == "first" and claim.since is not None and claim.polarity:
            yield _last(claim, claim.since)
    for date in story.of(DateClaim):
        published = story.article(date).published
        day = published.interval.start if published is not None else None
        time = date.value
        if time is None or time.start is None or day is None or time.grain < Grain.MONTH:
            continue
        if day - time.start >= _LONG_AGO and _tells_last(date):
            yield _last(date, Interval(time.start, time.end or time.start, time.grain))


def _tells_last(date: DateClaim) -> bool:
    """Whether the words before the time say that it was the last time so far."""
    if last_time(date):
        return date.bound == "on"
    at = date.sentence.find(date.when, max(0, date.span.start - date.sentence_start))
    led = date.sentence[max(0, at - 2 * _BEFORE) : max(0, at)]
    if date.bound == "since":
        return _NOT_SINCE.search(led) is not None
    return date.bound == "on" and _THE_LAST.search(led) is not None


def _last(claim: DateClaim | DurationClaim, time: Interval) -> LastTime:
    start, end = (at - claim.sentence_start for at in (claim.span.start, claim.span.end))
    near = claim.sentence[max(0, start - _BEFORE) : end + _BEHIND]
    deeds = frozenset(filter(None, (family_of(word) for word in _WORD.findall(near))))
    of = frozenset(word.removesuffix("s") for word in _OF.findall(claim.sentence))
    return LastTime(claim, time, deeds, names(claim.sentence), of)
