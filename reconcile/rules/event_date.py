"""One event, two dates.

## What it finds
Sources that date the same facet of the same event differently: the board approved on Sunday in one, on Saturday in
another. Claims meet only when their triggers answer one question and the words around them show that one event is
meant; an article's claim is compared with the best match in the other article, so that two arrests on two days,
told by one source, are not set against each other. Times that contain one another agree. Dates that only the words
around them bring together are unresolved, unless they date one kind of event and lie as near each other as slips
move a date, or date what one subject did once: they may answer one question, and how likely that is, is said.

## Why it matters
A wrong day is the error that a chronology never recovers from.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-08, text: "The council of Brindle approved the harbour plan on Sunday."}
  - {id: b, publisher: Coast Post, published: 2024-05-08, text: "The harbour plan was approved by the council of Brindle on Saturday."}
findings:
  - {verdict: contradiction, sides: [["approved the harbour plan on Sunday"], ["approved by the council of Brindle on Saturday"]]}
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import timedelta

from reconcile.align.likeness import SURE
from reconcile.align.pairing import pairs
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.borrowed_years import with_years
from reconcile.align.times.firmness import conflict, meets
from reconcile.align.times.happenings import (
    BLOWS,
    ONCE,
    apart,
    as_known,
    comparable,
    eligible,
    likeness,
    of_origin,
    one_deed,
    same_done,
)
from reconcile.align.times.like_dates import likely_dates
from reconcile.align.times.slips import OFTEN, distance, of_others, one_slip, one_toll
from reconcile.align.times.spans import names
from reconcile.claims.date import DateClaim
from reconcile.language.figures.ordinals import whole
from reconcile.rules.asking import when
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain
from reconcile.values.regex import regex

CODE = "DAT201"
KIND = "date"
VERDICT = "contradiction"

ALIKE = 0.34  # from here on two claims are taken to be of one event
_LIFE = ONCE | {"died"}
_STEPS = frozenset({"arrested", "charged", "convicted", "married", "appointed", "elected"})
_DONE_ONCE = (
    _LIFE
    | _STEPS
    | {"effective", "signed", "buried", "released", "resigned", "approved", "completed", "begun", "ended"}
)
_VANISHES = frozenset({"disappear", "vanish"})
_LIKELY = 0.3  # from here on one deed that is done once, of one subject, is one
_FAR = 0.3  # what dates that lie far apart stand back at most
_ALONE = 0.46  # what it adds that each of two articles tells of one such day only


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each event to which sources give dates that do not overlap."""
    claims = with_years([c for c in story.of(DateClaim) if eligible(c)], story)
    matched = matches(claims, story)
    support = _support(matched)
    done: set[tuple[str, str]] = set()
    dates = by_sentence(story)
    for first, second, alike in matched:
        if not conflict(first, second, story) or alike < ALIKE + distance(first, second):
            continue
        if told_beside(first, second, dates) or told_beside(second, first, dates):
            continue
        if first.modality != second.modality and _of_two_things(first, second):
            continue  # schools reopened, and a park is to reopen tomorrow
        sides = _sides(first, second, support)
        key = (sides[0].claims[0].id, sides[1].claims[0].id)
        if key in done:
            continue
        done.add(key)
        yield _difference(first, second, sides, alike)
    yield from _likely(story, matched, dates)


