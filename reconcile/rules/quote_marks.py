"""Quotation marks that do not pair, and how they were read.

Finds quotations whose marks are mixed (opened double, closed single) or missing where the context shows what was
meant. They are repaired within their paragraph. Where the end of the speech is a guess, the finding is unresolved.

Why it matters: a lost mark moves the border between what was said and what the writer adds.

```
a: "The tide took the pier,' the harbour master said.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.claims.quote import QuoteClaim
from reconcile.rules.difference import Difference, DraftSide

CODE = "QUO807"
KIND = "quote"
VERDICT = "unresolved"


def check(story: Story) -> Iterator[Difference]:
    """Yields one settled difference per article with repaired marks."""
    found: dict[str, list[QuoteClaim]] = {}
    for claim in story.of(QuoteClaim):
        if claim.repaired.startswith("opened"):
            found.setdefault(claim.span.article, []).append(claim)
    for claims in found.values():
        notes = list(dict.fromkeys(claim.repaired for claim in claims))
        yield Difference(
            rule=CODE,
            kind=KIND,
            question="Where do these quotations begin and end?",
            sides=tuple(DraftSide(value=f"“{claim.value}”", claims=(claim,)) for claim in claims),
            verdict="unresolved",
            because=f"The marks do not pair ({'; '.join(notes)}); they were read as one quotation each.",
            settled=True,
        )
