"""One blow, told by the clock and by the part of the day.

Finds when something struck as articles tell it by parts of the day: in the evening, at night, at half past six. Times
that overlap are one, said more or less exactly. The night of a Sunday and its morning do not meet: whoever calls the
small hours of a Sunday "Sunday night" is a day late.

```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-07, text: "Three people were shot at an Ordell tavern on Sunday night, the Ordell police said."}
  - {id: b, publisher: Coast Post, published: 2024-05-07, text: "The Ordell police said that three people were shot early Sunday morning at an Ordell tavern."}
findings:
  - {verdict: contradiction, sides: [["Sunday night"], ["early Sunday morning"]]}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from reconcile.align.places.lands import shared_names
from reconcile.align.places.whereabouts import elsewhere
from reconcile.align.story import Story
from reconcile.align.times.happenings import BLOWS, likeness
from reconcile.align.times.spans import names
from reconcile.claims.date import DateClaim
from reconcile.rules.asking import when
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.sentences import quoted
from reconcile.values.dates import Grain, Interval
from reconcile.values.regex import regex
from reconcile.values.weekdays import weekdays

CODE = "DAT214"
KIND = "date"
VERDICT = "explained"

_SURE = 0.2  # how alike what is told must be for two times of one thing
_FAINT = 0.05  # and for two of which nobody else tells anything
_APART = timedelta(0)
_KNOWN = 2  # names that two articles share which report one event
_FAR = timedelta(hours=5)  # between the parts of one day that exclude each other
_CLOCK = timedelta(minutes=20)
_MOST = 24  # claims of one day that are held against one another


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference per day of which articles tell a blow in different parts."""
    days: dict[str, list[DateClaim]] = defaultdict(list)
    for claim in story.of(DateClaim):
        if _placed(claim) and claim.value is not None and claim.value.start is not None:
            days[f"{claim.timex[:10]} {'found' if claim.facet == 'found' else ''}"].append(claim)
    for claims in days.values():
        meeting: dict[str, DateClaim] = {}
        clash: tuple[float, DateClaim, DateClaim] | None = None
        strain: tuple[float, DateClaim, DateClaim] | None = None
        for first, second in combinations(_alone(claims)[:_MOST], 2):
            one, other = _stretch(first), _stretch(second)
            if first.span.article == second.span.article or story.same_origin(first, second):
                continue
            if _label(first) == _label(second) or _of_two(first, second):
                continue
            if not one.overlaps(other):
                if not _of_one_day(first, second):
                    continue
                alike = likeness(first, second, story)
                if alike >= _SURE and _gap(one, other) >= _FAR and (clash is None or alike > clash[0]):
                    clash = (alike, first, second)
                elif (
                    (alike >= _FAINT or _of_one_matter(story, first, second))
                    and _within_a_day(one, other)
                    and (strain is None or alike > strain[0])
                ):
                    strain = (alike, first, second)
            elif not (_by_clock(first) and _by_clock(second)):
                meeting |= {first.id: first, second.id: second}
        if clash is not None:
            yield _difference(clash[1:], "contradiction")
        elif strain is not None:
            yield _difference(strain[1:], "tension")
        elif meeting:
            yield _difference(tuple(meeting.values()), "explained")


def _of_one_matter(story: Story, first: DateClaim, second: DateClaim) -> bool:
    """Whether both articles date blows of that one day alone, and share names of people or places."""
    for claim in (first, second):
        told = (c for c in story.of(DateClaim) if c.span.article == claim.span.article)
        if any(c.timex[:10] != claim.timex[:10] for c in told if c.facet in BLOWS or c.facet == claim.facet):
            return False
    names_of = shared_names(story)
    return len(names_of[first.span.article] & names_of[second.span.article]) >= _KNOWN


def _within_a_day(one: Interval, other: Interval) -> bool:
    """Whether two parts of one day follow each other without touching: the afternoon and the night."""
    return _APART <= _gap(one, other) < _FAR


def _alone(claims: list[DateClaim]) -> list[DateClaim]:
    """The claims of the articles that tell of one blow only that day: all their times overlap."""
    told: dict[str, list[DateClaim]] = defaultdict(list)
    for claim in claims:
        told[claim.span.article].append(claim)
    return [
        claim
        for mine in told.values()
        if all(_stretch(a).overlaps(_stretch(b)) for a, b in combinations(mine[:_MOST], 2))
        for claim in mine
    ]


def _of_one_day(first: DateClaim, second: DateClaim) -> bool:
    """Whether both name the same day of the week, and not both the minute: those are told apart by the clock alone."""
    same = weekdays(first.when) & weekdays(second.when)
    return bool(same) and not (_by_clock(first) and _by_clock(second))


def _of_two(first: DateClaim, second: DateClaim) -> bool:
    """Whether the two are told of two persons by name, or of two places."""
    one, two = names(first.subject), names(second.subject)
    return bool(one and two and not one & two) or elsewhere(first, second)


def _placed(claim: DateClaim) -> bool:
    """Whether the claim tells in which part of a day, or when by the clock, something struck."""
    value = claim.value
    struck = claim.facet in BLOWS or claim.event in ("take place", "happen")
    struck = struck or (claim.facet == "found" and _BODIES.search(claim.sentence) is not None)
    if value is None or value.offset is not None or not struck or not claim.polarity:
        return False
    part = value.grain == Grain.PART or (value.grain == Grain.DAY and value.fuzzy)
    return (part or _by_clock(claim)) and claim.modality == "asserted" and claim.bound in ("on", "around")


_BODIES = regex(r"\b(?:bod(?:y|ies)|dead|deceased|victims?|gruesome|gunshot)\b")


def _by_clock(claim: DateClaim) -> bool:
    return claim.value is not None and claim.value.grain <= Grain.HOUR


def _stretch(claim: DateClaim) -> Interval:
    """The stretch of time that the claim may mean."""
    value = claim.value
    if value is None or value.start is None or value.end is None:
        return Interval(None, None)
    if _by_clock(claim):
        return Interval(value.start - _CLOCK, value.end + _CLOCK, Grain.MINUTE)
    return value


def _gap(one: Interval, other: Interval) -> timedelta:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return timedelta(0)
    return max(one.start, other.start) - min(one.end, other.end)


def _label(claim: DateClaim) -> str:
    """What is told: the minute, or the part of the day with "early" or "late"."""
    value = claim.value
    if value is None or value.start is None or value.end is None:
        return ""
    return f"{value.start:%H:%M}" if _by_clock(claim) else f"{value.start:%H}-{value.end:%H}"


def _difference(claims: tuple[DateClaim, ...], verdict: Verdict) -> Difference:
    sides: dict[str, list[DateClaim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda c: (c.span.article, c.span.start)):
        sides[_label(claim)].append(claim)
    said = quoted(dict.fromkeys(group[0].when for group in sides.values()))
    clash = verdict == "contradiction"
    return Difference(
        rule=CODE,
        kind=KIND,
        question=when(claims[0].event, max((c.subject for c in claims), key=len)),
        sides=tuple(DraftSide(value=group[0].when, claims=tuple(group)) for group in sides.values()),
        verdict=verdict,
        reason="precision" if verdict == "explained" else None,
        because=f"{said} are hours apart on one date."
        if clash
        else f"{said} are two parts of one day."
        if verdict == "tension"
        else f"{said} may be one time, told more and less exactly.",
        confidence=0.65,
        settled=True,
    )
