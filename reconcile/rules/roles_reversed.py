"""Who did it to whom, turned round.

Finds takeovers that one text gives as A's of B and another, or the same text further down, as B's of A. The terms
count: shareholders who are paid in the other company's shares are the ones taken over.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Halvard Air to swallow Norling in a share deal."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Halvard Air shareholders are offered 0.4 of a Norling share for every share they hold."}
findings:
  - {verdict: contradiction, sides: [["Halvard Air to swallow Norling"], ["Halvard Air shareholders"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.story import Story
from reconcile.claims.participation import ParticipationClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "PAR922"
KIND = "participant"
VERDICT: Verdict = "contradiction"


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction for every two companies that take each other over."""
    deals: dict[tuple[str, str], list[ParticipationClaim]] = defaultdict(list)
    for claim in story.of(ParticipationClaim):
        if claim.event == "acquire" and claim.polarity:
            deals[_first(claim.value), _first(claim.subject)].append(claim)
    for (buyer, target), (other, another) in combinations(deals, 2):
        if buyer != another or target != other or buyer == target:
            continue
        first, second = deals[buyer, target], deals[other, another]
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Does {first[0].value} take over {second[0].value}, or {second[0].value} {first[0].value}?",
            sides=(
                DraftSide(value=f"{first[0].value} takes over {first[0].subject}", claims=tuple(first)),
                DraftSide(value=f"{second[0].value} takes over {second[0].subject}", claims=tuple(second)),
            ),
            verdict="contradiction",
            because=f"{first[0].span.quote!r} makes {first[0].value} the buyer, {second[0].span.quote!r} makes it the target.",
            confidence=0.85,
            settled=True,
        )


def _first(name: str) -> str:
    return name.split()[0].lower().removesuffix("'s").removesuffix("’s")
