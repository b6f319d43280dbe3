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

from reconcile.align.persons.holders import alike, compared, one_body, person, said_in_one_article, succession
from reconcile.align.story import Story
from reconcile.claims.role import RoleClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.posts import two_titles
from reconcile.values.roles import Role, wider

CODE = "ROL704"
KIND = "role"
VERDICT: Verdict = "explained"

_CAREERS = frozenset({"officer", "official", "politician", "lawmaker", "leader", "boss", "head", "spokesman"})

# Ranks by which their holders are called when they have retired.
_FOR_LIFE = frozenset({"general", "admiral", "colonel", "commodore", "brigadier", "professor", "judge"})


def check(story: Story) -> Iterator[Difference]:
    """Yields an explained difference for a post that one source says is, another was or will be, held."""
    seen: set[tuple[str, ...]] = set()
    for a, b, one, other, relation, _ in compared(story, unlike=True):
        key = (person(story, a), one.office, one.status, other.status)
        if relation in ("differs", "rank", "grade", "apart", "exclusive"):
            yield from _promoted(story, a, b, one, other, seen)
        if relation != "former" or key in seen or not one_body(one, other):
            continue
        if one.office in _FOR_LIFE or (
            {one.status, other.status} == {"current", "then"} and a.value == b.value
        ):
            continue  # "became director in 2011", and still is
        if said_in_one_article(story, a, one, b, other):
            continue
        seen.add(key)
        yield two_titles(CODE, story, a, b, one, other, 0.8)


def _promoted(
    story: Story, a: RoleClaim, b: RoleClaim, one: Role, other: Role, seen: set[tuple[str, ...]]
) -> Iterator[Difference]:
    """Another post of one career in an article of months later: a promotion, or a new start."""
    key = (person(story, a), *sorted((one.office, other.office)))
    if key in seen or not (_career(one) and _career(other)) or {one.status, other.status} == {"former"}:
        return
    if one.office == other.office and one.status == other.status and one.narrow == other.narrow:
        return
    first, second = alike(story, a, one), alike(story, b, other)
    both = {c.span.article for c in first} & {c.span.article for c in second}  # "now also deputy premier"
    order = succession(
        story, *(tuple(c for c in said if c.span.article not in both) or said for said in (first, second))
    )
    if order is None:
        return
    seen.add(key)
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=f"What is {a.subject}'s title?",
        sides=tuple(DraftSide(value=claims[0].value, claims=claims) for claims in order),
        confidence=0.75,
        doubtful=True,
    )


def _career(role: Role) -> bool:
    return not role.kin and bool(({role.office} | wider(role.office)) & _CAREERS)
