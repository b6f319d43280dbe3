"""One place of an event, said more or less exactly: in, near, outside; a city and its country.

Finds claims that place one event at one named place in different ways ("in Atlanta", "outside Atlanta", "near
Atlanta"), or in two places of which one contains the other. A reader is told that the accounts agree, as far as
they go. "Inside" against "outside" one building is left as a tension.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Ivo Petersen was arrested in Atlanta on Friday, the Ordell police said."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "The Ordell police said that Ivo Petersen was captured outside of Atlanta on Friday."}
findings:
  - {verdict: explained, reason: precision, sides: [["arrested in Atlanta"], ["outside of Atlanta"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from reconcile.align.places.scenes import family, same_scene
from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import listed, quoted
from reconcile.values.places import country_of, fold, known, relate_places, usual
from reconcile.values.relation import Relation

CODE = "PLC752"
KIND = "place"
VERDICT: Verdict = "explained"

_SITUATED = ("in", "at", "near", "outside")
_ASTRAY = frozenset({"off", "near", "near to", "close to", "between", "not far from", "in the vicinity of"})
_LIKE = 0.2  # how alike two scenes are that are taken for one
_FAINT = 0.03
_MOST = 12
_SILENT = frozenset({"", "said", "published", "lie", "treat"})


def check(story: Story) -> Iterator[Difference]:
    """Yields explained differences of precision between places of one event."""
    named = [claim for claim in story.of(PlaceClaim) if not claim.noun]
    claims = [c for c in named if c.relation in _SITUATED and c.event not in _SILENT and c.polarity]
    found = list(_situations(claims, family))
    yield from found
    ids = {claim.id for one in found for side in one.sides for claim in side.claims}
    told = {_landmark(c.value) for c in claims if c.id in ids}
    scene = [c for c in claims if _of_the_scene(c) and _landmark(c.value) not in told]
    yield from _situations(_one_way(scene), lambda _: "scene", story)
    yield from _containment(story, claims, [c for c in named if c.relation == "lies" and c.polarity])
    yield from _landmarks(story, named)
    yield from _districts([c for c in named if c.relation == "district"])


def _landmarks(story: Story, claims: list[PlaceClaim]) -> Iterator[Difference]:
    """One event in open country or at sea, placed by different landmarks: off a village, between a port and an island."""
    by_event: dict[str, dict[str, list[PlaceClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.how in _ASTRAY and claim.polarity and claim.event not in _SILENT:
            by_event[claim.event][usual(claim.value)].append(claim)
    for found in by_event.values():
        spots = list(found.values())
        together = [
            said
            for said in spots
            if any(
                a.span.article != b.span.article and same_scene(story, a, b) >= _LIKE
                for other in spots
                if other is not said
                for a in said[:_MOST]
                for b in other[:_MOST]
            )
        ]
        if len(together) < 2 or len({c.span.article for said in together for c in said}) < 2:
            continue
        names = [
            str(said[0]) if said[0].how == "between" else f"{said[0].how} {said[0].value}"
            for said in together
        ]
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Was it {listed(names, 'or')}?",
            sides=tuple(DraftSide(value=n, claims=tuple(c)) for n, c in zip(names, together, strict=True)),
            because=f"{quoted(names)} place one spot by different landmarks.",
            confidence=0.6,
            doubtful=True,
            whole=True,
        )


def _districts(claims: list[PlaceClaim]) -> Iterator[Difference]:
    """One numbered part of a city, called a district here and an arrondissement there."""
    by_number: dict[str, dict[str, list[PlaceClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        number, _, noun = claim.value.lower().partition(" ")
        by_number[number][noun].append(claim)
    for number, nouns in by_number.items():
        if len(nouns) < 2 or len({c.span.article for said in nouns.values() for c in said}) < 2:
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Is it called {' or '.join(f'the {number} {noun}' for noun in nouns)}?",
            sides=tuple(
                DraftSide(value=f"{number} {noun}", claims=tuple(said)) for noun, said in nouns.items()
            ),
            confidence=0.8,
            doubtful=True,
            whole=True,
        )


def _situations(
    claims: list[PlaceClaim], kind: Callable[[str], str], story: Story | None = None
) -> Iterator[Difference]:
    """One place, one kind of event, and different words for how the event lies to it; in like words, if a story is given."""
    by_place: dict[tuple[str, str], list[PlaceClaim]] = defaultdict(list)
    for claim in claims:
        by_place[_landmark(claim.value), kind(claim.event)].append(claim)
    for found in by_place.values():
        by_relation: dict[str, list[PlaceClaim]] = defaultdict(list)
        for claim in found:
            by_relation[_situation(claim)].append(claim)
        if (
            len(by_relation) < 2
            or len({c.relation for c in found}) < 2
            or len({c.span.article for c in found}) < 2
        ):
            continue
        if story is not None and not _like_another(story, list(by_relation.values())):
            continue
        name = found[0].value
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Was it {listed(by_relation, 'or')} {name}?",
            sides=tuple(
                DraftSide(value=f"{relation} {name}", claims=tuple(said))
                for relation, said in by_relation.items()
            ),
            because=f"{quoted(by_relation)} place one spot more or less exactly.",
            confidence=0.75,
            doubtful=True,
            whole=True,
        )


_SCENE = frozenset({"occurred", "killed", "wounded", "died", "found", "arrested"})
_HOUSED = frozenset(
    {
        "home",
        "house",
        "residence",
        "apartment",
        "building",
        "farm",
        "ranch",
        "club",
        "nightclub",
        "bar",
        "store",
        "shop",
    }
    | {
        "school",
        "church",
        "mosque",
        "base",
        "compound",
        "camp",
        "factory",
        "mine",
        "hotel",
        "motel",
        "park",
        "trailer",
    }
)


def _of_the_scene(claim: PlaceClaim) -> bool:
    """Whether it tells where what the story is about came to pass: by the deed, or by the building ("the home near Vik")."""
    if claim.event in _SCENE or family(claim.event) == "blow":
        return True
    before = claim.sentence[: claim.span.end - claim.sentence_start].split(f" {claim.how} ")
    return len(before) > 1 and before[-2].rpartition(" ")[2].lower() in _HOUSED


def _one_way(claims: list[PlaceClaim]) -> list[PlaceClaim]:
    """The claims of the articles that put things to a place in one way only: who has "in" and "near" tells them apart."""
    ways: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        ways[claim.span.article, _landmark(claim.value)].add(_situation(claim))
    return [c for c in claims if len(ways[c.span.article, _landmark(c.value)]) == 1]


def _like_another(story: Story, groups: list[list[PlaceClaim]]) -> bool:
    """Whether claims of two groups are told in like words, by two articles."""
    return any(
        a.span.article != b.span.article and story.similarity(a, b) >= _FAINT
        for one, other in combinations(groups, 2)
        for a in one[:_MOST]
        for b in other[:_MOST]
    )


def _situation(claim: PlaceClaim) -> str:
    """How the event lies to the place, in the words of the claim: in it, near it, in its area."""
    if claim.relation in ("in", "at"):
        return "in"
    if claim.relation == "near" and claim.how in ("in", "at", "on"):
        return "in the area of"
    return claim.how or claim.relation


def _landmark(name: str) -> str:
    return usual(fold(name).replace("&", "and").split(" in ")[0].split(" on ")[0])


def _containment(story: Story, claims: list[PlaceClaim], lying: list[PlaceClaim]) -> Iterator[Difference]:
    """One event in a place and in a larger place that contains it, by the gazetteer or by what the articles say."""
    told = {(usual(c.subject), usual(c.value)) for c in lying if not country_of(c.subject)}
    small = {town for town, _ in told}
    by_event: dict[str, list[PlaceClaim]] = defaultdict(list)
    for claim in claims:
        if known(claim.value) or usual(claim.value) in small:
            by_event[family(claim.event)].append(claim)
    seen: set[tuple[str, str]] = set()
    for found in by_event.values():
        for a, b in combinations(found[:60], 2):
            pair = (usual(a.value), usual(b.value))
            if a.span.article == b.span.article or pair in seen or pair[::-1] in seen:
                continue
            held = _held(pair, told)
            if held not in (Relation.REFINES, Relation.COARSENS):
                continue
            if not _of_one_person(story, a, b) and same_scene(story, a, b) < 0.45:
                continue
            seen.add(pair)
            inner, outer = (a, b) if held is Relation.REFINES else (b, a)
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Where in {outer.value} was it?",
                sides=(
                    DraftSide(value=inner.value, claims=(inner,)),
                    DraftSide(value=outer.value, claims=(outer,)),
                ),
                verdict="explained",
                reason="precision",
                because=f"{inner.value} lies in {outer.value}: the same place, said less exactly.",
                confidence=0.7,
                settled=True,
            )


def _held(pair: tuple[str, str], told: set[tuple[str, str]]) -> Relation:
    """Which of two places lies in the other, where the articles say so ("Weirby, Kansas") or the gazetteer does."""
    if pair in told:
        return Relation.REFINES
    return Relation.COARSENS if pair[::-1] in told else relate_places(*pair)


def _of_one_person(story: Story, a: PlaceClaim, b: PlaceClaim) -> bool:
    """Whether both tell where one person was arrested, was born or died."""
    if a.event != b.event or a.event not in _PERSONAL:
        return False
    return story.entities.same(a.subject, a.span.article, b.subject, b.span.article) == "same"


_PERSONAL = frozenset({"arrested", "born", "died", "killed", "buried", "convicted", "charged"})
