"""Two dates that a reader may confuse: different facets of one event.

## What it finds
The reception was held on one day and the day it celebrates is another; the board approved on Sunday and the contract
was signed on Monday; the winner was announced in October and the prize handed over in December. Both dates are right,
and the finding says which is which.

## Why it matters
Facets are where cross-source tools raise their false alarms. Shown side by side, with the verb that each date hangs
on, they stop being one.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2024-07-12, text: "Envoys held a reception for the Harbour Treaty in Brindle on July 9."}
  - {id: b, publisher: Coast Post, published: 2024-07-12, text: "The Harbour Treaty was signed in Brindle on July 11, 1961."}
findings:
  - {verdict: explained, reason: facet}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from reconcile.align.pairing import pairs
from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.borrowed_years import with_years
from reconcile.align.times.courses import course, courses_of
from reconcile.align.times.happenings import BLOWS, SILENT, of_origin
from reconcile.align.times.spans import names
from reconcile.claims.date import DateClaim
from reconcile.rules.asking import told, which
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.dates import Grain
from reconcile.values.regex import regex

CODE = "DAT202"
KIND = "date"
VERDICT = "explained"

_TRANSLATED = regex(r"\bin (?:[A-Z][a-z]+ )?(?:[A-Z][a-z]+(?:ish|ese|ian|an|ch|ic))\b|\btranslat", re.I)
_CLAUSE = regex(r"[,;:]\s")
_STEPS = frozenset({"approved", "signed", "announced", "effective", "completed"})
_BY_THE_CLOCK = frozenset({"journey"})
_STEP = timedelta(days=4)
_WINDOW = timedelta(days=75)


def check(story: Story) -> Iterator[Difference]:
    """Yields one difference for each two facets that sources date near each other for one thing."""
    claims = with_years([c for c in story.of(DateClaim) if _dated(c)], story)
    best: dict[tuple[str, ...], tuple[float, DateClaim, DateClaim]] = {}
    for first, second in pairs(story, claims, lambda claim: _keys(claim, story)):
        score = _confusable(first, second, story)
        if score <= 0:
            continue
        if (first.facet, first.span.start) > (second.facet, second.span.start):
            first, second = second, first
        days = (str(first.value and first.value.iso), str(second.value and second.value.iso))
        one = course(first, second, story) == "journey"
        key = (first.facet, second.facet, *(("", "") if one else days))
        if key not in best or score > best[key][0]:
            best[key] = (score, first, second)
    yield from _statements(story)
    yield from _attachments(story)
    yield from _decisions(story)
    for score, first, second in best.values():
        yield _difference(first, second, score, claims, story)


def _keys(claim: DateClaim, story: Story) -> frozenset[str]:
    stages = {f"<{name}>" for name in courses_of(claim.facet)}
    return frozenset(story.context(claim)) | stages | ({"<step>"} if claim.facet in _STEPS else frozenset())


def _dated(claim: DateClaim) -> bool:
    return (
        claim.value is not None
        and claim.value.start is not None
        and claim.value.end is not None
        and (claim.facet not in SILENT or (claim.facet == "published" and claim.value.grain == Grain.YEAR))
        and claim.facet not in ("other", "worked", "zone")
        and claim.polarity
        and claim.modality != "conditional"
        and claim.bound in ("on", "around")
        and (
            claim.value.grain in (Grain.DAY, Grain.PART, Grain.MONTH, Grain.YEAR)
            or bool(courses_of(claim.facet) & _BY_THE_CLOCK)
        )
    )


def _confusable(first: DateClaim, second: DateClaim, story: Story) -> float:
    """How likely a reader takes the two for one; 0 when the question does not arise."""
    a, b = first.value, second.value
    if (
        a is None
        or b is None
        or a.start is None
        or b.start is None
        or a.overlaps(b)
        or (first.facet == second.facet != "published")
        or {first.facet, second.facet} <= BLOWS  # an explosion, and whom it hurt: one fact
        or of_origin(first, second)
    ):
        return 0.0
    if course(first, second, story):
        return 0.4 + story.similarity(first, second)
    if (a.grain >= Grain.MONTH) != (b.grain >= Grain.MONTH) or Grain.MONTH in (a.grain, b.grain):
        return 0.0
    if min(a.grain, b.grain) < Grain.PART:
        return 0.0
    if "published" in (first.facet, second.facet):
        return _editions(first, second)
    near = (
        abs(a.start - b.start) <= _WINDOW if a.grain != Grain.YEAR else abs(a.start.year - b.start.year) <= 12
    )
    annual = not near and a.grain != Grain.YEAR and _recurs(first, second)
    if not (near or annual):
        return 0.0
    shared = telling(first.subject) & telling(second.subject)
    similar = story.similarity(first, second)
    score = similar + (0.25 if shared else 0.0) + (0.1 if annual else 0.0)
    if first.span.article == second.span.article or annual:
        marked = "commemorated" in (first.facet, second.facet)
        told = first.sentence == second.sentence and not (
            shared or marked
        )  # two deeds, kept apart by the sentence
        return score if score >= 0.3 and not told else 0.0
    if _stages(first, second) and abs(a.start - b.start) <= _STEP:
        return max(score, 0.3)
    return score if score >= 0.35 else 0.0


def _stages(first: DateClaim, second: DateClaim) -> bool:
    """Whether the facets are two steps of one deal or decision, which follow each other within days."""
    return {first.facet, second.facet} <= _STEPS and first.modality == second.modality == "asserted"


def _statements(story: Story) -> Iterator[Difference]:
    """Two sources that date one statement to two days: a repetition, as far as the words go."""
    said = [c for c in story.of(DateClaim) if c.facet == "said" and c.value and c.value.grain <= Grain.DAY]
    for first, second in pairs(story, said):
        a, b = first.value, second.value
        if a is None or b is None or a.start is None or b.start is None or a.overlaps(b):
            continue
        if first.span.article == second.span.article or story.same_origin(first, second):
            continue
        if timedelta(hours=10) < abs(a.start - b.start) <= _STEP and story.similarity(first, second) >= 0.3:
            yield Difference(
                rule=CODE,
                kind=KIND,
                question="When was this said?",
                sides=tuple(DraftSide(value=str(c), claims=(c,)) for c in (first, second)),
                confidence=0.6,
                doubtful=True,
            )


_WOULD = regex(r"\b(?:that (?:it|they|he|she|the \w+)|it|they) (?:would|will|had|has|is to|plans? to)\b")


def _decisions(story: Story) -> Iterator[Difference]:
    """The day on which something was decided, and the day on which it was told: "said on Thursday that it would"."""
    dated = [
        c
        for c in story.of(DateClaim)
        if c.value and c.value.start and c.value.grain == Grain.DAY and c.polarity
    ]
    decided = [c for c in dated if c.facet == "decided" and c.modality == "asserted"]
    told = [
        c
        for c in dated
        if c.facet == "announced"
        or (c.facet == "said" and _WOULD.search(c.sentence, c.span.end - c.sentence_start))
    ]
    for first in decided:
        later = [(_days_between(first, c), c) for c in told if c.span.article != first.span.article]
        near = [(gap, c.span.article, c) for gap, c in later if 0 < gap <= _STEP.days]
        if near:
            second = min(near, key=lambda item: item[:2])[2]
            yield Difference(
                rule=CODE,
                kind=KIND,
                question="When was it decided, and when was it told?",
                sides=tuple(DraftSide(value=str(c), claims=(c,)) for c in (first, second)),
                confidence=0.6,
                doubtful=True,
            )


def _days_between(first: DateClaim, second: DateClaim) -> int:
    a, b = first.value, second.value
    return (b.start.date() - a.start.date()).days if a and b and a.start and b.start else -1


def _attachments(story: Story) -> Iterator[Difference]:
    """One year in two near-equal sentences: of the saying in one, of what is said in the other."""
    dated = [
        c for c in story.of(DateClaim) if c.value and c.value.grain == Grain.YEAR and c.absolute and c.facet
    ]
    for first, second in pairs(story, dated):
        said = (first.facet == "said") != (second.facet == "said")
        if not said or first.value != second.value or first.span.article == second.span.article:
            continue
        if not story.same_origin(first, second) and story.similarity(first, second) >= 0.6:
            yield Difference(
                rule=CODE,
                kind=KIND,
                question=f"What happened in {first}, and what was said then?",
                sides=tuple(DraftSide(value=f"{told(c.event)} {c}", claims=(c,)) for c in (first, second)),
                confidence=0.6,
                doubtful=True,
            )


def _editions(first: DateClaim, second: DateClaim) -> float:
    """Whether one dates a work and the other its translation: a year each, and a language named with one of them."""
    if first.facet != second.facet or first.value is None or first.value.grain != Grain.YEAR:
        return 0.0
    one, two = (bool(_TRANSLATED.search(_before(c))) for c in (first, second))
    shared = names(first.sentence) & names(second.sentence)
    return 0.5 if one != two and shared else 0.0


def _before(claim: DateClaim) -> str:
    """The claim's clause up to its end."""
    return _CLAUSE.split(claim.sentence[: claim.span.end - claim.sentence_start])[-1]


