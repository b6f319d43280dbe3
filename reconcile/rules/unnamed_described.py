"""Somebody not named, described by different traits: armed here, masked there.

Finds descriptions of one unnamed person in alike sentences. Traits of one person do not exclude each other; a reader
is told that the accounts fit together.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "In July an armed man stole jewels worth a fortune from the Ordell Hotel in Tessaly."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "In July a masked thief stole jewels worth a fortune from the Ordell Hotel in Tessaly."}
findings:
  - {verdict: explained, reason: facet, sides: [["an armed man"], ["a masked thief"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.story import Story
from reconcile.claims.participation import ParticipationClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted

CODE = "PAR924"
KIND = "participant"
VERDICT: Verdict = "explained"

_ENOUGH = 0.22
_MOST = 80


def check(story: Story) -> Iterator[Difference]:
    """Yields one explained difference per deed whose doer is described in different words."""
    claims = [c for c in story.of(ParticipationClaim) if c.event == "unnamed"][:_MOST]
    seen: set[str] = set()
    for claim in claims:
        if claim.id in seen:
            continue
        group = [claim] + [
            other
            for other in claims
            if other.id not in seen
            and other.span.article != claim.span.article
            and other.value != claim.value
            and other.value not in claim.sentence.lower()  # both in one breath
            and story.similarity(claim, other) >= _ENOUGH
        ]
        sides: dict[str, list[ParticipationClaim]] = defaultdict(list)
        for member in group:
            sides[member.value].append(member)
        if len(sides) < 2 or not any(_traits(a) != _traits(b) for a, b in combinations(sides, 2)):
            continue
        seen.update(member.id for member in group)
        yield Difference(
            rule=CODE,
            kind=KIND,
            question="Who did it?",
            sides=tuple(DraftSide(value=value, claims=tuple(said)) for value, said in sides.items()),
            because=f"{quoted(sides)} are traits of one person, which do not exclude each other.",
            confidence=0.6,
            doubtful=True,
            whole=True,
        )


def _traits(phrase: str) -> frozenset[str]:
    """The words that describe: all but the article and the noun."""
    return frozenset(phrase.split()[1:-1])
