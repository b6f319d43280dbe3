"""Roles, places, participants, states and ownership of a text that is made to hurt are quoted as they stand there."""

from __future__ import annotations

import pytest

from reconcile import Article
from reconcile.claims import ownership, participation, place, role, state
from reconcile.claims.reading import Reading
from tests.hostile import POSTS


@pytest.mark.parametrize("unit", POSTS)
def test_claims_quote_what_stands_there(unit: str) -> None:
    reading = Reading(Article(id="a", text=unit * (20_000 // len(unit))))
    for module in (role, place, participation, state, ownership):
        for claim in module.extract(reading):
            assert reading.text[claim.span.start : claim.span.end] == claim.span.quote
