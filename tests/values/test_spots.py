"""How places told by common nouns relate."""

from __future__ import annotations

import pytest

from reconcile.values.relation import Relation
from reconcile.values.spots import place_told, relate_spots


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("in the courtroom", "in the courthouse", Relation.REFINES),
        ("in an Ordell apartment", "in an Ordell apartment building", Relation.REFINES),
        ("in a mall", "in a store", Relation.COARSENS),
        ("in a house", "in an apartment complex", Relation.DIFFERS),
        ("from the moving truck", "out of the vehicle", Relation.REFINES),
    ],
)
def test_parts_and_wholes(one: str, other: str, how: Relation) -> None:
    first, second = place_told(one), place_told(other)
    assert first is not None
    assert second is not None
    assert relate_spots(first, second) is how
