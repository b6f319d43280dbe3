"""One dated event at two places.

Finds an event that two articles date to one day and put in two towns (signed in one, signed in the other), or at two
venues. The day and the deed make it one event, so other mentions of the places do not matter. Two venues can belong
together (a hall in a palace), so they are a tension.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The Ordell ferry treaty was signed at the Vikholm Chancellery on May 3, 1981, and has held ever since."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Children learn of 3 May 1981, when the Ordell treaty was signed at the Summer Palace. It gave them the strait."}
findings:
  - {verdict: tension, sides: [["signed at the Vikholm Chancellery"], ["signed at the Summer Palace"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.story import Story
from reconcile.claims.date import DateClaim
from reconcile.claims.place import PlaceClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.dates import Grain
from reconcile.values.places import relate_places, usual
from reconcile.values.relation import Relation

CODE = "PLC756"
KIND = "place"
VERDICT: Verdict = "contradiction"

# Deeds that are done once, at one place; people are killed, and speak, at many.
_ONCE = frozenset(
    {"signed", "born", "married", "opened", "founded", "sworn", "buried", "inaugurated", "begun"}
)
_LIKE = 0.1


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per event and day that two articles put at two places."""
    days = _days(story)
    placed: dict[tuple[str, str, str], list[PlaceClaim]] = defaultdict(list)
    for claim in story.of(PlaceClaim):
        held = claim.relation in ("in", "at") and claim.polarity and claim.modality == "asserted"
        if held and claim.event in _ONCE:
            for day in days.get((claim.span.article, claim.sentence_start), ()):
                placed[claim.event, day, claim.relation].append(claim)
    told: set[frozenset[str]] = set()
    for (event, day, relation), claims in placed.items():
        for a, b in combinations(claims, 2):
            pair = frozenset({usual(a.value), usual(b.value)})
            if pair in told or not _apart(story, claims, a, b):
                continue
            told.add(pair)
            first, second = (tuple(c for c in claims if usual(c.value) == usual(x.value)) for x in (a, b))
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Where was it: {a.value} or {b.value}?",
                sides=(DraftSide(value=a.value, claims=first), DraftSide(value=b.value, claims=second)),
                verdict="contradiction" if relation == "in" else "tension",
                because=f'"{a.span.quote}" and "{b.span.quote}" tell of one event ({event}) of one day, {day}.',
                confidence=0.7,
                settled=True,
            )


def _days(story: Story) -> dict[tuple[str, int], list[str]]:
    """The single days that each sentence names, by article and start of the sentence."""
    found: dict[tuple[str, int], list[str]] = defaultdict(list)
    for claim in story.of(DateClaim):
        if claim.value is not None and claim.value.grain <= Grain.DAY and claim.value.start is not None:
            found[claim.span.article, claim.sentence_start].append(claim.value.start.date().isoformat())
    return found


def _apart(story: Story, claims: list[PlaceClaim], a: PlaceClaim, b: PlaceClaim) -> bool:
    """Whether the places exclude each other, and neither article puts the event at both."""
    if a.span.article == b.span.article or story.same_origin(a, b) or story.similarity(a, b) < _LIKE:
        return False
    one, other = usual(a.value), usual(b.value)
    if one == other or one in other or other in one:
        return False
    if relate_places(one, other) not in (Relation.DIFFERS, Relation.UNKNOWN):
        return False
    both = {c.span.article for c in claims if usual(c.value) == one} & {
        c.span.article for c in claims if usual(c.value) == other
    }
    return not both
