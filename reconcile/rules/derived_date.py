"""A publication date that no page states, solved from the text.

## What it finds
An article without a date, and the sum that dates it: "64th anniversary" and "signed on July 11, 1961" give 2025.

## Why it matters
Whatever is compared across sources by time rests on this date. Here is what it rests on.

## Example
```yaml
articles:
  - {id: a, text: "Tarn marked the 30th anniversary of its lighthouse. The lighthouse was opened on May 14, 2001."}
findings:
  - {verdict: information, because: "2001 + 30 = 2031"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.pages import named, witness
from reconcile.align.story import Story
from reconcile.rules.difference import Difference, DraftSide

CODE = "SRC104"
KIND = "source"
VERDICT = "information"


def check(story: Story) -> Iterator[Difference]:
    """Yields one note for each article whose publication date was solved."""
    for article in story.articles.values():
        solved = article.published
        if solved is None or solved.how.startswith("stated"):
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"When was {named(article)} published?",
            sides=(DraftSide(value=solved.value, claims=(witness(story, article.id, solved.value),)),),
            verdict="information",
            because=f"{solved.value}: {solved.how}.",
            confidence=0.85,
            settled=True,
        )
