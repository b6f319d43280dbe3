"""One event, two clock times.

## What it finds
The hour of one event as two sources give it. "Around 11:20" and "a few minutes before 11:30" meet within their
hedges and are explained; so are 00:20 local time and 22:20 UTC, by the offset; times that no rounding, hedge or
zone brings together are a contradiction. Times that only the words around them bring together are unresolved, unless
they are of one deed of one subject, of which either article has one time.

## Why it matters
Hours are rounded by every hand they pass through; what must stand out is the one that rounding cannot explain.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The blast at the Brindle mill happened around 11:20 p.m. on Wednesday."}
  - {id: b, publisher: Coast Post, published: 2024-05-02, text: "The blast at the Brindle mill happened shortly before 11:30 p.m. on Wednesday."}
findings:
  - {verdict: explained, reason: precision}
```
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

from reconcile.align.places.scenes import two_spots
from reconcile.align.story import Story
from reconcile.align.times.clocks import Clock, clock, day_stated, shortest, shown_clock, shown_offset
from reconcile.align.times.happenings import BLOWS, SILENT, likeness, one_deed, same_done
from reconcile.align.times.like_clocks import likely_clocks, minutes_apart
from reconcile.claims.date import DateClaim
from reconcile.rules.asking import when
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.regex import regex

CODE = "DAT205"
KIND = "date"
VERDICT = "contradiction"

_STARTS = frozenset({"begun", "played", "launched", "left", "occurred", "held"})
_KICKS = frozenset({"kick off", "start", "begin", "commence"})
_NEAR = 0.16  # how alike the surroundings must be where the clocks all but agree
_SURE = 0.55  # and where they contradict
_ONCE = frozenset({"left", "begun", "launched", "arrived"})  # what a ship, a train or a match does once a day
_SURE_ONCE = 0.42  # where the verbs may differ, since what they date happens once
_ONLY = 0.12
_WATCHES = 1  # minute that two watches differ
_EXACT = 10  # minutes that two times told to the minute may differ: when it struck, and when it was told
_APART = 20  # minutes apart from which on round times are two
_HEDGED = 15  # minutes to either side that "about" covers, beside a time told to the minute
_STRAINED = 25  # minutes apart from which on "about" on both sides hardly makes one time of two


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each pair of clock times of one event that are not the same words."""
    clocks = [c for claim in story.of(DateClaim) if claim.polarity and (c := clock(claim))]
    groups: list[tuple[list[Clock], Difference]] = []
    told = Counter((c.claim.span.article, _kind(c.claim)) for c in clocks if not _again(c.claim))
    for first, second in combinations(clocks, 2):
        if first.claim.span.article == second.claim.span.article or story.same_origin(
            first.claim, second.claim
        ):
            continue
        if first.claim.bound in ("by", "until", "since") or second.claim.bound in ("by", "until", "since"):
            continue
        if two_spots(first.claim, second.claim):
            continue
        only = _kind(first.claim) == _kind(second.claim) and all(
            told[c.claim.span.article, _kind(c.claim)] == 1 and not _again(c.claim) for c in (first, second)
        )
        found = _compare(first, second, only, story)
        if found is not None:
            groups.append(([first, second], found))
    groups += _likely(clocks, groups, story)
    yield from _merged(groups)


def _likely(
    clocks: list[Clock], groups: list[tuple[list[Clock], Difference]], story: Story
) -> list[tuple[list[Clock], Difference]]:
    """The clock times that are likely of one event, where neither has met a time of the other's article."""
    known = {c.claim.id: c for c in clocks if not _again(c.claim)}
    met = {(a.claim.id, b.claim.span.article) for pair, _ in groups for a, b in (pair, pair[::-1])}
    told: list[tuple[list[Clock], Difference]] = []
    for one, other, how in likely_clocks(story):
        if met & {(one.id, other.span.article), (other.id, one.span.article)}:
            continue
        if {one.id, other.id} <= known.keys() and not (
            story.same_origin(one, other) or two_spots(one, other)
        ):
            first, second = known[one.id], known[other.id]
            found = _perhaps(first, second, how, _one_done(first, second, clocks))
            told += [([first, second], found)] if found else []
    return told


