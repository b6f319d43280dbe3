"""A stated duration, age of a body, or "since" that does not fit the dates given for the same thing.

## What it finds
"A 79-year-old institution" that another source has founded in 1949; a coach "since 2015" who took the job in 2013;
somebody who has lived in a town "for forty years" but came there in 1991. Each duration is counted back from the
article's publication date; whole years count as completed years, rounded up by half a year at most, and a hedge
("almost", "more than") widens the range.

## Why it matters
Durations age: copied from an older article they are wrong without a digit having changed.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Osprey Ferries was founded in 1980 by two brothers."}
  - {id: b, publisher: Coast Post, published: 2024-05-03, text: "Osprey Ferries, a 60-year-old company, has six ships."}
findings:
  - {verdict: contradiction, because: "1980"}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.story import Story
from reconcile.align.times.spans import Beginning, beginnings, same_subject
from reconcile.claims.date import DateClaim
from reconcile.rules.asking import has, named
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Interval

CODE = "DUR401"
KIND = "duration"
VERDICT = "contradiction"


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each pair of beginnings of one thing that cannot both hold."""
    by_kind: dict[str, list[Beginning]] = defaultdict(list)
    for beginning in beginnings(story):
        by_kind[beginning.kind].append(beginning)
    for kind, members in by_kind.items():
        for first, second in combinations(members, 2):
            if both_dates(first, second) or not same_subject(first, second, story):
                continue
            if first.claim.span.article == second.claim.span.article and (
                kind not in ("existence", "office") or first.claim.sentence == second.claim.sentence
            ):
                continue
            if not first.began.overlaps(second.began):
                yield _difference(kind, first, second, story)


def both_dates(first: Beginning, second: Beginning) -> bool:
    """Whether both are plain dates: those are compared by DAT201."""
    return isinstance(first.claim, DateClaim) and isinstance(second.claim, DateClaim)


def _difference(kind: str, first: Beginning, second: Beginning, story: Story) -> Difference:
    subject = max(first.claim.subject, second.claim.subject, key=len) or "it"
    question = {
        "existence": f"Since when {has(subject)} existed?",
        "residence": f"Since when {has(subject)} lived there?",
        "office": f"Since when {has(subject)} held the office?",
        "service": f"How long {has(subject)} served?",
    }.get(kind, f"Since when, for {named(subject)}?")
    return Difference(
        rule=CODE,
        kind=KIND,
        question=question,
        sides=tuple(DraftSide(value=str(b.claim), claims=(b.claim,)) for b in (first, second)),
        verdict="contradiction",
        because=f"{_implied(first, story)}; {_implied(second, story)}: the two cannot both hold.",
        confidence=0.92 if kind == "existence" else 0.75,
        settled=True,
    )


def _implied(beginning: Beginning, story: Story) -> str:
    """The words and the beginning that they imply, with the subtraction."""
    words = f'"{beginning.claim.span.quote}"'
    if beginning.told:
        return f"{words} puts the beginning at {beginning.began.said}"
    published = story.article(beginning.claim).published
    day = published.interval.said if published else "publication"
    return f"{words}, counted back from {day}, puts it {_between(beginning.began)}"


def _between(time: Interval) -> str:
    if time.start is None:
        return f"before {time.end:%Y-%m}" if time.end else "at any time"
    if time.end is None:
        return f"after {time.start:%Y-%m}"
    return f"between {time.start:%Y-%m} and {time.end:%Y-%m}"
