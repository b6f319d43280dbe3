"""Dates, anniversaries and durations of a text that is made to hurt are quoted as they stand there."""

from __future__ import annotations

from types import ModuleType

import pytest

from reconcile.claims import anniversary, date, duration
from reconcile.claims.reading import Reading
from reconcile.sources.article import Article, Published
from reconcile.values.dates import Interval
from tests.hostile import TIMES

PUBLISHED = Published(interval=Interval.parse("2024-05-02"), how="stated")


@pytest.mark.parametrize("piece", TIMES)
@pytest.mark.parametrize("module", [anniversary, date, duration], ids=lambda module: str(module.TYPE))
def test_claims_quote_what_stands_there(module: ModuleType, piece: str) -> None:
    reading = Reading(Article(id="a", text=piece * (20_000 // len(piece)), published=PUBLISHED))
    for claim in module.extract(reading):
        assert reading.text[claim.span.start : claim.span.end] == claim.span.quote
