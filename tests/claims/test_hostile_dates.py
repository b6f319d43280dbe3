"""Extraction of dates, anniversaries and durations takes time in proportion to the text, whatever the text."""

from __future__ import annotations

from time import perf_counter

import pytest

from reconcile.claims import anniversary, date, duration
from reconcile.claims.reading import Reading
from reconcile.sources.article import Article, Published
from reconcile.values.dates import Interval

HOSTILE = [
    "a " * 50_000,
    "1 " * 50_000,
    "first " * 16_000,
    "the 1st year of " * 6_000,
    "on May 1 " * 10_000,
    "“" * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
@pytest.mark.parametrize("module", [anniversary, date, duration], ids=lambda module: str(module.TYPE))
def test_a_hundred_thousand_characters_take_seconds_at_most(module: object, text: str) -> None:
    reading = Reading(
        Article(id="a", text=text, published=Published(interval=Interval.parse("2024-05-02"), how="stated"))
    )
    list(reading.document.times)
    list(reading.document.mentions)
    begun = perf_counter()
    list(module.extract(reading))  # type: ignore[attr-defined]  # every claim type has it
    assert perf_counter() - begun < 5
