"""How somebody came to harm, and how badly: hit by a beam here, fallen through a floor there.

Finds one person, by name or by what both articles call the one they speak of, who is hurt or dies in two ways of which
neither article has both, or who is hardly hurt in one and breaks bones in the other, or
is carried away by other means. One may have led to the other, so this is a tension for somebody to look at.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The firefighter was hit by a falling beam in the Ordell mill in Tessaly, the Tessaly fire service said on Thursday."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "The firefighter fell through a floor of the Ordell mill in Tessaly on Thursday, a witness said."}
findings:
  - {verdict: tension, sides: [["hit by"], ["fell through"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.holders import one_person
from reconcile.align.referents import single
from reconcile.align.standing import withdrawn
from reconcile.align.story import Story
from reconcile.claims.harm import HarmClaim
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "EVT948"
KIND = "other"
VERDICT: Verdict = "tension"

_QUESTIONS = {
    "harm": "How did {} come to harm?",
    "badly": "How badly was {} hurt?",
    "moved": "How was {} brought away?",
}
# Ways that go together: who is burned is smothered too.
_TOGETHER = (
    frozenset({"burned", "smothered"}),
    frozenset({"struck", "crushed"}),
    frozenset({"fell", "crushed"}),
    frozenset({"starved", "illness"}),
)


def check(story: Story) -> Iterator[Difference]:
    """Yields one tension per person who comes to harm in two ways."""
    claims = [c for c in story.of(HarmClaim) if c.polarity and not withdrawn(c)]
    told: dict[str, list[HarmClaim]] = defaultdict(list)
    for claim in claims:
        told[claim.span.article].append(claim)
    seen: set[str] = set()
    for a, b in combinations(claims, 2):
        if (
            a.value == b.value
            or a.event != b.event
            or a.span.article == b.span.article
            or story.same_origin(a, b)
            or {a.id, b.id} & seen
        ):
            continue
        if {a.value, b.value} in _TOGETHER or not _one_person(story, a, b):
            continue
        if any(c.value == b.value for c in told[a.span.article]) or any(
            c.value == a.value for c in told[b.span.article]
        ):
            continue
        seen |= {a.id, b.id}
        who = a.subject or b.subject or f"the {a.noun.split()[0]}"
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=_QUESTIONS[a.event].format(who),
            sides=(DraftSide(value=a.value, claims=(a,)), DraftSide(value=b.value, claims=(b,))),
            verdict="tension",
            because=f"“{a.span.quote}” and “{b.span.quote}” are told of {who}, and no article tells both.",
            confidence=0.55,
            settled=True,
        )


def _one_person(story: Story, a: HarmClaim, b: HarmClaim) -> bool:
    """Whether two claims are about one person."""
    if a.subject and b.subject:
        return one_person(a.subject, b.subject)
    nouns = [{*c.noun.split(), *_called(story, c)} for c in (a, b)]
    for noun in sorted(nouns[0] & nouns[1]):
        known = [noun not in words("anybody") or bool(c.subject) for c in (a, b)]
        if all(known) and (
            a.subject or b.subject or all(single(story, c.span.article, noun) for c in (a, b))
        ):
            return True
    return False


def _called(story: Story, claim: HarmClaim) -> frozenset[str]:
    """What the article calls the person that the claim names."""
    if not claim.subject:
        return frozenset()
    return story.reading(claim.span.article).document.antecedents.called(claim.subject)
