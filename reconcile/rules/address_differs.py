"""Two house numbers on one street for one spot.

Finds addresses on one street that sources give for one thing. A block, a round number and an "area of" cover every
number of their hundred, so those are one place said more or less exactly. Two exact numbers to which one and the
same arrival is put (police came to 18 and to 19) cannot both be right. An article that names two houses on a street
tells them apart itself; only the numbers nearest to each other are compared.

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
from itertools import pairwise

from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim, address_of
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import listed
from reconcile.values.places import Address

CODE = "PLC753"
KIND = "place"
VERDICT: Verdict = "contradiction"

_Found = list[tuple[PlaceClaim, Address]]


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference per street for which articles give different numbers."""
    streets: dict[str, _Found] = defaultdict(list)
    for claim in story.of(PlaceClaim):
        address = address_of(claim) if claim.relation == "address" else None
        if address is not None:
            streets[address.street].append((claim, address))
    for name, found in streets.items():
        street = name.title() if name[0].isalpha() else name
        yield from _blocks(street, found)
        yield from _houses(story, street, found)


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
