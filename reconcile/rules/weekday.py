"""A weekday that does not fit the date beside it.

## What it finds
"Thursday, 8 July 2016": that day was a Friday. Both words are underlined. Without a year the publication date
supplies it; where that is unknown too, the weekday proves nothing and the rule keeps silent.

## Why it matters
One of the two is a slip, and a reader who plans by it comes on the wrong day; in the record, one of two sources that
took over the weekday or the date is wrong.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2016-07-12, text: "The hall opened on Thursday, July 8, 2016."}
findings:
  - {verdict: contradiction, because: "July 8, 2016 was a Friday"}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.claims.date import DateClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain

CODE = "DAT203"
KIND = "date"
VERDICT = "contradiction"

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BESIDE = re.compile(
    r"\b(?P<day>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s+(?:the\s+|on\s+)?"
    r"(?:(?P<m1>[A-Z][a-z]{2,8})\.?\s+(?P<d1>\d{1,2})|(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>[A-Z][a-z]{2,8})\.?)"
    r"(?!\d)(?:,?\s+(?P<year>(?:1[5-9]|20)\d\d)(?!\d))?"
)


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each weekday that stands beside a date of another weekday."""
    for claim in story.of(DateClaim):
        if claim.value is None or claim.value.start is None or claim.value.grain > Grain.DAY:
            continue
        at = claim.sentence.find(claim.when)
        beside = (
            _BESIDE.search(claim.sentence, max(0, at - 14), at + len(claim.when) + 8) if at >= 0 else None
        )
        if beside is None:
            continue
        day = int(beside.group("d1") or beside.group("d2"))
        said = next(i for i, name in enumerate(DAYS) if name.startswith(beside.group("day")[:3]))
        start = claim.value.start
        if day != start.day or said == start.weekday():
            continue  # the time was not read from this date, or the two fit
        stated = beside.group("year") is not None
        how = "" if stated else f" (the year {start.year} is taken from the publication date)"
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Was {start:%B} {start.day}, {start.year} a {DAYS[said]}?",
            sides=(
                DraftSide(value=DAYS[said], claims=(claim,)),
                DraftSide(value=f"{start:%Y-%m-%d}, a {DAYS[start.weekday()]}", claims=(claim,)),
            ),
            verdict="contradiction",
            because=f"{start:%B} {start.day}, {start.year} was a {DAYS[start.weekday()]}, not a {DAYS[said]}{how}.",
            confidence=0.9 if stated else 0.75,
            settled=True,
        )
