"""Several outlets print one agency's text.

## What it finds
Articles that credit the same agency, in the dateline, the byline or at the end.

## Why it matters
They are one witness, not several: an error of the agency stands in all of them.

## Example
```yaml
articles:
  - {id: a, agency: CWS, text: "GREBE (CWS) - The ferry Merle sank off Grebe Point with 41 people on board, and 38 were saved."}
  - {id: b, agency: CWS, text: "(The Tern with CWS) - Fishermen saved 38 of the 41 people on board the Merle off Grebe Point."}
findings:
  - {verdict: information, because: "a and b credit CWS"}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.pages import opening, printed
from reconcile.align.story import Story
from reconcile.rules.difference import Difference, DraftSide
from reconcile.rules.sentences import listed

CODE = "SRC107"
KIND = "source"
VERDICT = "information"


def check(story: Story) -> Iterator[Difference]:
    """Yields one note for each agency that two or more articles credit."""
    credited: dict[str, list[str]] = defaultdict(list)
    for article in story.articles.values():
        if article.agency:
            credited[article.agency].append(article.id)
    for agency, ids in sorted(credited.items()):
        if len(ids) < 2:
            continue
        claims = [
            next(iter(printed(story, name, "credited")), None) or opening(story, name, agency) for name in ids
        ]
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Who wrote what {len(ids)} articles credit to {agency}?",
            sides=(DraftSide(value=agency, claims=tuple(claims)),),
            verdict="information",
            because=f"The articles {listed(ids)} credit {agency}: one origin, however many print it.",
            confidence=0.9,
            settled=True,
        )
