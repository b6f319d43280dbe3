"""A participant named here, described there.

Finds an event in which one article names who took part and another says it by office only: "a university president
attended" and "attended by Ida Brandt, president of Vik University". One person, less exactly.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Last year a university president attended the Ordell dinner in Tessaly."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Last year's Ordell dinner in Tessaly was attended by Ida Brandt, president of Halvard University."}
findings:
  - {verdict: explained, reason: precision, sides: [["a university president attended"], ["attended by Ida Brandt"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

from reconcile.align.deeds.doers import asserted, one_patient
from reconcile.align.deeds.participants import asked
from reconcile.align.persons.holders import one_person
from reconcile.align.story import Story
from reconcile.claims.deeds.doing import deeds
from reconcile.claims.participation import ParticipationClaim
from reconcile.claims.role import RoleClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.roles import Role, body_words, parse_role, wider

CODE = "PAR923"
KIND = "participant"
VERDICT: Verdict = "explained"

_MOST = 200  # claims of one class of events that are held against one another


def check(story: Story) -> Iterator[Difference]:
    """Yields an explained difference for a description that fits somebody named for the same event."""
    events: dict[str, list[ParticipationClaim]] = defaultdict(list)
    for claim in story.of(ParticipationClaim):
        if claim.polarity and len(events[claim.event]) < _MOST:
            events[claim.event].append(claim)
    for claims in events.values():
        described = [(c, role) for c in claims if c.value[:1].islower() and (role := _described(c.value))]
        if described:
            yield from _covered(story, described, [c for c in claims if c.value[:1].isupper()])


def _covered(
    story: Story, described: list[tuple[ParticipationClaim, Role]], named: list[ParticipationClaim]
) -> Iterator[Difference]:
    """Who is named for an event for which another article has a description that fits."""
    seen: set[tuple[str, str]] = set()
    titles = {name: list(_titles(story, name)) for name in dict.fromkeys(claim.value for claim in named)}
    for (one, role), other in product(described, named):
        if one.span.article == other.span.article or (one.value, other.value) in seen:
            continue
        if " and " in other.value:
            continue  # two of them
        if one.event in deeds() and not _one_deed(story, one, other):
            continue
        title = next((t for t in titles[other.value] if _covers(role, t)), None)
        if title is None:
            continue
        seen.add((one.value, other.value))
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=asked(one.event, one.value, other.value),
            sides=(DraftSide(value=one.value, claims=(one,)), DraftSide(value=other.value, claims=(other,))),
            because=f"{other.value} is {title.office}{' of ' + title.body if title.body else ''}, which {one.value} covers.",
            confidence=0.8,
            doubtful=True,
        )


def _one_deed(story: Story, one: ParticipationClaim, other: ParticipationClaim) -> bool:
    """Whether both tell a deed done to one and the same, each by words of its own for the doer."""
    if not (asserted(one) and asserted(other)) or one.value.startswith(("another ", "other ")):
        return False
    return not (one.subject and other.subject) or one_patient(story, one, other)


def _described(phrase: str) -> Role | None:
    """The role in a noun phrase; a plural gives its singular's."""
    return parse_role(phrase) or parse_role(phrase.removesuffix("s"))


def _titles(story: Story, name: str) -> Iterator[Role]:
    for title in story.of(RoleClaim):
        role = title.role
        if role is not None and not role.kin and one_person(title.subject, name):
            yield role


def _covers(described: Role, title: Role) -> bool:
    """Whether a description by office fits a title: the office or a wider word, and every narrowing word."""
    if described.office != title.office and described.office not in wider(title.office):
        return False
    told = body_words(title) | set(title.narrow) | {title.nation}
    return all(word in told for word in described.narrow) and described.nation in ("", title.nation)