def _likely(
    story: Story,
    matched: list[tuple[DateClaim, DateClaim, float]],
    dates: dict[tuple[str, int], list[DateClaim]],
) -> Iterator[Difference]:
    """Dates that the words around make one question of, where neither has another match by facet and trigger."""
    taken = {
        (a.id, b.span.article)
        for one, two, how in matched
        if how >= ALIKE + (0.0 if agree(one, two) or of_others(one, two) else distance(one, two))
        for a, b in ((one, two), (two, one))
    }
    for first, second, how in likely_dates(story):
        if taken & {(first.id, second.span.article), (second.id, first.span.article)}:
            continue
        if story.same_origin(first, second) or not conflict(first, second, story):
            continue
        if told_beside(first, second, dates) or told_beside(second, first, dates):
            continue
        sure = one_slip(first, second, max(how, SURE) if one_toll(first, second, story) else how) or (
            how >= _LIKELY and _one_done(first, second, story)
        )
        said = f'"{first.span.quote}" is {first}, "{second.span.quote}" is {second}'
        if sure and _counted(first, second):
            one, other = (DraftSide(value=str(c), claims=(c,)) for c in (first, second))
            yield _difference(first, second, (one, other), how)
            continue
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=when(first.event or second.event, first.subject or second.subject),
            sides=tuple(DraftSide(value=str(claim), claims=(claim,)) for claim in (first, second)),
            verdict="contradiction" if sure else "unresolved",
            because=f"{said}: {'one event' if sure else 'they may date one thing'} (likelihood {how:.2f}).",
            confidence=round(max(how, SURE) if sure else how, 2),
            likely=True,
        )


def _one_done(first: DateClaim, second: DateClaim, story: Story) -> bool:
    """Whether both date what the same did, which is done once, and which each article dates once."""
    once = first.facet in _DONE_ONCE or {first.event, second.event} <= _VANISHES
    if not once or not same_done(first, second) or first.modality != second.modality:
        return False
    articles = {first.span.article, second.span.article}
    return not any(
        c.span.article in articles and not agree(c, first) and not agree(c, second) and same_done(c, first)
        for c in story.of(DateClaim)
    )


def matches(claims: list[DateClaim], story: Story) -> list[tuple[DateClaim, DateClaim, float]]:
    """Pairs of claims of two articles that are each other's best match, best first."""
    found: list[tuple[float, float, DateClaim, DateClaim]] = []
    counts, witnesses = _spread(claims), _Witnesses(claims)
    for first, second in pairs(story, claims, lambda claim: _keys(claim, story)):
        if first.span.article == second.span.article or not comparable(first, second):
            continue
        alike = (
            likeness(first, second, story) + _lone(first, second, counts) + _known(first, second, witnesses)
        )
        if alike >= ALIKE - 0.1:
            agreed = agree(first, second)
            alike += 0.12 if agreed else 0.0
            # dates too far apart for a slip leave a nearer one to be met
            far = 0.0 if agreed else min(_FAR, distance(first, second))
            found.append((alike - far, alike, first, second))
    found.sort(key=lambda item: (-item[0], item[2].id, item[3].id))
    taken: set[tuple[str, str]] = set()
    best: list[tuple[DateClaim, DateClaim, float]] = []
    for _, alike, first, second in found:
        here, there = (first.id, second.span.article), (second.id, first.span.article)
        if here in taken or there in taken:
            continue
        taken |= {here, there}
        best.append((first, second, alike))
    return best


def _keys(claim: DateClaim, story: Story) -> frozenset[str]:
    """What two claims must share to be compared: a word around them, or a day that a story tells of once."""
    return frozenset(story.context(claim)) | {f"<{_kind(claim)}>"}


def _kind(claim: DateClaim) -> str:
    """The facet, with one name for the words for one blow."""
    return "blow" if claim.facet in BLOWS else claim.event if claim.facet == "other" else claim.facet


def _spread(claims: list[DateClaim]) -> dict[tuple[str, str], list[DateClaim]]:
    """The claims of each article and facet."""
    found: dict[tuple[str, str], list[DateClaim]] = defaultdict(list)
    for claim in claims:
        found[claim.span.article, claim.facet].append(claim)
    return found


