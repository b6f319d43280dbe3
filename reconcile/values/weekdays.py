"""The days of the week that words name."""

from __future__ import annotations

from reconcile.values.regex import regex

_WEEKDAY = regex(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", holds="day")


def weekdays(text: str) -> frozenset[str]:
    """The days of the week that a text names: "Monday"."""
    return frozenset(_WEEKDAY.findall(text))


def other_weekdays(first: str, second: str) -> bool:
    """Whether both texts name days of the week, and none in common."""
    one, other = weekdays(first), weekdays(second)
    return bool(one and other) and one.isdisjoint(other)
