"""How things stand: two reports that exclude each other.

Finds aid that has come here and has not there, a toll that is final and one that may rise, one person's deed and
several persons'; and tells how the reports of a power cut fit together.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The police in Tessaly say that the bomber of the Ordell market acted alone."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Two men fled from the Ordell market in Tessaly after the bomb, and the bomber had an accomplice, a court heard."}
findings:
  - {verdict: tension, sides: [["acted alone"], ["an accomplice"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from reconcile.align.story import Story
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted
from reconcile.values.regex import regex

CODE = "EVT946"
KIND = "other"
VERDICT: Verdict = "tension"

_TOLL = regex(r"\b(?:toll|deaths?|dead|missing|bodies|survivors|rescue|killed)\b")
# Aspect: the question, what it is when nothing accounts for it and why, and how alike two statements must be.
_ASPECTS: dict[str, tuple[str, Verdict, str, float]] = {
    "aid": ("Had the aid come?", "tension", "", 0.0),
    "outlook": ("Could the toll still rise?", "tension", "the books are closed here and open there", 0.0),
    "alone": ("Was it one person's deed?", "tension", "one person alone here, more than one there", 0.0),
}


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per aspect whose values divide the articles."""
    for aspect, (question, verdict, why, alike) in _ASPECTS.items():
        values = _values(story, aspect)
        if len(values) != 2:
            continue
        (one, first), (other, second) = values.items()
        shared = {c.span.article for c in first} & {c.span.article for c in second}
        if aspect != "aid":
            first, second = ([c for c in said if c.span.article not in shared] for said in (first, second))
        if first and second and _one_thing(story, first, second, alike):
            yield _difference(question, {one: first, other: second}, verdict, why)
    values = _values(story, "power")
    if len(values) > 1 and len({c.span.article for said in values.values() for c in said}) > 1:
        yield replace(_difference("Was the power cut?", values), doubtful=True, whole=True)


def _values(story: Story, aspect: str) -> dict[str, list[StateClaim]]:
    values: dict[str, list[StateClaim]] = defaultdict(list)
    for claim in story.of(StateClaim):
        if (
            claim.aspect == aspect
            and claim.polarity
            and (aspect != "outlook" or _TOLL.search(claim.sentence))
        ):
            values[claim.value].append(claim)
    return values


def _one_thing(story: Story, first: list[StateClaim], second: list[StateClaim], alike: float) -> bool:
    return any(story.similarity(a, b) >= alike for a in first for b in second)


def _difference(
    question: str, values: dict[str, list[StateClaim]], verdict: Verdict = "tension", why: str = ""
) -> Difference:
    told = f"{quoted(claims[0].span.quote for claims in values.values())} do not say the same"
    return Difference(
        rule=CODE,
        kind=KIND,
        question=question,
        sides=tuple(DraftSide(value=value, claims=tuple(claims)) for value, claims in values.items()),
        verdict=verdict,
        because=f"{told}: {why}." if why else f"{told}.",
        confidence=0.6,
    )
