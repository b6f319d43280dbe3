"""Two durations of one thing.

## What it finds
How long a tremor, a flight or a hearing lasted, how long until something is known, how long somebody has served, when
two sources give different lengths for it. Rounded and hedged figures that can both hold are explained; figures from
different speakers are a tension; two counts of days that differ by one may count the ends or not. Lengths that only
the words around and their sizes bring together are unresolved where it is not sure that they are of one thing.

## Why it matters
Durations are told by people who were there, from memory, and rounded on the way.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-05-02, text: "The tremor in Brindle lasted 10 seconds."}
  - {id: b, publisher: Coast Post, published: 2024-05-02, text: "The tremor in Brindle lasted 40 seconds."}
findings:
  - {verdict: contradiction}
```
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import combinations

from reconcile.align.likeness import SURE
from reconcile.align.pairing import pairs
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.align.times.courses import one_person
from reconcile.align.times.lengths import (
    FIFTH,
    SCALE,
    adds_up,
    awaited,
    both_ends,
    career,
    counted_apart,
    course,
    days_apart,
    digits_changed_places,
    half_hours,
    in_session,
    likely_range,
    living,
    loosely_told,
    seconds,
    times_as_long,
    to_the_unit,
    two_units,
    under_way_apart,
    whole_years,
    without_figure,
    witness,
)
from reconcile.align.times.like_lengths import framed_alike, likely_lengths
from reconcile.align.times.measured import OFFICE, measured, spoken, two_deeds
from reconcile.align.times.penalties import penalties
from reconcile.align.times.spans import beginnings, names, two_named, two_people
from reconcile.claims.duration import DurationClaim
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.rules.in_common import in_common

CODE = "DUR402"
KIND = "duration"
VERDICT: Verdict = "contradiction"


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each two lengths of one thing."""
    claims = [c for c in story.of(DurationClaim) if c.value is not None and c.polarity]
    imposed = {penalty.claim.id for penalty in penalties(story)}  # DUR403 knows their stages
    known = [*_served(story), *_careers([c for c in claims if c.id not in imposed], story)]
    yield from known
    alone = _alone(claims)
    courses = Counter(c.span.article for c in claims if course(c))
    told = {frozenset(claim.id for side in found.sides for claim in side.claims) for found in known}
    settled = {
        frozenset(c.id for side in found.sides for c in side.claims) for found in known if found.settled
    }
    likely = {pair: how for pair, how in likely_lengths(story).items() if pair not in told}
    for first, second in pairs(story, claims, _keys):
        if first.sentence == second.sentence or adds_up(first, second, claims):
            continue
        if (first.id in imposed and second.id in imposed) or frozenset((first.id, second.id)) in settled:
            continue
        if story.same_origin(first, second) and first.span.article != second.span.article:
            continue
        if (without_figure(first) or without_figure(second)) and not (
            measured(first) & measured(second) or story.similarity(first, second) >= _BARE
        ):
            continue
        found = _of_one(first, second, alone, story)
        found = (
            found or _running(first, second, story) or _until(first, second, story) or _rounded(first, second)
        )
        if found is None and "lasted" in (first.facet, second.facet):
            found = _felt(first, second, story)
        if found is None and first.facet in _LENGTHS and second.facet in _LENGTHS:
            alike = story.similarity(first, second)
            apart = first.span.article != second.span.article and first.facet == second.facet
            apart = apart and not _of_two(first, second)
            if apart and first.event == second.event != "" and alike >= _needed(first, second):
                found = _difference(first, second, alike)
        if found is None and first.span.article != second.span.article:
            found = _roughly(first, second, courses, story)
        if found is None and (how := likely.get(frozenset((first.id, second.id)))):
            found = _likely_one(first, second, how)
        if found is not None:
            yield found


_LENGTHS = frozenset({"lasted", "for", "later", "after"})


@cache
def _repeated() -> frozenset[str]:
    """The senses of what one story can have several of."""
    return frozenset(sense(word) for line in words("repeated") for word in line.split())


