"""Where at a building something happened: at it, inside it, outside it, or on its grounds."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reconcile.align.senses import sense
from reconcile.claims.place import PlaceClaim
from reconcile.values.regex import regex
from reconcile.values.spots import Spot, place_told, spots

_WORD = regex(r"[^\W\d_]+")
_NAME = regex(r"[A-Z][\w’'-]+")
_THEN = regex(
    r"\b(?:when|as) (?:the )?(?:deadly |fatal )?(?:shooting|attack|gunfire|shots|fire|fight|stabbing|blast|brawl)\b"
)
_FRONT = frozenset({"in front of", "behind", "outside", "outside of"})
_CLASSES = {
    "shooting": "shoot shooting shot gunfire gunned fired gunman gunmen shots shootout gunshots bullets",
    "stabbing": "stab stabbing stabbed knifed",
    "fire": "fire blaze burned burnt burning flames",
    "blast": "explosion exploded blast blasts bomb bombing detonated",
    "fight": "fight brawl fighting scuffle melee altercation",
}
_CARE = frozenset({"hospital", "nursing home"})  # where people are brought
_HARM = frozenset(
    map(
        sense,
        ["killed", "dead", "wounded", "injured", "hurt", "struck", "hit", "victims", "slain", "murdered"],
    )
)


class Venue(NamedTuple):
    """What happened, at what kind of building, by what name, and where there: at, inside, outside, or a noun of its grounds."""

    deed: str
    building: str
    name: frozenset[str]
    where: str


def venue_of(claim: PlaceClaim) -> Venue | None:
    """Where at a building the claim places a deed; None for what is no deed of violence or no building."""
    deed = _deed(claim)
    if not deed or not claim.polarity or claim.modality != "asserted":
        return None
    building, name = _building(claim), _name(claim)
    if building is not None and building.noun not in _CARE:
        where = _where(claim)
        return Venue(deed, _kind(building), name, where) if where else None
    told = place_told(claim.value)
    if told is not None and told.spot.kind == "grounds" and claim.relation == "in":
        rest = [w for w in _WORD.findall(claim.value.lower()) if w not in told.spot.noun.split(" ")]
        found = next((s for w in rest if (s := spots().get(w)) is not None and s.kind == "building"), None)
        return Venue(deed, _kind(found), name, "outside") if found is not None else None
    return None


def _building(claim: PlaceClaim) -> Spot | None:
    """The kind of building a phrase or a name tells, at its end or, of a name, at its beginning: "Club Mirage"."""
    told = place_told(claim.value)
    if told is None and not claim.noun:
        first = spots().get(claim.value.partition(" ")[0].lower())
        return first if first is not None and first.kind == "building" else None
    return told.spot if told is not None and told.spot.kind == "building" else None


def _name(claim: PlaceClaim) -> frozenset[str]:
    """The words that only the building's own name has: "Mirage" of "Club Mirage", none of "a Tessaly nightclub"."""
    called = claim.value.partition(" of ")[2] if claim.noun else claim.value
    if called.startswith(("a ", "an ")):
        return frozenset()  # "a Tessaly nightclub"
    return frozenset(word for word in _NAME.findall(called) if word.lower() not in spots())


def _kind(spot: Spot) -> str:
    return spot.wider or spot.noun


def _where(claim: PlaceClaim) -> str:
    if claim.relation == "outside" or claim.how in _FRONT:
        return "outside"
    if claim.relation == "in":
        return "inside"
    return "at" if claim.relation == "at" else ""


@cache
def _deeds() -> dict[str, str]:
    return {word: name for name, listed in _CLASSES.items() for word in listed.split()}


def _deed(claim: PlaceClaim) -> str:
    """The class of what happened there by the last word for it in the claim; "harm" where only its outcome is told.

    What was outside may be told of the people there, in a sentence that tells what happened elsewhere.
    """
    quote = claim.span.quote
    said = quote[: len(quote) - len(claim.value)]
    then = _THEN.search(claim.sentence) if claim.how in _FRONT else None
    return _class(f"{claim.subject} {said}") or (_class(then.group()) if then is not None else "")


def _class(words: str) -> str:
    said = _WORD.findall(words.lower())
    told = [_deeds()[word] for word in said if word in _deeds()]
    if told:
        return told[-1] if len(set(told)) == 1 else ""
    return "harm" if not _HARM.isdisjoint(map(sense, said)) else ""
