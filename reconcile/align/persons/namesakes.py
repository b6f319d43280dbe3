"""Bearers of one family name in a story: who may be one person under two given names, and who may not."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from reconcile.align.entities import Entity
from reconcile.align.story import Story
from reconcile.claims.age import AgeClaim
from reconcile.language.names.lore import person_name
from reconcile.language.speech.speakers import female_names, male_names
from reconcile.values.keystrokes import one_keystroke
from reconcile.values.kinship import kin
from reconcile.values.romanization import folded

_ADULT_KIN = frozenset(
    f"{noun}{ending}"
    for noun in (
        "brother",
        "sister",
        "sibling",
        "twin",
        "cousin",
        "father",
        "son",
        "uncle",
        "nephew",
        "relative",
    )
    for ending in ("", "s")
)
_SHORTEST = 3  # letters of a given name that can be taken for another


@lru_cache(maxsize=1)  # two rules ask about one story after the other
def bearers(story: Story) -> dict[str, tuple[Entity, ...]]:
    """The persons of a story who have a full name, by family name (folded)."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for entity in story.entities.all:
        name = person_name(entity.name) if entity.kind == "person" else None
        if name is not None and not name.single:
            found[folded(name.surname[-1])].append(entity)
    return {family: tuple(held) for family, held in found.items()}


def one_bearer(story: Story, one: Entity, other: Entity, *, adults: bool = False) -> bool:
    """Whether two namesakes may be one person: nobody else has the name, no article names both or speaks of kin; of
    kin that two `adults` of one name may be, where a girlfriend or a child says nothing."""
    family = folded(person_name(one.name).surname[-1])
    if {entity.id for entity in bearers(story).get(family, ())} != {one.id, other.id}:
        return False
    claims = [story.entities.claims_of(entity) for entity in (one, other)]
    if {c.span.article for c in claims[0]} & {c.span.article for c in claims[1]}:
        return False
    said = {
        word.strip(".,;:'\"“”‘’()") for held in claims for c in held for word in c.sentence.lower().split()
    }
    return said.isdisjoint(_ADULT_KIN if adults else kin())


@lru_cache(maxsize=1)
def _ages(story: Story) -> dict[str, frozenset[str]]:
    """The ages that the articles give each person, by entity."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in story.of(AgeClaim):
        entity = story.entities.of(claim.subject, claim.span.article) if claim.value.exact else None
        if entity is not None:
            found[entity.id].add(str(claim.value.low))
    return {entity: frozenset(ages) for entity, ages in found.items()}


def one_age(story: Story, one: Entity, other: Entity) -> bool:
    """Whether the articles give two persons one age."""
    ages = _ages(story)
    return not ages.get(one.id, frozenset()).isdisjoint(ages.get(other.id, frozenset()))


def given_alike(one: str, other: str) -> bool:
    """Whether the given names of two persons are easily taken for each other: Lorna and Laura, Dina and Dana."""
    a, b = (folded(person_name(name).given[0]).rstrip(".") for name in (one, other))
    heard = a[1:] == b[1:] and a[0] + b[0] in _ONE_SOUND  # Gerome and Jerome
    if min(len(a), len(b)) < _SHORTEST or (a[0] != b[0] and not heard) or a == b or _sexes_apart(a, b):
        return False
    if one_keystroke(a, b):
        return True
    from rapidfuzz.distance import OSA  # imported where it is needed: it costs the start

    most = 3 if a[-1] == b[-1] and min(len(a), len(b)) > _SHORTEST + 1 else 2
    return OSA.distance(a, b, score_cutoff=most) <= most and min(len(a), len(b)) > _SHORTEST


_ONE_SOUND = frozenset(["gj", "jg", "ck", "kc", "sz", "zs", "iy", "yi", "ei", "ie", "cs", "sc"])


def sexes_apart(one: str, other: str) -> bool:
    """Whether the given names of two persons are a man's and a woman's."""
    return _sexes_apart(*(folded(person_name(name).given[0]).rstrip(".") for name in (one, other)))


def _sexes_apart(a: str, b: str) -> bool:
    """Whether one given name is a man's and the other a woman's, as the lists or the endings say."""
    men, women = male_names(), female_names()
    sexes = ["f" if name.title() in women else "m" if name.title() in men else "" for name in (a, b)]
    if all(sexes):
        return sexes[0] != sexes[1]
    if any(sex == "f" for sex in sexes) and (a + "a" == b or b + "a" == a):
        return False  # Ágnes and Agnesa
    endings = a.rstrip("aeio"), b.rstrip("aeio")
    return endings[0] == endings[1]
