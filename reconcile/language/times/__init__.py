"""Temporal expressions: found, typed and resolved against a publication date (TIMEX3 values)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reconcile.values.dates import Interval


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A temporal expression: `text[start:end]`, its TIMEX3 type and value, and what it means as an interval.

    `interval` is None for durations, sets, and whatever lacks an anchor. `relative` says that the value was
    resolved against the publication date (or another time in the text).
    """

    start: int
    end: int
    type: str  # DATE TIME DURATION SET
    value: str  # TIMEX3
    interval: Interval | None = None
    relative: bool = False


def find_times(text: str, published: Interval | None) -> Iterator[TimeMention]:
    """Yields the temporal expressions of `text` in order."""
    yield from ()


def tag_times(text: str, published: date | None) -> list[TimeMention]:
    """The temporal expressions of `text`, as TIMEX3, resolved against `published`; never against the clock."""
    return list(find_times(text, Interval.day(published) if published else None))
