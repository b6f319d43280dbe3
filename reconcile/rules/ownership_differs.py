"""Whose a thing is: owner, lessee, operator.

Finds a named thing that sources tie to different people or in different ways. The owner of a rig and the company that
leases it are two facts of one rig; "the company's rig" is a loose word for either. Two owners are left open: one may own
a part, or have sold.

```yaml
articles:
  - {id: a, text: "Halvard Marine, owner of the Ordell Deep rig, has its seat in Tessaly."}
  - {id: b, text: "The Ordell Deep drilling rig, leased to Tern Oil, sank off Tessaly."}
findings:
  - {verdict: explained, reason: facet, sides: [["owner of the Ordell Deep"], ["leased to Tern Oil"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.story import Story
from reconcile.claims.ownership import OwnershipClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.places import fold

CODE = "ROL706"
KIND = "role"
VERDICT: Verdict = "explained"

_WAYS = {
    "own": "owns it",
    "lease": "leases it",
    "operate": "operates it",
    "build": "built it",
    "have": "has it",
}


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per thing and pair of ways in which it is somebody's."""
    things: dict[str, dict[tuple[str, str], list[OwnershipClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(OwnershipClaim):
        if claim.polarity:
            things[fold(claim.subject)][claim.event, fold(claim.value).split(" ")[0]].append(claim)
    for ways in things.values():
        for ((kind, who), first), ((other, whose), second) in combinations(ways.items(), 2):
            a, b = first[0], second[0]
            if kind == other and (
                _one(a.value, b.value)
                or who == whose
                or {c.span.article for c in first} & {c.span.article for c in second}
            ):
                continue
            verdict: Verdict = "unresolved" if kind == other else "explained"
            reason = "precision" if who == whose else "facet"
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Whose is the {a.subject}?",
                sides=(
                    DraftSide(value=f"{a.value} ({_WAYS.get(kind, kind)})", claims=tuple(first)),
                    DraftSide(value=f"{b.value} ({_WAYS.get(other, other)})", claims=tuple(second)),
                ),
                verdict=verdict,
                reason=None if kind == other else reason,
                because=f"{a.span.quote!r} and {b.span.quote!r} "
                + ("give two names for one part." if kind == other else "tell two facts of one thing."),
                confidence=0.6,
                settled=True,
            )


def _one(first: str, second: str) -> bool:
    """Whether one name is the other's initials."""
    initials = ["".join(word[0] for word in name.split() if word[0].isupper()) for name in (first, second)]
    return first.replace(".", "") == initials[1] or second.replace(".", "") == initials[0]
