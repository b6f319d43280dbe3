"""A measure in brackets that does not fit the same measure in the other unit before it.

Finds a length, weight or temperature that an article gives twice, in two units, where the second is not the first
converted, however either is rounded.

Why it matters: one of the two figures is wrong, and readers abroad read the other one. The slip is often the only trace
of a figure that was copied badly.

```yaml
articles:
  - {id: a, text: "The strait between Dunmore and Holm is 64 kilometers (47 miles) wide."}
findings:
  - {verdict: contradiction, because: "64 kilometers is 39.8 miles, not 47", sides: [["64 kilometers"], ["47 miles"]]}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.amounts import figure, measured
from reconcile.values.regex import regex
from reconcile.values.units import convert

CODE = "NUM505"
KIND = "number"
VERDICT = "contradiction"

_CLOSE = Decimal("0.06")  # what rounding to two figures can come to
_HALF = Decimal("0.5")
_FAR_OVER = 2  # times what it is more than
_LOOSE = Decimal("0.16")  # the same for one figure, or behind a hedge


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction for each conversion that no rounding makes right."""
    pairs = list(_pairs(story))
    for first, second in pairs:
        right = convert(first.value.point or Decimal(0), first.value.unit, second.value.unit) or Decimal(0)
        if _fits(first, second):
            continue
        elsewhere = [b for a, b in pairs if a.value == first.value and a.id != first.id and _fits(a, b)]
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Is {first} the same as {second}?",
            sides=(
                DraftSide(value=str(first), claims=(first, *elsewhere)),
                DraftSide(value=str(second), claims=(second,)),
            ),
            because=f"{str(first)[:1].upper()}{str(first)[1:]} is {measured(right, second.value.unit, figure(round(right, 1)))}, not {figure(second.value.point or Decimal(0))}.",
            confidence=0.85,
            settled=True,
        )


def _pairs(story: Story) -> Iterator[tuple[QuantityClaim, QuantityClaim]]:
    """Each measure with the same measure in another unit behind it."""
    claims = sorted(story.of(QuantityClaim), key=lambda c: (c.span.article, c.span.start))
    for first, second in pairwise(claims):
        near = 0 <= second.span.start - first.span.end <= _NEAR
        if second.converted and first.span.article == second.span.article and near:
            yield first, second


def _fits(first: QuantityClaim, second: QuantityClaim) -> bool:
    """Whether the second is the first converted, however either is rounded, or no figure that converts."""
    said, told = first.value.point, second.value.point
    right = convert(said, first.value.unit, second.value.unit) if said is not None else None
    if said is None or right is None or told is None or right <= 0:
        return True
    slack = _slack(first, second)
    if second.value.high is None and second.value.low is not None and second.value.low <= right:
        return right <= told * _FAR_OVER  # "two kilometers (more than a mile)"
    if abs(right - told) <= right * slack:
        return True
    meant = (convert(said, *units) for units in _others(first, second))
    return any(value and abs(value - told) <= value * _CLOSE for value in meant)


def _others(first: QuantityClaim, second: QuantityClaim) -> Iterator[tuple[str, str]]:
    """The other units that the two may be told in: a mile at sea is as often nautical, a gallon in Britain imperial."""
    one, two = first.value.unit, second.value.unit
    if one == "mile" and _SEA.search(first.sentence):
        yield "nautical mile", two
    if one == "gallon":
        yield "imperial gallon", two
    if two == "gallon":
        yield one, "imperial gallon"


_SEA = regex(
    r"\b(?:ships?|vessels?|boats?|ferry|tankers?|freighters?|yachts?|trawlers?|sea|coast|cape|offshore|sail\w*)\b",
    re.I,
)


_NEAR = 12  # characters between the two: a bracket, a comma, "or", "about"


def _slack(first: QuantityClaim, second: QuantityClaim) -> Decimal:
    hedged = first.value.hedge or second.value.hedge
    rough = any(len(str(c.value.point).strip("0.")) < 2 for c in (first, second))
    half = _HALF / max(Decimal(1), first.value.point or Decimal(1))  # "two" may be two and a half
    return max(_LOOSE, half) if hedged or rough else _CLOSE
