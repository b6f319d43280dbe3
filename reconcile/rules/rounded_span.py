"""A span in round decades beside the exact count of years: "six decades" for 64 years.

## What it finds
"Signed six decades ago" in an article that also marks the 64th anniversary, or beside a source that gives the year.
Round decades are said of a few years less and up to nine years more; what lies farther off is a contradiction only
when the thing is surely the same, and is left to the rule on durations.

## Why it matters
The reader who subtracts finds 61 or 64 and wonders which is wrong; neither is.

## Example
```yaml
articles:
  - id: a
    publisher: The Tern
    published: 2024-06-04
    text: "Envoys marked the 64th anniversary of the Harbour Treaty. Its founders signed the treaty six decades ago."
findings:
  - {verdict: explained, reason: precision, because: "six decades"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.anniversaries import BASES, subject_of, yearly
from reconcile.claims.anniversary import AnniversaryClaim, one_year
from reconcile.claims.date import DateClaim
from reconcile.claims.duration import DurationClaim
from reconcile.rules.asking import named
from reconcile.rules.difference import Difference, DraftSide

CODE = "ANN303"
KIND = "duration"
VERDICT = "explained"


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each span in decades or centuries beside an exact count of the same years."""
    for span in story.of(DurationClaim):
        if (
            span.value is None
            or span.since is None
            or not span.hedge.endswith(("decades", "century", "centuries"))
        ):
            continue
        exact: list[tuple[int, AnniversaryClaim | DateClaim]] = [
            *_anniversaries(span, story),
            *_dates(span, story),
        ]
        years: dict[int, list[AnniversaryClaim | DateClaim]] = {}
        for count, claim in exact:
            if (
                span.value.low is not None
                and span.value.high is not None
                and span.value.low <= count <= span.value.high
            ) and count != span.value.point:
                years.setdefault(count, []).append(claim)
        for count, claims in years.items():
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"How many years is it since {named(claims[0].subject) or 'then'}?",
                sides=(
                    DraftSide(value=span.hedge, claims=(span,)),
                    DraftSide(value=f"{count} years", claims=tuple(claims)),
                ),
                confidence=0.9,
                doubtful=True,
            )


def _anniversaries(span: DurationClaim, story: Story) -> Iterator[tuple[int, AnniversaryClaim]]:
    words = telling(span.sentence)
    for claim in yearly(story):
        if telling(subject_of(claim, story)) & words and _same_year(span, claim, story):
            yield claim.ordinal, claim


def _same_year(span: DurationClaim, claim: AnniversaryClaim, story: Story) -> bool:
    published = story.article(span).published
    return published is not None and one_year(published.interval) == claim.marked_year is not None


def _dates(span: DurationClaim, story: Story) -> Iterator[tuple[int, DateClaim]]:
    published = story.article(span).published
    now = one_year(published.interval) if published else None
    if now is None or not span.event:
        return
    words = telling(span.sentence)
    for claim in story.of(DateClaim):
        year = one_year(claim.value)
        if year is None or claim.facet not in BASES or claim.event != span.event or now - year < 15:
            continue
        if claim.subject and telling(claim.subject) & words:
            yield now - year, claim
