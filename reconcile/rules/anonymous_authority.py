"""A claim rests on people without names: "analysts say".

Finds statements ascribed to a group without a name. Information: nothing is wrong with it, but it weighs less than a
named source, and several articles may draw on the same unnamed people.

Why it matters: a reader cannot check what has no name on it.

```
a: Analysts say that the visit signals a thaw.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.claims.attribution import AttributionClaim
from reconcile.language.speech.speakers import collectives
from reconcile.rules.difference import Difference, DraftSide

CODE = "ATT903"
KIND = "attribution"
VERDICT = "information"

_OFFICIAL = frozenset(
    ("police", "officials", "officers", "authorities", "prosecutors", "investigators", "detectives")
)


def check(story: Story) -> Iterator[Difference]:
    """Yields one piece of information per kind of anonymous authority."""
    found: dict[str, list[AttributionClaim]] = {}
    for claim in story.of(AttributionClaim):
        noun = claim.subject.split(" ")[-1].lower()
        if claim.speaker_kind == "role" and noun in collectives() and noun not in _OFFICIAL:
            found.setdefault(noun, []).append(claim)
    for noun, claims in found.items():
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Who are the {noun}?",
            sides=(DraftSide(value=noun, claims=tuple(claims)),),
            verdict="information",
            because=f"{noun.capitalize()} are cited {len(claims)} time{'s' * (len(claims) > 1)} without a name.",
            settled=True,
        )
