"""Roles, places, participants, states and ownership stay linear on hostile text, and quote what stands there."""

from __future__ import annotations

from time import perf_counter

import pytest

from reconcile import Article
from reconcile.claims import ownership, participation, place, role, state
from reconcile.claims.reading import Reading

UNITS = (
    "a ",
    "A ",
    "1 ",
    '"',
    "a-",
    "12-",
    "will go to the ",
    "chief executive of ",
    "his wife ",
    "Ab Hospital ",
    "because ",
    "Ab's Cd ",
    "biggest ",
)


@pytest.mark.parametrize("unit", UNITS)
def test_a_hundred_kilobytes_take_no_time_to_speak_of(unit: str) -> None:
    reading = Reading(Article(id="a", text=unit * (100_000 // len(unit))))
    reading.document.sentences  # noqa: B018 - computed here, so that it is not measured below
    reading.document.mentions  # noqa: B018 - likewise
    started = perf_counter()
    for module in (role, place, participation, state, ownership):
        for claim in module.extract(reading):
            assert reading.text[claim.span.start : claim.span.end] == claim.span.quote
    assert perf_counter() - started < 5