def _one_done(first: Clock, second: Clock, clocks: list[Clock]) -> bool:
    """Whether both tell when the same did the same: one deed of one subject, of which each article has one clock time."""
    a, b = first.claim, second.claim
    if SILENT & {a.facet, b.facet} or a.modality != b.modality or not same_done(a, b):
        return False
    if day_stated(first.claim) and day_stated(second.claim) and not _within_a_day(first, second):
        return False
    return not any(
        other.said != one.said
        and other.claim.span.article == one.claim.span.article
        and same_done(other.claim, one.claim)
        for other in clocks
        for one in (first, second)
    )


def _perhaps(first: Clock, second: Clock, how: float, one: bool) -> Difference | None:
    """Two clock times that are likely of one event: at one time, or at two where it is surely `one`, or not surely."""
    minutes = minutes_apart(first, second)
    if not minutes and _plain(first) == _plain(second):
        return None
    if _meet(first, second):
        because = f'"{first.claim.when}" and "{second.claim.when}" are {_gap(minutes)}: they may be one time (likelihood {how:.2f}), rounded or hedged.'
        found = _difference(first, second, "explained", "precision", because)
        return replace(found, confidence=round(how, 2), likely=True)
    if one and minutes > (_APART if _plain(first) and _plain(second) else _STRAINED + _APART):
        because = f"{shown_clock(first.said)} and {shown_clock(second.said)} are {_gap(minutes)}."
        return replace(_difference(first, second, "contradiction", None, because), likely=True)
    because = (
        f"{shown_clock(first.said)} and {shown_clock(second.said)} are {_gap(minutes)}: "
        f"they may tell of one thing (likelihood {how:.2f})."
    )
    found = _difference(first, second, "unresolved", None, because)
    return replace(found, verdict="unresolved", confidence=round(how, 2), likely=True)


def _meet(first: Clock, second: Clock) -> bool:
    """Whether hedges and rounding can make one time of the two, or the seconds that two watches are apart."""
    apart = minutes_apart(first, second)
    meets = first.low <= second.high and second.low <= first.high
    return meets or apart <= max(_WATCHES, _slack(first.said), _slack(second.said))


def _compare(first: Clock, second: Clock, only: bool, story: Story) -> Difference | None:
    for a, b in product(_readings(first), _readings(second)):
        zoned = _zones(a, b, story)
        if zoned is not None:
            return zoned
    if first.offsets != second.offsets and first.offsets and second.offsets:
        return None
    warned = _warned(first, second)
    if warned is not None:
        return warned
    blow = only and _kind(first.claim) == "blow"  # each article tells when it struck, once
    if not _same_day(first, second) and not (
        blow and not (day_stated(first.claim) and day_stated(second.claim))
    ):
        return None
    apart = abs(first.said - second.said)
    if apart > 100 or (apart == 0 and _plain(first) == _plain(second)):
        return None
    alike = likeness(first.claim, second.claim, story) + (
        0.1 if first.claim.facet == second.claim.facet else 0.0
    )
    alike += _ONLY if only else 0.0
    if _meet(first, second):
        hedged = not (_plain(first) and _plain(second))
        if alike < (_NEAR if apart > 15 or not hedged else _NEAR / 3) and not blow:
            return None
        said = f'"{first.claim.when}" and "{second.claim.when}" are {_gap(apart)}'
        if blow and apart >= _STRAINED and _about(first) and _about(second):
            found = _difference(
                first, second, "explained", None, f"{said}: a good deal for two that say about when."
            )
            return replace(found, verdict="tension")
        return _difference(first, second, "explained", "precision", f"{said}: one time, rounded or hedged.")
    one = first.claim.facet == second.claim.facet and first.claim.facet not in SILENT
    told_alike = one_deed(first.claim, second.claim) and alike >= _SURE
    one = one and bool(_SOME_OF.match(first.claim.subject)) == bool(_SOME_OF.match(second.claim.subject))
    set_out = first.claim.facet in _ONCE and alike >= _SURE_ONCE  # "left at 11 p.m.", "sailed at 10 p.m."
    exact = sum(_plain(c) and not _slack(c.said) for c in (first, second))
    struck = apart >= _APART if not exact else apart > (_HEDGED if exact == 1 else _EXACT)
    if (blow and struck) or (one and apart > _APART and (told_alike or set_out)):
        return _difference(
            first,
            second,
            "contradiction",
            None,
            f"{shown_clock(first.said)} and {shown_clock(second.said)} are {apart} minutes apart.",
        )
    return None


