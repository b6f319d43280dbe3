"""Common places: a hallway lies in a building, a kitchen is no bedroom, a flat is a kind of house."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from reconcile.lexicon import words
from reconcile.values.regex import regex
from reconcile.values.relation import Relation

_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_LEADING = regex(r" (?:to|towards?|from|between) ")
_LONGEST = 3  # words of the longest noun of the lexicon
# Kinds of places of which one thing is in one at a time, unless one kind lies in the other.
_APART = frozenset(
    {"room", "fitting", "building", "grounds", "car", "car_part", "vessel", "aircraft", "water"}
)
# What a place of a kind is surely part of, when a building or a vehicle is all that is told.
_NEXT = {
    "room": ("building",),
    "floor": ("building",),
    "part": ("building",),
    "fitting": ("room", "building"),
    "car_part": ("car",),
}
_SIDES = (
    frozenset({"left", "right"}),
    frozenset({"port", "starboard"}),
    frozenset({"upper", "lower"}),
    frozenset({"front", "back", "rear"}),
    frozenset({"north", "south", "northern", "southern"}),
    frozenset({"east", "west", "eastern", "western"}),
    frozenset(
        {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"}
    ),
)


class Spot(NamedTuple):
    """What a common noun calls a place: one word for all its synonyms, what it is a kind of, and its class."""

    noun: str
    wider: str  # the noun that this one is a narrower word for; empty when it is none
    kind: str


class Place(NamedTuple):
    """A place as a phrase tells it: its noun, the words that describe it, and the nouns of what it is part of."""

    spot: Spot
    said: frozenset[str]
    wholes: tuple[Spot, ...]


@cache
def spots() -> dict[str, Spot]:
    """From each noun of the lexicon, its words joined by a space, to what it calls a place."""
    found: dict[str, Spot] = {}
    for line in words("spots"):
        head, _, nouns = line.partition(":")
        kind = head.partition("<")[0].strip()
        for entry in nouns.split(","):
            first, *narrower = entry.strip().replace("_", " ").split("/")
            synonyms = first.split("=")
            found.update((name, Spot(synonyms[0], "", kind)) for name in synonyms)
            for group in narrower:
                names = group.split("=")
                found.update((name, Spot(names[0], synonyms[0], kind)) for name in names)
    return found


@cache
def _wholes() -> dict[str, frozenset[str]]:
    """From each class to all classes that it may lie in."""
    direct: dict[str, tuple[str, ...]] = {}
    for line in words("spots"):
        kind, _, rest = line.partition(":")[0].partition("<")
        direct[kind.strip()] = tuple(rest.split())
    found: dict[str, frozenset[str]] = {}
    for kind in direct:
        held, queue = set[str](), list(direct[kind])
        while queue:
            whole = queue.pop()
            if whole not in held:
                held.add(whole)
                queue += direct.get(whole, ())
        found[kind] = frozenset(held)
    return found


@lru_cache(maxsize=4096)
def spot_named(phrase: str) -> Spot | None:
    """What the last words of a lower-case noun phrase call a place; None when they call none."""
    last = phrase.split(" ")[-_LONGEST:]
    for at in range(len(last)):
        found = spots().get(" ".join(last[at:]))
        if found is not None:
            return found
    return None


@lru_cache(maxsize=4096)
def place_told(phrase: str) -> Place | None:
    """The place that a noun phrase tells, "a hallway of the courthouse"; None when its noun is no place's."""
    head, *rest = phrase.lower().replace("’", "'").split(" of ")
    road, *ends = _LEADING.split(head, maxsplit=1)
    if ends and (spot := spot_named(road)) is not None and spot.kind == "road":
        return Place(
            spot, frozenset(_WORD.findall(f"{road} {ends[0]}")) - _EMPTY - {*spot.noun.split(" "), "and"}, ()
        )
    spot = spot_named(head)
    while rest and (spot is None or spot.kind == "side"):
        head, *rest = rest
        spot = spot_named(head) or spot
    if spot is None:
        return None
    owner, _, _ = head.rpartition("'s ")  # "the club's parking lot"
    wholes = tuple(whole for part in (*rest, owner) if part and (whole := spot_named(part)) is not None)
    named = {word for word in _WORD.findall(head) if word not in spot.noun.split(" ")}
    return Place(spot, frozenset(named) - _EMPTY, wholes)


_EMPTY = frozenset({"a", "an", "the", "his", "her", "its", "their", "this", "that", "in", "at", "on"})


# Buildings of one class of which the first is part of the second.
_LIES_IN = frozenset(
    (part, whole)
    for whole, parts in {
        "complex": "apartment flat condo condominium unit",
        "building": "apartment flat condo condominium unit",
        "mall": "store restaurant bar bank",
    }.items()
    for part in parts.split()
)


def relate_spots(one: Place, other: Place) -> Relation:
    """How two places told by common nouns relate: SAME, REFINES (the first lies in the second), COARSENS, DIFFERS
    when nothing is in both at one time, UNKNOWN when the nouns cannot tell."""
    a, b = one.spot, other.spot
    if a.noun == b.noun:
        return Relation.DIFFERS if _other_side(one, other) else Relation.SAME
    if a.wider == b.wider and _other_side(one, other):
        return Relation.DIFFERS
    if b.noun == a.wider or b in one.wholes:
        return Relation.REFINES
    if a.noun == b.wider or a in other.wholes:
        return Relation.COARSENS
    if a.kind == b.kind == "car" and "vehicle" in (a.noun, b.noun):
        return Relation.REFINES if b.noun == "vehicle" else Relation.COARSENS
    if (a.noun, b.noun) in _LIES_IN:
        return Relation.REFINES
    if (b.noun, a.noun) in _LIES_IN:
        return Relation.COARSENS
    if b.kind in _wholes()[a.kind]:
        return Relation.REFINES if b.kind in _NEXT.get(a.kind, ()) else Relation.UNKNOWN
    if a.kind in _wholes()[b.kind]:
        return Relation.COARSENS if a.kind in _NEXT.get(b.kind, ()) else Relation.UNKNOWN
    return Relation.DIFFERS if a.kind in _APART and b.kind in _APART else Relation.UNKNOWN


def _other_side(one: Place, other: Place) -> bool:
    """Whether the words that describe two places name two sides or two floors: the left and the right bank."""
    a, b = (place.said.union(place.spot.noun.split(" ")) for place in (one, other))
    return any(a & side and b & side and not a & b & side for side in _SIDES)


def home_and_elsewhere(one: Place, other: Place) -> bool:
    """Whether one is somebody's home and the other a public building, or a bus or a train, where nobody has a home."""
    homes = [_HOME in (place.spot.noun, place.spot.wider) for place in (one, other)]
    rest = other.spot if homes[0] else one.spot
    public = rest.kind == "building" and not _LIVED_IN & {rest.noun, rest.wider}
    return homes[0] != homes[1] and (public or {rest.noun, rest.wider} & _RIDDEN != set())


_HOME = "house"
_LIVED_IN = frozenset(
    "building hut hotel nursing_home palace headquarters barracks shed shelter orphanage garage complex compound lodge ranch "
    "tent greenhouse university monastery daycare studio pavilion strip_mall office_building refugee_camp prison church "
    "store restaurant bar school embassy".replace("_", " ").split(" ")
) | {"nursing home", "refugee camp", "strip mall", "office building"}
_RIDDEN = frozenset({"bus", "train", "tram", "plane"})
