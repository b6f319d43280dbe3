"""Where a case stands: at large, arrested, charged, convicted.

Finds stages that follow one another, given by articles of different days. They are an update of one another, or
facets of one case: an editor is told which article stands where, and nothing is in dispute.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The Ordell Street gunman, Ivo Petersen, is still at large, Tessaly police said."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-04, text: "Ivo Petersen was arrested in Tessaly on Friday over the Ordell Street shooting."}
findings:
  - {verdict: explained, reason: update, sides: [["still at large"], ["was arrested"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.standing import one_subject
from reconcile.align.stems import stem, stems
from reconcile.align.story import Story
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "EVT942"
KIND = "other"
VERDICT: Verdict = "explained"

_PEOPLE = frozenset(
    stem(word) for word in ("male", "man", "female", "woman", "black", "white", "hispanic", "asian")
)
_QUESTIONS = {
    "custody": ("Was the suspect in custody?", "update", "the articles stand at different times"),
    "stage": ("Where does the case stand?", "facet", "stages of one case, each with its own day"),
}


def check(story: Story) -> Iterator[Difference]:
    """Yields one explained difference per aspect and person of whom articles give different stages."""
    for aspect, (question, reason, why) in _QUESTIONS.items():
        claims = [c for c in story.of(StateClaim) if c.aspect == aspect and c.polarity]
        for group in _persons(claims):
            sides: dict[str, list[StateClaim]] = defaultdict(list)
            for claim in group:
                sides[claim.value].append(claim)
            if len(sides) < 2 or (aspect == "custody" and len({c.span.article for c in group}) < 2):
                continue
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=question,
                sides=tuple(DraftSide(value=value, claims=tuple(said)) for value, said in sides.items()),
                verdict="explained",
                reason=reason,
                because=f"{', then '.join(sides)}: {why}.",
                confidence=0.75,
                settled=True,
            )
    yield from _descriptions(story)


def _persons(claims: list[StateClaim]) -> list[list[StateClaim]]:
    """The claims by person; a claim about an unnamed suspect joins the person most spoken of."""
    groups: list[list[StateClaim]] = []
    for claim in sorted(claims, key=lambda c: not c.subject):
        ranked = sorted(groups, key=len, reverse=True)
        fitting = next((g for g in ranked if one_subject(g[0], claim)), None)
        if fitting is None:
            groups.append([claim])
        else:
            fitting.append(claim)
    return groups


def _descriptions(story: Story) -> Iterator[Difference]:
    """How a suspect is described, when the descriptions share a word and are not the same."""
    claims = [c for c in story.of(StateClaim) if c.aspect == "description"]
    for a, b in combinations(claims, 2):
        one, other = (set(stems(c.value)) for c in (a, b))
        if a.span.article == b.span.article or one == other or not (one & other & _PEOPLE):
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question="How is the suspect described?",
            sides=(DraftSide(value=a.value, claims=(a,)), DraftSide(value=b.value, claims=(b,))),
            verdict="explained",
            reason="update",
            because=f"{a.value!r} and {b.value!r}: a description grows more exact as more is known.",
            confidence=0.6,
            settled=True,
        )
