"""A plan's date that a later report moves.

## What it finds
Something planned for one date, and by a later report for a later one: the crossings "will open by the end of 2024",
then "will open in 2025". The later date replaces the earlier and is explained as an update.

## Why it matters
Plans slip; a reader who knows only the first date takes the second for a mistake.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-02-08, text: "The new harbour bridge of Brindle will open by June 2024, the town said."}
  - {id: b, publisher: Coast Post, published: 2024-06-20, text: "The harbour bridge of Brindle is behind schedule and will open in November 2024."}
findings:
  - {verdict: explained, reason: update}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from reconcile.align.pairing import pairs
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.happenings import FINISHES
from reconcile.align.times.spans import names
from reconcile.claims.date import DateClaim
from reconcile.rules.asking import when_planned
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain

CODE = "DAT213"
KIND = "date"
VERDICT = "explained"

_LATER = timedelta(days=7)  # how much later a report must be to know better
_NEWS = timedelta(hours=12)  # and where it dates anew what was to be in these days
_LEAVES = frozenset({"resigned", "left", "ended"})  # what somebody's going is called


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each plan that a later report dates later."""
    plans = [c for c in story.of(DateClaim) if _plan(c)]
    best: dict[tuple[str, str], tuple[float, DateClaim, DateClaim]] = {}
    for first, second in pairs(story, plans):
        early, late = _ordered(first, second, story)
        if early is None or late is None or not _one_step(early, late):
            continue
        alike = story.similarity(first, second)
        shared = (
            telling(first.subject) & telling(second.subject)
            or names(first.subject) & names(second.sentence)
            or names(second.subject) & names(first.sentence)
        )
        if alike < (
            0.0 if shared and {first.facet, second.facet} <= _LEAVES else _needed(early, late, bool(shared))
        ):
            continue
        key = (early.id, late.span.article)
        if key not in best or alike > best[key][0]:
            best[key] = (alike, early, late)
    for alike, early, late in best.values():
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=when_planned(late.event, max((early.subject, late.subject), key=len)),
            sides=tuple(DraftSide(value=str(c), claims=(c,)) for c in (early, late)),
            confidence=min(0.85, 0.5 + alike / 2),
            doubtful=True,
        )


def _needed(early: DateClaim, late: DateClaim, shared: bool) -> float:
    """How alike the words around two plans must be: less where they are of one thing, or put off by days."""
    a, b = early.value, late.value
    put_off = early.facet == late.facet and a is not None and b is not None
    days = b.start - a.start if put_off and a and b and a.start and b.start else None
    return 0.1 if shared or (days is not None and days <= _LATER) else 0.2


def _plan(claim: DateClaim) -> bool:
    return (
        claim.modality == "planned"
        and claim.polarity
        and claim.facet not in ("", "said", "published", "other")
        and claim.value is not None
        and claim.value.start is not None
        and claim.value.end is not None
        and claim.bound in ("on", "by", "around", "before")
    )


def _one_step(first: DateClaim, second: DateClaim) -> bool:
    """Whether both date one step of the plan: the same facet, or two words for its being ready."""
    facets = {first.facet, second.facet}
    return len(facets) == 1 or facets <= FINISHES or facets <= _LEAVES


def _ordered(
    first: DateClaim, second: DateClaim, story: Story
) -> tuple[DateClaim, DateClaim] | tuple[None, None]:
    """The plan and the later plan that a later report has; None where the dates or the reports are not so ordered."""
    published = []
    for claim in (first, second):
        solved = story.article(claim).published
        published.append(solved.interval.start if solved else None)
    one, other = published
    if one is None or other is None or abs(one - other) < _NEWS:
        return None, None
    early, late = (first, second) if one < other else (second, first)
    if early.value is None or late.value is None or early.value.end is None or late.value.start is None:
        return None, None
    if abs(one - other) < _LATER and early.value.grain > Grain.DAY:
        return None, None
    return (early, late) if late.value.start >= early.value.end else (None, None)
