"""Two articles share long runs of words.

## What it finds
Runs of eight words and more that stand in both, outside quotation marks. Two people rarely write the same eight
words in a row; a quarter of a text never.

## Why it matters
What both say, they say on one authority.

## Example
```yaml
articles:
  - {id: a, text: "The ferry Merle sank off Grebe Point on Tuesday, and 38 of the 41 people on board were saved by fishermen."}
  - {id: b, text: "Lost. The ferry Merle sank off Grebe Point on Tuesday, and 38 of the 41 people on board were saved by fishermen."}
findings:
  - {verdict: information, because: "They share"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.pages import opening
from reconcile.align.story import Story
from reconcile.rules.difference import Difference, DraftSide

CODE = "SRC108"
KIND = "source"
VERDICT = "information"

_COPY = 0.25


def check(story: Story) -> Iterator[Difference]:
    """Yields one note for each pair of articles of which the shorter stands to a good part in the longer."""
    for pair in story.shared_texts:
        if pair.share < _COPY:
            continue
        names = (pair.first, pair.second)
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Are {pair.first} and {pair.second} independent?",
            sides=tuple(DraftSide(value=name, claims=(opening(story, name, name),)) for name in names),
            verdict="information",
            because=f'They share {pair.share:.0%} of the shorter text\'s runs of words, such as "{pair.example}".',
            confidence=0.9,
            settled=True,
        )