def _lone(first: DateClaim, second: DateClaim, spread: dict[tuple[str, str], list[DateClaim]]) -> float:
    """What it adds that each is the only date its article gives for the facet in those days."""
    if of_origin(first, second):  # a thing dates from one time only
        return _ALONE if telling(first.subject) & telling(second.subject) else 0.0
    struck = bool(names(first.subject) & names(second.subject)) and {first.facet, second.facet} <= BLOWS
    if not struck and (first.facet != second.facet or first.facet in ("other", "occurred")):
        return 0.0  # but one man stabbed in one and murdered in the other
    for one in (first, second):
        facets = sorted(BLOWS) if struck else [one.facet]
        others = [c for facet in facets for c in spread.get((one.span.article, facet), ())]
        if any(c is not one and not agree(c, one) and _gap(c, one) <= timedelta(days=4) for c in others):
            return 0.0
    known = first.facet in ("died", "born") or (telling(first.subject) and telling(second.subject))
    if (
        first.facet in _LIFE
        and known
        and not apart(first, second)
        and first.modality == second.modality == "asserted"
    ):
        return _ALONE  # a story tells of one death, one founding
    both = first.absolute and second.absolute and not apart(first, second)
    if first.facet in _STEPS and both and one_deed(first, second):
        return _ALONE  # and of one arrest, where each article dates one
    return (0.08 if first.facet == "held" else 0.12) if _gap(first, second) <= timedelta(days=3) else 0.0


class _Witnesses:
    """The articles that date a deed to the day that a claim gives it, found once for each claim."""

    def __init__(self, claims: Iterable[DateClaim]) -> None:
        self._days: defaultdict[int, list[DateClaim]] = defaultdict(list)
        self._found: dict[str, int] = {}
        for claim in claims:
            if claim.value is not None and claim.value.start is not None:
                self._days[claim.value.start.toordinal()].append(claim)

    def count(self, claim: DateClaim) -> int:
        """How many articles date the deed of `claim` as it does."""
        known = self._found.get(claim.id)
        if known is None and claim.value is not None and claim.value.start is not None:
            day = claim.value.start.toordinal()
            near = (other for at in (day - 1, day, day + 1) for other in self._days.get(at, ()))
            known = self._found[claim.id] = len({c.span.article for c in near if _of_it(c, claim)})
        return known or 0


def _known(first: DateClaim, second: DateClaim, witnesses: _Witnesses) -> float:
    """What it adds that one of two near days has more witnesses, the other one only; and more, where one article tells of
    it as of what is known: "Friday's race".
    """
    if first.facet != second.facet or _gap(first, second) > timedelta(days=3) or apart(first, second):
        return 0.0
    several = any(f"{c.event}s" in c.span.quote.lower().split() for c in (first, second))
    if several or first.event in OFTEN or second.event in OFTEN:
        return 0.0
    told = (witnesses.count(first), witnesses.count(second))
    if min(told) > 1 or max(told) < 2:
        return 0.0
    return 0.1 + (0.12 if as_known(first) or as_known(second) else 0.0)


def _of_it(other: DateClaim, claim: DateClaim) -> bool:
    """Whether the other claim dates the same deed to the same day."""
    return (other.facet == claim.facet or one_deed(other, claim)) and _gap(other, claim) < timedelta(days=1)


def _gap(first: DateClaim, second: DateClaim) -> timedelta:
    a, b = first.value, second.value
    if a is None or b is None or a.start is None or b.start is None or max(a.grain, b.grain) > Grain.DAY:
        return timedelta(days=9999)
    return abs(a.start - b.start)


def agree(first: DateClaim, second: DateClaim) -> bool:
    """Whether the two times overlap, or a night meets the morning after it."""
    return first.value is None or second.value is None or meets(first.value, second.value)


def by_sentence(story: Story) -> dict[tuple[str, int], list[DateClaim]]:
    """The dated mentions of each sentence."""
    found: dict[tuple[str, int], list[DateClaim]] = defaultdict(list)
    for claim in story.of(DateClaim):
        found[claim.span.article, claim.sentence_start].append(claim)
    return found


