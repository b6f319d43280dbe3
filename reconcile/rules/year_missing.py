"""A date without a year that nothing anchors.

## What it finds
A day or month without a year, in an article that has no date of its own, for a deed that another article dates in
full. Which year is meant cannot be told, so the two cannot be compared.

## Why it matters
A page without a date is read as news; what it tells of may be years old.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, text: "The council of Brindle approved the harbour plan on 5 May."}
  - {id: b, publisher: Coast Post, published: 2024-05-08, text: "The harbour plan was approved by the council of Brindle on Monday."}
findings:
  - {verdict: unresolved, sides: [["approved the harbour plan on 5 May"], ["on Monday"]]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.pairing import pairs
from reconcile.align.story import Story
from reconcile.align.times.happenings import SILENT, comparable, eligible, likeness
from reconcile.claims.date import DateClaim
from reconcile.rules.asking import when
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain

CODE = "DAT204"
KIND = "date"
VERDICT = "unresolved"

_ALIKE = 0.34  # from here on two claims are taken to be of one event, as in DAT201


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each date without a year beside the best dated claim of the same deed."""
    dated = [c for c in story.of(DateClaim) if eligible(c, Grain.MONTH) or _yearless(c)]
    best: dict[str, tuple[float, DateClaim, DateClaim]] = {}
    for first, second in pairs(story, dated):
        if _yearless(first) == _yearless(second) or first.span.article == second.span.article:
            continue
        open_, known = (first, second) if _yearless(first) else (second, first)
        alike = likeness(open_, known, story) if comparable(open_, known) else 0.0
        if alike >= _ALIKE and (open_.id not in best or alike > best[open_.id][0]):
            best[open_.id] = (alike, open_, known)
    for alike, open_, known in best.values():
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=when(known.event, known.subject),
            sides=tuple(DraftSide(value=str(c), claims=(c,)) for c in (open_, known)),
            verdict="unresolved",
            because=f'"{open_.span.quote}" names no year, and its article has no date that would tell it; '
            f'"{known.span.quote}" is {known}.',
            confidence=min(0.85, 0.45 + alike / 2),
            settled=True,
        )


def _yearless(claim: DateClaim) -> bool:
    """Whether the claim dates a deed to a day or month of a year that nothing tells."""
    return (
        claim.value is None
        and claim.timex.startswith("XXXX-")
        and claim.timex[5:7].isdigit()
        and claim.facet not in SILENT
        and claim.polarity
        and claim.modality == "asserted"
    )
