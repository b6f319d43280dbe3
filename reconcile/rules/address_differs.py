"""Two house numbers, or two corners, on one street for one spot.

Finds addresses on one street that sources give for one thing, and streets that differ in their kind alone (a lane, a road). A block, a round number and an "area of" cover every
number of their hundred, so those are one place said more or less exactly. Two exact numbers to which one and the
same arrival is put (police came to 18 and to 19) cannot both be right, nor can two blocks of a street, each the only address
of its article. An article that names two houses on a street tells them apart itself; only the numbers nearest to each
other are compared. A block, a corner of the street, and what is near another corner are one spot told by different marks.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Police were called to 19 Ordell Street in Tessaly at 1 a.m. and found three wounded people."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "Police were called to 18 Ordell Street in Tessaly and found three wounded people."}
findings:
  - {verdict: contradiction, sides: [["19 Ordell Street"], ["18 Ordell Street"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise, permutations

from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim, address_of
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import listed, quoted
from reconcile.values.places import Address, street_kind
from reconcile.values.regex import regex
from reconcile.values.streets import crossing, street_name

CODE = "PLC753"
KIND = "place"
VERDICT: Verdict = "contradiction"

_AT = frozenset({"at", "in", "on", "near", "outside"})
_LIKE = 0.05
_MOST = 24  # claims of one street that are held against one another
_ROADS = frozenset({"st", "rd", "ave", "ln", "dr", "blvd"})
_NUMBERED = regex(r"\d")
_STREET = regex(
    r"[A-Z0-9][\w'’]*(?: [A-Z][\w'’]*){0,3}? (?:Street|Avenue|Road|Boulevard|Drive|Lane|St\.|Ave\.|Blvd\.)"
)

_Found = list[tuple[PlaceClaim, Address]]
_NEXT_DOOR = 10  # house numbers that what is near one of them may be off
_ROWS = 10  # blocks that a wrong number is off; further away is another part of the town


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per street for which articles give different numbers."""
    streets: dict[str, _Found] = defaultdict(list)
    corners: dict[str, list[tuple[PlaceClaim, str]]] = defaultdict(list)
    bare: dict[str, list[PlaceClaim]] = defaultdict(list)
    for claim in story.of(PlaceClaim):
        address = address_of(claim) if claim.relation == "address" else None
        if address is not None:
            streets[address.street].append((claim, address))
        elif claim.polarity:
            if street_kind(claim.value) and not claim.noun:
                bare[street_name(claim.value)].append(claim)
            for one, other in permutations(sorted(_corner(claim)), 2):
                corners[one].append((claim, other))
    for name, found in streets.items():
        street = name.title() if name[0].isalpha() else name
        thousand = list(_thousand(street, found))
        if thousand:
            yield from thousand
            continue
        differing = [
            *_blocks(street, found),
            *_houses(story, street, found),
            *_other_blocks(story, street, found, streets),
        ]
        yield from differing
        if not differing and name not in corners:
            yield from _whole_street(story, found, bare.get(name, []))
    for name in sorted(name for name in bare.keys() | streets.keys() if not _NUMBERED.match(name)):
        yield from _streets(story, bare.get(name, []), streets.get(name, []))
    for name, met in corners.items():
        apart = list(_corners(story, name, met))
        yield from apart
        if not apart:
            yield from _spots(story, name, met, streets.get(name, []))


def _streets(story: Story, bare: list[PlaceClaim], found: _Found) -> Iterator[Difference]:
    """Two streets of one name that differ in their kind, each the only one in its articles: a contradiction."""
    kinds: dict[str, list[PlaceClaim]] = defaultdict(list)
    there_too = [(c, street_kind(c.value)) for c in bare if c.relation in _AT]
    for claim, kind in [*there_too, *((c, a.kind) for c, a in found)]:
        if kind and claim.polarity:
            kinds[kind].append(claim)
    if len(kinds) != 2 or not kinds.keys() <= _ROADS:
        return
    first, second = sorted(kinds.values(), key=lambda said: said[0].id)
    here, there = ({c.span.article for c in said} for said in (first, second))
    if here & there or not any(_one_scene(story, a, b, False) for a in first[:_MOST] for b in second[:_MOST]):
        return
    names = [said[0].value.lstrip("0123456789-/ ") for said in (first, second)]
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=f"Was it in {names[0]} or in {names[1]}?",
        sides=tuple(DraftSide(value=n, claims=tuple(s)) for n, s in zip(names, (first, second), strict=True)),
        verdict="contradiction",
        because=f"{names[0]} and {names[1]} are two streets, and no article names both.",
        confidence=0.7,
        settled=True,
    )


