"""Why it was done: one deed, two reasons.

Finds clauses with "because" whose deeds are one and whose reasons share no telling word. Several reasons can hold
together, and different people may give them, so this is a tension for somebody to look at.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The Ordell Street permit was denied because the hosts wanted to sell alcohol, Tessaly police said."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Tessaly officials said they had denied the Ordell Street permit because neighbours had complained in the past."}
findings:
  - {verdict: tension, sides: [["sell alcohol"], ["complained in the past"]]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.stems import stem
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "EVT947"
KIND = "other"
VERDICT: Verdict = "tension"

_MOST = 60
_RETICENT = frozenset(
    ("declined", "refused", "asked", "requested", "wanted", "needed", "happened", "believed")
)  # no deeds
_OWN = regex(r"\b(?:I|I'm|we|my)\b")


def check(story: Story) -> Iterator[Difference]:
    """Yields one tension per deed for which articles give reasons that share nothing."""
    causes = [c for c in story.of(StateClaim) if c.aspect == "cause" and c.polarity][:_MOST]
    seen: set[str] = set()
    for claim in causes:
        if claim.id in seen:
            continue
        same = [claim, *(o for o in causes if o.id not in seen and _one_deed(story, claim, o))]
        against = [o for o in same if not telling(o.value) & telling(claim.value)]
        along = [o for o in same if o not in against]
        if not against or not {c.span.article for c in along} ^ {c.span.article for c in against}:
            continue
        seen.update(c.id for c in same)
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"What is the reason given for “{claim.subject.strip()}”?",
            sides=(
                DraftSide(value=claim.value, claims=tuple(along)),
                DraftSide(value=against[0].value, claims=tuple(against)),
            ),
            verdict="tension",
            because=f"One reason is {claim.value!r}, the other {against[0].value!r}; both may hold.",
            confidence=0.55,
        )


def _one_deed(story: Story, first: StateClaim, second: StateClaim) -> bool:
    """Whether two clauses tell of one deed: a verb in the past that both have, in sentences not wholly unlike."""
    if (
        first.span.article == second.span.article
        or _OWN.search(first.span.quote)
        or _OWN.search(second.span.quote)
    ):
        return False
    return bool(_deeds(first.subject) & _deeds(second.subject)) and story.similarity(first, second) >= 0.04


def _deeds(clause: str) -> frozenset[str]:
    return frozenset(
        stem(word)
        for word in clause.lower().split()
        if len(word) > 4 and word.endswith("ed") and word not in _RETICENT
    )
