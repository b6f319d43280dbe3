"""One deed, done at two spots: in the engine room and in the control room, at the hotel and in a room of it.

Finds a deed that two articles tell of the same person or thing, or of the one happening they report, at places that
common nouns or names tell. Two rooms, a house and a car, a left and a right bank exclude each other; a hallway and the
courthouse it lies in are one place, told more and less exactly. So are two ports for which one ship is bound. A place
that the other article knows too is no difference.

```yaml
articles:
  - {id: a, publisher: The Tern, text: "The body of Ivo Petersen was found in the engine room on Friday, the harbour police said."}
  - {id: b, publisher: Harbor Herald, text: "Harbour police found the body of Ivo Petersen in the galley on Friday."}
findings:
  - {verdict: contradiction, sides: [["found in the engine room"], ["in the galley"]]}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from reconcile.align.deeds.placed_deeds import Pair, pairs, related
from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.relation import Relation

CODE = "PLC762"
KIND = "place"
VERDICT: Verdict = "contradiction"


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per deed and pair of spots at which articles let it be done, the surest first."""
    told: set[frozenset[tuple[str, str]]] = set()
    found = sorted(pairs(story), key=lambda pair: -pair.likeness)
    for pair in found:
        spots = frozenset((pair.deed.way, claim.noun or claim.value) for claim in (pair.first, pair.second))
        if spots in told:
            continue
        told.add(spots)
        yield _difference(pair, found)


def _difference(pair: Pair, found: list[Pair]) -> Difference:
    a, b = pair.first, pair.second
    said = f'"{a.span.quote}" and "{b.span.quote}"'
    sides = tuple(DraftSide(value=str(claim), claims=_with(claim, pair, found)) for claim in (a, b))
    where = {"from": "From where", "to": "To where"}.get(pair.deed.way, "Where")
    difference = Difference(
        rule=CODE,
        kind=KIND,
        question=f"{where} was it: {a} or {b}?",
        sides=sides,
        verdict="contradiction",
        because=f"{said} tell of one deed, and nothing is at both places at one time.",
        confidence=0.65,
        settled=True,
    )
    if pair.loose:
        because = (
            f"{said} tell of one deed, and neither article knows the other's place; one may lie in the other."
        )
        return replace(difference, verdict="unresolved", because=because, confidence=0.5)
    if pair.relation is Relation.DIFFERS:
        return difference
    inner, outer = (a, b) if pair.relation is Relation.REFINES else (b, a)
    because = f"{said} tell of one place: “{inner.value}” is the finer word, “{outer.value}” the coarser."
    return replace(difference, verdict="explained", reason="precision", because=because, confidence=0.6)


def _with(claim: PlaceClaim, pair: Pair, found: list[Pair]) -> tuple[PlaceClaim, ...]:
    """The claims of a side: those that stand for the same place of the same deed."""
    others = (
        other
        for known in found
        if known.deed.verb == pair.deed.verb and known.deed.way == pair.deed.way
        for other in (known.first, known.second)
        if other.id != claim.id
        and related(other, claim) is Relation.SAME
        and other.relation == claim.relation
    )
    return tuple({c.id: c for c in (claim, *others)}.values())
