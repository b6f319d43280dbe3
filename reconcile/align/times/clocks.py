"""Clock times as claims give them: the minutes meant, the slack of the hedge, and the zone."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reconcile.claims.date import DateClaim
from reconcile.lexicon import words
from reconcile.values.regex import regex

_CLOCK = regex(r"T(\d\d):(\d\d)")
_ZONE = regex(
    r"\s*[,(]?\s*(?P<local>local time|our time)|\s*[,(]?\s*(?P<zone>[A-Z]{2,5}|Eastern|Central|Mountain|Pacific)\b"
)
_DIGIT = regex(r"\d|\b(?:noon|midnight|midday|morning)\b", re.I)
_NO_CLOCK = regex(r"\s+of\b|\s+(?:autoplay|into)\b")
_SUMMER = {"ET": (-240, -300), "CT": (-300, -360), "MT": (-360, -420), "PT": (-420, -480)}


class Clock(NamedTuple):
    """A claim's clock time: minutes of the day from `low` to `high`; possible offsets from UTC, none when local."""

    claim: DateClaim
    said: int
    low: int
    high: int
    offsets: tuple[int, ...]
    local: bool  # "local time", "our time"
    half: bool = False  # "a quarter to eight": of the morning or of the evening


def clock(claim: DateClaim) -> Clock | None:
    """The claim's clock time, None when it gives none (a running time, a score)."""
    found = _CLOCK.search(claim.timex)
    if found is None:
        return None
    at = claim.sentence.find(claim.when)
    before = claim.sentence[max(0, at - 3) : max(0, at)]
    after = claim.sentence[at + len(claim.when) :] if at >= 0 else ""
    if before.endswith(("T+", "T-", "T−")) or (":" in claim.when and _NO_CLOCK.match(after)):
        return None
    said = int(found.group(1)) * 60 + int(found.group(2))
    low, high = _slack(claim.hedge or _hedge_inside(claim.when), said)
    offsets, local = _zone(claim, after, said)
    return Clock(claim, said, low, high, offsets, local, half=said < 720 and not _DIGIT.search(claim.when))


def day_stated(claim: DateClaim) -> bool:
    """Whether the words of the time name its day; else it is only the day that the text spoke of last."""
    return claim.absolute or bool(_DAY_NAMED.search(claim.when))


_DAY_NAMED = regex(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\b(?:today|yesterday|tonight|last night)\b", re.I
)


def _hedge_inside(words_of_time: str) -> str:
    first = words_of_time.split()[0].lower() if words_of_time.split() else ""
    return first if first in ("around", "about", "approximately", "roughly", "some", "circa") else ""


def _slack(hedge: str, said: int) -> tuple[int, int]:
    hedge = hedge.lower()
    if not hedge:
        return said, said
    if "before" in hedge or hedge in ("nearly", "almost"):
        return said - 30, said
    if "after" in hedge or "past" in hedge:
        return said, said + 30
    return said - 15, said + 15


_BRACKET = 30  # characters behind a clock time in which the same in another zone may stand
_EQUALS = regex(r" \((?P<hour>\d{1,2})[.:]?(?P<minute>\d\d) ?(?P<zone>[A-Z]{2,5})\)")  # "(1432 GMT)"
_DAY = 1440


def shortest(minutes: int) -> int:
    """The minutes between two clocks by the shorter way round the dial: 23 hours ahead is one behind."""
    return (minutes + _DAY // 2) % _DAY - _DAY // 2


def _zone(claim: DateClaim, after: str, said: int) -> tuple[tuple[int, ...], bool]:
    equals = _EQUALS.search(f"{claim.when}{after[:_BRACKET]}")
    known = zone_offsets(equals.group("zone")) if equals else ()
    if equals and len(known) == 1:  # both clocks of one instant, so that of the first is known
        there = int(equals.group("hour")) * 60 + int(equals.group("minute")) - known[0]
        return (shortest(said - there),), False
    named = re.search(
        r"\b(?:([A-Z]{2,5})|(Eastern|Central|Mountain|Pacific)|(local time|our time))\b\)?\s*\Z", claim.when
    )
    follows = _ZONE.match(after)
    name = (named.group(1) or named.group(2) or "") if named else ""
    if not name and follows:
        name = follows.group("zone") or ""
    offsets = zone_offsets(name)
    if not offsets and claim.value is not None and claim.value.offset is not None:
        offsets = (claim.value.offset,)
    local = bool((named and named.group(3)) or (follows and follows.group("local")))
    return offsets, local and not offsets


@cache
def _zones() -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = dict(_SUMMER)
    for line in words("zones"):
        offset, _, names = line.partition(":")
        for name in names.split():
            found.setdefault(name, (int(offset.split()[0]),))
    for name, letter in (("Eastern", "ET"), ("Central", "CT"), ("Mountain", "MT"), ("Pacific", "PT")):
        found[name] = _SUMMER[letter]
    found["BST"] = (60,)
    return found


def zone_offsets(name: str) -> tuple[int, ...]:
    """Minutes east of UTC that the zone's name can mean (summer and standard time where it does not say which)."""
    return _zones().get(name, ())


def shown_offset(minutes: int) -> str:
    """An offset as a reader writes it: UTC+2, UTC-4, UTC+3:30."""
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "") if minutes else "UTC"


def shown_clock(minutes: int) -> str:
    """Minutes of the day as HH:MM."""
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"
