"""One time, said more and less exactly.

## What it finds
"The early 1950s" beside 1950-1953, "by the end of March" beside "the first quarter": one time contains the other,
and both are said of the same thing.

## Why it matters
The reader sees two dates; the editor should see that one is the other said less exactly.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The Border War (1961-1963) drove thousands from Norland."}
  - {id: b, publisher: Coast Post, published: 2024-05-03, text: "Norland has been poor since the Border War in the early 1960s."}
findings:
  - {verdict: explained, reason: precision, because: "1961"}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.pairing import pairs
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.happenings import SILENT, comparable, likeness, one_deed
from reconcile.align.times.spans import names
from reconcile.claims.date import DateClaim
from reconcile.rules.asking import when
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain, Interval
from reconcile.values.relation import Relation

CODE = "DAT207"
KIND = "date"
VERDICT = "explained"

_ALIKE = 0.3
_FAINT = 0.05


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each two times of one thing of which one contains the other."""
    claims = [c for c in story.of(DateClaim) if _dated(c)]
    found: dict[str, list[tuple[DateClaim, DateClaim]]] = defaultdict(list)
    for first, second in pairs(story, claims, lambda claim: _keys(claim, story)):
        if (
            first.span.article == second.span.article
            or str(first) == str(second)
            or not _worth(first, second)
        ):
            continue
        if _one_thing(first, second, story):
            fine, coarse = (first, second) if _length(first) <= _length(second) else (second, first)
            found[str(coarse)].append((fine, coarse))
    for members in found.values():
        yield _difference(members)


def _keys(claim: DateClaim, story: Story) -> frozenset[str]:
    plans = {"<planned>"} if claim.modality == "planned" else set()
    return frozenset(story.context(claim)) | plans


def _dated(claim: DateClaim) -> bool:
    value = claim.value
    return (
        value is not None
        and value.start is not None
        and value.end is not None
        and claim.facet not in ("said", "published")
        and claim.polarity
        and value.grain >= Grain.PART
        and (
            claim.bound in ("on", "around", "by") or (claim.bound == "since" and claim.modality == "planned")
        )
    )


def _worth(first: DateClaim, second: DateClaim) -> bool:
    """Whether the times differ as intervals, and one contains the other (or is the limit that the other ends at)."""
    a, b = first.value, second.value
    if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    if "by" in (first.bound, second.bound):
        return first.bound != second.bound and a.end == b.end and a.start != b.start
    if min(a.grain, b.grain) < Grain.WEEK:
        plan = _one_plan(first, second)
        return _day_in(a, b, plan) and (plan or (one_deed(first, second) and first.facet == second.facet))
    relation = a.relation(b)
    if relation in (Relation.REFINES, Relation.COARSENS):
        return _uneven(a, b)
    # "the early 1950s" is no sharp stretch: its edge may cut into the years named
    return a.overlaps(b) and (a.fuzzy or b.fuzzy or a.grain == Grain.DECADE or b.grain == Grain.DECADE)


def _one_plan(first: DateClaim, second: DateClaim) -> bool:
    """Whether one noun says what is to come, on a day and in a season: the hearing that is due, that is to take place."""
    grains = sorted(c.value.grain for c in (first, second) if c.value)
    if len(grains) < 2 or grains[0] > Grain.DAY or not Grain.MONTH <= grains[1] <= Grain.HALF:
        return False
    plans = first.facet == second.facet and first.modality == second.modality == "planned"
    whole = (telling(f"{c.subject} {c.event}") for c in (second, first))
    return plans and any(telling(c.event) & other for c, other in zip((first, second), whole, strict=True))


def _day_in(a: Interval, b: Interval, plans: bool) -> bool:
    """Whether one is a part of the other, and both are told so finely: Friday noon on a Friday, the 15th in mid-July; of
    what is to come a day in its season too."""
    fine, coarse = sorted((a, b), key=lambda i: i.grain)
    if coarse.grain > (Grain.HALF if plans else Grain.MONTH) or fine.grain == coarse.grain:
        return False
    return fine.relation(coarse) in (Relation.REFINES, Relation.COARSENS) or (
        coarse.fuzzy and fine.overlaps(coarse)
    )


def _uneven(a: Interval, b: Interval) -> bool:
    """Whether the two are of different make: a month in its year is trivial, a decade against years is not."""
    return a.grain != b.grain or a.fuzzy != b.fuzzy or a.iso != b.iso


def _one_thing(first: DateClaim, second: DateClaim, story: Story) -> bool:
    a, b = telling(first.subject), telling(second.subject)
    same = bool(a) and a == b and bool(names(first.subject) & names(second.subject))
    if first.facet in SILENT or second.facet in SILENT:
        return same or (
            first.modality == second.modality == "planned"
            and story.similarity(first, second) >= (_FAINT if _years_ahead(first, story) else _ALIKE)
        )
    alike = likeness(first, second, story)
    same = same or _one_plan(first, second)
    return (
        (comparable(first, second) and (same or alike >= _ALIKE)) or alike >= 0.5 or _planned(first, second)
    )


def _planned(first: DateClaim, second: DateClaim) -> bool:
    """Two plans for one completion or start: "close the deal by", "completion is foreseen in"."""
    plans = first.modality == second.modality == "planned"
    return plans and bool({"planned", "completed", "effective", "begun"} >= {first.facet, second.facet})


def _years_ahead(claim: DateClaim, story: Story) -> bool:
    """Whether the plan is for another year than the one its article was published in: few plans are told so far ahead."""
    published = story.article(claim).published
    start, now = claim.value and claim.value.start, published and published.interval.end
    return bool(start and now and start.year > now.year)


def _length(claim: DateClaim) -> float:
    value = claim.value
    if value is None or value.start is None or value.end is None:
        return 0.0
    return (value.end - value.start).total_seconds()


def _difference(members: list[tuple[DateClaim, DateClaim]]) -> Difference:
    fine = list({c.id: c for c, _ in members}.values())
    coarse = list({c.id: c for _, c in members}.values())
    return Difference(
        rule=CODE,
        kind=KIND,
        question=when(fine[0].event, max((c.subject for c in fine + coarse), key=len)),
        sides=(
            DraftSide(value=str(fine[0]), claims=tuple(fine)),
            DraftSide(value=str(coarse[0]), claims=tuple(coarse)),
        ),
        confidence=0.8,
        doubtful=True,
    )
