"""The one court, mine or ceremony of a story, in two places.

Finds a noun of which every article has one at one place only, "a court in Ghent", "the talks in Oslo", and which is
somewhere else in another article that shares names of people or places with it. Neither of the two articles names the
other's place anywhere, and no place lies in the other.

```yaml
articles:
  - {id: a, publisher: The Tern, text: "Ivo Petersen was cleared of smuggling herring by a Bergen court on Friday. Ada Moss, who accused him, left."}
  - {id: b, publisher: Harbor Herald, text: "A court in Stavanger has freed Ivo Petersen. The herring was never found, said Ada Moss."}
findings:
  - {verdict: contradiction, sides: [["Bergen court"], ["court in Stavanger"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations, product

from reconcile.align.places.lands import shared_names
from reconcile.align.places.scenes import mentions_place
from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.places import is_whole, known, relate_places, usual, wholes
from reconcile.values.regex import regex
from reconcile.values.relation import Relation

CODE = "PLC764"
KIND = "place"
VERDICT: Verdict = "contradiction"


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction per noun and pair of places at which articles put what it names."""
    told: dict[str, dict[str, dict[str, list[PlaceClaim]]]] = defaultdict(
        lambda: defaultdict(lambda: defaultdict(list))
    )
    for claim in story.of(PlaceClaim):
        if claim.relation == "site" and not _to_reporters(claim):
            told[claim.subject][claim.span.article][usual(claim.value)].append(claim)
    for noun, articles in told.items():
        only: dict[str, list[PlaceClaim]] = defaultdict(list)
        for places in articles.values():
            inner = [place for place in places if not any(place in wholes(other) for other in places)]
            if len(inner) == 1:
                only[inner[0]] += places[inner[0]]
        for (one, first), (other, second) in combinations(only.items(), 2):
            if _apart(one, other) and _one_scene(story, first, second):
                yield Difference(
                    rule=CODE,
                    kind=KIND,
                    question=f"Where was the {noun}?"
                    if not noun.endswith("s")
                    else f"Where were the {noun}?",
                    sides=(
                        DraftSide(value=first[0].value, claims=tuple(first)),
                        DraftSide(value=second[0].value, claims=tuple(second)),
                    ),
                    verdict="contradiction",
                    because=f'"{first[0].span.quote}" and "{second[0].span.quote}": each article puts the {noun} at one place, '
                    "and neither names the other's place.",
                    confidence=0.6,
                    settled=True,
                )


def _to_reporters(claim: PlaceClaim) -> bool:
    """Whether it is a conference for the news, of which a story may tell many."""
    return claim.sentence.endswith(("news ", "press "), 0, claim.span.start - claim.sentence_start)


def _apart(one: str, other: str) -> bool:
    """Whether two places exclude each other: by the gazetteer, or as two towns of which it knows one."""
    found = relate_places(one, other)
    return found is Relation.DIFFERS or (
        found is Relation.UNKNOWN and (known(one) or known(other)) and not (is_whole(one) or is_whole(other))
    )


def _dated_apart(a: PlaceClaim, b: PlaceClaim) -> bool:
    """Whether the sentences of two claims name days of the year, and other ones."""
    one, other = (set(_DAY.findall(c.sentence)) for c in (a, b))
    return bool(one and other and not one & other)


_DAY = regex(
    r"\b((?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))"
)


def _one_scene(story: Story, first: list[PlaceClaim], second: list[PlaceClaim]) -> bool:
    """Whether articles of more than one origin report one event, and none knows of the other place."""
    pairs = [(a, b) for a, b in product(first, second) if not _dated_apart(a, b)]
    if all(story.same_origin(a, b) for a, b in pairs) or any(
        mentions_place(story, a.span.article, b.value) or mentions_place(story, b.span.article, a.value)
        for a, b in pairs
    ):
        return False
    names = shared_names(story)
    one, other = ({name for c in claims for name in names[c.span.article]} for claims in (first, second))
    return bool(one & other)
