"""Two durations of one thing.

## What it finds
How long a tremor, a flight or a hearing lasted, how long until something is known, how long somebody has served, when
two sources give different lengths for it. Rounded and hedged figures that can both hold are explained; figures from
different speakers are a tension.

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

from reconcile.align.lengths import SCALE, course, half_hours, seconds
from reconcile.align.measured import measured, spoken
from reconcile.align.pairing import pairs
from reconcile.align.senses import sense
from reconcile.align.spans import beginnings, names
from reconcile.align.story import Story
from reconcile.claims.duration import DurationClaim
from reconcile.lexicon import words
from reconcile.rules.difference import Difference, DraftSide, Verdict
from reconcile.values.regex import regex

CODE = "DUR402"
KIND = "duration"
VERDICT = "contradiction"


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each two lengths of one thing."""
    claims = [c for c in story.of(DurationClaim) if c.value is not None and c.polarity]
    yield from _served(story)
    alone = _alone(claims)
    courses = Counter(c.span.article for c in claims if course(c))
    for first, second in pairs(story, claims, _keys):
        if seconds(first) == seconds(second) or first.sentence == second.sentence:
            continue
        if story.same_origin(first, second) and first.span.article != second.span.article:
            continue
        found = _of_one(first, second, alone, story)
        found = (
            found or _counted(first, second, story) or _until(first, second, story) or _rounded(first, second)
        )
        if found is None and "lasted" in (first.facet, second.facet):
            found = _felt(first, second, story)
        if found is None and first.facet in _LENGTHS and second.facet in _LENGTHS:
            alike = story.similarity(first, second)
            apart = first.span.article != second.span.article and first.facet == second.facet
            if apart and first.event == second.event != "" and alike >= _needed(first, second):
                found = _difference(first, second, alike)
        if found is None and first.span.article != second.span.article:
            found = _roughly(first, second, courses, story)
        if found is not None:
            yield found


_LENGTHS = frozenset({"lasted", "for", "later", "after"})
_NOT = regex(
    r"\b(?:not|n['’]t|won['’]t|never)\b[^.;\n]{0,30}\Z|\b(?:would|could|will|may|might) be (?:about |a |another )?\Z"
)


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
    if not shared or first.span.article == second.span.article or not _published_near(first, second, story):
        return None
    if any(len(alone[c.span.article, noun]) != 1 for c in (first, second) for noun in shared):
        return None
    alike = story.similarity(first, second)
    return _difference(first, second, alike) if alike >= (0.3 if shared & _repeated() else 0.08) else None


def _roughly(
    first: DurationClaim, second: DurationClaim, courses: Counter[str], story: Story
) -> Difference | None:
    """Two lengths that can both hold, one of them hedged or rounded, said in like words or each the only one told."""
    if {first.facet, second.facet} - {"after", "for", "lasted", "", "ago", "within"}:
        return None
    alike = story.similarity(first, second)
    sole = all(course(c) and courses[c.span.article] == 1 for c in (first, second))
    if alike < (0.03 if sole else 0.12):
        return None
    (a, b), (c, d) = seconds(first), seconds(second)
    if a is None or b is None or c is None or d is None:
        return None
    exact = all(claim.value is not None and claim.value.exact for claim in (first, second))
    if half_hours(first, second) or (not exact and c <= b and a <= d):
        return _agreeing(first, second, alike)
    if sole and max(a, c) <= 2 * min(b, d):
        because = f"“{first}” and “{second}” are each the only length told; from where to where they count is not said."
        return _settled(first, second, "unresolved", None, because)
    return None


def _keys(claim: DurationClaim) -> frozenset[str]:
    unit = claim.value.unit if claim.value else ""
    return frozenset({unit, "short" if unit in ("hour", "day", "minute") else "long"})


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
        if a.sentence == b.sentence or not _exact(a) or not _exact(b) or not _together(a, b, story):
            continue
        if (
            first.kind == second.kind
            and first.began.overlaps(second.began)
            and names(a.subject) == names(b.subject)
        ):
            because = f"{a} and {b} are both said of {a.subject}, and both without a hedge."
            yield _settled(a, b, "contradiction", None, because)
        elif first.kind != second.kind and _years_apart(a, b) <= 3:
            because = (
                f'"{a.span.quote}" ({a.event or first.kind}) and "{b.span.quote}" ({b.event or second.kind}) measure '
                "two things; some time can lie between them."
            )
            yield _settled(a, b, "explained", "facet", because)


