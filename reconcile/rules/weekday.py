"""A weekday that does not fit the date beside it.

## What it finds
"Thursday, 8 July 2016": that day was a Friday. Both words are underlined. Without a year the publication date
supplies it; where that is unknown too, the weekday proves nothing and the rule keeps silent. Who tells of "a
Wednesday" long afterwards is held against the day that others give.

## Why it matters
One of the two is a slip, and a reader who plans by it comes on the wrong day; in the record, one of two sources that
took over the weekday or the date is wrong.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2016-07-12, text: "The hall opened on Thursday, July 8, 2016."}
findings:
  - {verdict: contradiction, because: "July 8, 2016 was a Friday"}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from reconcile.align.story import Story
from reconcile.align.times.happenings import SILENT, comparable, eligible, likeness
from reconcile.claims.date import DateClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain
from reconcile.values.regex import regex

CODE = "DAT203"
KIND = "date"
VERDICT = "contradiction"

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BESIDE = regex(
    r"\b(?P<day>Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b\.?,?\s+(?:the\s+|on\s+)?"
    r"(?:(?P<m1>[A-Z][a-z]{2,8})\.?\s+(?P<d1>\d{1,2})|(?P<d2>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>[A-Z][a-z]{2,8})\.?)"
    r"(?!\d)(?:,?\s+(?P<year>(?:1[5-9]|20)\d\d)(?!\d))?",
    holds="mon|tue|wed|thu|fri|sat|sun",
)


_IT_WAS = regex(
    r"\b(?:it|that|that day|the day) was a (?P<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.I
)
_REACH = 500


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each weekday that stands beside a date of another weekday."""
    yield from _remembered(story)
    yield from _recalled(story)
    for claim in story.of(DateClaim):
        if claim.value is None or claim.value.start is None or claim.value.grain > Grain.DAY:
            continue
        at = claim.sentence.find(claim.when)
        beside = (
            _BESIDE.search(claim.sentence, max(0, at - 14), at + len(claim.when) + 8) if at >= 0 else None
        )
        if beside is None:
            continue
        day = int(beside.group("d1") or beside.group("d2"))
        said = next(i for i, name in enumerate(DAYS) if name.startswith(beside.group("day")[:3]))
        start = claim.value.start
        if day != start.day or said == start.weekday():
            continue  # the time was not read from this date, or the two fit
        stated = beside.group("year") is not None
        if not stated and any(_weekday(start, start.year + step) == said for step in (-1, 1)):
            continue  # the weekday fits the year before or after: it proves only that the year is another
        how = "" if stated else f" (the year {start.year} is taken from the publication date)"
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Was {start:%B} {start.day}, {start.year} a {DAYS[said]}?",
            sides=(
                DraftSide(value=DAYS[said], claims=(claim,)),
                DraftSide(value=f"{start:%Y-%m-%d}, a {DAYS[start.weekday()]}", claims=(claim,)),
            ),
            verdict="contradiction",
            because=f"{start:%B} {start.day}, {start.year} was a {DAYS[start.weekday()]}, not a {DAYS[said]}{how}.",
            confidence=0.9 if stated else 0.75,
            settled=True,
        )


def _weekday(day: datetime, year: int) -> int | None:
    """The weekday of the same calendar day in another year."""
    try:
        return day.replace(year=year).weekday()
    except ValueError:
        return None


def _recalled(story: Story) -> Iterator[Difference]:
    """ "It was a Wednesday when the bridge fell", of what other articles date to a day of another weekday."""
    recalled = [c for c in story.of(DateClaim) if c.value is None and _ON_A_DAY.fullmatch(c.timex)]
    if not recalled:
        return
    dated = [c for c in story.of(DateClaim) if eligible(c, Grain.DAY)]
    for claim in recalled:
        if claim.facet in SILENT or claim.modality != "asserted" or not claim.polarity:
            continue
        said = int(claim.timex[9]) - 1
        found = [
            (alike, other)
            for other in dated
            if other.span.article != claim.span.article
            and other.modality == claim.modality
            and comparable(claim, other)
            and (alike := likeness(claim, other, story)) >= _ALIKE
        ]
        days = {other.value.start.weekday() for _, other in found if other.value and other.value.start}
        if not found or said in days:
            continue
        alike, best = max(found, key=lambda match: match[0])
        start = best.value.start if best.value else None
        if start is None:
            continue
        same = [other for _, other in found if other.value and other.value.start == start]
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"Which weekday was {start:%B} {start.day}, {start.year}?",
            sides=(
                DraftSide(value=DAYS[said], claims=(claim,)),
                DraftSide(value=f"{start:%Y-%m-%d}, a {DAYS[start.weekday()]}", claims=tuple(same)),
            ),
            verdict="contradiction",
            because=f"{start:%B} {start.day}, {start.year} was a {DAYS[start.weekday()]}, not a {DAYS[said]}.",
            confidence=round(min(0.75, alike + 0.3), 2),
        )


_ON_A_DAY = regex(r"XXXX-WXX-[1-7](?:T\w\w)?")
_ALIKE = 0.34


def _remembered(story: Story) -> Iterator[Difference]:
    """ "It was a Thursday", of a day that the article has dated shortly before."""
    by_article: dict[str, list[DateClaim]] = defaultdict(list)
    for claim in story.of(DateClaim):
        if claim.value is not None and claim.value.start is not None and claim.value.grain == Grain.DAY:
            by_article[claim.span.article].append(claim)
    for article in story.articles.values():
        for match in _IT_WAS.finditer(article.text):
            near = [
                c
                for c in by_article[article.id]
                if c.absolute and 0 <= match.start() - c.span.start <= _REACH and c.modality != "planned"
            ]
            reading = story.reading(article.id)
            if not near or reading.document.skipped(match.start()):
                continue
            dated = near[-1]
            start = dated.value.start if dated.value else None
            said = next(i for i, name in enumerate(DAYS) if name.startswith(match.group("day")[:3]))
            if start is None or start.weekday() == said:
                continue
            claim = reading.claim(
                DateClaim,
                match.start(),
                match.end(),
                value=None,
                timex=f"XXXX-WXX-{said + 1}",
                when=match.group(),
            )
            same = [
                c
                for cs in by_article.values()
                for c in cs
                if c.value and c.value.start == start and c.facet not in SILENT
            ]
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"Which weekday was {start:%B} {start.day}, {start.year}?",
                sides=(
                    DraftSide(value=DAYS[said], claims=(claim,)),
                    DraftSide(
                        value=f"{start:%Y-%m-%d}, a {DAYS[start.weekday()]}",
                        claims=tuple(dict.fromkeys([dated, *same])),
                    ),
                ),
                verdict="contradiction",
                because=f"{start:%B} {start.day}, {start.year} was a {DAYS[start.weekday()]}, not a {DAYS[said]}.",
                confidence=0.75,
                settled=True,
            )