def _again(claim: DateClaim) -> bool:
    """Whether the time stands in brackets: the one before them by another clock, "at 4:20 a.m. (0920 GMT)"."""
    at = claim.sentence.find(claim.when, max(0, claim.span.start - claim.sentence_start))
    return claim.sentence[:at].endswith("(")


def _kind(claim: DateClaim) -> str:
    """The facet, with one name for the words that tell when a blow fell: it struck, took place, killed."""
    took_place = claim.facet in BLOWS or claim.event == "take place"
    return "blow" if took_place else claim.facet


def _slack(said: int) -> int:
    """How many minutes a clock time may be off that is told as a round one."""
    return next((slack for step, slack in ((60, 12), (30, 12), (15, 7), (5, 5)) if said % step == 0), 0)


def _gap(minutes: int) -> str:
    if not minutes:
        return "the same minute"
    return "a minute apart" if minutes == 1 else f"{minutes} minutes apart"


def _warned(first: Clock, second: Clock) -> Difference | None:
    """When somebody was warned, by two accounts: whoever had the duty and whoever bears the harm count otherwise."""
    if not (_alert(first) and _alert(second)) or abs(first.said - second.said) <= 20:
        return None
    if day_stated(first.claim) and day_stated(second.claim) and not _within_a_day(first, second):
        return None
    who = [c.claim.attribution or "" for c in (first, second)]
    if not any(who):
        return None
    because = f"Warned at {shown_clock(first.said)} by one account, at {shown_clock(second.said)} by another."
    return replace(
        _difference(first, second, "explained", "attributed" if who[0] != who[1] else None, because),
        verdict="tension",
    )


_SOME_OF = regex(r"(?:the )?(?:first|last|rest|head|tail|front|some|most|others?|half)\b(?: of\b|\Z)", re.I)
_ALERT = regex(r"\b(?:warning|alert)s? (?:was|were|had been|came|reached|is|been)\b", re.I)


def _alert(clock: Clock) -> bool:
    start = clock.claim.span.start - clock.claim.sentence_start
    return clock.claim.facet == "alerted" or bool(
        _ALERT.search(clock.claim.sentence[max(0, start - 30) : start + 20])
    )


def _readings(one: Clock) -> list[Clock]:
    """The clock, and twelve hours later too where the words name no half of the day."""
    if not one.half:
        return [one]
    return [one, one._replace(said=one.said + 720, low=one.low + 720, high=one.high + 720, half=False)]


def _plain(one: Clock) -> bool:
    return one.low == one.high


def _about(one: Clock) -> bool:
    """Whether the time is hedged to both sides."""
    return one.low < one.said < one.high


def _same_day(first: Clock, second: Clock) -> bool:
    a, b = first.claim.value, second.claim.value
    if a is None or b is None or a.start is None or b.start is None:
        return True
    return abs((a.start - b.start).total_seconds()) <= 3 * 3600


