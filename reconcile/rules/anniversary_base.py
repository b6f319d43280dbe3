"""An anniversary's ordinal that does not fit the date of what it commemorates.

## What it finds
"The 50th anniversary" in a year that is not fifty years after the base date that this or another source states.
An edition is another count: the first one is held in the base year itself, so the 50th edition comes in the 49th
year after it; taking the one for the other is the commonest slip. Where the ordinal fits, but another source
counts editions, the difference is explained; so is an edition beside the year of the first one, from which the
years are missing in which it was not held.

So is the age of a thing in full years: what was opened in 1961 is 62 in 2023, or 61 before that day comes round. A
round age is loose.

An anniversary of February 29 is counted in years all the same; in common years it may be kept on February 28 or
March 1.

## Why it matters
Ordinals are copied from invitations and press releases, and seldom counted again.

## Example
```yaml
articles:
  - {id: a, publisher: The Tern, published: 2020-05-02, text: "The Heron Prize was founded in 1960."}
  - {id: b, publisher: Coast Post, published: 2020-05-03, text: "It was the 70th anniversary of the Heron Prize."}
findings:
  - {verdict: contradiction, because: "1960 + 70 = 2030, not 2020"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.align.subjects import telling
from reconcile.align.times.anniversaries import (
    counted,
    first_held,
    stated_bases,
    stated_origins,
    subject_of,
    yearly,
)
from reconcile.claims.anniversary import AnniversaryClaim, one_year
from reconcile.claims.claim import Claim
from reconcile.claims.date import DateClaim
from reconcile.language.figures.ordinals import ordinal
from reconcile.rules.difference import Difference, DraftSide

CODE = "ANN302"
KIND = "anniversary"
VERDICT = "contradiction"


def check(story: Story) -> Iterator[Difference]:
    """Yields a difference for each anniversary that does not fit its base, or that an edition count confuses."""
    editions = [c for c in story.of(AnniversaryClaim) if c.counts == "edition" and c.polarity]
    for claim in yearly(story):
        if claim.marked_year is None:
            continue
        bases = stated_bases(claim, story)
        rivals = [e for e in editions if _same_series(claim, e, story)]
        years = {year for year, _ in bases}
        published = story.article(claim).published
        now = one_year(published.interval) if published else None
        if now is not None and any(base + claim.ordinal == now != claim.marked_year for base in years):
            continue  # it is this year's anniversary, and the other year in the sentence is something else
        if claim.base_year in years:
            yield from _fitting(claim, [c for year, c in bases if year == claim.base_year], rivals)
        elif bases or any(
            e.base_year and e.base_year != claim.base_year and e.ordinal == claim.ordinal for e in rivals
        ):
            yield from _contradicted(claim, bases, rivals)
    for edition in editions:
        yield from _held(edition, story)
    for aged in counted(story):
        if aged.counts == "full":
            yield from _aged(aged, story)


def _aged(claim: AnniversaryClaim, story: Story) -> Iterator[Difference]:
    """The age of a thing beside the year in which it was built or opened, where no source gives one that fits."""
    now, number = claim.marked_year, claim.ordinal
    origins = stated_origins(claim, story)
    if now is None or not origins:
        return
    off = {year: abs(now - year - number) for year, _ in origins}
    loose = number // 20 if number % 10 == 0 else 0
    if min(off.values()) <= 1 + loose or len(off) > 2:
        return
    year = min(off, key=lambda known: (off[known], known))
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=f"How old was {claim.subject} in {now}?",
        sides=(
            DraftSide(value=f"{number} years in {now}", claims=(claim,)),
            DraftSide(value=f"since {year}", claims=tuple(c for known, c in origins if known == year)),
        ),
        verdict="contradiction",
        because=f"{year} + {number} = {year + number}, not {now}.",
        confidence=0.7,
        settled=True,
    )


def _held(edition: AnniversaryClaim, story: Story) -> Iterator[Difference]:
    """An edition beside the year of the first one: the count may lack years, it cannot have more than there were."""
    now, number = edition.marked_year, edition.ordinal
    if now is None or number < _COUNTED:
        return
    for first in first_held(edition, story):
        year = one_year(first.value)
        if year is None or first.sentence == edition.sentence:
            continue
        most = now - year + 1
        sums = f"{now} - {year} + 1 = {most}"
        because = (
            f"{sums}: the {ordinal(number)} is the count of all of them."
            if most == number
            else f"{sums} would be the {ordinal(most)}: in {most - number} of the years it was not held."
        )
        yield Difference(
            rule=CODE,
            kind=KIND,
            question=f"First held in {year}, for the {ordinal(number)} time in {now}?",
            sides=(
                DraftSide(value=f"{ordinal(number)} edition", claims=(edition,)),
                DraftSide(value=f"since {year}", claims=(first,)),
            ),
            verdict="explained",
            reason="arithmetic",
            because=because,
            confidence=0.8,
            settled=True,
        )


_COUNTED = 10


def _same_series(claim: AnniversaryClaim, edition: AnniversaryClaim, story: Story) -> bool:
    if abs(claim.ordinal - edition.ordinal) > 5 or edition.marked_year is None:
        return False
    near = edition.marked_year == claim.marked_year
    words = telling(subject_of(claim, story))
    return near and bool(words & (telling(edition.subject) or telling(edition.sentence)))


def _fitting(
    claim: AnniversaryClaim, bases: list[Claim], rivals: list[AnniversaryClaim]
) -> Iterator[Difference]:
    """The ordinal beside the base that it fits, where another source states it or an edition count may confuse."""
    year, number = claim.marked_year, claim.ordinal
    others = tuple(e for e in rivals if e.ordinal != number)
    apart = tuple(b for b in bases if b.span != claim.span)
    if not others and not (apart and all(b.span.article != claim.span.article for b in apart)):
        return
    question = f"Is {year} the {ordinal(number)} anniversary?"
    sides = [DraftSide(value=f"{number} years in {year}", claims=(claim,))]
    if apart:
        sides.append(DraftSide(value=f"since {claim.base_year}", claims=apart))
    if others:
        edition = ordinal(others[0].ordinal)
        question = f"Does {year} mark {number} years, or the {edition} time?"
        sides.append(DraftSide(value=f"{edition} edition", claims=others))
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=question,
        sides=tuple(sides),
        confidence=0.85 if others else 0.9,
        doubtful=True,
        whole=True,
    )


def _contradicted(
    claim: AnniversaryClaim,
    bases: list[tuple[int, AnniversaryClaim | DateClaim]],
    rivals: list[AnniversaryClaim],
) -> Iterator[Difference]:
    year, number = claim.marked_year, claim.ordinal
    same = [e for e in rivals if e.ordinal == number]
    sums = "; ".join(dict.fromkeys(f"{base} + {number} = {base + number}, not {year}" for base, _ in bases))
    if same:
        first = same[0].base_year
        more = f"the {ordinal(number)} edition in {year} means that the first was in {first}, and the {ordinal(number)} anniversary falls in {(first or 0) + number}"
        sums = f"{sums}; {more}" if sums else more[0].upper() + more[1:]
    witnesses: dict[str, list[Claim]] = {}
    for base, source in bases:
        if source.span != claim.span:
            witnesses.setdefault(f"since {base}", []).append(source)
    if same:
        witnesses.setdefault(f"{ordinal(number)} edition", []).extend(same)
    yield Difference(
        rule=CODE,
        kind=KIND,
        question=f"Was {year} the {ordinal(number)} anniversary?",
        sides=(
            DraftSide(value=f"{ordinal(number)} anniversary in {year}", claims=(claim,)),
            *(DraftSide(value=value, claims=tuple(claims)) for value, claims in witnesses.items()),
        ),
        verdict="contradiction",
        because=sums + ".",
        confidence=0.8,
        settled=True,
    )
