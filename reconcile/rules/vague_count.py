"""A vague number word against a figure that it does not cover.

## What it finds
"Several", "dozens", "hundreds of" against a figure for the same thing that no reader would call so. Words that do
cover the figure ("dozens" for 50) are left to the rounding of counts.

## Why it matters
Vague words hide what a source did not know; where another source has the figure, the editor can say it.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-03-02, text: "The fire at Brindle destroyed dozens of houses on Friday."}
  - {id: b, publisher: Coast Post, published: 2024-03-02, text: "The fire at Brindle destroyed four houses on Friday."}
findings:
  - {verdict: tension, sides: [["dozens of houses"], ["four houses"]]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.figures.quantities import clusters
from reconcile.align.story import Story
from reconcile.rules.difference import Difference
from reconcile.rules.figures import difference

CODE = "NUM504"
KIND = "number"
VERDICT = "tension"


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per question and outcome in which a vague word takes part."""
    for group in clusters(story):
        vague = [match for match in group if match.vague]
        if vague:
            yield from difference(CODE, vague, story)
