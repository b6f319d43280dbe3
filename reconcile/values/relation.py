"""How two values that answer one question relate."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """The relation of a value to another value."""

    SAME = "same"
    REFINES = "refines"  # the first is the more exact: July 11, 1961 refines July 1961
    COARSENS = "coarsens"  # the converse: "about 200" coarsens 198
    DIFFERS = "differs"
    UNKNOWN = "unknown"  # an anchor is missing: a year, a unit, a referent

    @property
    def converse(self) -> Relation:
        """The relation of the second value to the first."""
        return _CONVERSE.get(self, self)

    @property
    def compatible(self) -> bool:
        """Whether both values can be true of one thing, as far as the words go."""
        return self in (Relation.SAME, Relation.REFINES, Relation.COARSENS)


_CONVERSE = {Relation.REFINES: Relation.COARSENS, Relation.COARSENS: Relation.REFINES}
