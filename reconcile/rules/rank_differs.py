"""The first of a kind here, the second there.

Finds places in a row of one kind ("the first Hungarian to win", "the second author writing in Hungarian") that
differ. Only kinds that share a nation or a word for persons are compared; the two cannot both be right unless the
kinds are not quite the same, which the reader is told.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Ida Brandt became the first Norwegian to win the Ordell Prize in Tessaly."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Ida Brandt is the second author writing in Norwegian to win the Ordell Prize in Tessaly."}
findings:
  - {verdict: contradiction, sides: [["first Norwegian"], ["second author"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.story import Story
from reconcile.claims.participation import ParticipationClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.roles import nations

CODE = "PAR925"
KIND = "participant"
VERDICT: Verdict = "contradiction"

_WORD = re.compile(r"[^\W\d_]+")
_PERSONS = frozenset(
    {"woman", "man", "female", "male", "black", "muslim", "jewish", "catholic", "person", "player"}
)


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction per kind in which one person or thing is given two places."""
    kinds: dict[str, dict[str, list[ParticipationClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(ParticipationClaim):
        if claim.event == "rank" and claim.polarity:
            for word in {w.lower() for w in _WORD.findall(claim.subject)}:
                if word in _PERSONS or (word in nations() and len(word) > 2):
                    kinds[word][claim.value].append(claim)
    for places in kinds.values():
        for (_, first), (_, second) in combinations(places.items(), 2):
            here, there = ({c.span.article for c in said} for said in (first, second))
            if here & there or max(story.similarity(a, b) for a in first for b in second) < 0.05:
                continue
            a, b = first[0], second[0]
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Which is it, “{a.span.quote}” or “{b.span.quote}”?",
                sides=(
                    DraftSide(value=a.span.quote, claims=tuple(first)),
                    DraftSide(value=b.span.quote, claims=tuple(second)),
                ),
                verdict="contradiction",
                because=f"{a.span.quote!r} and {b.span.quote!r} give two places in one row.",
                confidence=0.65,
                settled=True,
            )