def _recurs(first: DateClaim, second: DateClaim) -> bool:
    """Whether one day is within a week of the other's calendar day in another year: an anniversary's neighbourhood."""
    a, b = first.value, second.value
    if a is None or b is None or a.start is None or b.start is None or a.start.year == b.start.year:
        return False
    gap = abs(a.start.timetuple().tm_yday - b.start.timetuple().tm_yday)
    return min(gap, 365 - gap) <= 7 and "commemorated" in (first.facet, second.facet, "commemorated")


def _difference(
    first: DateClaim, second: DateClaim, score: float, claims: list[DateClaim], story: Story
) -> Difference:
    sides = []
    for claim in (first, second):
        same = [
            c
            for c in claims
            if c.facet == claim.facet
            and c.value == claim.value
            and (c is claim or story.similarity(c, claim) >= 0.2)
        ]
        # One word for one side, whatever was compared.
        leads = min(same, key=lambda c: (c.span.article, c.span.start))
        same.sort(key=lambda c: c is not claim)  # the claim that was compared stands first
        sides.append(DraftSide(value=f"{told(leads.event or leads.facet)} {claim}", claims=tuple(same)))
    what = first.subject if first.subject == second.subject else ""
    return Difference(
        rule=CODE,
        kind=KIND,
        question=which(first.event or first.facet, second.event or second.facet, what),
        sides=tuple(sides),
        confidence=min(0.9, 0.5 + score / 3),
        doubtful=True,
    )
