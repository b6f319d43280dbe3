"""A share of something in one article, the part and the whole of it in others.

Finds a percentage or a fraction of counted things ("half of its cables") where the articles also count those things and
the part of them that is meant ("36 cables", "144 cables"). The part is divided by the whole: a share that fits is
explained by the arithmetic, one that does not is a contradiction.

Why it matters: "half" sounds as exact as a number, and nobody divides while reading.

```yaml
articles:
  - {id: a, publisher: Harbour Post, published: 2024-03-02, text: "The Solvei lift in Brae was shut after cracks were found in 30 of its hangers. It hangs on 120 hangers."}
  - {id: b, publisher: Tern Daily, published: 2024-03-02, text: "The Solvei lift was shut when half of its hangers were found to be cracked."}
findings:
  - {verdict: contradiction, because: "25", sides: [["half"], ["30 of"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from reconcile.align.figures.closeness import nearby
from reconcile.align.figures.kin import head, kin
from reconcile.align.places.whereabouts import elsewhere
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.figures.counted import singulars
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.amounts import figure

CODE = "NUM507"
KIND = "number"
VERDICT = "contradiction"

_BESIDE = 0.3  # how alike the words beside share and part must be: cracked here, cracks there
_FEW = 3  # different counts of one noun, beyond which nobody knows which is the whole
_MOST = 40  # counts of one noun that are looked at
_SLACK = Decimal(3)  # percentage points that a share may lie beside the quotient
_FAR = Decimal("1.4")  # a share this many times the quotient is no rounding of it


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per share that the story's own counts of the same things confirm or refute."""
    counts: dict[str, list[QuantityClaim]] = defaultdict(list)
    shares: list[tuple[str, QuantityClaim]] = []
    for claim in story.of(QuantityClaim):
        noun = head(claim)
        if not noun or claim.value.point is None or claim.value.point <= 0:
            continue
        if claim.form == "percent":
            shares.append((noun, claim))
        elif claim.form == "count" and not claim.further:
            counts[noun].append(claim)
    for noun, share in shares:
        yield from _divided(share, counts.get(noun, [])[:_MOST], story)


def _divided(share: QuantityClaim, counts: list[QuantityClaim], story: Story) -> Iterator[Difference]:
    parts = [
        c
        for c in counts
        if c.span.article != share.span.article
        and nearby(share, c, story) >= _BESIDE
        and not elsewhere(share, c)
    ]
    if not parts or len({c.value.point for c in counts}) > _FEW or head(share) in singulars().values():
        return
    part = max(parts, key=lambda c: (nearby(share, c, story), c.span.article, -c.span.start))
    wholes = {
        c.value.point: c for c in counts if (c.value.point or 0) > (part.value.point or 0) and not c.part
    }
    if len(wholes) != 1 or share.value.point is None or part.value.point is None or part.per or share.per:
        return
    size, whole = next(iter(wholes.items()))
    if size is None or not kin(head(whole), head(part)):
        return
    actual = part.value.point / size * 100
    low, high = sorted((actual, share.value.point))
    fits = abs(actual - share.value.point) <= _SLACK
    bound = share.value.low is None or share.value.high is None
    if not fits and (high < low * _FAR or bound):
        return
    said = f"{figure(part.value.point)} of {figure(size)} is {actual:.0f} percent"
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=f"What share of the {whole.counted} was it?",
        sides=(
            DraftSide(value=str(share.value), claims=(share,)),
            DraftSide(value=f"{part.value} of {size}", claims=(part, whole)),
        ),
        verdict="explained" if fits else "contradiction",
        reason="arithmetic" if fits else None,
        because=f"{said}, as {share.span.quote!r} says." if fits else f"{said}, not {share.span.quote!r}.",
        confidence=0.75 if fits else 0.7,
        settled=True,
    )
