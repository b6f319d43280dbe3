"""A length of time that does not fit the two ends of the same thing.

## What it finds
A siege that "began at nine and ended at two" in one source and lasted three hours in another; a mayor "from 1990 to
2002" who held the post for sixteen years. The ends are subtracted, with the slack that the words leave: a year where
they are told in years, a day in days, twenty minutes by the clock.

## Why it matters
The sum is simple, and hardly anybody does it.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The siege at the Brindle bank began at 9 a.m. and ended at 2 p.m."}
  - {id: b, publisher: Coast Post, published: 2024-05-02, text: "The siege went on for three hours at the bank in Brindle."}
findings:
  - {verdict: contradiction, because: "5 hours"}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import islice

from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.from_to import Stretch, stretches
from reconcile.align.times.lengths import seconds
from reconcile.align.times.measured import OFFICE, measured
from reconcile.align.times.spans import names
from reconcile.claims.duration import DurationClaim
from reconcile.language.names.antecedents import PRONOUNS
from reconcile.rules.difference import Difference, DraftSide

CODE = "DUR405"
KIND = "duration"
VERDICT = "contradiction"

_LENGTHS = frozenset({"for", "lasted", ""})
_ROUNDED = {"year": Decimal("0.04"), "hour": Decimal("0.15"), "minute": Decimal("0.15")}  # of a length
_ABOUT = Decimal("0.1")  # what a round length in other units may be off
_MOST = 100  # stretches of a story that are held against its lengths
_LIKE = 0.1  # how alike the words around must be


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each length that the ends another article tells of the same do not give."""
    told = list(islice(stretches(story), _MOST))
    if not told:
        return
    lengths = [
        (claim, what)
        for claim in story.of(DurationClaim)
        if claim.facet in _LENGTHS
        and claim.polarity
        and claim.value is not None
        and (what := measured(claim))
    ]
    for stretch in told:
        first = stretch.claims[0]
        met = [
            claim
            for claim, what in lengths
            if what & stretch.what
            and claim.span.article != first.span.article
            and _of_one(stretch, claim, story)
        ]
        if any(_fits(stretch, claim) for claim in met):
            continue
        yield from (_difference(stretch, claim) for claim in met[:1])


def _of_one(stretch: Stretch, claim: DurationClaim, story: Story) -> bool:
    """Whether both are told of one thing: of one subject, with a name in common, of a post its holder's, and no other names
    against it."""
    first = stretch.claims[0]
    if story.same_origin(first, claim):
        return False
    if OFFICE in stretch.what and not names(first.subject or first.sentence) & names(claim.subject):
        return False
    if claim.value is None or claim.value.unit not in stretch.units:
        return False
    whose = [telling(c.subject) for c in (first, claim)]
    unnamed = any(c.subject.lower() in (*PRONOUNS, "i", "we") for c in (first, claim))
    if unnamed or (all(whose) and not whose[0] & whose[1]):
        return False  # "I worked here from 2001 to 2006", and how long somebody else did
    here, there = names(first.sentence), names(claim.sentence)
    known = names(first.subject) | names(claim.subject)
    rest = not (here - known and there - known) or bool(here & there - known)  # "in Brae", "in Tarn"
    return bool(here & there) and rest and story.similarity(first, claim) >= _LIKE


def _fits(stretch: Stretch, claim: DurationClaim) -> bool:
    """Whether the ends can give the length, which may be a round one."""
    low, high = seconds(claim)
    least, most = (Decimal(int(t.total_seconds())) for t in (stretch.low, stretch.high))
    off = _ROUNDED.get(claim.value.unit if claim.value else "", _ABOUT)
    below = low is None or low * (1 - off) <= most
    above = high is None or high * (1 + off) >= least
    return below and above


def _difference(stretch: Stretch, claim: DurationClaim) -> Difference:
    return Difference(
        rule=CODE,
        kind=KIND,
        question="How long did it last?",
        sides=(
            DraftSide(value=stretch.said, claims=stretch.claims),
            DraftSide(value=str(claim), claims=(claim,)),
        ),
        verdict="contradiction",
        because=f"From {stretch.said} it is {_shown(stretch.length)}, not {claim}.",
        confidence=0.75,
        settled=True,
    )


def _shown(length: timedelta) -> str:
    """A length in whole years, days or hours, as far as it reaches."""
    for name, unit in (
        ("year", timedelta(days=365)),
        ("day", timedelta(days=1)),
        ("hour", timedelta(hours=1)),
    ):
        if length >= unit:
            count = f"{length / unit:.1f}".removesuffix(".0") if name == "hour" else f"{length // unit}"
            return f"{count} {name}{'' if count == '1' else 's'}"
    return f"{length // timedelta(minutes=1)} minutes"
