"""Counts and measures of one thing that differ.

Finds tolls, counts, votes, scores, distances, depths, percentages and other figures that two articles (or one
article twice) give differently for the same question. What rounding, a hedge, a unit, a part of the whole or a
later report accounts for is explained, with the arithmetic; the rest is a contradiction, or a tension when each
figure rests on another authority or the words leave room for both. Figures that only the words around and their
sizes bring together are unresolved where it is not sure that they answer one question.

Why it matters: figures are what readers quote. A toll that differs on one day is a slip, or two things under one
name; a toll that grows is news, not a conflict.

```yaml
articles:
  - {id: a, publisher: Harbour Post, published: 2024-03-02, text: "The ferry Solvei hit the pier at Brae. Officials in Brae said 22 people were injured."}
  - {id: b, publisher: Tern Daily, published: 2024-03-02, text: "The ferry Solvei hit the pier at Brae on Friday. At Brae 27 people were injured."}
findings:
  - {verdict: contradiction, sides: [["22 people were injured"], ["27 people were injured"]]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.figures.between import between
from reconcile.align.figures.quantities import clusters
from reconcile.align.story import Story
from reconcile.rules.difference import Difference
from reconcile.rules.figures import difference
from reconcile.values.units import dimension

CODE = "NUM501"
KIND = "number"
VERDICT = "contradiction"


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per question and outcome, money left to its own rule."""
    for group in clusters(story):
        counts = [match for match in group if not match.vague]
        if counts and dimension(group[0].first.value.unit) != "money":
            yield from difference(CODE, [*counts, *between(counts, story)], story)
