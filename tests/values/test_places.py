"""Places: which lies in which, addresses, and the compass."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values.places import bearings, find_addresses, relate_places, turn
from reconcile.values.relation import Relation

PLACES = st.sampled_from(
    ["Paris", "France", "Kyiv", "Kiev", "Ukraine", "Texas", "Austin", "Nowhere", "Göteborg"]
)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("Paris", "France", Relation.REFINES),
        ("Ukraine", "Kiev", Relation.COARSENS),
        ("Gothenburg", "Göteborg", Relation.SAME),
        ("Bucharest", "Budapest", Relation.DIFFERS),
        ("Brooklyn", "United States", Relation.REFINES),
        ("Paris", "Nowhereville", Relation.UNKNOWN),
    ],
)
def test_places_relate(first: str, second: str, relation: Relation) -> None:
    assert relate_places(first, second) is relation


@given(PLACES, PLACES)
def test_the_converse_holds(first: str, second: str) -> None:
    assert relate_places(first, second) is relate_places(second, first).converse


@pytest.mark.parametrize(
    ("text", "number", "street", "block"),
    [
        ("at 19 Elm St. on Sunday", 19, "elm", False),
        ("the 200 block of 6th Street", 200, "6th", True),
        ("212 E. Sixth, when", 212, "6th", False),
        ("31-33 Elm Street", 31, "elm", False),
    ],
)
def test_addresses(text: str, number: int, street: str, block: bool) -> None:
    ((_, _, address),) = find_addresses(text, 0, len(text))
    assert (address.number, address.street, address.block) == (number, street, block)


def test_what_is_no_address() -> None:
    text = "killed 20 soldiers on March 3 and 12 Elm trees fell"
    assert find_addresses(text, 0, len(text)) == []


@given(st.sampled_from(sorted(bearings())), st.sampled_from(sorted(bearings())))
def test_a_turn_is_at_most_half_a_circle(first: str, second: str) -> None:
    assert 0 <= turn(first, second) == turn(second, first) <= 180
