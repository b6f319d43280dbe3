"""Nouns that count one thing: "houses" and "dwellings", and "people" for whoever they are."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from reconcile.claims.quantity import QuantityClaim
from reconcile.language.figures.counted import singular, singulars
from reconcile.lexicon import word_set, words

MEN, WOMEN = frozenset({"man", "male", "boy"}), frozenset({"woman", "female", "girl"})


@cache
def _families() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(words("counted_kin")):
        for noun in line.split():
            found[noun].add(number)
    return {noun: frozenset(numbers) for noun, numbers in found.items()}


def families(noun: str) -> list[str]:
    """The families that a noun belongs to, as keys."""
    return [f"kin {number}" for number in sorted(_families().get(noun, ()))]


def kin(first: str, second: str) -> bool:
    """Whether two nouns can count one thing: they are equal, or stand in one family."""
    return first == second or bool(_families().get(first, _NONE) & _families().get(second, _NONE))


def may_count_one_thing(first: str, second: str) -> bool:
    """Whether two heads can: kin, one of them missing, or "people" beside any noun for persons."""
    if kin(first, second) or not first or not second:
        return True
    general = {"person", "individual", "personnel", "participant", "attendance", "population"}
    return any(a in general and b in singulars().values() for a, b in ((first, second), (second, first)))


def head(claim: QuantityClaim) -> str:
    """The noun that a figure counts, in the singular: "worker" in "two night workers"; empty when none is said."""
    counted = claim.counted.replace("-", " ").lower().split()
    return singular(counted[-1]) if counted else ""


@cache
def anybody() -> frozenset[str]:
    """The nouns for people of whatever kind, and the empty one."""
    return word_set("anybody") | {""}


_NONE: frozenset[int] = frozenset()
