"""Whose post it is: two towns, two universities or two departments, of which one person serves one."""

from __future__ import annotations

from functools import cache

from reconcile.lexicon import words
from reconcile.values.places import is_whole, relate_places
from reconcile.values.relation import Relation
from reconcile.values.roles import Role, body_words, departments

# Posts of one town or land: who holds the one of Brae does not hold the one of Tarn.
_SEATS = frozenset(
    {
        "mayor",
        "deputy mayor",
        "governor",
        "chief of police",
        "fire chief",
        "sheriff",
        "coroner",
        "bishop",
        "archbishop",
    }
)
_LOOSE = frozenset({"member", "official", "student", "player", "founder", "owner", "partner", "director"})
_NO_KIND = frozenset({"service", "unit", "team", "group", "side", "office"})


def seats_apart(first: Role, second: Role) -> str:
    """Why one post of a town is not the same post of another; empty where both may be of one, or no town is said."""
    if first.office not in _SEATS or first.status != second.status:
        return ""
    if ("county" in first.body.lower()) != ("county" in second.body.lower()):
        return ""  # the town may lie in that county, and have its sheriff
    one, other = (_proper(role.body, _HOUSES) for role in (first, second))
    if not one or not other:
        return ""
    return f"the {first.office} of {one} is not the {first.office} of {other}" if _apart(one, other) else ""


def houses_apart(first: Role, second: Role) -> str:
    """Why two houses of one kind, each with a name, are two: a university here and another there."""
    if first.office in _LOOSE or first.status != second.status:
        return ""
    said = [{*role.body.lower().replace("’", "'").split(), *role.narrow} for role in (first, second)]
    kinds = said[0] & said[1] & _kinds() - _NO_KIND
    one, other = (_proper(role.body, kinds) for role in (first, second))
    if not kinds or not one or not other or not _apart(one, other):
        return ""
    kind = min(kinds)
    return f"the {kind} of one post goes by {one}, that of the other by {other}"


def _apart(one: str, other: str) -> bool:
    """Whether two names share no word and no initials, and neither is known to lie in the other or to be a whole land."""
    first, second = ([_fields().get(word, word) for word in name.lower().split()] for name in (one, other))
    initials = ("".join(word[0] for word in said) for said in (first, second))
    if {*first} & {*second} or any(short in (one.lower(), other.lower()) for short in initials):
        return False
    wide = {is_whole(one), is_whole(other)}
    return len(wide) == 1 and relate_places(one, other) in (Relation.DIFFERS, Relation.UNKNOWN)


def _proper(body: str, kinds: frozenset[str] | set[str] = frozenset()) -> str:
    """The words of a body that are a name, without the kind of the body: "Ordell" for "University of Ordell"."""
    said = (word.removesuffix("'s").removesuffix("’s").strip(".,") for word in body.replace("-", " ").split())
    return " ".join(w for w in said if w[:1].isupper() and w.lower() not in kinds and w.lower() not in _AREAS)


_HOUSES = frozenset({"county", "police", "department", "fire", "office", "force", "diocese"})
_AREAS = frozenset({"the", "city", "town", "village", "state", "province", "republic"})


@cache
def _kinds() -> frozenset[str]:
    return frozenset(word for line in words("led_bodies") for word in line.split())


def two_bodies(first: Role, second: Role) -> bool:
    """Whether each post's body is said, in words that have none in common."""
    one, other = body_words(first), body_words(second)
    return len(one) > 1 and len(other) > 1 and not one & other and first.nation == second.nation


def of_firm(role: Role) -> bool:
    """Whether a post is one of a firm with a name, by the last word of that: "Dunmore Foods"."""
    said = role.body.split()
    return len(said) > 1 and said[0][:1].isupper() and said[-1].lower() in _firms()


@cache
def _firms() -> frozenset[str]:
    lines = (line.partition(":") for line in words("name_words"))
    known = frozenset(word for kind, _, listed in lines if kind == "firm" for word in listed.split())
    return known | frozenset(word for line in words("company_suffixes") for word in line.split())


def departments_apart(first: frozenset[str], second: frozenset[str]) -> str:
    """Why two departments are two, in words."""
    one, other = (" and ".join(sorted(said)) for said in (first, second))
    return f"the {one} department is not the {other} department"


def portfolio(role: Role) -> frozenset[str]:
    """What a minister or a secretary is in charge of: health, transport; empty when that is not said.

    Words for one department are one: defense and defence, the interior and home affairs.
    """
    *before, post = role.office.split()
    said = {*before, *role.narrow, *role.body.lower().split()}
    found = departments() & said if post in ("minister", "secretary") else frozenset[str]()
    return frozenset(_fields().get(word, word) for word in found)


@cache
def _fields() -> dict[str, str]:
    lines = (line.split() for line in words("portfolios"))
    return {word: said[0] for said in lines for word in said}


def governs_beside(first: Role, second: Role) -> bool:
    """Whether one governs a town or a province, and the other is of another body that is said: of a school board."""
    return any(
        one.office in _GOVERN
        and other.office not in _GOVERN
        and bool({*other.body.lower().split()} - _OF_TOWNS)
        for one, other in ((first, second), (second, first))
    )


_GOVERN = frozenset({"mayor", "deputy mayor", "governor", "lord mayor", "county executive", "city manager"})
_OF_TOWNS = frozenset(("the", "city", "town", "county", "council", "municipality", "village", "state"))
