"""What one source expects by a day, and another reports as done.

## What it finds
"The flood could reach Brindle by Friday" in an early report, "the flood reached Brindle on Friday" in a later one: the
later report has overtaken the forecast. Both must be of the same act and name the same place or thing beside it.

## Why it matters
Quoted side by side, a forecast and its outcome look like two accounts of one day.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The flood could reach Brindle by Friday, officers said."}
  - {id: b, publisher: Coast Post, published: 2024-05-03, text: "The flood reached Brindle on Friday, before noon."}
findings:
  - {verdict: explained, reason: update}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from reconcile.align.pairing import pairs
from reconcile.align.story import Story
from reconcile.align.times.happenings import SILENT
from reconcile.align.times.spans import names
from reconcile.claims.date import DateClaim
from reconcile.rules.asking import when
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain

CODE = "DAT212"
KIND = "date"
VERDICT = "explained"

_SLACK = timedelta(days=7)


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each forecast that another source reports as met."""
    claims = [c for c in story.of(DateClaim) if c.facet not in SILENT and c.facet != "other" and _dated(c)]
    for first, second in pairs(story, claims):
        if first.facet != second.facet or first.modality == second.modality:
            continue
        plan, deed = (first, second) if first.modality == "planned" else (second, first)
        if deed.modality == "asserted" and deed.past and _meets(plan, deed) and _before(plan, deed, story):
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=when(deed.event, deed.subject),
                sides=(
                    DraftSide(value=f"expected {plan}", claims=(plan,)),
                    DraftSide(value=str(deed), claims=(deed,)),
                ),
                confidence=0.75,
                doubtful=True,
            )


def _dated(claim: DateClaim) -> bool:
    value = claim.value
    return value is not None and value.start is not None and value.grain <= Grain.MONTH and claim.polarity


def _meets(plan: DateClaim, deed: DateClaim) -> bool:
    """Whether the words beside both name one place or thing, and the deed falls about when it was expected."""
    if plan.span.article == deed.span.article or not names(plan.span.quote) & names(deed.span.quote):
        return False
    a, b = plan.value, deed.value
    if a is None or b is None or a.start is None or b.start is None:
        return False
    return abs(a.start - b.start) <= _SLACK and (plan.bound == "by" or a.overlaps(b))


def _before(plan: DateClaim, deed: DateClaim, story: Story) -> bool:
    """Whether the forecast was not published after the report."""
    one, two = story.article(plan).published, story.article(deed).published
    if one is None or two is None or one.interval.start is None or two.interval.end is None:
        return True
    return one.interval.start <= two.interval.end