def _years_apart(first: DurationClaim, second: DurationClaim) -> Decimal:
    low, high = seconds(first)[0] or Decimal(0), seconds(second)[0] or Decimal(0)
    return abs(low - high) / SCALE["year"]


def _exact(claim: DurationClaim) -> bool:
    return claim.value is not None and claim.value.exact and claim.value.unit == "year"


def _together(first: DurationClaim, second: DurationClaim, story: Story) -> bool:
    """Whether the two were published within two months, so that no year has passed between them."""
    a, b = story.article(first).published, story.article(second).published
    if a is None or b is None or a.interval.start is None or b.interval.start is None:
        return False
    return abs((a.interval.start - b.interval.start).days) <= 60


def _published_near(first: DurationClaim, second: DurationClaim, story: Story) -> bool:
    """Whether the two are of one season, as far as the publication dates are known."""
    a, b = story.article(first).published, story.article(second).published
    if a is None or b is None or a.interval.start is None or b.interval.start is None:
        return True
    return abs((a.interval.start - b.interval.start).days) <= 120


def _counted(first: DurationClaim, second: DurationClaim, story: Story) -> Difference | None:
    """ "Enters its seventh week" and "six weeks ago": the running unit is one more than the full ones."""
    nth, full = (first, second) if first.facet == "nth" else (second, first)
    if (
        nth.facet != "nth"
        or full.facet not in ("ago", "after", "for")
        or nth.value is None
        or full.value is None
    ):
        return None
    if nth.value.unit != full.value.unit or nth.value.point is None or full.value.point is None:
        return None
    if nth.value.point - full.value.point != 1 or not _together(nth, full, story):
        return None
    if story.similarity(nth, full) < 0.05:
        return None
    because = (
        f"After {full.value.point} full {full.value.unit}s {full.value.unit} {nth.value.point} has begun: "
        f"{full.value.point} + 1 = {nth.value.point}."
    )
    return _settled(nth, full, "explained", "arithmetic", because)


def _until(first: DurationClaim, second: DurationClaim, story: Story) -> Difference | None:
    """Two answers to how long it will be until something: other speakers, a later answer, or other things awaited."""
    if not (_waits(first) and _waits(second)):
        return None
    if first.span.article == second.span.article:
        if abs(first.sentence_start - second.sentence_start) > 900:
            return None
        because = (
            f'"{first.span.quote}" and "{second.span.quote}" are two spans that one article tells apart.'
        )
        return _settled(first, second, "explained", "facet", because)
    alike = story.similarity(first, second)
    speakers = names(first.attribution or "") & names(second.attribution or "")
    if alike < 0.05:
        return None
    if alike < 0.15 and not speakers:
        because = f"“{first}” and “{second}” were each said at its own time, and count from there."
        return _settled(first, second, "explained", "update", because)
    if first.attribution and second.attribution and not speakers:
        because = f"“{first}” is the word of {first.attribution}, “{second}” that of {second.attribution}."
        return _settled(first, second, "tension", "attributed", because)
    days = [
        p.interval.start for c in (first, second) if (p := story.article(c).published) and p.interval.start
    ]
    if len(days) == 2 and days[0] != days[1] and speakers:
        because = f"“{first}” and “{second}” were said on different days; the later one counts from its own."
        return _settled(first, second, "explained", "update", because)
    return None


