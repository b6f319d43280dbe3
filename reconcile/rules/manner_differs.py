"""How it was decided, and what it is called: two manners that exclude each other.

Finds a match decided in extra time here and on penalties there, each article knowing only its own manner, and a deal
that its makers call a merger of equals and another voice a takeover: a tension between two judgements.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Ordell City beat Tessaly Rovers 3-2 after extra time on Wednesday."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Ordell City beat Tessaly Rovers on penalties on Wednesday."}
findings:
  - {verdict: contradiction, sides: [["after extra time"], ["on penalties"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "EVT946"
KIND = "other"
VERDICT: Verdict = "contradiction"

_ASPECTS: dict[str, tuple[str, Verdict, str | None, str]] = {
    "decided": ("How was the match decided?", "contradiction", None, "a match ends in one of the two ways"),
    "deal": (
        "Merger of equals or takeover?",
        "tension",
        "attributed",
        "one side's word against another's judgement",
    ),
}


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per aspect whose values divide the articles."""
    for aspect, (question, verdict, reason, why) in _ASPECTS.items():
        values: dict[str, list[StateClaim]] = defaultdict(list)
        for claim in story.of(StateClaim):
            if claim.aspect == aspect and claim.polarity:
                values[claim.value].append(claim)
        if len(values) != 2:
            continue
        (one, first), (other, second) = values.items()
        shared = {c.span.article for c in first} & {c.span.article for c in second}
        first, second = ([c for c in said if c.span.article not in shared] for said in (first, second))
        if not first or not second or (aspect == "decided" and not _one_match(story, first, second)):
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=question,
            sides=(DraftSide(value=one, claims=tuple(first)), DraftSide(value=other, claims=tuple(second))),
            verdict=verdict,
            reason=reason,
            because=f"{first[0].span.quote!r} against {second[0].span.quote!r}: {why}.",
            confidence=0.65,
            settled=True,
        )


def _one_match(story: Story, first: list[StateClaim], second: list[StateClaim]) -> bool:
    return any(story.similarity(a, b) >= 0.1 for a in first for b in second)
