"""Estimates of one crowd that differ.

Finds figures for a march, a rally or the people before a courthouse that articles of the same days give differently,
however they call those who came ("300 demonstrators", "several hundred farmers protested", "the crowd at 400"). Nobody
counts such a crowd: the police, the organisers and the paper each have their own figure, so the difference is one to look at,
not a slip. A figure that a hedged one covers is explained.

Why it matters: the size of a protest is what both sides fight over, and a paper that prints one figure takes a side.

```yaml
articles:
  - {id: a, publisher: Harbour Post, published: 2024-03-02, text: "About 300 demonstrators marched to the ferry office in Brae on Friday, police said."}
  - {id: b, publisher: Tern Daily, published: 2024-03-02, text: "On Friday 900 islanders protested before the ferry office in Brae, the organisers said."}
findings:
  - {verdict: tension, reason: attributed, sides: [["About 300 demonstrators"], ["900 islanders"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from reconcile.align.figures.closeness import Match
from reconcile.align.figures.crowds import crowds
from reconcile.align.figures.scopes import places_apart
from reconcile.align.figures.weighing import apart
from reconcile.align.story import Story
from reconcile.claims.quantity import QuantityClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.relation import Relation

CODE = "NUM508"
KIND = "number"
VERDICT: Verdict = "tension"

_DAYS = timedelta(days=3)  # further apart, articles may tell of another day's crowd
_FARTHEST = 12  # estimates of one crowd are seldom this many times apart
_MOST = 12  # articles whose crowds are held against each other


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference for the crowd of the story, where every article that counts one counts one only."""
    single = [mine for mine in crowds(story).values() if len({_size(c) for c in mine if not c.rival}) == 1]
    pairs = [
        (first, second)
        for one, other in combinations(single[:_MOST], 2)
        for first in one
        for second in other
        if _one_crowd(first, second, story)
    ]
    matches = tuple(Match(a, b, 0.5, a.value.relation(b.value), brief=True) for a, b in pairs)
    sides: dict[str, dict[str, QuantityClaim]] = defaultdict(dict)
    for pair in pairs:
        for claim in pair:
            sides[str(claim.value)].setdefault(claim.id, claim)
    for left, right in combinations(sides, 2):
        mine = tuple(m for m in matches if {str(m.first.value), str(m.second.value)} == {left, right})
        if not mine or mine[0].relation is Relation.SAME or _loose(mine, matches):
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question="How large was the crowd?",
            sides=tuple(DraftSide(value=v, claims=tuple(sides[v].values())) for v in (left, right)),
            verdict=VERDICT,
            because=f"{mine[0].first.span.quote!r} and {mine[0].second.span.quote!r} are estimates of one crowd.",
            confidence=0.7,
            matches=mine,
            clashes=tuple(m for m in mine if not m.relation.compatible),
            doubtful=all(m.relation.compatible for m in mine),
        )


def _loose(mine: tuple[Match, ...], matches: tuple[Match, ...]) -> bool:
    """Whether the pairs set a vague word against one figure that covers another: "a few hundred" beside 300 and 2,000."""
    if any(match.relation.compatible for match in mine):
        return False
    vague = {c.id for m in mine for c in (m.first, m.second) if c.form == "vague"}
    return any(m.relation.compatible and {m.first.id, m.second.id} & vague for m in matches)


def _size(claim: QuantityClaim) -> str:
    return str(claim.value.point or claim.value)


def _one_crowd(first: QuantityClaim, second: QuantityClaim, story: Story) -> bool:
    """Whether two figures may be for one crowd: of one place, in articles of the same days, and of one order."""
    days = [story.article(claim).published for claim in (first, second)]
    starts = [day.interval.start for day in days if day is not None and day.interval.start is not None]
    far = len(starts) == 2 and abs(starts[0].replace(tzinfo=None) - starts[1].replace(tzinfo=None)) > _DAYS
    return not far and places_apart(first, second) is None and apart(first.value, second.value) <= _FARTHEST
