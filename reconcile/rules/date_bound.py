"""A date outside the limit that another source sets.

## What it finds
One source says that something was so before, after or by a date, another dates it: "born before 1985" against
"born on 28 July 1986". The limit is compared as an interval; a date of the limit's own day, month or year counts
as outside "before" and "after". What will not happen before a day is set against the day for which another plans it;
where the reports are of two days, the plan has changed. Two short texts under one title that date one thing apart are found too.

## Why it matters
A limit is a claim like any other, and is easily broken in a rewrite: "before the vote" becomes "after".

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, title: Jo Byrne, text: "Jo Byrne was born before 1985."}
  - {id: b, publisher: Coast Post, title: Jo Byrne, text: "Jo Byrne was born on 28 July 1986 in Brindle."}
findings:
  - {verdict: contradiction, sides: [["born before 1985"], ["born on 28 July 1986"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import combinations
from typing import NamedTuple

from reconcile.align.figures.briefs import brief
from reconcile.align.persons.standing import day
from reconcile.align.story import Story
from reconcile.claims.date import DateClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

CODE = "DAT209"
KIND = "date"
VERDICT = "contradiction"

_LIMITS = frozenset({"before", "not before", "after", "by", "until"})
_LOOSE = frozenset({"", "other", "said", "announced"})  # facets that do not say which event is dated
_NO_YEAR = regex(r"XXXX-(\d\d)(?:-(\d\d))?\Z")
_ALIKE = 0.4  # from here on two dates are taken to be of one thing


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction for each limit that another source's date breaks."""
    by_article: dict[str, list[DateClaim]] = defaultdict(list)
    for claim in story.of(DateClaim):
        if claim.polarity and claim.modality in ("asserted", "planned"):
            by_article[claim.span.article].append(claim)
    facets = {article: _by_facet(claims) for article, claims in by_article.items()}
    for first, second in combinations(sorted(by_article), 2):
        if brief(story.articles[first], story.articles[second]):
            matched = _short_pairs(by_article[first], by_article[second])
        else:
            matched = _pairs(by_article[first], facets[first], facets[second], story)
        for a, b in matched:
            if _breaks(a, b) or _breaks(b, a):
                yield _difference(a, b, story)


class _Facets(NamedTuple):
    """Dates of one article whose facet says which event is dated, by facet; `limits` holds the limits among them."""

    dates: dict[str, list[DateClaim]]
    limits: dict[str, list[DateClaim]]


def _by_facet(claims: list[DateClaim]) -> _Facets:
    found = _Facets(defaultdict(list), defaultdict(list))
    for claim in claims:
        if claim.facet not in _LOOSE:
            found.dates[claim.facet].append(claim)
            if claim.bound in _LIMITS:
                found.limits[claim.facet].append(claim)
    return found


def _pairs(
    claims: list[DateClaim], mine: _Facets, its: _Facets, story: Story
) -> Iterator[tuple[DateClaim, DateClaim]]:
    """Dates of two articles that are about one thing, at least one of them a limit."""
    if mine.limits.keys().isdisjoint(its.dates) and mine.dates.keys().isdisjoint(its.limits):
        return
    for a in claims:
        if a.facet not in _LOOSE:
            others = (its.dates if a.bound in _LIMITS else its.limits).get(a.facet, ())
            fits = [(alike, b) for b in others if (alike := story.similarity(a, b)) >= _ALIKE]
            if fits:
                yield a, _best(fits)


def _short_pairs(mine: list[DateClaim], its: list[DateClaim]) -> Iterator[tuple[DateClaim, DateClaim]]:
    """Dates of two short articles that fit each other best."""
    only = len(mine) == len(its) == 1
    for a in mine:
        fits = [(fit, b) for b in its if (fit := _fit(a, b, only)) > 0]
        if fits:
            yield a, _best(fits)


def _best(fits: list[tuple[float, DateClaim]]) -> DateClaim:
    return max(fits, key=lambda fit: (fit[0], -fit[1].span.start))[1]


def _fit(a: DateClaim, b: DateClaim, only: bool) -> float:
    """How well dates of two short articles fit each other: same event, a limit among them, or nothing else there."""
    if a.facet == b.facet and a.facet not in _LOOSE:
        return 2.0 + (a.event == b.event)
    if a.bound in _LIMITS or b.bound in _LIMITS:
        return 1.0 + (0.5 if _overlaps(a, b) else 0.0)
    return 0.5 if only and a.event == b.event and a.event else 0.0


def _overlaps(a: DateClaim, b: DateClaim) -> bool:
    x, y = _interval(a, b), _interval(b, a)
    return x is not None and y is not None and x.overlaps(y)


def _interval(claim: DateClaim, other: DateClaim) -> Interval | None:
    """The claim's time; a day or month without a year is read in the other's year."""
    if claim.value is not None:
        return claim.value
    match = _NO_YEAR.match(claim.timex)
    if match is None:
        return None
    year = other.value.start.year if other.value is not None and other.value.start is not None else 2000
    if other.value is None and not _NO_YEAR.match(other.timex):
        return None
    month, day = int(match.group(1)), match.group(2)
    if not day:
        return Interval.month(year, month)
    try:
        return Interval.day(datetime(year, month, int(day)).date())
    except ValueError:
        return None


def _breaks(limit: DateClaim, dated: DateClaim) -> bool:
    """Whether `dated` lies outside what `limit` allows; two plain dates break each other when they share nothing."""
    bound, time = _interval(limit, dated), _interval(dated, limit)
    if (
        bound is None
        or time is None
        or bound.start is None
        or bound.end is None
        or time.start is None
        or time.end is None
    ):
        return False
    if dated.bound in _LIMITS:
        return False
    loose = bound.fuzzy or time.fuzzy or Grain.PART in (bound.grain, time.grain)
    if loose and bound.start.date() == time.start.date() and time.grain <= Grain.DAY:
        return False  # "early on Thursday" and "before dawn Thursday" are loose words for one time of day
    if limit.bound == "before":
        return time.start >= bound.start
    if limit.bound == "not before":
        return time.end <= bound.start
    if limit.bound == "after":
        return time.end <= bound.end
    if limit.bound in ("by", "until"):
        return time.start >= bound.end
    if limit.bound == dated.bound == "on" and max(bound.grain, time.grain) <= Grain.YEAR:
        return not bound.overlaps(time)
    return False


def _difference(a: DateClaim, b: DateClaim, story: Story) -> Difference:
    """A contradiction; a plan of which a later report knows better is explained."""
    moved = a.modality == b.modality == "planned" and day(story, a) != day(story, b)
    said = [f"{c.bound} {c.when}" if c.bound in _LIMITS else c.when for c in (a, b)]
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"When was it {a.facet}?" if a.facet not in _LOOSE else "When was it?",
        sides=(DraftSide(value=said[0], claims=(a,)), DraftSide(value=said[1], claims=(b,))),
        verdict="explained" if moved else "contradiction",
        reason="update" if moved else None,
        because=f"{a.span.quote!r} and {b.span.quote!r} leave no day in common"
        + (": reports of two days tell of the plan." if moved else "."),
        confidence=0.8,
        settled=True,
    )