def _alone(claims: list[DurationClaim]) -> dict[tuple[str, str], set[tuple[Decimal | None, Decimal | None]]]:
    """By article and noun: the lengths that the article gives for it."""
    found: dict[tuple[str, str], set[tuple[Decimal | None, Decimal | None]]] = defaultdict(set)
    for claim in claims:
        for noun in measured(claim):
            found[claim.span.article, noun].add(seconds(claim))
    return found


def _of_one(
    first: DurationClaim,
    second: DurationClaim,
    alone: dict[tuple[str, str], set[tuple[Decimal | None, Decimal | None]]],
    story: Story,
) -> Difference | None:
    """Two lengths of what both name with one noun, of which each article knows one: "a two-day recount"."""
    shared = measured(first) & measured(second)
    if (
        "first" in (first.facet, second.facet)
        or not shared
        or first.span.article == second.span.article
        or not _published_near(first, second, story)
        or _of_two(first, second)
    ):
        return None
    if any(len(alone[c.span.article, noun]) != 1 for c in (first, second) for noun in shared):
        return None
    if shared == {OFFICE} and not names(first.sentence) & names(second.sentence):
        return None  # whose office it was is not told
    alike, much = story.similarity(first, second), times_as_long(first, second)
    repeated = shared & _repeated()
    free = FIFTH if repeated else _NEAR  # so near one another, two lengths need no like words around
    needed = 0.0 if much <= free else 0.08 if not repeated else 0.06 if much <= _CLOSE else 0.3
    return _difference(first, second, alike) if alike >= needed and much <= _FAR else None


_CLOSE, _NEAR, _FAR = Decimal("1.5"), Decimal(3), Decimal(6)


def _roughly(
    first: DurationClaim, second: DurationClaim, courses: Counter[str], story: Story
) -> Difference | None:
    """Two lengths that can both hold, one of them hedged or rounded, said in like words or each the only one told."""
    if {first.facet, second.facet} - {"after", "for", "lasted", "", "ago", "within"}:
        return None
    alike = story.similarity(first, second)
    sole = all(course(c) and courses[c.span.article] == 1 for c in (first, second))
    if alike < (0.03 if sole or two_units(first, second) else 0.12):
        return None
    (a, b), (c, d) = likely_range(first), likely_range(second)
    if a is None or b is None or c is None or d is None:
        return None
    exact = all(claim.value is not None and claim.value.exact for claim in (first, second))
    if half_hours(first, second) or two_units(first, second) or (not exact and c <= b and a <= d):
        return replace(_pair(first, second), confidence=min(0.9, 0.4 + alike))
    if sole and max(a, c) <= 2 * min(b, d):
        because = f"“{first}” and “{second}” are each the only length told; from where to where they count is not said."
        return replace(_pair(first, second), verdict="unresolved", because=because, settled=True)
    return None


_BARE = 0.2  # how alike what is told must be where one length is told without a figure


def _keys(claim: DurationClaim) -> frozenset[str]:
    unit = claim.value.unit if claim.value else ""
    spans = (
        {"short"}
        if unit in ("hour", "minute")
        else {"long"}
        if unit in ("month", "year")
        else {"short", "long"}
    )
    return frozenset({unit, *spans} | ({"within"} if claim.facet == "within" else set()))


def _served(story: Story) -> Iterator[Difference]:
    """Two lengths of service (or residence, or age) of one subject, and two that measure different facts."""
    known = [b for b in beginnings(story) if isinstance(b.claim, DurationClaim) and b.claim.value is not None]
    for first, second in combinations(known, 2):
        a, b = first.claim, second.claim
        if not isinstance(a, DurationClaim) or not isinstance(b, DurationClaim) or seconds(a) == seconds(b):
            continue
        if (
            "activity" in (first.kind, second.kind)
            or not names(a.subject)
            or not names(a.subject) & names(b.subject)
        ):
            continue
        if a.sentence == b.sentence or not whole_years(a) or not whole_years(b) or not _together(a, b, story):
            continue
        if (
            first.kind == second.kind
            and first.began.overlaps(second.began)
            and names(a.subject) == names(b.subject)
        ):
            because = f"{a} and {b} are both said of {a.subject}, and both without a hedge."
            yield replace(_pair(a, b), verdict="contradiction", because=because, settled=True)
        elif first.kind != second.kind and _years_apart(a, b) <= 3:
            kinds = a.event or first.kind, b.event or second.kind
            because = f'"{a.span.quote}" ({kinds[0]}) and "{b.span.quote}" ({kinds[1]}) measure two things.'
            yield replace(_pair(a, b), because=because)


