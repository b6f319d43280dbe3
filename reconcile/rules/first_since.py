"""For how long it had not been so.

## What it finds
A first, a worst, a highest "since 2009" in one source and "in seven years" or "since 2011" in another. Counted back
from the day of the report the two meet in one year, or they do not. So do "the last strike was in 2003", "it last
erupted in 1979" and "nobody had escaped since 1998", which tell the same from the other end.

## Why it matters
Records are copied from memory, and a wrong year makes another event the last one.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2018-07-22, text: "Ada Quill won the Brindle Open, her first title since 2011."}
  - {id: b, publisher: Coast Post, published: 2018-07-22, text: "For Ada Quill it was the first title in five years."}
findings:
  - {verdict: contradiction, sides: [["since 2011"], ["first title in five years"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import chain, combinations, product

from reconcile.align.senses import senses
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.happenings import last_time
from reconcile.align.times.last_times import LastTime, last_times
from reconcile.align.times.measured import measured
from reconcile.align.times.spans import two_named
from reconcile.claims.date import DateClaim
from reconcile.claims.duration import DurationClaim
from reconcile.language.figures.lengths import figures
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

CODE = "DUR404"
KIND = "duration"
VERDICT = "contradiction"

_EXTREMES = senses("high low peak")
_TIMES = senses("day night week month year time") | _EXTREMES  # the bloodiest day is not the heaviest
_LIKE = 0.2  # and where what did it for the first time is not told by name
_ALIKE = 0.1  # how alike the words around must be where the two name different things
_THE_LAST = regex(
    r"\b(?:the|an?|its|his|her|their|[A-Z]\w+['’]s) (?:last|previous|most recent)(?: time)? (?P<said>[^.;:]{3,90})\Z",
    re.I,
)
_NOT_SINCE = regex(
    r"\b(?:no|nobody|no one|none|not|never|\w+n['’]t)\b (?P<said>[^.;:]{3,90}?),? since (?:the [a-z ]{3,20} (?:of|in) )?\Z",
    re.I,
)
_BEHIND = regex(
    r" (?:of|from|by|at|in|on|to|for|with|since|was|were|is|came|had been|took place|dates?|dated)\b"
)
_WORD = regex(r"[a-z]{4,}")
_LONG_AGO = timedelta(days=300)
_BEFORE = 120  # characters of the sentence before that name what "one" is
_Last = tuple[DateClaim | DurationClaim, Interval, frozenset[str]]  # when it was the last time, and what


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each two firsts or records of one thing that are counted from somewhere else."""
    told: dict[str, list[DurationClaim]] = defaultdict(list)
    for claim in story.of(DurationClaim):
        since = claim.since
        if claim.facet == "first" and since is not None and since.start is not None and claim.polarity:
            told[claim.span.article].append(claim)
    for here, there in combinations(told, 2):
        if story.origin(here) == story.origin(there):
            continue
        for first in told[here]:
            for second in told[there]:
                one = _one_record(first, second, story)
                if str(first) != str(second) and (one or story.similarity(first, second) >= _ALIKE):
                    found = _difference(first, second, one)
                    if found is not None:
                        yield found
    dated = list(_last_times(story, [c for claims in told.values() for c in claims]))
    yield from dated
    known = {frozenset(c.id for side in one.sides for c in side.claims) for one in dated}
    for last, other, deed in last_times(story):
        if frozenset((last.claim.id, other.claim.id)) not in known:
            yield _of_deed(last, other, deed)


def _of_deed(first: LastTime, second: LastTime, deed: str) -> Difference:
    told = f"“{first.claim.span.quote}” and “{second.claim.span.quote}”"
    return Difference(
        rule=CODE,
        kind="date",
        question=f"When was it the last time ({deed})?",
        sides=tuple(DraftSide(value=str(one.claim), claims=(one.claim,)) for one in (first, second)),
        verdict="contradiction",
        because=f"{told} date the last time of one thing to {first.time.said} and {second.time.said}.",
        confidence=0.6,
    )


