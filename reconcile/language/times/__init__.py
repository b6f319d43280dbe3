"""Temporal expressions: found, typed and resolved against a publication date (TIMEX3 values)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from reconcile.language.times.frames import read
from reconcile.language.times.grammar import scan
from reconcile.language.times.mention import TimeMention
from reconcile.language.times.resolve import resolve
from reconcile.language.times.tokens import cut
from reconcile.values.dates import Interval

__all__ = ["TimeMention", "find_times", "tag_times"]


def find_times(text: str, published: Interval | None) -> Iterator[TimeMention]:
    """Yields the temporal expressions of `text` in order, resolved against `published`; never against the clock.

    Where only the month or year of publication is known, what hangs on it is resolved from its first and from
    its last day, and the interval spans both.
    """
    tokens = cut(text)
    frames = [read(tokens, rule, first, last) for rule, first, last in scan(tokens)]
    if published is None or published.start is None or published.end is None:
        yield from resolve(tokens, frames, None)
        return
    if not 1000 < published.start.year < 9000:  # no text was published then
        yield from resolve(tokens, frames, None)
        return
    first = published.start.date()
    last = max(first, (published.end - timedelta(microseconds=1)).date())
    if first == last:
        yield from resolve(tokens, frames, first)
        return
    early = list(resolve(tokens, frames, first))
    frames = [read(tokens, rule, start, end) for rule, start, end in scan(tokens)]
    for one, other in zip(early, resolve(tokens, frames, last), strict=False):
        yield one if one.interval == other.interval else _between(one, other)


def _between(early: TimeMention, late: TimeMention) -> TimeMention:
    """One mention for two readings from the two ends of an uncertain anchor."""
    if (early.start, early.end) != (late.start, late.end) or early.interval is None or late.interval is None:
        return early._replace(interval=None, alternatives=(), value="")
    whole = replace(early.interval, end=late.interval.end, fuzzy=True)
    value = early.value if early.value == late.value else _shared(early.value, late.value)
    return early._replace(value=value, interval=whole, alternatives=())


def _shared(one: str, other: str) -> str:
    """The value with X for what the readings do not share: 2025-07-03 and 2025-07-21 give 2025-07-XX."""
    parts = list(zip(one.split("-"), other.split("-"), strict=False))
    same, kept = True, []
    for left, right in parts:
        same = same and left == right
        kept.append(left if same else "X" * len(left))
    return "-".join(kept)


def tag_times(text: str, published: date | Interval | str | None) -> list[TimeMention]:
    """The temporal expressions of `text`, as TIMEX3, resolved against `published`; never against the clock.

    `published` is a day, an interval, or `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    """
    if isinstance(published, str):
        published = Interval.parse(published)
    anchor = Interval.day(published) if isinstance(published, date) else published
    return list(find_times(text, anchor))
