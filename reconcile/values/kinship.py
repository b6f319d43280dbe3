"""Relations between persons: what a word for one names, and how two words for one person relate."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from reconcile.lexicon import words


class Relation(NamedTuple):
    """A relation of the lexicon: its usual name, whether a person has one such at a time, and the wider words for it."""

    name: str
    single: bool
    wider: tuple[str, ...]


@cache
def kin() -> dict[str, Relation]:
    """Every word for a relation between persons, with what it names."""
    found: dict[str, Relation] = {}
    for line in words("kin"):
        if line.startswith("stages:"):
            continue
        said, _, wider = line.lstrip("! ").partition("<")
        names = [name.strip() for name in said.split(",")]
        relation = Relation(
            names[0], line.startswith("!"), tuple(filter(None, map(str.strip, wider.split(","))))
        )
        found.update(dict.fromkeys(names, relation))
    return found


def relate_kin(first: str, second: str) -> tuple[str, str]:
    """How two relations of one person to another relate, and why: same, precision, stage, kin (they exclude each
    other) or differs."""
    one, other = kin()[first], kin()[second]
    if one == other:
        return "same", ""
    if other.name in one.wider or one.name in other.wider:
        narrow, wide = (one, other) if other.name in one.wider else (other, one)
        return "precision", f"a {narrow.name} is a {wide.name}: the wider word for one relation"
    if {one.name, other.name} <= _stages():
        return "stage", f"a {one.name} is not yet, or no longer, a {other.name}"
    if one.single and other.single:
        return "kin", f"a {one.name} is not a {other.name}"
    return "differs", ""


def exclusive_kin(first: str, second: str) -> bool:
    """Whether nobody is both to one person: a son and a nephew; a friend may be a neighbor, a half-brother a brother."""
    if first not in kin() or second not in kin():
        return False
    if "unrelated" in (first, second):
        other = kin()[second if first == "unrelated" else first]
        return other.single or "relative" in other.wider
    family = all(kin()[word].single or "relative" in kin()[word].wider for word in (first, second))
    return family and relate_kin(first, second)[0] in ("kin", "differs")


def is_partner(word: str) -> bool:
    """Whether a word names one of a couple: wife, fiancee, partner."""
    return word in kin() and (kin()[word].name == "partner" or "partner" in kin()[word].wider)


@cache
def _stages() -> frozenset[str]:
    """The relations that one couple goes through, as articles call them late."""
    lines = (line.partition(":") for line in words("kin"))
    return frozenset(word for head, _, listed in lines if head == "stages" for word in listed.split())
