"""One person of two parties.

Finds a person whom sources place in two political parties, or in one and in none, where no article knows both. A
change of sides that an article tells is no difference, and neither is the party of another year.

```yaml
articles:
  - {id: a, publisher: The Tern, text: "Ida Munk (independent) has won the seat of Ordell by 212 votes, the returning officer said."}
  - {id: b, publisher: Harbor Herald, text: "Ordell has fallen to the Green party's Ida Munk after three counts."}
findings:
  - {verdict: contradiction, sides: [["Ida Munk (independent"], ["Green party's Ida Munk"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.persons.holders import person
from reconcile.align.story import Story
from reconcile.claims.party import PartyClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "ROL708"
KIND = "role"
VERDICT: Verdict = "contradiction"


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction per person whom articles place in two parties."""
    told: dict[str, dict[str, list[PartyClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(PartyClaim):
        told[person(story, claim)][claim.value].append(claim)
    for parties in told.values():
        for (one, first), (other, second) in combinations(parties.items(), 2):
            sources = [{c.span.article for c in claims} for claims in (first, second)]
            if sources[0] & sources[1] or story.same_origin(first[0], second[0]):
                continue
            a, b = first[0].span.quote, second[0].span.quote
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"For which party does {first[0].subject} stand?",
                sides=(
                    DraftSide(value=one, claims=tuple(first)),
                    DraftSide(value=other, claims=tuple(second)),
                ),
                verdict="contradiction",
                because=f"“{a}” and “{b}”: nobody stands for two parties at one time.",
                confidence=0.7,
                settled=True,
            )
