"""Laws of amounts: relations are symmetric, hedges allow what they say, units convert back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.language.figures.numbers import find_numbers
from reconcile.values.amounts import Amount
from reconcile.values.relation import Relation
from reconcile.values.units import convert

FIGURES = st.integers(min_value=0, max_value=10**9).map(Decimal)
HEDGES = st.sampled_from(["", "about", "nearly", "more than", "at least", "less than", "up to"])


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    figure, hedge = draw(FIGURES), draw(HEDGES)
    (mention,) = find_numbers(f"{hedge} {figure} people".strip())
    return mention.amount


@given(amounts(), amounts())
def test_a_relation_turned_round_is_its_converse(a: Amount, b: Amount) -> None:
    assert b.relation(a).compatible == a.relation(b).compatible
    assert (b.relation(a) is Relation.SAME) == (a.relation(b) is Relation.SAME)


@given(amounts())
def test_every_amount_is_the_same_as_itself(a: Amount) -> None:
    assert a.relation(a) is Relation.SAME


@given(amounts(), amounts())
def test_meeting_is_symmetric_and_within_means_meeting(a: Amount, b: Amount) -> None:
    assert a.meets(b) == b.meets(a)
    assert not a.within(b) or a.meets(b)


@given(FIGURES)
def test_a_bound_allows_what_its_words_allow(figure: Decimal) -> None:
    above, floor, below = (
        next(find_numbers(f"{h} {figure} people")).amount for h in ("more than", "at least", "less than")
    )
    exact = Amount.of(figure)
    assert not above.meets(exact)
    assert floor.meets(exact)
    assert not below.meets(exact)
    assert above.meets(Amount.of(figure + 1))


@given(
    FIGURES,
    st.sampled_from([("mile", "kilometre"), ("foot", "metre"), ("acre", "hectare"), ("barrel", "gallon")]),
)
def test_a_conversion_comes_back(figure: Decimal, units: tuple[str, str]) -> None:
    there = convert(figure, *units)
    assert there is not None
    back = convert(there, units[1], units[0])
    assert back is not None
    assert abs(back - figure) <= figure / 10**6


@pytest.mark.parametrize(
    ("first", "second", "compatible"),
    [
        ("58 kilometres", "36 miles", True),
        ("5,000 feet", "a mile", True),
        ("1,500 km", "1,150 km", False),
        ("38,000 people", "38,417 people", True),
        ("20 people", "22 people", False),
        ("about 200 people", "198 people", True),
        ("almost 40,000 people", "38,417 people", True),
        ("less than 413 people", "413 people", False),
        ("dozens of people", "50 people", True),
        ("300 pounds of meat", "£300", False),
    ],
)
def test_figures_as_news_writes_them(first: str, second: str, compatible: bool) -> None:
    a, b = (next(find_numbers(words)).amount for words in (first, second))
    assert a.relation(b).compatible is compatible