def _whole_street(story: Story, found: _Found, bare: list[PlaceClaim]) -> Iterator[Difference]:
    """A house or block of a street in some articles, and the street alone in others that give no number of it."""
    exact = {claim.span.article for claim, _ in found}
    kinds = {address.kind for _, address in found}
    only = [c for c in bare if c.span.article not in exact and street_kind(c.value) in kinds]
    numbers = {str(claim).rstrip("."): claim for claim, _ in found if claim.polarity}
    if len(numbers) != 1 or not only:
        return
    inner = [claim for claim, _ in found if claim.polarity]
    outer = [c for c in only if any(_one_scene(story, c, claim, False) for claim in inner[:_MOST])]
    if outer:
        number = next(iter(numbers))
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Where on {outer[0].value} was it?",
            sides=(
                DraftSide(value=number, claims=tuple(inner)),
                DraftSide(value=outer[0].value, claims=tuple(outer)),
            ),
            verdict="explained",
            reason="precision",
            because=f"{number} is on {outer[0].value}, which some articles name without a number.",
            confidence=0.7,
            settled=True,
        )


def _corner(claim: PlaceClaim) -> frozenset[str]:
    """The two streets at whose corner a claim puts something; none where it names no corner."""
    value = claim.value
    if claim.relation not in _AT:
        return frozenset()
    if value.startswith("its ") and value in claim.sentence:  # "on Elm Street at its corner with Sixth"
        before = _STREET.findall(claim.sentence[: claim.sentence.index(value)])
        value = f"{before[-1]} and {value.rpartition(' with ')[2]}" if before else ""
    return crossing(value)


def _spots(
    story: Story, street: str, corners: list[tuple[PlaceClaim, str]], houses: _Found
) -> Iterator[Difference]:
    """One spot on a street, told by its block or number, by a corner, or as near another corner: explained."""
    sides: dict[str, list[PlaceClaim]] = defaultdict(list)
    told = [(claim, other, f"{_near(claim)}{street} and {other}") for claim, other in corners]
    told += [(claim, "", f"{claim.value.rstrip('.')}") for claim, _ in houses if claim.polarity]
    told = told[:_MOST]
    for claim, cross, value in told:
        others = ((c, x) for c, x, _ in told if c.span.article != claim.span.article)
        if any((x or cross) and _one_scene(story, claim, c, x == cross) for c, x in others):
            sides[value].append(claim)
    names = {value: str(said[0]).rstrip(".") for value, said in sides.items()}
    crossed = {cross for claim, cross, value in told if claim in sides.get(value, ())}
    if len(crossed) > 1 and len({claim.span.article for said in sides.values() for claim in said}) > 1:
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Where on {street.title() if street[0].isalpha() else street} was it?",
            sides=tuple(DraftSide(value=names[v], claims=tuple(said)) for v, said in sides.items()),
            verdict="explained",
            reason="precision",
            because=f"{quoted(names.values())} mark one spot on one street in different ways.",
            confidence=0.6,
            settled=True,
        )


def _corners(story: Story, street: str, met: list[tuple[PlaceClaim, str]]) -> Iterator[Difference]:
    """Two corners of one street, each the only one in its articles, at which one thing is said to have happened."""
    sides: dict[str, list[PlaceClaim]] = defaultdict(list)
    for claim, cross in met:
        sides[cross].append(claim)
    if len(sides) != 2 or any(c.relation != "at" for c, _ in met):
        return
    first, second = sides.values()
    texts = [{c.span.article for c in said} for said in (first, second)]
    crosses = list(sides)
    known = any(
        crosses[1 - index] in story.articles[article].text.lower()
        for index, articles in enumerate(texts)
        for article in articles
    )
    if known or not any(_one_scene(story, a, b, False) for a in first[:_MOST] for b in second[:_MOST]):
        return
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=f"At which corner of {street.title() if street[0].isalpha() else street} was it?",
        sides=tuple(
            DraftSide(value=str(said[0]).rstrip("."), claims=tuple(said)) for said in (first, second)
        ),
        verdict="contradiction",
        because=f"{street.title()} meets {crosses[0].title()} at one corner and {crosses[1].title()} at another.",
        confidence=0.65,
        settled=True,
    )


def _near(claim: PlaceClaim) -> str:
    return "near " if claim.relation == "near" else ""


def _one_scene(story: Story, a: PlaceClaim, b: PlaceClaim, same: bool) -> bool:
    """Whether two claims may tell of one scene: of one corner, or in like words."""
    return not story.same_origin(a, b) and (same or story.similarity(a, b) >= _LIKE)