def told_beside(claim: DateClaim, other: DateClaim, dates: dict[tuple[str, int], list[DateClaim]]) -> bool:
    """Whether the other claim's sentence also has this claim's date: then it tells of both."""
    beside = dates[other.span.article, other.sentence_start]
    coarsest = max(claim.value.grain if claim.value else Grain.YEAR, Grain.MONTH)  # "in spring" is no month
    return any(
        c is not other
        and c.value is not None
        and c.value != other.value
        and c.value.grain <= coarsest
        and agree(c, claim)
        for c in beside
    )


def _support(matched: list[tuple[DateClaim, DateClaim, float]]) -> dict[str, list[DateClaim]]:
    """By the id of a claim its best matches in other articles that agree with it."""
    support: dict[str, list[DateClaim]] = defaultdict(list)
    for a, b, alike in matched:
        if alike >= ALIKE and agree(a, b):
            support[a.id].append(b)
            support[b.id].append(a)
    return support


def _sides(
    first: DateClaim, second: DateClaim, support: dict[str, list[DateClaim]]
) -> tuple[DraftSide, DraftSide]:
    """The two claims with all that their best matches in other articles agree with."""

    def side(claim: DateClaim, against: DateClaim) -> DraftSide:
        seen: dict[str, DateClaim] = {claim.id: claim}
        queue = [claim]
        while queue:
            for other in support[queue.pop().id]:
                if other.id not in seen and not agree(other, against) and agree(other, claim):
                    seen[other.id] = other
                    queue.append(other)
        members = sorted(seen.values(), key=lambda c: (c.span.article, c.span.start))
        return DraftSide(value=str(claim), claims=tuple(members))

    return side(first, second), side(second, first)


def _difference(
    first: DateClaim, second: DateClaim, sides: tuple[DraftSide, DraftSide], alike: float
) -> Difference:
    plans = {c.modality == "planned" for c in (first, second)}
    mixed = len(plans) == 2
    because = f'"{first.span.quote}" is {first}, "{second.span.quote}" is {second}: one event, two dates.'
    if mixed:
        because = f"Planned for one date and told for another: {first} and {second}; no source says that it was moved."
    if loose := not mixed and _adjoin(first, second):
        because = f'"{first.when}" and "{second.when}" follow each other: weeks are counted from any day.'
    elif loose := not mixed and _counted(first, second):
        because = f"{first} and {second}: whether the first and the last day count makes one day."
    return Difference(
        rule=CODE,
        kind=KIND,
        question=when(first.event, first.subject),
        sides=sides,
        verdict="tension" if mixed else "explained" if loose else "contradiction",
        reason="precision" if loose else None,
        because=because,
        confidence=min(0.95, 0.45 + alike / 2),
        settled=loose,
    )


def _of_two_things(first: DateClaim, second: DateClaim) -> bool:
    """Whether both are told of something, and in no word in common."""
    one, other = telling(first.subject), telling(second.subject)
    return bool(one and other) and not one & other


def _counted(first: DateClaim, second: DateClaim) -> bool:
    """Whether two days follow each other and one is counted over ten days or more: "14 days after the quake"."""
    counts = any(
        (found := _DAYS.search(c.span.quote)) is not None and (whole(found.group("n").lower()) or 0) >= _MANY
        for c in (first, second)
    )
    return counts and timedelta(hours=12) <= _gap(first, second) <= timedelta(days=1)


_DAYS = regex(
    r"\b(?P<n>\d{2,3}|[a-z]+(?:-[a-z]+)?) days (?:after|before|ago|since|into|later|earlier)\b", re.I
)
_MANY = 10  # days, of which nobody sees at a glance whether an end is counted


def _adjoin(first: DateClaim, second: DateClaim) -> bool:
    """Whether both are weeks or weekends and one ends where the other begins: "last weekend" and "this week"."""
    a, b = first.value, second.value
    if a is None or b is None or a.start is None or b.start is None or a.end is None or b.end is None:
        return False
    weeks = all(timedelta(days=1) < t.end - t.start < timedelta(days=9) for t in (a, b) if t.start and t.end)
    return weeks and min(abs(a.end - b.start), abs(b.end - a.start)) <= timedelta(days=1)
