"""One event in two countries.

Finds articles that share the people and places of their first sentences but set the scene in different
countries ("the Swiss Alps" here, "the Austrian state of Tyrol" there), neither of them naming the other's
country anywhere.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Nine people died on Monday when a cable car fell near Vikholm in the Norwegian mountains. The driver, Ivo Petersen, was among them."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Rescuers in northern Sweden searched all night under the broken cable. Ivo Petersen, at the controls, never left Vikholm, his brother said."}
findings:
  - {verdict: contradiction, sides: [["Norwegian mountains"], ["Sweden"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.places.lands import land, named_lands, shared_names
from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.places import fold

CODE = "PLC757"
KIND = "place"
VERDICT: Verdict = "contradiction"

_LEAD = 600  # characters in which a report says where it happened
_SHARED = 2  # names of people and places that the leads of two reports of one event have in common
_LIFE = frozenset({"worked", "played", "lived", "born", "studied", "married"})  # of a life, not of the news
_SCENE = frozenset({"in", "at", "near", "lies", "dateline"})


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction per pair of countries in which articles that share names set the scene."""
    named, names = named_lands(story), shared_names(story, _LEAD)
    scenes: dict[str, dict[str, list[PlaceClaim]]] = defaultdict(lambda: defaultdict(list))
    homes = {(c.span.article, at) for c in story.of(PlaceClaim) if c.relation == "from" for at in _reach(c)}
    for claim in story.of(PlaceClaim):
        stands = claim.span.end - len(claim.value)
        inside = not homes.isdisjoint(
            (claim.span.article, at) for at in (claim.span.start, stands)
        )  # "a party from Ghent in Belgium"
        if (
            (claim.relation in _SCENE or claim.how == "off")
            and claim.polarity
            and claim.span.start < _LEAD
            and not inside
            and claim.event not in _LIFE
        ):
            for country in land(claim.value, outright=claim.relation != "lies"):
                scenes[claim.span.article][country].append(claim)
    only = {article: next(iter(found.items())) for article, found in scenes.items() if len(found) == 1}
    told: set[frozenset[str]] = set()
    for (one, (here, first)), (other, (there, second)) in combinations(only.items(), 2):
        pair = frozenset({here, there})
        if here == there or pair in told or here in named[other] or there in named[one]:
            continue
        if {fold(c.subject) for c in first if c.relation == "lies"} & {fold(c.subject) for c in second}:
            continue  # a town in two countries: PLC751 tells it
        if len(names[one] & names[other]) < _SHARED or story.same_origin(first[0], second[0]):
            continue
        told.add(pair)
        shared = " and ".join(sorted(names[one] & names[other])[:2])
        sides = tuple(
            DraftSide(
                value=country.title(),
                claims=tuple(c for _, (place, held) in only.items() if place == country for c in held),
            )
            for country in (here, there)
        )
        yield Difference(
            rule=CODE,
            kind=KIND,
            question="In which country was it?",
            sides=sides,
            verdict="contradiction",
            because=f'"{first[0].span.quote}" and "{second[0].span.quote}": both tell of {shared}, '
            "and neither names the other's country.",
            confidence=0.65,
            settled=True,
        )


def _reach(claim: PlaceClaim) -> range:
    return range(claim.span.start, claim.span.end + 5)
