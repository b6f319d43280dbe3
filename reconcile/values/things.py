"""Kinds of things as a tree: an SUV is a car, a car is a vehicle; a 4x4 is another word for an SUV."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from reconcile.values.relation import Relation


class Kind(NamedTuple):
    """A kind of thing: its name, the wider kinds from the nearest to the widest, and the kinds that leave room for it.

    A rifle may be a semi-automatic weapon, as there is a kind that is both.
    """

    name: str
    wider: tuple[str, ...]
    beside: frozenset[str] = frozenset()

    @property
    def root(self) -> str:
        """The widest kind."""
        return self.wider[-1] if self.wider else self.name

    def relation(self, other: Kind) -> Relation:
        """Same, finer, coarser, or kinds of one root that exclude each other; unknown for all others."""
        if self.name == other.name:
            return Relation.SAME
        if other.name in self.wider:
            return Relation.REFINES
        if self.name in other.wider:
            return Relation.COARSENS
        if other.name in self.beside:
            return Relation.UNKNOWN
        return Relation.DIFFERS if self.root == other.root else Relation.UNKNOWN


class Kinds:
    """The tree, looked up by any word for a kind."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        parents: dict[str, list[str]] = {}
        self._names: dict[str, str] = {}
        for line in lines:
            terms, parent = (part.strip() for part in line.rsplit(":", 1))
            names = [term.strip() for term in terms.split(",")]
            parents[names[0]] = [wider.strip() for wider in parent.split("&")]
            for name in names:
                self._names.setdefault(name, names[0])
        beside: dict[str, set[str]] = defaultdict(set)
        above = {name: self._above(name, parents) for name in parents}
        for wider in above.values():
            for name in wider[:-1]:
                beside[name].update(wider)
        self._kinds = {name: Kind(name, above[name], frozenset(beside[name])) for name in parents}
        # How many words a name may have that begins with a word; its plural may be a name alone.
        self.reach: dict[str, int] = {}
        for name in self._names:
            first = re.split(r"[^\w]", name, maxsplit=1)[0]
            for form, most in ((first, name.count(" ") + 1), (first + "s", 1), (first + "es", 1)):
                self.reach[form] = max(most, self.reach.get(form, 0))
        self.firsts = frozenset(self.reach)  # where a lookup is worth the while

    def _above(self, name: str, parents: dict[str, list[str]]) -> tuple[str, ...]:
        chain: list[str] = []
        level = [name]
        while level := [
            self._names.get(parent, parent)
            for narrower in level
            for parent in parents.get(narrower, ())
            if parent != "root"
        ]:
            chain = [wider for wider in chain if wider not in level] + list(dict.fromkeys(level))
        return tuple(chain)

    def get(self, words: str) -> Kind | None:
        """The kind that `words` (lower case, singular or plural) name, if the tree knows it."""
        for form in (words, words.removesuffix("s"), words.removesuffix("es")):
            if form in self._names:
                return self._kinds[self._names[form]]
        return None

    def singular(self, word: str) -> str:
        """The singular of a name of the tree; a name that is itself a plural ("diamonds") stays."""
        if word in self._names:
            return word
        return word.removesuffix("s") if word.removesuffix("s") in self._names else word.removesuffix("es")
