"""A date in digits that can be read day first or month first.

## What it finds
"11-07-2025" is July 11 or November 7. Both readings are kept until something in the text rules one out: the weekday
of the report, an anniversary, the other reports on the same news. The finding says what did.

## Why it matters
Read the wrong way round, an article lands four months from its place, and every "yesterday" in it with it.

## Example
```yaml
articles:
  - {id: a, stamps: [{kind: heading, words: 06/05/2031, start: 0}], text: "06/05/2031\\nA ferry sank, the harbour office said on Tuesday."}
findings:
  - {verdict: explained, reason: arithmetic, because: "only that day is a Tuesday"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.pages import printed
from reconcile.align.story import Story
from reconcile.rules.difference import Difference, DraftSide
from reconcile.sources.stamps import printed_dates

CODE = "SRC103"
KIND = "source"
VERDICT = "explained"


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each printed date with two readings, settled or not."""
    for article in story.articles.values():
        for claim in printed(story, article.id):
            found = next(iter(printed_dates(claim.value)), None)
            if found is None or len(found.days) != 2 or "." in found.words:
                continue
            readings = [f"{day:%B} {day.day}, {day.year}" for day in found.days]
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Which day is {found.words}?",
                sides=tuple(DraftSide(value=reading, claims=(claim,)) for reading in readings),
                verdict="unresolved",
                because=f"{found.words} is {' or '.join(readings)}, and nothing rules one out.",
                confidence=0.9,
            )
            break
