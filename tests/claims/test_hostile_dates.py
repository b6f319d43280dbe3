"""Extraction of dates, anniversaries and durations takes time in proportion to the text, whatever the text."""

from __future__ import annotations

from time import process_time
from types import ModuleType

import pytest

from reconcile.claims import anniversary, date, duration
from reconcile.claims.reading import Reading
from reconcile.sources.article import Article, Published
from reconcile.values.dates import Interval

HOSTILE = [
    "a ",
    "1 ",
    "first ",
    "the 1st year of ",
    "on May 1 ",
    "“",
    "in the AAAAAAAA ",
    "for a year and a half ",
]
SMALL, LARGE = 10_000, 40_000
PUBLISHED = Published(interval=Interval.parse("2024-05-02"), how="stated")


def _seconds(module: ModuleType, text: str) -> float:
    """The time of the extraction alone, the layers that all types share having been made."""
    reading = Reading(Article(id="a", text=text, published=PUBLISHED))
    for layer in ("times", "mentions", "sentences", "quotations"):
        getattr(reading.document, layer)
    reading.document.said_by(0, 1)
    begun = process_time()
    list(module.extract(reading))
    return process_time() - begun


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("module", [anniversary, date, duration], ids=lambda module: str(module.TYPE))
def test_four_times_the_text_takes_about_four_times_as_long(module: ModuleType, piece: str) -> None:
    small = min(_seconds(module, piece * (SMALL // len(piece))) for _ in range(2))
    large = min(_seconds(module, piece * (LARGE // len(piece))) for _ in range(2))
    assert large < 0.1 or large < 8 * small
