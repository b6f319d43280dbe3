"""One event or one place, put in two places that exclude each other.

Finds a town that sources put in different countries, and an event that one article puts in one city and another
article in another city, neither article naming the other's city. Cities whose names look alike are the usual slip.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The Petrel rocket climbed away from Vikholm in northern Sweden on Monday."}
  - {id: b, publisher: Harbor Herald, published: 2024-05-02, text: "VIKHOLM, Norway - The Petrel rocket left the pad on Monday at dawn."}
findings:
  - {verdict: contradiction, sides: [["Vikholm in northern Sweden"], ["VIKHOLM, Norway"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from itertools import combinations

from reconcile.align.persons.patients import many_patients
from reconcile.align.places.scenes import mentions_place, same_scene
from reconcile.align.story import Story
from reconcile.claims.place import PlaceClaim
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.places import country_of, fold, is_whole, known, relate_places, unwritten_vowels, usual
from reconcile.values.regex import regex
from reconcile.values.relation import Relation
from reconcile.values.weekdays import other_weekdays, weekdays

CODE = "PLC751"
KIND = "place"
VERDICT: Verdict = "contradiction"

_SURE = 0.6  # likeness of two scenes from which on they are one, whatever their places are called
_ALIKE = 0.7  # names this like each other are easily taken for one another


def check(story: Story) -> Iterator[Difference]:
    """Yields contradictions about the country of a place and about the city of an event."""
    claims = [claim for claim in story.of(PlaceClaim) if not claim.noun]
    yield from _countries(claims)
    yield from _cities(story, claims)
    yield from _elsewhere(story, claims)
    yield from _misspelled(claims)


def _countries(claims: list[PlaceClaim]) -> Iterator[Difference]:
    lying: dict[str, list[PlaceClaim]] = defaultdict(list)
    for claim in claims:
        if claim.relation == "lies":
            lying[fold(claim.subject)].append(claim)
    for found in lying.values():
        by_whole: dict[str, list[PlaceClaim]] = defaultdict(list)
        for claim in found:
            by_whole[usual(claim.value)].append(claim)
        for (_, one), (_, other) in combinations(by_whole.items(), 2):
            a, b = one[0], other[0]
            here, there = country_of(a.value), country_of(b.value)
            apart = not here & there or relate_places(a.value, b.value) is Relation.DIFFERS
            if not here or not there or not apart or a.span.article == b.span.article:
                continue
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"In which {'state' if here & there else 'country'} is {a.subject}?",
                sides=(
                    DraftSide(value=a.value, claims=(*one, *_also(claims, one, here, there))),
                    DraftSide(value=b.value, claims=(*other, *_also(claims, other, there, here))),
                ),
                verdict="contradiction",
                because=f"{a.subject} is put in {a.value} and in {b.value}, and neither lies in the other.",
                confidence=0.85,
                settled=True,
            )


def _also(
    claims: list[PlaceClaim], base: list[PlaceClaim], here: frozenset[str], there: frozenset[str]
) -> list[PlaceClaim]:
    """Other claims of the same articles that put something in the same country."""
    sources = {claim.span.article for claim in base}
    return [
        claim
        for claim in claims
        if claim.span.article in sources
        and claim not in base
        and country_of(claim.value.split("'s ")[0].split("’s ")[0]) & here
        and not country_of(claim.value) & there
        and claim.relation in ("in", "at", "from", "dateline")
    ]


def _cities(story: Story, claims: list[PlaceClaim]) -> Iterator[Difference]:
    """Events put in two cities, by pairs of cities that no article names together."""
    placed: dict[str, list[PlaceClaim]] = defaultdict(list)
    for claim in claims:
        if claim.relation in ("in", "at", "dateline") and claim.polarity and known(claim.value):
            placed[usual(claim.value)].append(claim)
    for (one, first), (other, second) in combinations(placed.items(), 2):
        if relate_places(one, other) is not Relation.DIFFERS:
            continue
        alike = SequenceMatcher(None, one, other).ratio() >= _ALIKE
        pair = _best(story, first, second, 0.25 if alike else 0.55)
        if pair is None:
            continue
        a, b = pair
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Was it in {a.value} or in {b.value}?",
            sides=(
                DraftSide(
                    value=a.value, claims=(a, *(c for c in first if c is not a and _alone(story, c, other)))
                ),
                DraftSide(
                    value=b.value, claims=(b, *(c for c in second if c is not b and _alone(story, c, one)))
                ),
            ),
            verdict="contradiction",
            because=f"One event is put in {a.value} and in {b.value}; no article names both."
            + (" The names look alike." if alike else ""),
            confidence=0.8 if alike else 0.6,
            settled=True,
        )


def _elsewhere(story: Story, claims: list[PlaceClaim]) -> Iterator[Difference]:
    """Events put at two places that no gazetteer knows, in the same words but for the name."""
    placed: dict[tuple[str, str], dict[str, list[PlaceClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.relation in ("in", "at", "on", "near", "outside") and claim.polarity and claim.event:
            placed[claim.relation, claim.event][usual(claim.value)].append(claim)
    for names in placed.values():
        for (one, first), (other, second) in combinations(names.items(), 2):
            pair = None if known(one) and known(other) else _best(story, first, second, _SURE)
            if pair is None or not _alike_in_kind(pair[0].value, pair[1].value) or _share_a_word(one, other):
                continue
            if any(is_whole(claim.value) or _around(claim) for claim in pair):
                continue  # the town may lie in that country, in the north of it, at its edge
            a, b = pair
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Was it in {a.value} or in {b.value}?",
                sides=(
                    DraftSide(value=a.value, claims=tuple(c for c in first if _alone(story, c, other))),
                    DraftSide(value=b.value, claims=tuple(c for c in second if _alone(story, c, one))),
                ),
                verdict="contradiction",
                because=f'"{a.span.quote}" and "{b.span.quote}": one event at two places, and no article names both.',
                confidence=0.7,
                settled=True,
            )


def _around(claim: PlaceClaim) -> bool:
    """Whether the words before the name speak of a part of it, or of a place by it: "northern Vesk", "a suburb of Vesk"."""
    quote = claim.span.quote
    return _PART.search(quote, 0, max(0, quote.find(claim.value))) is not None or bool(
        _PART.match(claim.value)
    )


_PART = regex(
    r"\b(?:(?:north|south)?-?(?:east|west)|north|south)(?:ern)?[ -](?:of )?(?:the )?|\b(?:central|upper|lower|rural) (?:the )?"
    r"|\b(?:suburbs?|outskirts|edge|parts?|district|area|region|neighbou?rhood|quarter) (?:of|in) (?:the )?"
    r"|\b(?:village|town|hamlet|place|farm) (?:in|near|outside) (?:the )?",
    re.I,
)


def _share_a_word(one: str, other: str) -> bool:
    """Whether two names share a telling word (a park and its playground), or one runs on into a known place."""
    a, b = (frozenset(re.split(r"[ .,'-]+", name)) - _generic() for name in (one, other))
    return bool(a & b)


@cache
def _generic() -> frozenset[str]:
    return frozenset(word for line in words("place_nouns") for word in line.split()) | {
        "st",
        "the",
        "of",
        "",
        "mt",
    }


def _alike_in_kind(one: str, other: str) -> bool:
    """Whether two names look like names of one kind of place: Cape Ward and Cape Holm, Wardby and Holmby."""
    first, second = one.split(), other.split()
    return len(first) == len(second) and (len(first) == 1 or first[0] == second[0] or first[-1] == second[-1])


def _alone(story: Story, claim: PlaceClaim, other: str) -> bool:
    return not mentions_place(story, claim.span.article, other)


def _best(
    story: Story, first: list[PlaceClaim], second: list[PlaceClaim], enough: float
) -> tuple[PlaceClaim, PlaceClaim] | None:
    """The two claims that most surely place one event, when that is sure enough."""
    one = usual(first[0].value)
    other = usual(second[0].value)
    found: tuple[float, PlaceClaim, PlaceClaim] | None = None
    for a in first[:20]:
        for b in second[:20]:
            if a.span.article == b.span.article or story.same_origin(a, b) or a.modality != b.modality:
                continue
            if not _alone(story, a, other) or not _alone(story, b, one):
                continue
            if other_weekdays(a.span.quote, b.span.quote):
                continue  # Friday's crowd in one town, Saturday's in another
            if _of_many(a, b) or many_patients(a, b):
                continue
            score = same_scene(story, a, b)
            if score >= enough and (found is None or score > found[0]):
                found = (score, a, b)
    return (found[1], found[2]) if found else None


def _of_many(a: PlaceClaim, b: PlaceClaim) -> bool:
    """Whether both tell of what is held in many towns, or again and again, and no day says that it is one."""
    said = [claim.sentence for claim in (a, b)]
    if all(_HELD_WIDELY.search(sentence) for sentence in said):
        return True
    return all(map(_HELD_OFTEN.search, said)) and not weekdays(a.sentence) & weekdays(b.sentence)


_HELD_WIDELY = regex(
    r"\b(?:protest\w*|rall(?:y|ies)|demonstrat(?:ors?|ions?|ed)|vigils?|march(?:es|ers))\b", re.I
)
_HELD_OFTEN = regex(r"\b(?:(?:news|press) (?:conferences?|briefings?)|told reporters)\b", re.I)


def _misspelled(claims: list[PlaceClaim]) -> Iterator[Difference]:
    """A name of several words of which one differs by a letter or two, and only the other form is usual here."""
    forms: dict[str, list[PlaceClaim]] = defaultdict(list)
    for claim in claims:
        if claim.relation not in ("hospital", "address") and " " in claim.value:
            forms[fold(claim.value)].append(claim)
    for (one, first), (other, second) in combinations(forms.items(), 2):
        rare, usual_form = (first, second) if len(first) < len(second) else (second, first)
        if len(usual_form) < 2 * len(rare) or not _one_slip(one, other):
            continue
        said, usually = rare[0].value, usual_form[0].value
        rendering = unwritten_vowels(one, other)
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Is it {usually} or {said}?",
            sides=(
                DraftSide(value=usually, claims=tuple(usual_form)),
                DraftSide(value=said, claims=tuple(rare)),
            ),
            because=f"{said} and {usually} differ in one word by a letter: "
            + ("two renderings of one name." if rendering else "one is misspelled."),
            confidence=0.7,
            settled=not rendering,
            doubtful=rendering,
        )


def _one_slip(one: str, other: str) -> bool:
    """Whether two names have the same words but one, and that one is a near-miss of the other's, not a number."""
    first, second = one.split(), other.split()
    if len(first) != len(second):
        return False
    unlike = [(x, y) for x, y in zip(first, second, strict=True) if x != y]
    if len(unlike) != 1:
        return False
    x, y = unlike[0]
    if not x.isalpha() or not y.isalpha() or min(len(x), len(y)) < 4 or x.rstrip("s") == y.rstrip("s"):
        return False
    from rapidfuzz.distance import Levenshtein  # imported where it is needed: it costs the start

    return Levenshtein.distance(x, y, score_cutoff=1) <= 1 and not (known(x) and known(y))