def _thousand(street: str, found: _Found) -> Iterator[Difference]:
    """A block of five figures told by its thousand, and the only house in that: 43000 and 43145, explained."""
    blocks = [
        (c, a) for c, a in found if a.block and a.number >= _FIVE and not a.number % 1000 and c.polarity
    ]
    houses = [(c, a) for c, a in found if not _loose(a) and a.second is None and c.polarity]
    for block in {a.number for _, a in blocks}:
        inside = [(c, a) for c, a in houses if 100 <= a.number - block < 1000]
        loose = [c for c, a in blocks if a.number == block]
        if len({a.number for _, a in inside}) != 1 or {c.span.article for c, _ in inside} & {
            c.span.article for c in loose
        }:
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"At which house number on {street} was it?",
            sides=(
                DraftSide(value=f"{block} block", claims=tuple(loose)),
                DraftSide(value=str(inside[0][1].number), claims=tuple(c for c, _ in inside)),
            ),
            verdict="explained",
            reason="precision",
            because=f"{inside[0][1].number} lies in the thousand of {street} that the {block} block stands for.",
            confidence=0.6,
            settled=True,
        )


_FIVE = 10_000


def _loose(address: Address) -> bool:
    return address.block or address.about or address.number % 100 == 0


def _blocks(street: str, found: _Found) -> Iterator[Difference]:
    """Numbers of one hundred of which at least one is loose: explained."""
    hundreds: dict[int, _Found] = defaultdict(list)
    for claim, address in found:
        hundreds[address.number // 100].append((claim, address))
    for hundred, group in hundreds.items():
        sides: dict[str, list[PlaceClaim]] = defaultdict(list)
        for claim, address in group:
            sides[f"{address.number}{' block' if address.block else ''}"].append(claim)
        articles = {claim.span.article for claim, _ in group}
        if len(sides) < 2 or len(articles) < 2 or not any(_loose(a) for _, a in group):
            continue
        numbers = [a.number for _, a in group]
        if all(a.number % 100 and not a.block for _, a in group) and max(numbers) - min(numbers) > _NEXT_DOOR:
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"At which house number on {street} was it?",
                sides=tuple(DraftSide(value=value, claims=tuple(said)) for value, said in sides.items()),
                verdict="tension",
                because=f"It was near {listed(sides)} of {street}: some houses apart, and nobody names the block.",
                confidence=0.6,
                settled=True,
            )
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"At which house number on {street} was it?",
            sides=tuple(DraftSide(value=value, claims=tuple(said)) for value, said in sides.items()),
            because=f"{listed(sides)} all lie in the {hundred}00 block of {street}.",
            confidence=0.8,
            doubtful=True,
            whole=True,
        )


def _houses(story: Story, street: str, found: _Found) -> Iterator[Difference]:
    """Two exact numbers next to each other, each the only one of the two in its articles: a contradiction."""
    exact: dict[int, list[PlaceClaim]] = defaultdict(list)
    for claim, address in found:
        if not _loose(address) and address.second is None and claim.polarity:
            exact[address.number].append(claim)
    numbers = sorted(exact)
    for one, other in pairwise(numbers):
        first, second = exact[one], exact[other]
        here, there = ({c.span.article for c in said} for said in (first, second))
        if here & there or other - one > 10:
            continue
        if max(story.similarity(a, b) for a in first for b in second) < 0.15:
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"At which house number on {street} was it?",
            sides=(
                DraftSide(value=first[0].value, claims=tuple(first)),
                DraftSide(value=second[0].value, claims=tuple(second)),
            ),
            verdict="contradiction",
            because=f"{first[0].value} and {second[0].value} are two houses, and no article names both.",
            confidence=0.75,
            settled=True,
        )


def _other_blocks(
    story: Story, street: str, found: _Found, streets: dict[str, _Found]
) -> Iterator[Difference]:
    """Two blocks of one street, each the only address in its articles: a contradiction."""
    blocks: dict[int, list[PlaceClaim]] = defaultdict(list)
    for claim, address in found:
        if not address.about and address.second is None and claim.polarity:
            blocks[address.number // 100].append(claim)
    named = [{c.span.article for c in said} for said in blocks.values()]
    loose = any(address.block for _, address in found)
    if len(blocks) != 2 or named[0] & named[1] or not loose or max(blocks) - min(blocks) > _ROWS:
        return
    both = named[0] | named[1]
    if any(c.span.article in both for other in streets.values() if other is not found for c, _ in other):
        return
    first, second = blocks.values()
    if all(story.same_origin(a, b) for a in first for b in second):
        return
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=f"In which block of {street} was it?",
        sides=tuple(DraftSide(value=said[0].value, claims=tuple(said)) for said in (first, second)),
        verdict="contradiction",
        because=f"{first[0].value} and {second[0].value} are two blocks, and neither article names another address.",
        confidence=0.7,
        settled=True,
    )
