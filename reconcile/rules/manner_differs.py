"""How it was decided, how it stands, what it is called: two words that exclude each other.

Finds a match decided in extra time here and on penalties there, hosts who own the house here and rent it there, a
deal that its makers call a merger of equals and another voice a takeover, aid that has come and aid that has not, a
toll that is final and one that may rise; and tells how the reports of a power cut fit together.

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
from dataclasses import replace

from reconcile.align.story import Story
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted
from reconcile.values.regex import regex

CODE = "EVT946"
KIND = "other"
VERDICT: Verdict = "contradiction"

_TOLL = regex(r"\b(?:toll|deaths?|dead|missing|bodies|survivors|rescue|killed)\b")
# Aspect: the question, what it is when nothing accounts for it and why, and how alike two statements must be.
_ASPECTS: dict[str, tuple[str, Verdict, str, float]] = {
    "decided": ("How was the match decided?", "contradiction", "a match ends in one of the two ways", 0.1),
    "deal": ("Is it a merger of equals or a takeover?", "tension", "", 0.0),
    "aid": ("Had the aid come?", "tension", "", 0.0),
    "outlook": ("Could the toll still rise?", "tension", "the books are closed here and open there", 0.0),
    "tenure": ("Do they own the place or rent it?", "contradiction", "one does not rent what one owns", 0.2),
    "alone": ("Was it one person's deed?", "tension", "one person alone here, more than one there", 0.0),
    "bout": ("How did the fight end?", "tension", "", 0.1),
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
