"""Clock times that are counted from another: eight minutes before noon."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from reconcile.language.figures.ordinals import whole
from reconcile.language.vocabulary import vocabulary
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

_OFF = regex(
    r"\b(?P<n>\d{1,2}|[a-z]+(?:-[a-z]+)?) minutes? (?P<way>before|after|past|to)\s+(?:the\s+)?\Z",
    re.I,
    holds="minute",
)
_CLOCKED = regex(r"T\d\d:\d\d")
_REACH = 40  # characters before a time in which the count stands


def counted_off(
    text: str, first: int, at: int, value: Interval | None, timex: str
) -> tuple[Interval, str, int] | None:
    """The clock time so many minutes before or after the one at `at`, and where the count begins, not before `first`."""
    known = vocabulary(text)
    if value is None or not ("minutes" in known or "minute" in known):
        return None
    off = _OFF.search(text, max(first, at - _REACH), at)
    count = whole(off.group("n")) if off else None
    if not off or not count or value.start is None or value.end is None or not _CLOCKED.search(timex):
        return None
    shift = timedelta(minutes=count if off.group("way").lower() in ("after", "past") else -count)
    moved = replace(value, start=value.start + shift, end=value.end + shift, grain=Grain.MINUTE, fuzzy=False)
    return moved, _CLOCKED.sub(f"T{value.start + shift:%H:%M}", timex), off.start()
