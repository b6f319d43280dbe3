"""Which way one place lies from another, by two compass words.

Finds bearings from one and the same place. South and southeast are next to each other on the compass, so the coarser
word covers the finer one; words more than a right angle apart exclude each other.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "Ordell Island lies about 940 miles south of Tessaly. The Ordell quake struck on Sunday."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "The Ordell quake struck on Sunday. Ordell Island, 900 miles southeast of Tessaly, was hit."}
findings:
  - {verdict: explained, reason: precision, because: 45 degrees, sides: [["south of Tessaly"], ["southeast of Tessaly"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from reconcile.align.context import Weighed, similarity
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.align.subjects import agree
from reconcile.claims.place import PlaceClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.places import bearings, turn, usual
from reconcile.values.regex import regex

CODE = "PLC754"
KIND = "place"
VERDICT: Verdict = "explained"

_MOST = 12  # claims of one part that are held against another's
_LIKE = 0.15  # how alike the words around two parts of one scene are
_QUAKE = regex(r"\b(?:quake|earthquake|epicent\w+|tremor|temblor)\b")


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per place from which one thing lies in two directions."""
    anchors: dict[str, list[PlaceClaim]] = defaultdict(list)
    for claim in story.of(PlaceClaim):
        if claim.relation in bearings():
            anchors[usual(claim.value)].append(claim)
    yield from _epicentres(story, anchors)
    yield from _parts(story)
    for found in anchors.values():
        ways: dict[str, list[PlaceClaim]] = defaultdict(list)
        for claim in found:
            ways[claim.relation].append(claim)
        for same in ways.values():
            yield from _measured(same)
        for (one, first), (other, second) in combinations(ways.items(), 2):
            yield from _pair(story, one, first, other, second)


def _parts(story: Story) -> Iterator[Difference]:
    """One scene in two neighbouring parts of a land: the coarser word covers the finer one."""
    lands: dict[str, dict[str, list[PlaceClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(PlaceClaim):
        if claim.relation == "part":
            lands[usual(claim.value)][claim.how.removesuffix("ern")].append(claim)
    for parts in lands.values():
        for (one, first), (other, second) in combinations(parts.items(), 2):
            pairs = [
                (a, b) for a in first[:_MOST] for b in second[:_MOST] if a.span.article != b.span.article
            ]
            like = max((_alike(story, a, b) for a, b in pairs), default=0.0)
            if turn(one, other) > 45 or like < _LIKE:
                continue
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"In which part of {first[0].value} is it?",
                sides=(
                    DraftSide(value=str(first[0]), claims=tuple(first)),
                    DraftSide(value=str(second[0]), claims=tuple(second)),
                ),
                verdict="explained",
                reason="precision",
                because=f"“{first[0].how}” and “{second[0].how}” are {turn(one, other)} degrees apart: "
                "neighbouring compass words, one coarser than the other.",
                confidence=0.7,
                settled=True,
            )


def _alike(story: Story, a: PlaceClaim, b: PlaceClaim) -> float:
    """How alike the words around two parts of one land are, the land aside."""
    contexts = []
    for claim in (a, b):
        land = {sense(word) for word in claim.span.quote.lower().split()}
        around = story.context(claim).items()
        contexts.append(Weighed({word: weight for word, weight in around if word not in land}))
    return similarity(*contexts)


def _measured(claims: list[PlaceClaim]) -> Iterator[Difference]:
    """Two distances on one bearing, which may be one in two units."""
    for a, b in combinations([c for c in claims if c.distance], 2):
        if a.span.article != b.span.article and a.distance != b.distance:
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"How far {a.relation} of {a.value} is it?",
                sides=(DraftSide(value=str(a), claims=(a,)), DraftSide(value=str(b), claims=(b,))),
                confidence=0.8,
                doubtful=True,
            )


def _epicentres(story: Story, anchors: dict[str, list[PlaceClaim]]) -> Iterator[Difference]:
    """An epicentre between two places here, on a bearing from one of them there: two authorities, as a rule."""
    for claim in story.of(PlaceClaim):
        if claim.relation != "between" or claim.event != "lie":
            continue
        ends = [usual(name) for name in claim.value.split(" and ")]
        bearing = [
            c
            for name in ends
            for c in anchors.get(name, ())
            if _QUAKE.search(c.sentence) and c.id != claim.id
        ]
        if not bearing:
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question="Where was the epicentre?",
            sides=(
                DraftSide(value=f"between {claim.value}", claims=(claim,)),
                DraftSide(value=str(bearing[0]), claims=tuple(bearing)),
            ),
            verdict="tension",
            because=f"{claim.span.quote!r} and {bearing[0].span.quote!r} need not be one spot.",
            confidence=0.55,
        )
        return


def _pair(
    story: Story, one: str, first: list[PlaceClaim], other: str, second: list[PlaceClaim]
) -> Iterator[Difference]:
    a, b = first[0], second[0]
    if a.span.article == b.span.article and len(first) == len(second) == 1:
        return
    same = any(agree(x.subject, y.subject) for x in first for y in second if x.subject and y.subject)
    near = turn(one, other) <= 45
    if not near and not (same and turn(one, other) > 90):
        return
    if not same and max(story.similarity(x, y) for x in first for y in second) < 0.1:
        return
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=f"Which way does it lie from {a.value}?",
        sides=(
            DraftSide(value=f"{one} of {a.value}", claims=tuple(first)),
            DraftSide(value=f"{other} of {a.value}", claims=tuple(second)),
        ),
        because=f"“{one}” and “{other}” are {turn(one, other)} degrees apart.",
        confidence=0.75,
    )
