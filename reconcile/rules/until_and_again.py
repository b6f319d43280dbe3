"""Until when something is shut here, another day on which it opens again there.

Finds what is closed, suspended or put off "until 20 May" in one source, and reopens or goes on on another day in a
second one; and what runs until a day by one, and ends on another by the other. The day named with "until" may be the
last of the old state or the first of the new one, and a weekend may lie between.

Why it matters: readers stand before a locked door.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-06, text: "The Ordell Bridge in Brae will stay closed until 20 May."}
  - {id: b, publisher: Coast Post, published: 2024-05-06, text: "In Brae the Ordell Bridge is to reopen on 27 May."}
findings:
  - {verdict: contradiction, sides: [["closed until 20 May"], ["reopen on 27 May"]]}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from reconcile.align.pairing import pairs
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.spans import names
from reconcile.claims.date import DateClaim
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex

CODE = "DAT215"
KIND = "date"
VERDICT = "contradiction"

# What goes on until a day, and what is done on the day after.
_SHUT = frozenset(
    {"close", "shut", "suspend", "adjourn", "cancel", "block", "halt", "put off", "out of service"}
)
_AGAIN = frozenset({"reopen", "resume", "restart", "open", "start", "begin", "go on"})
_RUNS = frozenset({"run", "last", "continue", "in force", "extend", "stay", "remain", "apply", "show"})
_ENDS = frozenset({"end", "close", "finish", "conclude", "expire", "lift", "run out"})
_ANEW = regex(r"\b(?:again|re-?open|resum|restart)")
_PARTLY = regex(r"\b(?:to|for) [a-z]|\bpart(?:ly|ially)\b")
_IDLE = frozenset({"door", "gate", "remain", "stay"})
_A_DAY, _WEEKS = timedelta(days=1), timedelta(days=60)
_WEEKEND = {5: 3, 6: 2}  # days from a Friday, or a Saturday, to the Monday after


def check(story: Story) -> Iterator[Difference]:
    """Yields a contradiction for each limit that another article's day for what comes then does not meet."""
    told = [
        c for c in story.of(DateClaim) if c.polarity and c.modality in ("planned", "asserted") and c.value
    ]
    limits = [c for c in told if c.bound == "until" and c.modality == "planned"]
    met = pairs(story, [*limits, *(c for c in told if c.bound == "on")]) if limits else ()
    for limit, then in met:
        if limit.bound != "until" or then.bound != "on":
            continue
        if not _follows(limit, then) or not _of_one(limit, then, story) or _meets(limit, then):
            continue
        if any(
            c.event in _AGAIN | _ENDS and c.value != limit.value and c.span.article == limit.span.article
            for c in told
        ):
            continue  # it tells itself what comes then
        yield _difference(limit, then, story)


def _difference(limit: DateClaim, then: DateClaim, story: Story) -> Difference:
    """The two days, as a contradiction of one day's reports, or as what a later report may have changed."""
    early, late = sorted((limit, then), key=lambda c: _published(c, story) or datetime.max)
    moved = "; the later report knows better" if _gap(limit, then, story) > _A_DAY else ""
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Until when is it, for {max((limit.subject, then.subject), key=len)}?",
        sides=tuple(DraftSide(value=_shown(c), claims=(c,)) for c in (early, late)),
        verdict="explained" if moved else "contradiction",
        reason="update" if moved else None,
        because=f"“{limit.span.quote}” and “{then.span.quote}” do not meet: {_day(limit)} and {_day(then)}{moved}.",
        confidence=0.7,
        settled=True,
    )


def _shown(claim: DateClaim) -> str:
    return f"until {claim.when}" if claim.bound == "until" else claim.when


def _published(claim: DateClaim, story: Story) -> datetime | None:
    published = story.article(claim).published
    return published.interval.start if published is not None else None


def _gap(first: DateClaim, second: DateClaim, story: Story) -> timedelta:
    """The time between the two reports; endless where one has no date."""
    one, other = _published(first, story), _published(second, story)
    return abs(one - other) if one is not None and other is not None else timedelta.max


def _follows(limit: DateClaim, then: DateClaim) -> bool:
    """Whether the one ends what the other limits: closed until then, and open again."""
    if limit.event in _SHUT:
        if _PARTLY.search(limit.span.quote):
            return False  # to lorries, while cyclists may pass
        anew = then.event in _AGAIN and _ANEW.search(then.span.quote)
        return bool(anew) and then.modality == "planned"
    return limit.event in _RUNS and then.event in _ENDS and then.modality == "planned"


def _of_one(limit: DateClaim, then: DateClaim, story: Story) -> bool:
    """Whether both are told of one thing, in reports of one day."""
    if limit.span.article == then.span.article or story.same_origin(limit, then):
        return False
    if _gap(limit, then, story) > _WEEKS:
        return False
    one, other = names(limit.subject), names(then.subject)
    if one - other and other - one:
        return False
    mine, its = (telling(c.subject) - _IDLE for c in (limit, then))
    shared = names(limit.sentence) & names(then.sentence)
    if mine and its:
        return bool(mine & its) and bool(shared) and (mine <= its or its <= mine or len(mine & its) > 1)
    return bool(shared) and bool(mine or its) and story.similarity(limit, then) >= _LIKE


_LIKE = 0.15


def _meets(limit: DateClaim, then: DateClaim) -> bool:
    """Whether the day of the one is that of the other, or the next one that is no weekend."""
    until, again = limit.value, then.value
    if until is None or again is None or until.start is None or again.start is None:
        return True
    if until.end is None or again.end is None:
        return True
    if max(until.grain, again.grain) > Grain.DAY:
        return _touch(until, again)
    apart = (again.start.date() - until.start.date()).days
    return 0 <= apart <= _WEEKEND.get(until.start.isoweekday(), 1)


def _touch(one: Interval, other: Interval) -> bool:
    first = other.start is not None and one.end is not None and other.start <= one.end + _A_DAY
    return first and one.start is not None and other.end is not None and other.end >= one.start


def _day(claim: DateClaim) -> str:
    return claim.value.said if claim.value is not None else claim.when
