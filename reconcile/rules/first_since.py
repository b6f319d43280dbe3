"""For how long it had not been so.

## What it finds
A first, a worst, a highest "since 2009" in one source and "in seven years" or "since 2011" in another. Counted back
from the day of the report the two meet in one year, or they do not.

## Why it matters
Records are copied from memory, and a wrong year makes another event the last one.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2018-07-22, text: "Ada Quill won the Brindle Open, her first title since 2011."}
  - {id: b, publisher: Coast Post, published: 2018-07-22, text: "For Ada Quill it was the first title in five years."}
findings:
  - {verdict: contradiction, sides: [["since 2011"], ["first title in five years"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.story import Story
from reconcile.align.times.measured import measured
from reconcile.claims.duration import DurationClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain

CODE = "DUR404"
KIND = "duration"
VERDICT = "contradiction"

_TIMES = frozenset({"day", "night", "week", "month", "year", "time"})  # the bloodiest day is not the heaviest
_ALIKE = 0.1  # how alike the words around must be where the two name different things


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each two firsts or records of one thing that are counted from somewhere else."""
    told: dict[str, list[DurationClaim]] = defaultdict(list)
    for claim in story.of(DurationClaim):
        since = claim.since
        if claim.facet == "first" and since is not None and since.start is not None and claim.polarity:
            told[claim.span.article].append(claim)
    for here, there in combinations(told, 2):
        if story.origin(here) == story.origin(there):
            continue
        for first in told[here]:
            for second in told[there]:
                one = bool((measured(first) & measured(second)) - _TIMES)
                if str(first) != str(second) and (one or story.similarity(first, second) >= _ALIKE):
                    found = _difference(first, second, one)
                    if found is not None:
                        yield found


def _difference(first: DurationClaim, second: DurationClaim, one: bool) -> Difference | None:
    a, b = first.since, second.since
    if a is None or b is None or a.start is None or b.start is None:
        return None
    if max(a.grain, b.grain) < Grain.MONTH:
        return None
    meets = a.overlaps(b)
    if not meets and not one:
        return None
    years = f"{_year(first)}, {_year(second)}"
    because = (
        f"“{first.span.quote}” and “{second.span.quote}” count back to one year ({years})."
        if meets
        else f"“{first.span.quote}” and “{second.span.quote}” count back to different years ({years})."
    )
    return Difference(
        rule=CODE,
        kind=KIND,
        question="Since when had it not been so?",
        sides=tuple(DraftSide(value=str(c), claims=(c,)) for c in (first, second)),
        verdict="explained" if meets else "contradiction",
        reason="arithmetic" if meets else None,
        because=because,
        confidence=0.8 if meets else 0.6,
        settled=meets,
    )


def _year(claim: DurationClaim) -> str:
    since = claim.since
    if since is None or since.start is None or since.end is None:
        return "?"
    if claim.value is not None and claim.value.point is not None:
        return f"{claim.value.point.normalize():f} years back: {since.start.year} or {since.end.year}"
    return f"{since.start.year}"
