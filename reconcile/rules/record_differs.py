"""How far a record goes: the biggest, one of the biggest, possibly the biggest.

Finds superlatives about one thing that do not go equally far. "One of the biggest" and "the biggest" can both be
true, but a reader is told two things: a tension. The same claim once asserted and once hedged is a difference of
precision.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The raid on the Brill store in Tessaly was one of the world's biggest heists."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "The raid on the Brill store in Tessaly was possibly the world's biggest heist."}
findings:
  - {verdict: tension, sides: [["one of the world's biggest heists"], ["possibly the world's biggest heist"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.stems import stem
from reconcile.align.story import Story
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "EVT944"
KIND = "other"
VERDICT: Verdict = "tension"


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per thing to which records of different reach are ascribed."""
    records: dict[tuple[str, str], list[StateClaim]] = defaultdict(list)
    for claim in story.of(StateClaim):
        if claim.aspect == "record" and claim.polarity and not claim.subject.startswith("and"):
            records[claim.value.removeprefix("one of "), _noun(claim)].append(claim)
    for claims in records.values():
        several = [c for c in claims if c.value.startswith("one of ")]
        sole = [c for c in claims if not c.value.startswith("one of ")]
        pair = _alike(story, several, sole)
        if pair:
            why = "one of several, or the one: the claims do not go equally far"
            yield _difference(several, sole, why)
        hedged = [c for c in sole if c.hedge]
        plain = [c for c in sole if not c.hedge]
        if _alike(story, hedged, plain):
            yield _difference(hedged, plain)


def _noun(claim: StateClaim) -> str:
    """The stem of the thing's noun: the last of its words that is not a preposition."""
    parts = [
        p
        for p in claim.subject.split(" ")
        if p not in ("in", "of", "on", "to", "for", "ever", "and", "at", "by", "with")
    ]
    return stem(parts[-1]) if parts else ""


def _alike(story: Story, first: list[StateClaim], second: list[StateClaim]) -> bool:
    return any(
        a.span.article != b.span.article and story.similarity(a, b) >= 0.15 for a in first for b in second
    )


def _difference(first: list[StateClaim], second: list[StateClaim], why: str = "") -> Difference:
    told = f"“{first[0].span.quote}” and “{second[0].span.quote}” do not say the same"
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Which is it, “{first[0].span.quote}” or “{second[0].span.quote}”?",
        sides=(
            DraftSide(value=first[0].span.quote, claims=tuple(first)),
            DraftSide(value=second[0].span.quote, claims=tuple(second)),
        ),
        verdict="tension",
        because=f"{told}: {why}." if why else f"{told}.",
        confidence=0.65,
        doubtful=not why,
    )
