"""One article with two dates of publication.

## What it finds
A heading dated Thursday and a note that a version appeared in print on Friday; "posted" and "updated" on different
days. Both hold: they date two versions.

## Why it matters
Two papers that cite the same article under two dates do not contradict each other.

## Example
```yaml
articles:
  - {id: a, stamps: [{kind: heading, words: "27 May 2031", start: 0}], text: "27 May 2031\\nThe ferry Merle sank off Grebe Point. A version of this article appeared in print on 28 May 2031."}
findings:
  - {verdict: explained, reason: facet, because: "May 28, 2031"}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reconcile.align.pages import named, printed
from reconcile.align.story import Story
from reconcile.claims.source import SourceClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.sources.stamps import printed_dates

CODE = "SRC106"
KIND = "date"
VERDICT = "explained"

_PRINTED = ("heading", "list entry", "note")
_VERSIONS = 45  # days; a version further off is another publication


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each article whose page prints two days of publication."""
    for article in story.articles.values():
        days: dict[date, SourceClaim] = {}
        for claim in printed(story, article.id):
            found = next(iter(printed_dates(claim.value)), None)
            if claim.where in _PRINTED and found and len(found.days) == 1:
                days.setdefault(found.days[0], claim)
        if len(days) < 2 or (max(days) - min(days)).days > _VERSIONS:
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"When did {named(article)} appear?",
            sides=tuple(DraftSide(value=day.isoformat(), claims=(claim,)) for day, claim in days.items()),
            confidence=0.85,
            doubtful=True,
        )
