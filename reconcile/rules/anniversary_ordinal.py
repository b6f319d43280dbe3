"""Ordinals of one anniversary, checked against each other through the year they count from.

## What it finds
Two articles that mark different anniversaries of one thing. An ordinal and the year in which it was marked give
the base year; when the base years agree, the difference is explained with the arithmetic, and when they do not
although both speak of the same thing, at least one of the ordinals or dates is wrong. Ages of things count too: a
"79-year-old race" may be in its eightieth year. Years that are counted from two deeds, the signing of a treaty and
its entry into force, are two anniversaries and explained.

## Why it matters
A 60th and a 64th anniversary of one treaty look like an error beside each other. They are none when the articles
were written four years apart, and an editor should see the subtraction, not take it on trust.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2019-06-04, text: "Envoys marked the 40th anniversary of the Harbour Treaty."}
  - {id: b, publisher: Coast Post, published: 2024-06-04, text: "Envoys marked the 45th anniversary of the Harbour Treaty."}
findings:
  - {verdict: explained, reason: arithmetic, because: "1979 + 40 = 2019 and 1979 + 45 = 2024"}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.anniversaries import begun, counted, same_occasion
from reconcile.claims.anniversary import AnniversaryClaim
from reconcile.rules.difference import Difference, DraftSide

CODE = "ANN301"
KIND = "anniversary"
VERDICT = "explained"


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference for each thing whose anniversaries are counted differently."""
    groups: list[list[AnniversaryClaim]] = []
    for claim in counted(story):
        home = next((g for g in groups if _one_occasion(claim, g, story)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    for group in groups:
        yield from _differences(group)


def _one_occasion(claim: AnniversaryClaim, group: list[AnniversaryClaim], story: Story) -> bool:
    """Whether the anniversary is of what those of the group are of, and no sentence tells of it beside one of them."""
    if any(_told_beside(claim, other) for other in group):
        return False  # "sixty years of the treaty and sixty-five of relations"
    return any(same_occasion(claim, other, story) for other in group)


def _told_beside(claim: AnniversaryClaim, other: AnniversaryClaim) -> bool:
    """Whether one sentence counts two numbers of years, of two things."""
    beside = (claim.span.article, claim.sentence_start) == (other.span.article, other.sentence_start)
    of_two = claim.ordinal != other.ordinal and bool(claim.subject and other.subject)
    return beside and of_two and not telling(claim.subject) & telling(other.subject)


def _differences(group: list[AnniversaryClaim]) -> Iterator[Difference]:
    sides: dict[tuple[int, int | None], list[AnniversaryClaim]] = defaultdict(list)
    for claim in group:
        sides[claim.ordinal, claim.marked_year].append(claim)
    dated = {key: claims for key, claims in sides.items() if key[1] is not None}
    thing = max((claim.subject for claim in group), key=len) or "one event"
    if len(dated) >= 2 and (
        len({number for number, _ in dated}) >= 2 or len({begun(claim) for claim in group}) >= 2
    ):
        parts = sorted((year or 0, number, claims[0].base_year) for (number, year), claims in dated.items())
        sums = ", but ".join(f"{year} - {number} = {base}" for year, number, base in parts)
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Which anniversary of {_named(thing)} is marked?",
            sides=tuple(
                DraftSide(value=str(claims[0]), claims=tuple(claims))
                for (number, year), claims in dated.items()
            ),
            because=f"{sums}: the ordinals do not count from one year.",
            confidence=0.8,
        )


def _named(thing: str) -> str:
    return thing if thing[:1].isupper() and thing.split()[0].endswith("s") else f"the {thing}"