def _one_record(first: DurationClaim, second: DurationClaim, story: Story) -> bool:
    """Whether the two tell of one thing: by its noun ("first win"), or as what one subject does or stands at.

    "The terns nested for the first time since 1998"; "oil fell from a 32-month high".
    """
    shared = measured(first) & measured(second)
    if two_named(first, second) or not shared:
        return False
    one = bool(telling(first.subject) & telling(second.subject))
    does = senses(first.event) & senses(second.event) and (one or story.similarity(first, second) >= _LIKE)
    return bool(shared - _TIMES or does or (one and shared & _EXTREMES))


def _last_times(story: Story, firsts: list[DurationClaim]) -> Iterator[Difference]:
    """Yields a difference for each two years to which articles date the last time of one thing."""
    told: list[_Last] = [
        (date, date.value, what)
        for date in story.of(DateClaim)
        if date.value is not None and date.value.grain >= Grain.MONTH and (what := _last(story, date))
    ]
    since = [(c, c.since, measured(c) - _TIMES) for c in firsts if c.since is not None]
    for (first, a, one), (second, b, other) in chain(combinations(told, 2), product(told, since)):
        here, there = first.span.article, second.span.article
        if here == there or story.same_origin(first, second) or not _one_thing(one, other) or a.overlaps(b):
            continue
        pair = (first.sentence_start, second.sentence_start)
        if any(
            c.span.article in (here, there) and c.sentence_start not in pair and w & one & other
            for c, _, w in told
        ):
            continue  # which of several is meant
        yield Difference(
            rule=CODE,
            kind="date",
            question="When was it the last time?",
            sides=tuple(DraftSide(value=str(c), claims=(c,)) for c in (first, second)),
            verdict="contradiction",
            because=f"“{first.span.quote}” and “{second.span.quote}” date the last time of one thing to {a.said} and {b.said}.",
            confidence=0.6,
        )


def _one_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the words name one thing: a noun and what was said of it share one word, two longer tales share two."""
    return bool(one & other) and len(one & other) >= min(2, len(one), len(other))


def _last(story: Story, claim: DateClaim) -> frozenset[str]:
    """What the claim dates the last time of, by the senses of its words; empty where it dates no last time."""
    published, time = story.article(claim).published, claim.value
    if time is None or time.end is None or published is None or published.interval.start is None:
        return frozenset()
    if published.interval.start - time.end < _LONG_AGO:
        return frozenset()
    if last_time(claim):
        return senses(claim.event)
    start = claim.span.start - claim.sentence_start
    at = claim.sentence.find(claim.when, max(0, start))
    found = (_NOT_SINCE if claim.bound == "since" else _THE_LAST).search(claim.sentence, 0, max(0, at))
    if found is None:
        return frozenset()
    said = (
        found.group("said") if claim.bound == "since" else _BEHIND.split(found.group("said"), maxsplit=1)[0]
    )
    if said.split()[0] == "one":  # "the previous one": what the sentence before told of
        said = story.article(claim).text[max(0, claim.sentence_start - _BEFORE) : claim.sentence_start]
    return senses(" ".join(_WORD.findall(said.lower()))) - _TIMES


def _difference(first: DurationClaim, second: DurationClaim, one: bool) -> Difference | None:
    a, b = first.since, second.since
    if a is None or b is None or a.start is None or b.start is None:
        return None
    if max(a.grain, b.grain) < Grain.MONTH:
        return None
    meets = a.overlaps(b)
    if not meets and not one:
        return None
    years = f"{_year(first)}, {_year(second)}"
    because = (
        f"“{first.span.quote}” and “{second.span.quote}” count back to one year ({years})."
        if meets
        else f"“{first.span.quote}” and “{second.span.quote}” count back to different years ({years})."
    )
    return Difference(
        rule=CODE,
        kind=KIND,
        question="Since when had it not been so?",
        sides=tuple(DraftSide(value=str(c), claims=(c,)) for c in (first, second)),
        verdict="explained" if meets else "contradiction",
        reason="arithmetic" if meets else None,
        because=because,
        confidence=0.8 if meets else 0.6,
        settled=meets,
    )


def _year(claim: DurationClaim) -> str:
    since = claim.since
    if since is None or since.start is None or since.end is None:
        return "?"
    if claim.value is not None and claim.value.point is not None:
        return f"{figures(claim.value)} back: {since.start.year} or {since.end.year}"
    return f"{since.start.year}"
