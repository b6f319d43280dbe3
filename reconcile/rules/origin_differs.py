"""One person or group from two countries.

Finds a person whom sources call a national of different countries ("Kenya's", "the Ethiopian"), and a group (a school
party, a crew) that comes from one country here and from another there, where neither article names the other's
country at all. The one person wounded or killed is compared too, when both articles have only one.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Norway's Ivo Petersen won the Ordell marathon in Tessaly on Sunday."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "The race in Tessaly went to the Danish runner Ivo Petersen, who led from the bridge."}
findings:
  - {verdict: contradiction, sides: [["Norway's Ivo Petersen"], ["Danish runner Ivo Petersen"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, pairwise

from reconcile.align.holders import person
from reconcile.align.lands import named_lands, shared_names
from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.claims.quantity import QuantityClaim
from reconcile.language.gazetteer import country_of_people
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.places import country_of

CODE = "PLC758"
KIND = "place"
VERDICT: Verdict = "contradiction"

_SHARED = 2  # names that two reports of one event have in common


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction per person or group that comes from two countries."""
    found: dict[str, dict[str, list[PlaceClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(PlaceClaim):
        lands = country_of(claim.value) if claim.relation == "home" else frozenset()
        if len(lands) == 1:
            group = claim.subject[:1].islower()
            who = f"= {claim.subject.rstrip('s')}" if group else person(story, claim)
            found[who][next(iter(lands))].append(claim)
    for who, homes in found.items():
        for (here, first), (there, second) in combinations(homes.items(), 2):
            if not _apart(story, who, (here, first), (there, second)):
                continue
            a, b = first[0], second[0]
            yield Difference(
                rule=CODE,
                kind=KIND if a.subject[:1].islower() else "participant",
                question=f"Where does {a.subject} come from?"
                if a.subject[:1].isupper()
                else f"Where does the {a.subject} come from?",
                sides=(
                    DraftSide(value=here.title(), claims=tuple(first)),
                    DraftSide(value=there.title(), claims=tuple(second)),
                ),
                verdict="contradiction",
                because=f'"{a.span.quote}" and "{b.span.quote}": two countries for one, and no article has both.',
                confidence=0.65,
                settled=True,
            )
    yield from _harmed(story)


def _harmed(story: Story) -> Iterator[Difference]:
    """The one person wounded, killed or held, who has another nationality in another article."""
    told: dict[str, dict[str, list[QuantityClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(QuantityClaim):
        if claim.measure in _FATES and claim.polarity and claim.modality == "asserted":
            told[claim.measure][claim.span.article].append(claim)
    for measure, articles in told.items():
        found: dict[tuple[str, str], list[QuantityClaim]] = defaultdict(list)
        for claims in articles.values():
            if any(str(c.value.low) != "1" or not c.value.exact for c in claims):
                continue  # several: the other may be the one of the other article
            kinds = {kind for c in claims if (kind := _national(c.counted))}
            if len(kinds) == 1:
                noun, land = kinds.pop()
                found[noun, land] += [c for c in claims if _national(c.counted)]
        for ((noun, here), first), ((other, there), second) in combinations(found.items(), 2):
            if noun != other or here == there or story.same_origin(first[0], second[0]):
                continue
            yield Difference(
                rule=CODE,
                kind="participant",
                question=f"Which country does the {noun} come from?",
                sides=(
                    DraftSide(value=here, claims=tuple(first)),
                    DraftSide(value=there, claims=tuple(second)),
                ),
                verdict="contradiction",
                because=f'"{first[0].counted}" and "{second[0].counted}": each article has one {measure}, '
                "of two countries.",
                confidence=0.6,
                settled=True,
            )


def _national(counted: str) -> tuple[str, str] | None:
    """The noun and the country of "a Danish sailor"; None where no country is told."""
    said = counted.split()
    for adjective, noun in pairwise(said):
        land = country_of_people(adjective) if adjective[:1].isupper() else None
        if land is not None and noun.islower():
            return noun, land.name
    return None


_FATES = frozenset({"injured", "killed", "missing", "arrested", "kidnapped", "rescued"})


def _apart(
    story: Story, who: str, one: tuple[str, list[PlaceClaim]], other: tuple[str, list[PlaceClaim]]
) -> bool:
    """Whether the two homes exclude each other: no article has both, and a group is surely one and the same."""
    (here, first), (there, second) = one, other
    sources = [sorted({claim.span.article for claim in claims}) for claims in (first, second)]
    if set(sources[0]) & set(sources[1]) or story.same_origin(first[0], second[0]):
        return False
    if not who.startswith("= "):
        return True
    named = named_lands(story)
    if any(there in named[article] for article in sources[0]):
        return False
    if any(here in named[article] for article in sources[1]):
        return False
    names = shared_names(story)
    return len(names[sources[0][0]] & names[sources[1][0]]) >= _SHARED
