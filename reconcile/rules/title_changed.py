"""A title held at another time: then, former, acting, elect.

Finds a person whom one source gives a post and another the same post of an earlier or later time. "Premier" and
"then Premier" hold for the same moment in the past; "president" and "former president" need a date between them.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The Ordell pact was signed in Tessaly in 1961 by Premier Anton Brandt of Halvard."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "The Ordell pact was signed by then Premier Anton Brandt in Tessaly in 1961 for Halvard."}
findings:
  - {verdict: explained, reason: precision, sides: [["Premier Anton Brandt"], ["then Premier"]]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.holders import alike, compared, one_body, person, said_in_one_article
from reconcile.align.story import Story
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "ROL704"
KIND = "role"
VERDICT: Verdict = "explained"


def check(story: Story) -> Iterator[Difference]:
    """Yields an explained difference for a post that one source says is, another was or will be, held."""
    seen: set[tuple[str, ...]] = set()
    for a, b, one, other, relation, why in compared(story):
        key = (person(story, a), one.office, one.status, other.status)
        if relation != "former" or key in seen or not one_body(one, other):
            continue
        if said_in_one_article(story, a, one, b, other):
            continue
        seen.add(key)
        then = "former" not in (one.status, other.status) and "elect" not in (one.status, other.status)
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"What is {a.subject}'s title?",
            sides=(
                DraftSide(value=a.value, claims=alike(story, a, one)),
                DraftSide(value=b.value, claims=alike(story, b, other)),
            ),
            verdict="explained",
            reason="precision" if then else "update",
            because=f"{a.subject} is called {a.value} and {b.value}: {why}.",
            confidence=0.8,
            settled=True,
        )
