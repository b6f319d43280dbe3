"""Amounts of money for one thing that differ, or that changed their currency on the way.

Finds sums that two articles give differently for the same question. Rates that the articles themselves state
("two million euros ($2.6 million)") decide whether sums in two currencies are one; the same figure in another
currency, where the rate says otherwise, is a contradiction.

Why it matters: "1.9 billion euros" turns into "1.9 billion dollars" in one careless rewrite, and a slipped
decimal point makes ten times as much.

```yaml
articles:
  - {id: a, publisher: Harbour Post, published: 2024-03-02, text: "Brae Ferries will pay 40 million euros ($44 million) for the yard at Solvei."}
  - {id: b, publisher: Tern Daily, published: 2024-03-02, text: "Brae Ferries will pay 40 million dollars for the yard at Solvei."}
findings:
  - {verdict: contradiction, sides: [["40 million euros"], ["40 million dollars"]]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.figures.currencies import converted, counterparts, slips
from reconcile.align.figures.quantities import clusters
from reconcile.align.figures.rates import Rates
from reconcile.align.story import Story
from reconcile.rules.difference import Difference
from reconcile.rules.figures import difference
from reconcile.values.units import dimension

CODE = "NUM503"
KIND = "number"
VERDICT = "contradiction"


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per question and outcome, for sums of money."""
    slipped = list(slips(story))
    for pairs in (slipped, list(converted(story, Rates.of(story))), list(counterparts(story))):
        yield from difference(CODE, pairs, story, together=False)
    told = {claim.id: claim for match in slipped for claim in (match.first, match.second)}
    beside = {(claim.span.article, claim.sentence_start) for claim in told.values()}
    for group in clusters(story):
        left = [
            match
            for match in group
            if "vague" not in (match.first.form, match.second.form)
            and not any(
                claim.id in told and (other.span.article, other.sentence_start) in beside
                for claim, other in ((match.first, match.second), (match.second, match.first))
            )
        ]
        if left and dimension(group[0].first.value.unit) == "money":
            yield from difference(CODE, left, story)
