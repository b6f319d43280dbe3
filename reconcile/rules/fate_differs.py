"""What has become of somebody: missing, feared dead, in hospital, alive, dead.

Finds one person of whom two articles tell different fates, by name, by what both call the one they speak of, or by age;
and a number of people missing or trapped in one article, and as many dead or saved in another. A fate told later takes
the place of the one before it: an update. Who is dead in one article and alive in another that is no older is a
contradiction.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Orla Finn, 31, is missing after an avalanche on the Ordell pass above Tessaly."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-04, text: "The body of Orla Finn, 31, was found on the Ordell pass above Tessaly on Saturday."}
findings:
  - {verdict: explained, reason: update, sides: [["Orla Finn, 31, is missing"], ["body of Orla Finn"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reconcile.align.persons.standing import day, long_ago, withdrawn
from reconcile.align.persons.whose_fate import by_person
from reconcile.align.story import Story
from reconcile.claims.fate import FateClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict

CODE = "EVT950"
KIND = "other"
VERDICT: Verdict = "explained"

_RANKS = ("missing", "trapped", "feared dead", "in hospital", "alive", "home", "dead")
_OPEN = ("missing", "trapped", "feared dead")
_GENERAL = frozenset(
    ("person", "employee", "worker", "colleague", "comrade", "companion", "other", "victim", "body", "man")
)
_ONE = frozenset(
    {frozenset({"alive", "in hospital"}), frozenset({"alive", "home"}), frozenset({"missing", "trapped"})}
)


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each person, and each group of a number, whose fates divide the articles."""
    claims = [c for c in story.of(FateClaim) if not long_ago(story, c) and not withdrawn(c)]
    for who, said in by_person(story, claims).items():
        yield from _person(story, who, said)
    yield from _groups(story, [c for c in claims if c.number > 1])


def _last(claims: Sequence[FateClaim]) -> dict[str, str]:
    """The last fate that each article tells."""
    last: dict[str, str] = {}
    for claim in claims:
        known = last.get(claim.span.article, claim.value)
        last[claim.span.article] = max(known, claim.value, key=_RANKS.index)
    return last


def _person(story: Story, who: str, claims: Sequence[FateClaim]) -> Iterator[Difference]:
    last = _last(claims)
    found: dict[str, list[FateClaim]] = defaultdict(list)
    for claim in claims:
        if claim.value == last[claim.span.article]:
            found[claim.value].append(claim)
    values = sorted(found, key=_RANKS.index)
    if len(values) < 2 or (len(values) == 2 and frozenset(values) in _ONE):
        return
    dead = found.get("dead", ())
    denied = [
        c
        for value in ("alive", "home")
        for c in found.get(value, ())
        if dead and not _before(story, [c], dead)
    ]
    if denied:
        yield _difference(who, {"dead": list(dead), denied[0].value: denied}, "contradiction")
        return
    earlier = {
        v: [c for c in found[v] if _before(story, [c], found[values[-1]], same=True)] for v in values[:-1]
    }
    earlier = {value: said for value, said in earlier.items() if said}
    if earlier:
        yield _difference(who, earlier | {values[-1]: found[values[-1]]}, "explained")


def _before(
    story: Story, first: Sequence[FateClaim], second: Sequence[FateClaim], same: bool = False
) -> bool:
    """Whether the first claims' articles came out before all of the second's; with `same`, or on the same day."""
    days = [day(story, c) for c in first], [day(story, c) for c in second]
    if not (all(days[0]) and all(days[1])):
        return same
    return max(days[0]) < max(days[1]) or (same and max(days[0]) == max(days[1]))


def _groups(story: Story, claims: Sequence[FateClaim]) -> Iterator[Difference]:
    """As many people as were missing or trapped in one article, dead or saved in a later one."""
    by_number: dict[int, list[FateClaim]] = defaultdict(list)
    for claim in claims:
        by_number[claim.number].append(claim)
    for number, said in by_number.items():
        last = _last(said)
        open_ = [c for c in said if c.value in _OPEN and last[c.span.article] in _OPEN]
        closed = [
            c
            for c in said
            if c.value == last[c.span.article] in ("dead", "alive")
            and any(_one_group(o, c) and _before(story, [o], [c], same=True) for o in open_)
        ]
        if open_ and closed and len({c.value for c in closed}) == 1:
            who = f"the {number} {closed[0].noun}s"
            yield _difference(who, {open_[0].value: open_, closed[0].value: closed}, "explained")


def _one_group(first: FateClaim, second: FateClaim) -> bool:
    """Whether the nouns for two groups can be of one."""
    return first.noun == second.noun or not _GENERAL.isdisjoint((first.noun, second.noun))


def _difference(who: str, sides: dict[str, list[FateClaim]], verdict: Verdict) -> Difference:
    told = ", then ".join(f"“{said[0].span.quote}”" for said in sides.values())
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"What became of {who}?",
        sides=tuple(DraftSide(value=value, claims=tuple(said)) for value, said in sides.items()),
        verdict=verdict,
        reason="update" if verdict == "explained" else None,
        because=f"It is told as {told}: what is told later takes the place of what was known before."
        if verdict == "explained"
        else f"{told.replace(', then', ' and')} cannot both be true of {who} at that time.",
        confidence=0.65,
        settled=True,
    )