def _zones(first: Clock, second: Clock, story: Story) -> Difference | None:
    """Two clocks of two zones that show one instant."""
    if first.said == second.said or not (first.offsets or second.offsets or first.local or second.local):
        return None
    one = first.claim.facet == second.claim.facet and first.offsets and second.offsets
    if not one and (first.claim.facet not in _STARTS or second.claim.facet not in _STARTS):
        return None
    starts = {first.claim.event, second.claim.event} <= _KICKS
    alike = likeness(first.claim, second.claim, story)
    if alike < 0.1 and first.claim.facet != second.claim.facet and not starts:
        return None
    gap = shortest(first.said - second.said)
    if first.offsets and second.offsets:
        for a in first.offsets:
            for b in second.offsets:
                if a != b and abs(gap - (a - b)) <= 5:
                    because = f"{shown_clock(first.said)} at {shown_offset(a)} is {shown_clock(second.said)} at {shown_offset(b)}: one instant."
                    return _difference(first, second, "explained", "unit", because)
        return None
    if (
        gap % 30
        or abs(gap) < 60
        or (first.offsets == second.offsets == () and not (first.local or second.local))
    ):
        return None
    if not _within_a_day(first, second):
        return None
    known, open_ = (first, second) if first.offsets else (second, first)
    if _again(known.claim):
        return None  # the local clock stands before the brackets
    if known.offsets:
        gap = shortest(open_.said - known.said)
        because = (
            f"{shown_clock(open_.said)} by the local clock is {shown_clock(known.said)} at {shown_offset(known.offsets[0])} "
            f"where the clock is at {shown_offset(gap + known.offsets[0])}: one instant."
        )
    else:
        because = (
            f"{shown_clock(first.said)} and {shown_clock(second.said)} are {abs(gap) // 60} hours apart by the clock, "
            "and one of them is given in the reporter's own time: one instant in two zones."
        )
    return _difference(first, second, "explained", "unit", because)


def _within_a_day(first: Clock, second: Clock) -> bool:
    a, b = first.claim.value, second.claim.value
    if a is None or b is None or a.start is None or b.start is None:
        return True
    return abs((a.start - b.start).total_seconds()) <= 15 * 3600


def _difference(first: Clock, second: Clock, verdict: str, reason: str | None, because: str) -> Difference:
    what = first.claim.subject or second.claim.subject
    return Difference(
        rule=CODE,
        kind=KIND,
        question=when(first.claim.event or second.claim.event, what).replace("When", "At what time", 1),
        sides=tuple(DraftSide(value=_shown(c), claims=(c.claim,)) for c in (first, second)),
        verdict="contradiction" if verdict == "contradiction" else "explained",
        reason=reason,
        because=because,
        confidence=0.75,
        settled=verdict != "contradiction",
    )


def _shown(one: Clock) -> str:
    zone = f" {shown_offset(one.offsets[0])}" if one.offsets else " local" if one.local else ""
    hedge = one.claim.hedge or ("about" if one.low != one.high else "")
    return f"{hedge} {shown_clock(one.said)}{zone}".strip()


def _merged(groups: list[tuple[list[Clock], Difference]]) -> Iterator[Difference]:
    """One difference for all explained pairs of one reason that share a claim; contradictions stand alone."""
    chains: list[tuple[set[str], list[Clock], Difference]] = []
    for clocks, difference in groups:
        if difference.verdict in ("contradiction", "unresolved"):
            yield difference
            continue
        ids = {c.claim.id for c in clocks}
        alike = (difference.reason, difference.verdict)
        joined = [c for c in chains if c[0] & ids and (c[2].reason, c[2].verdict) == alike]
        members = [m for chain in joined for m in chain[1]]
        chains = [c for c in chains if all(c is not j for j in joined)]
        new = [c for c in clocks if c.claim.id not in {m.claim.id for m in members}]
        first = joined[0][2] if joined else difference
        chains.append((ids.union(*(j[0] for j in joined)), members + new, first))
    for _, members, difference in chains:
        sides: dict[str, list[DateClaim]] = defaultdict(list)
        for one in sorted(members, key=lambda c: (c.said, c.claim.span.article)):
            sides[_shown(one)].append(one.claim)
        drafts = tuple(DraftSide(value=value, claims=tuple(claims)) for value, claims in sides.items())
        yield replace(difference, sides=drafts) if len(drafts) > 1 else difference
