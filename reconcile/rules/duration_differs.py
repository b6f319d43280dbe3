"""Two durations of one thing.

## What it finds
How long a tremor, a flight or a hearing lasted, how long until something is known, how long somebody has served, when
two sources give different lengths for it. Rounded and hedged figures that can both hold are explained; figures from
different speakers are a tension.

## Why it matters
Durations are told by people who were there, from memory, and rounded on the way.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The tremor in Brindle lasted 10 seconds."}
  - {id: b, publisher: Coast Post, published: 2024-05-02, text: "The tremor in Brindle lasted 40 seconds."}
findings:
  - {verdict: contradiction}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from reconcile.align.story import Story
from reconcile.align.spans import names
from reconcile.claims.duration import DurationClaim
from reconcile.rules.difference import Difference, DraftSide

CODE = "DUR402"
KIND = "duration"
VERDICT = "contradiction"

_SCALE = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 604800,
    "month": 2629746,
    "year": 31556952,
}


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each two lengths of one thing."""
    groups: dict[str, list[DurationClaim]] = defaultdict(list)
    for claim in story.of(DurationClaim):
        if (
            claim.value is not None
            and claim.polarity
            and claim.facet in ("lasted", "before", "within", "later", "for", "")
        ):
            groups[_question(claim)].append(claim)
    for members in groups.values():
        for first, second in combinations(members, 2):
            if seconds(first) == seconds(second) or first.sentence == second.sentence:
                continue
            if story.same_origin(first, second) and first.span.article != second.span.article:
                continue
            alike = story.similarity(first, second)
            if alike >= _needed(first, second):
                yield _difference(first, second, alike)


def _question(claim: DurationClaim) -> str:
    return (
        "lasted"
        if claim.facet == "lasted"
        else "until"
        if claim.facet in ("before", "within")
        else claim.facet
    )


def _needed(first: DurationClaim, second: DurationClaim) -> float:
    needed = 0.4
    if first.event and first.event == second.event:
        needed -= 0.1
    if names(first.subject) & names(second.subject):
        needed -= 0.05
    a, b = seconds(first), seconds(second)
    if a[0] and b[0] and max(a[0], b[0]) > 20 * min(a[0], b[0]):
        needed += 0.2
    return needed


def seconds(claim: DurationClaim) -> tuple[Decimal | None, Decimal | None]:
    """The range of the duration in seconds."""
    if claim.value is None:
        return None, None
    scale = _SCALE.get(claim.value.unit, 1)
    low, high = claim.value.low, claim.value.high
    return (None if low is None else low * scale), (None if high is None else high * scale)


def _difference(first: DurationClaim, second: DurationClaim, alike: float) -> Difference:
    (a, b), (c, d) = seconds(first), seconds(second)
    apart = (b is not None and c is not None and b < c) or (d is not None and a is not None and d < a)
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"How long: {first.subject or second.subject or 'one and the same thing'}?",
        sides=tuple(DraftSide(value=str(c), claims=(c,)) for c in (first, second)),
        verdict="contradiction" if apart else "explained",
        reason=None if apart else "precision",
        because=f"{first} and {second} are not one length of time."
        if apart
        else f"{first} and {second} can both hold: one is rounded or hedged.",
        confidence=min(0.9, 0.4 + alike),
        settled=not apart,
    )
