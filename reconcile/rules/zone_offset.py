"""Two conversions of local time that do not agree on the distance from Greenwich.

## What it finds
"At 13:53 (10:23 GMT)" puts the local clock three and a half hours ahead, "at 09:10 (04:40 GMT)" four and a half: of
two such conversions for one place within one season, one is wrong. A source's own conversion to another zone is
checked the same way.

## Why it matters
Converted times are computed by hand at a desk far away, and are wrong more often than the local time.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The tremor struck Brindle at 13:53 (10:23 GMT)."}
  - {id: b, publisher: Coast Post, published: 2024-05-03, text: "An aftershock struck Brindle at 09:10 (04:40 GMT)."}
findings:
  - {verdict: contradiction, because: "UTC+3:30"}
```
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

from reconcile.align.story import Story
from reconcile.align.times.clocks import shown_clock, shown_offset, zone_offsets
from reconcile.claims.date import DateClaim
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

CODE = "DAT210"
KIND = "date"
VERDICT = "contradiction"

_HALF = r"[ap]\.? ?m\.?"
_PAIR = regex(
    rf"\b(?P<h1>\d{{1,2}})(?:[:.]| ?(?=\d\d\b))(?P<m1>\d\d) ?(?P<p1>{_HALF})?(?: ?(?:hours|hrs))?(?: local time)?,? ?"
    rf"\((?P<h2>\d{{1,2}})[:.]?(?P<m2>\d\d) ?(?P<p2>{_HALF})? ?(?P<zone>GMT|UTC|ET|EST|EDT|CET|CEST|PT|PST|PDT|CT|MT)\b[^()\n]{{0,20}}\)"
)
_SEASON = timedelta(days=40)


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference where the conversions of a story imply two offsets of one local clock."""
    yield from _abroad(story)
    found: dict[int, list[tuple[DateClaim, str]]] = defaultdict(list)
    for article in story.articles.values():
        if "GMT" not in article.text and "UTC" not in article.text:
            continue
        reading = story.reading(article.id)
        for pair in _PAIR.finditer(article.text):
            zone = zone_offsets(pair.group("zone"))
            if len(zone) != 1 or reading.document.skipped(pair.start()):
                continue
            local = _minutes(pair.group("h1"), pair.group("m1"), pair.group("p1"))
            other = _minutes(pair.group("h2"), pair.group("m2"), pair.group("p2"))
            if local is None or other is None:
                continue
            offset = (local - other + 720) % 1440 - 720 + zone[0]
            claim = reading.claim(
                DateClaim,
                pair.start(),
                pair.end(),
                value=article.published.interval if article.published else None,
                timex=f"T{shown_clock(local)}",
                facet="zone",
                when=pair.group(),
            )
            found[offset].append((claim, f"{shown_clock(local)} = {shown_clock(other)} {pair.group('zone')}"))
    offsets = sorted(found)
    for low, high in itertools.pairwise(offsets):
        if (high - low) % 30 or high - low > 120 or not _one_season(found[low], found[high]):
            continue  # other places, or a change of the clocks between
        yield _difference(low, high, found)


def _abroad(story: Story) -> Iterator[Difference]:
    """A source's conversion to American time that the clocks of the city it names do not bear out."""
    for article in story.articles.values():
        for pair in _PAIR.finditer(article.text):
            zone = zone_offsets(pair.group("zone"))
            reading = story.reading(article.id)
            city = (
                _city(article.text[max(0, pair.start() - 1500) : pair.end() + 600])
                if len(zone) == 2
                else None
            )
            if city is None or reading.document.skipped(pair.start()):
                continue
            name, winter, changes = city
            local = _minutes(pair.group("h1"), pair.group("m1"), pair.group("p1"))
            other = _minutes(pair.group("h2"), pair.group("m2"), pair.group("p2"))
            if local is None or other is None:
                continue
            apart = (local - other) % 1440
            usual = (winter - zone[1]) % 1440
            allowed = {usual} if changes else {usual, (usual - 60) % 1440}
            if apart in allowed or min(abs(apart - a) for a in allowed) > 120:
                continue
            first = reading.claim(
                DateClaim, pair.start(), pair.start("h2") - 1, facet="zone", when=pair.group()
            )
            second = reading.claim(DateClaim, pair.start("h2"), pair.end(), facet="zone", when=pair.group())
            hours, stated = usual // 60, apart / 60
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"What was the time in {name}, and in {pair.group('zone')}?",
                sides=(
                    DraftSide(value=f"{shown_clock(local)} in {name}", claims=(first,)),
                    DraftSide(value=f"{shown_clock(other)} {pair.group('zone')}", claims=(second,)),
                ),
                verdict="tension",
                because=f"The two times are {stated:g} hours apart; by the clock {name} is {hours} hours ahead for most of "
                "the year: one of them may be wrong.",
                confidence=0.7,
                settled=True,
            )


@cache
def _cities() -> dict[str, tuple[str, int, bool]]:
    found: dict[str, tuple[str, int, bool]] = {}
    for line in words("city_clocks"):
        head, _, names = line.partition(":")
        minutes, season = head.split()
        for name in names.split():
            found[name] = (name, int(minutes), season == "summer")
    return found


def _city(text: str) -> tuple[str, int, bool] | None:
    """The one city of the list that the text names; None when it names none or several of other clocks."""
    cities = _cities()
    named = {cities[w][1:]: cities[w] for w in re.findall(r"\b[A-Z][a-z]+\b", text) if w in cities}
    return next(iter(named.values())) if len(named) == 1 else None


def _minutes(hour: str, minute: str, half: str | None) -> int | None:
    h, m = int(hour), int(minute)
    if half:
        h = h % 12 + (12 if half.lower().startswith("p") else 0)
    return h * 60 + m if h < 24 and m < 60 else None


def _one_season(first: list[tuple[DateClaim, str]], second: list[tuple[DateClaim, str]]) -> bool:
    days = [_day(c.value) for c, _ in first + second]
    known = [d for d in days if d is not None]
    return len(known) < 2 or max(known) - min(known) <= _SEASON


def _day(time: Interval | None) -> datetime | None:
    return time.start if time is not None and time.grain <= Grain.MONTH else None


def _difference(low: int, high: int, found: dict[int, list[tuple[DateClaim, str]]]) -> Difference:
    (_, one), (_, two) = found[low][0], found[high][0]
    return Difference(
        rule=CODE,
        kind=KIND,
        question="How far is the local clock from Greenwich?",
        sides=tuple(
            DraftSide(value=shown_offset(offset), claims=tuple(c for c, _ in found[offset]))
            for offset in (low, high)
        ),
        verdict="contradiction",
        because=f"{one} means {shown_offset(low)}, {two} means {shown_offset(high)}: within one season and place "
        "one conversion is wrong.",
        confidence=0.75,
        settled=True,
    )
