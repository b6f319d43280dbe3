"""One person's title in full here, in a wider word there.

Finds titles of one person of which one is the wider or shorter word for the other: a school bus driver is a bus
driver, a supreme leader a leader. Both hold; a reader is told that nothing is in dispute.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Orla Finn, a school bus driver from Tessaly, was killed on Quarry Street."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Orla Finn, a bus driver, was killed on Quarry Street in Tessaly."}
findings:
  - {verdict: explained, reason: precision, sides: [["school bus driver"], ["bus driver"]]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.persons.holders import alike, compared, one_body, person
from reconcile.align.story import Story
from reconcile.claims.role import RoleClaim
from reconcile.rules.difference import Difference, Verdict
from reconcile.rules.posts import two_titles
from reconcile.values.roles import is_grade

CODE = "ROL702"
KIND = "role"
VERDICT: Verdict = "explained"


def check(story: Story) -> Iterator[Difference]:
    """Yields an explained difference for two titles of one person of which one is the wider word.

    Not told of where every article that has the one has the other too: it shortens the title itself.
    """
    seen: set[tuple[str, ...]] = set()
    for a, b, one, other, relation, _ in compared(story):
        key = (
            person(story, a),
            *sorted((" ".join((*one.narrow, one.office)), " ".join((*other.narrow, other.office)))),
        )
        if relation != "precision" or key in seen or not (one.kin or one_body(one, other)):
            continue
        if is_grade(one.office) != is_grade(other.office) and "commander" in (one.office, other.office):
            continue  # an admiral's command is another matter than his rank
        graded = is_grade(one.office) != is_grade(
            other.office
        )  # "Deputy Dahl" and "Cpl. Dahl" may well be one article's
        if not graded and _told_together(alike(story, a, one), alike(story, b, other)):
            continue
        seen.add(key)
        yield two_titles(CODE, story, a, b, one, other, 0.85)


def _told_together(first: tuple[RoleClaim, ...], second: tuple[RoleClaim, ...]) -> bool:
    """Whether the same articles have both titles."""
    return {c.span.article for c in first} == {c.span.article for c in second}
