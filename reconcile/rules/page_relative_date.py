"""A date that counts from the day the page was saved.

## What it finds
"6 days ago", printed by the page, with nothing that says when the page was saved. The clock of the machine that
reads it is never asked.

## Why it matters
Without a publication date "Tuesday" and "last month" in the text mean nothing. When the text's own words solve the
date, the finding is for information and says how.

## Example
```yaml
articles:
  - {id: a, stamps: [{kind: list entry, words: 6 days ago, start: 0}], text: "6 days ago\\nThe ferry sank on Tuesday."}
findings:
  - {verdict: unresolved, because: "nothing else in the text dates the article"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.pages import named, printed
from reconcile.align.story import Story
from reconcile.rules.difference import Difference, DraftSide
from reconcile.sources.stamps import printed_dates

CODE = "SRC102"
KIND = "source"
VERDICT = "unresolved"


def check(story: Story) -> Iterator[Difference]:
    """Yields a note for each date that is relative to the day of saving."""
    for article in story.articles.values():
        for claim in printed(story, article.id):
            if not any(found.relative for found in printed_dates(claim.value)):
                continue
            solved = article.published
            how = (
                f"solved as {solved.value}: {solved.how}"
                if solved
                else "nothing else in the text dates the article"
            )
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"When was {named(article)} published?",
                sides=(DraftSide(value=claim.value, claims=(claim,)),),
                verdict="information" if solved else "unresolved",
                because=f'"{claim.value}" counts from the day the page was saved, which is not known; {how}.',
                confidence=0.9,
                settled=True,
            )
            break