def _careers(claims: list[DurationClaim], story: Story) -> Iterator[Difference]:
    """Two counts of one person's years with a body or in a calling, one of them rounded."""
    told = [c for c in claims if career(c) or living(c)]
    many = Counter(c.span.article for c in told)
    for first, second in combinations(told, 2):
        if first.span.article == second.span.article or story.same_origin(first, second):
            continue
        if seconds(first) == seconds(second) or not one_person(first, second, story):
            continue
        alone = many[first.span.article] == many[second.span.article] == 1
        if alone and living(first) and living(second) and _of_one_life(first, second, story):
            because = (
                f"{first} and {second} are said of the working life of {first.subject}, both without a hedge."
            )
            yield replace(_pair(first, second), verdict="contradiction", because=because, settled=True)
        elif career(first) and career(second):
            yield _pair(first, second)


def _of_one_life(first: DurationClaim, second: DurationClaim, story: Story) -> bool:
    """Whether two counts of years differ by more than rounding and the time between two articles make."""
    apart = _years_apart(first, second)
    return (
        apart >= (2 if _published_near(first, second, story) else 3)
        and times_as_long(first, second) <= _CLOSE
    )


def _years_apart(first: DurationClaim, second: DurationClaim) -> Decimal:
    low, high = seconds(first)[0] or Decimal(0), seconds(second)[0] or Decimal(0)
    return abs(low - high) / SCALE["year"]


def _together(first: DurationClaim, second: DurationClaim, story: Story) -> bool:
    """Whether the two were published within two months, so that no year has passed between them."""
    days = days_apart(first, second, story)
    return days is not None and days <= 60


def _published_near(first: DurationClaim, second: DurationClaim, story: Story) -> bool:
    """Whether the two are of one season, as far as the publication dates are known."""
    days = days_apart(first, second, story)
    return days is None or days <= 120


def _running(first: DurationClaim, second: DurationClaim, story: Story) -> Difference | None:
    """ "Enters its seventh week" and "six weeks ago", said in one season of like things."""
    nth, full = (first, second) if first.facet == "nth" else (second, first)
    told = nth.facet == "nth" and full.facet in ("ago", "after", "for")
    alike = told and _together(nth, full, story) and story.similarity(nth, full) >= 0.05
    if alike and under_way_apart(nth, full):
        return _difference(nth, full, _BARE)
    return _pair(nth, full) if alike else None


def _likely_one(first: DurationClaim, second: DurationClaim, likely: float) -> Difference:
    """Two lengths that the words around and the figures make one question of; an alarm only where that is likely enough."""
    found = _difference(first, second, likely - 0.1)
    named = bool(spoken(first, second) or in_common(first, second))  # else no question can be put
    sure = named and likely >= SURE and times_as_long(first, second) > FIFTH and not two_deeds(first, second)
    sure = sure or framed_alike(first, second)
    limit = [c.facet == "within" and not measured(c) for c in (first, second)]  # "dead in 20 minutes"
    counted = [c.facet in _FROM_A_MOMENT for c in (first, second)]  # no length of anything
    apart = _of_two(first, second) or limit[0] is not limit[1] or counted[0] is not counted[1]
    if found.settled or found.doubtful or digits_changed_places(first, second) or (sure and not apart):
        return found
    because = f"{found.because} They may tell of one thing (likelihood {likely:.2f})."
    return replace(found, verdict="unresolved", because=because, confidence=round(likely, 2))


_FROM_A_MOMENT = frozenset({"ago", "before", "later"})


