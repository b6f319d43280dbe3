"""At a club, inside it or outside it: where at one building something happened.

Finds a shooting, a fire or a fight that articles place differently at one building: inside it and outside it; or only
"at" it where another article says whether it was inside, outside or in the parking lot.

```yaml
articles:
  - {id: a, publisher: The Tern, text: "Two men were stabbed outside the Ordell Tavern in Tessaly on Friday night, police said."}
  - {id: b, publisher: Harbor Herald, text: "The stabbing at the Ordell Tavern in Tessaly left two men in hospital. They were stabbed at the Ordell Tavern on Friday."}
findings:
  - {verdict: explained, reason: precision, sides: [["outside the Ordell Tavern"], ["at the Ordell Tavern"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reconcile.align.places.venues import Venue, venue_of
from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted
from reconcile.values.spots import place_told

CODE = "PLC763"
KIND = "place"
VERDICT: Verdict = "explained"

_HOMES = frozenset({"house", "building", "complex"})  # of which a story has many
_ALIKE, _ALIKE_HOMES = 0.05, 0.25  # how like the sentences must be where no name tells the building


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per deed and kind of building at which articles place it differently."""
    told: dict[tuple[str, str], list[tuple[Venue, PlaceClaim]]] = defaultdict(list)
    for claim in story.of(PlaceClaim):
        venue = venue_of(claim)
        if venue is not None:
            told[venue.deed, venue.building].append((venue, claim))
    for (deed, building), members in sorted(told.items()):
        along = [m for m in told.get(("harm", building), ()) if m not in members] if deed != "harm" else []
        if deed != "harm" or all(key[1] != building or key[0] == "harm" for key in told):
            yield from _divided(story, [*members, *along], deed, building)


def _divided(
    story: Story, members: list[tuple[Venue, PlaceClaim]], deed: str, building: str
) -> Iterator[Difference]:
    """The difference between the articles that place a deed in different ways."""
    ways: dict[str, dict[str, list[tuple[Venue, PlaceClaim]]]] = defaultdict(lambda: defaultdict(list))
    for venue, claim in members:
        ways[claim.span.article][venue.where].append((venue, claim))
    sides: dict[str, list[tuple[Venue, PlaceClaim]]] = defaultdict(list)
    exact: set[str] = set()
    for said in ways.values():
        if "inside" in said and "outside" in said:
            continue  # it was both, or of two deeds
        for where, told in said.items():
            sides[where].extend(told)
        exact |= said.keys()
    apart = "inside" in exact
    if "outside" not in sides or (apart and building in _HOMES):
        return  # one of those hurt in it, another in front of it
    if apart:  # an article that tells which has nothing new to tell by "at"
        knows = {claim.span.article for where in ("inside", "outside") for _, claim in sides[where]}
        sides["at"] = [member for member in sides.get("at", ()) if member[1].span.article not in knows]
    shown: dict[str, list[tuple[Venue, PlaceClaim]]] = defaultdict(list)
    for where, told in sides.items():
        for venue, claim in told:
            shown[f"{where} the {building}" if apart else _spot(where, building, claim)].append(
                (venue, claim)
            )
    if len(shown) < 2 or not _one_place(story, building, shown):
        return
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=f"Where at the {building} was it?",
        sides=tuple(
            DraftSide(value=spot, claims=tuple(claim for _, claim in said)) for spot, said in shown.items()
        ),
        verdict="tension" if apart else "explained",
        reason=None if apart else "precision",
        because=f"{quoted(said[0][1].span.quote for said in shown.values())} tell of one {building}, "
        + ("inside and outside." if apart else "one more exactly than the other."),
        confidence=0.6,
        settled=True,
    )


def _spot(where: str, building: str, claim: PlaceClaim) -> str:
    """Where it was as the claim has it: at or outside the building, or on which of its grounds."""
    told = place_told(claim.value) if where == "outside" and claim.noun else None
    if told is not None and told.spot.kind == "grounds":
        return f"in the {told.spot.noun} of the {building}"
    return f"{where} the {building}"


def _one_place(story: Story, building: str, sides: dict[str, list[tuple[Venue, PlaceClaim]]]) -> bool:
    """Whether two of the sides may speak of one building: of one name, or of none, in like words."""
    first, *others = sides.values()
    for one, a in first:
        for other, b in (member for said in others for member in said):
            if a.span.article == b.span.article or story.same_origin(a, b):
                continue
            if one.name and other.name and not one.name & other.name:
                continue
            if bool(one.name & other.name) or story.similarity(a, b) >= (
                _ALIKE_HOMES if building in _HOMES else _ALIKE
            ):
                return True
    return False
