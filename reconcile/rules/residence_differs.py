"""Where a person lives or grew up, told in two ways.

Finds a person whom articles put in two homes: two streets, two towns, a town and the state that it lies in. A larger
place that holds the smaller one is explained. One street's name with another word for its kind (a lane, a drive) is a
contradiction, and so are two towns that are known to lie apart; two places of which neither article names the other's
are a tension, since people move, and a suburb may go by the name of its town. Where somebody lives and where the same
person grew up are two facts.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Ivo Petersen, 44, of Heron Lane, dropped his pistol in the cellar on Sunday, the Ordell police said."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "The Ordell police said that the pistol of Ivo Petersen, of Heron Drive, went off in the cellar on Sunday."}
findings:
  - {verdict: contradiction, sides: [["Ivo Petersen, 44, of Heron Lane"], ["Ivo Petersen, of Heron Drive"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

from reconcile.align.persons.holders import person
from reconcile.align.places.scenes import mentions_place
from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.places import countries, fold, known, relate_places, street_kind, usual
from reconcile.values.relation import Relation

CODE = "PLC761"
KIND = "place"
VERDICT: Verdict = "tension"

_ASKED = {"live": "Where does {} live?", "raise": "Where did {} grow up?"}
_CONTAINED = (Relation.REFINES, Relation.COARSENS)


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per person and pair of homes that are not one."""
    homes: dict[tuple[str, str], dict[str, list[PlaceClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(PlaceClaim):
        if claim.relation == "residence" and claim.polarity:
            homes[person(story, claim), claim.event][usual(claim.value)].append(claim)
    for (_, event), places in homes.items():
        for (one, first), (other, second) in combinations(places.items(), 2):
            found = _compared(story, first, second, one, other)
            if found is None:
                continue
            verdict, why = found
            a, b = first[0], second[0]
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=_ASKED[event].format(a.subject),
                sides=(
                    DraftSide(value=a.value, claims=tuple(first)),
                    DraftSide(value=b.value, claims=tuple(second)),
                ),
                verdict=verdict,
                because=f'"{a.span.quote}" and "{b.span.quote}": {why}.',
                confidence=0.7 if verdict != "tension" else 0.5,
                settled=verdict != "explained",
                doubtful=verdict == "explained",
                whole=verdict == "explained",
            )
    yield from _moved(homes)


def _moved(homes: dict[tuple[str, str], dict[str, list[PlaceClaim]]]) -> Iterator[Difference]:
    """Yields an explained difference per person of whom one place tells where he lives, another where he grew up."""
    for (who, event), places in homes.items():
        origins = homes.get((who, "raise"), {}) if event == "live" else {}
        for (one, first), (other, second) in product(places.items(), origins.items()):
            if one == other or relate_places(one, other) in _CONTAINED:
                continue
            a, b = first[0], second[0]
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Where is {a.subject} from?",
                sides=(
                    DraftSide(value=f"lives in {a.value}", claims=tuple(first)),
                    DraftSide(value=f"grew up in {b.value}", claims=tuple(second)),
                ),
                verdict="explained",
                reason="facet",
                because=f'"{a.span.quote}" tells where {a.subject} lives, "{b.span.quote}" where from.',
                confidence=0.6,
                settled=True,
            )


def _compared(
    story: Story, first: list[PlaceClaim], second: list[PlaceClaim], one: str, other: str
) -> tuple[Verdict, str] | None:
    """What two homes of one person have to do with each other, and why; None where nothing is to be told."""
    a, b = first[0], second[0]
    if {c.span.article for c in first} & {c.span.article for c in second} or story.same_origin(a, b):
        return None
    streets = [street_kind(c.value) for c in (a, b)]
    if all(streets):
        apart = streets[0] != streets[1] and fold(a.value).split()[:-1] == fold(b.value).split()[:-1]
        return (
            ("contradiction", "one name for two kinds of street, and nobody lives in both") if apart else None
        )
    if any(streets):
        return None  # a street lies in a town
    if (one in countries()) != (other in countries()):
        return None  # one from a town of one country may live in another
    held = [fold(c.span.quote).replace(" ,", ",") for c in (a, b)]
    inside = f", {other}" in held[0] or f", {one}" in held[1]
    if inside or relate_places(one, other) in _CONTAINED:
        return "explained", "the one lies in the other"
    if known(one) and known(other) and relate_places(one, other) is Relation.DIFFERS:
        near = any(other in fold(c.sentence) for c in first) or any(one in fold(c.sentence) for c in second)
        return None if near else ("contradiction", "two towns, and neither lies in the other")
    if any(mentions_place(story, c.span.article, other) for c in first) or any(
        mentions_place(story, c.span.article, one) for c in second
    ):
        return None
    return "tension", "two places, and neither article names the other's"
