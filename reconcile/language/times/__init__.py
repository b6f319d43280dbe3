"""Temporal expressions: found, typed and resolved against a publication date (TIMEX3 values)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from reconcile.language.times.frames import read
from reconcile.language.times.grammar import scan
from reconcile.language.times.mention import TimeMention
from reconcile.language.times.resolve import Resolver
from reconcile.language.times.tokens import cut
from reconcile.values.dates import Interval

__all__ = ["TimeMention", "find_times", "tag_times"]


def find_times(text: str, published: Interval | None) -> Iterator[TimeMention]:
    """Yields the temporal expressions of `text` in order.

    An anchor of a month or a year leaves what depends on the day without an interval.
    """
    tokens = cut(text)
    anchor = None
    if (
        published
        and published.start
        and published.end
        and published.end - published.start <= timedelta(days=1)
    ):
        anchor = published.start.date()
    resolver = Resolver(tokens, anchor, narrative=published is None)
    for rule, first, last in scan(tokens):
        yield from resolver.resolve(read(tokens, rule, first, last))


def tag_times(text: str, published: date | None) -> list[TimeMention]:
    """The temporal expressions of `text`, as TIMEX3, resolved against `published`; never against the clock."""
    return list(find_times(text, Interval.day(published) if published else None))
