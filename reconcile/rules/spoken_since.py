"""Silent in an earlier article, heard in a later one.

Finds a person or a body of whom one article says that there was no comment from them yet, and whom another article, of the
same day or later, quotes or reports as saying something. "No comment yet" holds until somebody comments: an update.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "A ferry sank off Tessaly on Thursday. There was no immediate comment from Ordell Lines."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-03, text: "A ferry sank off Tessaly on Thursday. Ordell Lines said that the crew had followed every rule."}
findings:
  - {verdict: explained, reason: update, sides: [["no immediate comment"], ["Ordell Lines said"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.persons.standing import day
from reconcile.align.story import Story
from reconcile.claims.attribution import AttributionClaim
from reconcile.claims.claim import Claim
from reconcile.claims.state import StateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "EVT952"
KIND = "other"
VERDICT: Verdict = "explained"

_MOST = 4  # statements of one article that are shown


def check(story: Story) -> Iterator[Difference]:
    """Yields one explained difference per person or body that had not spoken in one article, and has in a later one."""
    silent: dict[str, list[StateClaim]] = defaultdict(list)
    for claim in story.of(StateClaim):
        if claim.aspect == "comment":
            silent[_who(story, claim)].append(claim)
    if not silent:
        return
    heard: dict[str, list[AttributionClaim]] = defaultdict(list)
    for said in story.of(AttributionClaim):
        who = _who(story, said)
        if who in silent:
            heard[who].append(said)
    for who, claims in silent.items():
        quiet = {claim.span.article for claim in claims}
        spoken: dict[str, list[AttributionClaim]] = defaultdict(list)
        for said in heard.get(who, ()):
            if said.span.article not in quiet and any(_in_turn(story, claim, said) for claim in claims):
                spoken[said.span.article].append(said)
        told = [said for of_one in spoken.values() for said in of_one[:_MOST]]
        if told:
            name = claims[0].subject
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Had {name} spoken?",
                sides=(
                    DraftSide(value="not yet", claims=tuple(claims)),
                    DraftSide(value="spoken", claims=tuple(told)),
                ),
                verdict="explained",
                reason="update",
                because=f"“{claims[0].span.quote}” held when it was written; “{told[0].span.quote}” is told since.",
                confidence=0.6,
                settled=True,
            )


def _who(story: Story, claim: Claim) -> str:
    """What is the same for all names of one speaker."""
    entity = story.entities.of(claim.subject, claim.span.article)
    return entity.name if entity is not None else claim.subject


def _in_turn(story: Story, silent: Claim, said: Claim) -> bool:
    """Whether somebody is heard in an article that is no older than the one that has no word from them."""
    days = day(story, silent), day(story, said)
    return all(days) and days[0] <= days[1]
