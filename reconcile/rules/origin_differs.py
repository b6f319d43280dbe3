"""One person or group from two countries.

Finds a person whom sources call a national of different countries ("Kenya's", "the Ethiopian"), and a group (a school
party, a crew) that comes from one country here and from another there, where neither article names the other's
country at all. The one person wounded or killed is compared too, when both articles have only one; so is the one
nurse, or the one man of 40, who comes from two towns. Who holds or held a country's highest offices is of that
country. A Scot is British, told more exactly.

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
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from reconcile.align.persons.holders import person
from reconcile.align.places.lands import named_lands, shared_names
from reconcile.align.places.scenes import mentions_place
from reconcile.align.referents import single
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.claims.place import PlaceClaim
from reconcile.claims.quantity import QuantityClaim
from reconcile.claims.role import RoleClaim
from reconcile.language.names.gazetteer import country_named, country_of_people
from reconcile.language.names.titled import person_nouns
from reconcile.lexicon import word_set
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.places import country_of, fold, relate_places, usual
from reconcile.values.regex import regex
from reconcile.values.relation import Relation
from reconcile.values.roles import home_nations, nations

CODE = "PLC758"
KIND = "place"
VERDICT: Verdict = "contradiction"

_SHARED = 2  # names that two reports of one event have in common


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction per person or group that comes from two countries."""
    found: dict[str, dict[str, list[PlaceClaim]]] = defaultdict(lambda: defaultdict(list))
    people: dict[str, dict[str, list[Claim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(PlaceClaim):
        if claim.relation != "home":
            continue
        lands = country_of(claim.value)
        if not claim.subject[:1].islower() and (lands or claim.value in home_nations()):
            people[person(story, claim)][claim.value].append(claim)
        elif len(lands) == 1:
            found[f"= {claim.subject.rstrip('s')}"][next(iter(lands)).title()].append(claim)
    for held in story.of(RoleClaim):
        if (land := _governed(held)) and (who := person(story, held)):
            people[who][land].append(held)
    for homes in found.values():
        for (here, first), (there, second) in combinations(homes.items(), 2):
            if _apart(story, first, second) and _shared(story, (here, first), (there, second)):
                what = first[0].subject
                yield _difference(f"Where does the {what} come from?", (here, first), (there, second))
    for told in people.values():
        for (here, these), (there, those) in combinations(told.items(), 2):
            if not _apart(story, these, those) or _crowned(these[0]):
                continue
            question = f"Where does {these[0].subject} come from?"
            difference = replace(_difference(question, (here, these), (there, those)), kind="other")
            if not _part(here, there):
                yield difference
            elif {here, there} & home_nations().keys():
                because = f"{here} and {there}: the one is part of the other, and one source is more exact."
                yield replace(difference, verdict="explained", reason="precision", because=because)
    yield from _townsmen(story)
    yield from _harmed(story)


def _crowned(claim: Claim) -> bool:
    """Whether a person goes by one name and a crown: there is a King Osric in more than one land."""
    bare = claim.subject.rsplit(" ", 1)[-1]
    crown = _CROWN.search(claim.sentence)
    return crown is not None and " " not in claim.subject and f"{crown.group()} {bare}" in claim.sentence


_CROWN = regex(
    r"\b(?:Crown Prince|Crown Princess|King|Queen|Prince|Princess|Emir|Sultan|Emperor|Pope|Sheikh?)\b"
)
_NEAR = 24  # characters on either side in which the age stands
_AGED = regex(r"\b(\d{1,3})-year-old\b|, (?:aged )?(\d{1,3})(?=[,.;)])")


def _townsmen(story: Story) -> Iterator[Difference]:
    """The one nurse, or the one 40-year-old, of each article, who comes from two towns."""
    told: dict[str, dict[str, list[PlaceClaim]]] = defaultdict(lambda: defaultdict(list))
    for claim in story.of(PlaceClaim):
        noun = claim.subject
        if claim.relation != "home" or not (noun in person_nouns() or noun.endswith("-year-old")):
            continue
        start = claim.span.start - claim.sentence_start
        age = _AGED.search(claim.sentence, max(0, start - _NEAR), start + len(claim.span.quote) + _NEAR)
        if age is not None:
            told[f"aged {age.group(1) or age.group(2)}"][claim.span.article].append(claim)
        elif noun not in word_set("anybody"):
            told[sense(noun)][claim.span.article].append(claim)
    for articles in told.values():
        alone = [claims[0] for claims in articles.values() if len({usual(c.value) for c in claims}) == 1]
        for a, b in combinations(alone, 2):
            related = relate_places(usual(a.value), usual(b.value))
            if usual(a.value) == usual(b.value) or related not in (Relation.DIFFERS, Relation.UNKNOWN):
                continue
            if any(mentions_place(story, x.span.article, y.value) for x, y in ((a, b), (b, a))):
                continue
            if not story.same_origin(a, b) and all(single(story, c.span.article, c.subject) for c in (a, b)):
                yield _difference(f"Where does the {a.subject} come from?", (a.value, [a]), (b.value, [b]))


def _governed(claim: RoleClaim) -> str:
    """The country of which a person holds or held one of the offices that only its nationals hold."""
    role = claim.role
    if role is None or role.office not in word_set("national_offices"):
        return ""
    if role.nation and not role.body:
        return nations()[role.nation][0]
    land = country_named(role.body)
    return land.name if land is not None else ""


def _part(here: str, there: str) -> bool:
    """Whether one of two lands is, or may be, part of the other."""
    one, other = home_nations().get(here, frozenset()), home_nations().get(there, frozenset())
    return here in other or there in one or relate_places(here, there) is not Relation.DIFFERS


def _difference(
    question: str, one: tuple[str, Sequence[Claim]], other: tuple[str, Sequence[Claim]]
) -> Difference:
    a, b = one[1][0].span.quote, other[1][0].span.quote
    return Difference(
        rule=CODE,
        kind=KIND,
        question=question,
        sides=tuple(DraftSide(value=land, claims=tuple(claims)) for land, claims in (one, other)),
        verdict="contradiction",
        because=f'"{a}" and "{b}": two countries for one, and no article has both.',
        confidence=0.65,
        settled=True,
    )


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


def _apart(story: Story, first: Sequence[Claim], second: Sequence[Claim]) -> bool:
    """Whether no article has both homes, and the articles are not copies of one."""
    sources = [{claim.span.article for claim in claims} for claims in (first, second)]
    return not sources[0] & sources[1] and not story.same_origin(first[0], second[0])


def _shared(story: Story, one: tuple[str, list[PlaceClaim]], other: tuple[str, list[PlaceClaim]]) -> bool:
    """Whether a group is surely one and the same: the reports share names, and none names the other's country."""
    (here, first), (there, second) = one, other
    sources = [sorted({claim.span.article for claim in claims}) for claims in (first, second)]
    named = named_lands(story)
    if any(fold(there) in named[article] for article in sources[0]):
        return False
    if any(fold(here) in named[article] for article in sources[1]):
        return False
    names = shared_names(story)
    return len(names[sources[0][0]] & names[sources[1][0]]) >= _SHARED