def _felt(first: DurationClaim, second: DurationClaim, story: Story) -> Difference | None:
    """How long something lasted by two people's accounts: what each felt where each was."""
    one, two = ({c.attribution or c.subject} - {""} for c in (first, second))
    short = all(c.value is not None and c.value.unit in ("second", "minute") for c in (first, second))
    if not short or not {first.facet, second.facet} <= {"lasted", "for"} or not one or not two or one & two:
        return None
    if story.similarity(first, second) < 0.08 or first.span.article == second.span.article:
        return None
    who = [c.attribution or c.subject for c in (first, second)]
    because = f"“{first}” is what {who[0]} reports, “{second}” what {who[1]} felt: lengths differ by place and person."
    return _settled(first, second, "explained", "scope", because)


def _waits(claim: DurationClaim) -> bool:
    if (
        claim.facet in ("before", "within")
        and claim.value is not None
        and claim.value.unit in ("hour", "day", "minute", "week")
    ):
        return claim.facet == "before" or "next" in claim.span.quote.lower()
    before = claim.sentence[: claim.span.start - claim.sentence_start]
    return claim.facet == "for" and bool(_NOT.search(before))


def _rounded(first: DurationClaim, second: DurationClaim) -> Difference | None:
    """Two spans after one start of which one is the other rounded: 54 minutes and 53:58."""
    if first.facet not in ("later", "after") or second.facet not in ("later", "after"):
        return None
    if first.span.article == second.span.article or first.value is None or second.value is None:
        return None
    a, b = first.value.point, second.value.point
    if a is None or b is None or first.value.unit != second.value.unit or a == b or min(a, b) < 10:
        return None
    if a != b.quantize(Decimal(1)) and b != a.quantize(Decimal(1)):
        return None
    because = (
        f"{max(first.span.quote, second.span.quote, key=len)} is {_clock(min(a, b))} rounded to the minute."
    )
    return _settled(first, second, "explained", "precision", because)


def _clock(minutes: Decimal) -> str:
    whole = int(minutes)
    return f"{whole}:{round((minutes - whole) * 60):02d}"


def _settled(
    first: DurationClaim, second: DurationClaim, verdict: Verdict, reason: str | None, because: str
) -> Difference:
    return Difference(
        rule=CODE,
        kind=KIND,
        question=_question(first, second),
        sides=tuple(DraftSide(value=str(c), claims=(c,)) for c in (first, second)),
        verdict=verdict,
        reason=reason,
        because=because,
        confidence=0.75,
        settled=True,
    )


def _question(first: DurationClaim, second: DurationClaim) -> str:
    facets = {first.facet, second.facet}
    if facets <= {"later", "after"}:
        return "How much later was it?"
    if facets <= {"ago", "nth", "after", "since", "first"}:
        return "How long ago was it?"
    if _waits(first) and _waits(second):
        return "How long will it take?"
    nouns = spoken(first, second)
    if nouns:
        return f"How long did the {nouns} last?"
    return "How long did it last?" if "lasted" in facets else "How long was it?"


def _needed(first: DurationClaim, second: DurationClaim) -> float:
    needed = 0.55
    if names(first.subject) & names(second.subject):
        needed -= 0.05
    a, b = seconds(first), seconds(second)
    if a[0] and b[0] and max(a[0], b[0]) > 20 * min(a[0], b[0]):
        needed += 0.2
    return needed


def _difference(first: DurationClaim, second: DurationClaim, alike: float) -> Difference:
    (a, b), (c, d) = seconds(first), seconds(second)
    apart = (b is not None and c is not None and b < c) or (d is not None and a is not None and d < a)
    if not apart or half_hours(first, second):
        return _agreeing(first, second, alike)
    return Difference(
        rule=CODE,
        kind=KIND,
        question=_question(first, second),
        sides=tuple(DraftSide(value=str(c), claims=(c,)) for c in (first, second)),
        verdict="contradiction",
        because=f"“{first}” and “{second}” are not one length of time.",
        confidence=min(0.9, 0.4 + alike),
    )


def _agreeing(first: DurationClaim, second: DurationClaim, alike: float) -> Difference:
    because = f"“{first}” and “{second}” can both hold: one is rounded or hedged."
    return replace(
        _settled(first, second, "explained", "precision", because), confidence=min(0.9, 0.4 + alike)
    )