def _of_two(first: DurationClaim, second: DurationClaim) -> bool:
    """Whether two people are named, one speaks of himself and not as the one who is named, or two things are counted from."""
    served = OFFICE in measured(first) | measured(second)
    if two_named(first, second) or (served and two_people(first.subject, second.subject)):
        return True
    if counted_apart(first, second):
        return True
    for one, other in ((first, second), (second, first)):
        if one.subject.lower() in ("i", "we") and names(other.subject):
            return not names(other.subject) & names(one.attribution or "")
    return False


def _until(first: DurationClaim, second: DurationClaim, story: Story) -> Difference | None:
    """Two answers to how long it will be until something."""
    if not (awaited(first) and awaited(second)):
        return None
    beside = abs(first.sentence_start - second.sentence_start) <= 900
    near = beside if first.span.article == second.span.article else story.similarity(first, second) >= 0.05
    return _pair(first, second) if near else None


def _felt(first: DurationClaim, second: DurationClaim, story: Story) -> Difference | None:
    """How long something lasted, by two people's accounts."""
    apart = first.span.article != second.span.article and story.similarity(first, second) >= 0.08
    short = all(c.value is not None and c.value.unit in ("second", "minute") for c in (first, second))
    people = witness(first) and witness(second) and witness(first) != witness(second)
    lasted = {first.facet, second.facet} <= {"lasted", "for"}
    return _pair(first, second) if apart and short and people and lasted else None


def _rounded(first: DurationClaim, second: DurationClaim) -> Difference | None:
    """Two spans after one start of which one is the other rounded to the minute or hour."""
    after = {first.facet, second.facet} <= {"later", "after"} and first.span.article != second.span.article
    return _pair(first, second) if after and to_the_unit(first, second) else None


def _pair(first: DurationClaim, second: DurationClaim) -> Difference:
    """Two lengths that are a difference only if something accounts for it."""
    return Difference(
        rule=CODE,
        kind=KIND,
        question=_question(first, second),
        sides=tuple(DraftSide(value=str(c), claims=(c,)) for c in (first, second)),
        confidence=0.75,
        doubtful=True,
    )


def _question(first: DurationClaim, second: DurationClaim) -> str:
    facets = {first.facet, second.facet}
    nouns = spoken(first, second)
    if facets <= {"later", "after"}:
        asked = "How much later was it"
    elif facets <= {"ago", "nth", "after", "since", "first"}:
        asked = "How long ago was it"
    elif awaited(first) and awaited(second):
        asked = "How long will it take"
    elif nouns:
        return f"How long did the {nouns} last?"
    else:
        asked = "How long did it last" if "lasted" in facets else "How long was it"
    return f"{asked}{in_common(first, second)}?"


def _needed(first: DurationClaim, second: DurationClaim) -> float:
    needed = 0.55
    if names(first.subject) & names(second.subject):
        needed -= 0.05
    a, b = seconds(first), seconds(second)
    if a[0] and b[0] and max(a[0], b[0]) > 20 * min(a[0], b[0]):
        needed += 0.2
    return needed


def _difference(first: DurationClaim, second: DurationClaim, alike: float) -> Difference:
    if in_session(first) is not in_session(second):
        because = f"“{first}” and “{second}”: one counts the days of sitting, the other the time from first to last."
        return replace(
            _pair(first, second), verdict="explained", reason="facet", because=because, settled=True
        )
    if both_ends(first, second):
        because = f"“{first}” and “{second}”: whether the first and the last day count makes one day."
        return replace(
            _pair(first, second), verdict="explained", reason="arithmetic", because=because, settled=True
        )
    (a, b), (c, d) = seconds(first), seconds(second)
    apart = (b is not None and c is not None and b < c) or (d is not None and a is not None and d < a)
    vague = any(claim.value is not None and claim.value.point is None for claim in (first, second))
    return replace(
        _pair(first, second),
        verdict="tension" if vague and apart else VERDICT,  # "several hours" may be twelve
        because=f"“{first}” and “{second}” are not one length of time.",
        confidence=min(0.9, 0.4 + alike),
        doubtful=not apart or loosely_told(first, second),
    )
