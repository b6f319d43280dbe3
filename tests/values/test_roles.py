"""Titles: what they say, and how two of one person relate, whichever is asked first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values.related_roles import relate
from reconcile.values.roles import offices, parse_role

TITLES = st.sampled_from(sorted(offices()))


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("deputy chairman", "chair", "rank"),
        ("chief executive", "President and CEO", "same"),
        ("Dutch referee", "Belgian referee", "nation"),
        ("Scottish referee", "British referee", "same"),
        ("school bus driver", "bus driver", "precision"),
        ("Supreme Leader", "leader", "precision"),
        ("Premier", "then Premier", "former"),
        ("wife", "fiancée", "kin"),
        ("vice chairman", "vice president", "alias"),
        ("nurse", "captain", "differs"),
        ("co-owner", "owner", "precision"),
        ("mayor", "official", "precision"),
    ],
)
def test_two_titles_relate(first: str, second: str, relation: str) -> None:
    one, other = parse_role(first), parse_role(second)
    assert one is not None
    assert other is not None
    assert relate(one, other)[0] == relation
    assert relate(other, one)[0] == relation


@given(TITLES, TITLES)
def test_the_order_of_two_titles_does_not_matter(first: str, second: str) -> None:
    one, other = parse_role(first), parse_role(second)
    assert one is not None
    assert other is not None
    assert relate(one, other)[0] == relate(other, one)[0]


@given(TITLES)
def test_a_title_is_itself(title: str) -> None:
    role = parse_role(title)
    assert role is not None
    assert relate(role, role)[0] == "same"


def test_a_body_may_be_part_of_the_post() -> None:
    role = parse_role("minister", "culture")
    assert role is not None
    assert (role.office, role.body) == ("culture minister", "")
