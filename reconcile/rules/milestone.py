"""A statement about round anniversaries, checked against the ordinal.

## What it finds
"It is not a quinquennial milestone" beside the 98th anniversary: 98 is no multiple of five, so the
statement fits. A "round" or "milestone" anniversary whose ordinal is not round, or the denial of a milestone for a
round one, is a contradiction.

## Why it matters
The reader is told why an occasion was kept, or not, in the usual way; the reason should be true.

## Example
```yaml
articles:
  - id: a
    publisher: The Tern
    published: 2024-06-04
    text: "Envoys marked the 45th anniversary of the Harbour Treaty. It is not a quinquennial milestone, they said."
findings:
  - {verdict: contradiction, because: "45 = 9 x 5"}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.align.story import Story
from reconcile.align.times.anniversaries import yearly
from reconcile.claims.anniversary import AnniversaryClaim
from reconcile.language.figures.ordinals import ordinal
from reconcile.rules.difference import Difference, DraftSide
from reconcile.values.regex import regex

CODE = "ANN304"
KIND = "anniversary"
VERDICT = "information"

_ROUND = regex(
    r"\b(?P<kind>quinquennial|decennial|round)[ -](?:milestone|anniversary|number|jubilee|year)s?\b", re.I
)
_NOT = regex(r"\b(?:not|n['’]t|no|never|without)\b[^.\n]{0,40}\Z", re.I)
_NOT_BEFORE = 50  # characters
_NEAR = 1500  # characters between the statement and the anniversary that it speaks of


def check(story: Story) -> Iterator[Difference]:
    """Yields what the arithmetic says about each statement on a round anniversary."""
    marked = list(yearly(story))
    for article in story.articles.values():
        for match in _ROUND.finditer(article.text):
            denial = _NOT.search(article.text, max(0, match.start() - _NOT_BEFORE), match.start())
            start = denial.start() if denial else match.start()
            near = [
                c
                for c in marked
                if c.span.article == article.id and abs(c.span.start - start) <= _NEAR and c.polarity
            ]
            current = [c for c in near if c.marked is not None and c.marked == _published(story, article.id)]
            if current:
                yield _verdict(start, match, min(current, key=lambda c: abs(c.span.start - start)), story)


def _published(story: Story, article: str) -> object:
    published = story.articles[article].published
    return published.interval if published else None


def _verdict(start: int, match: re.Match[str], claim: AnniversaryClaim, story: Story) -> Difference:
    denied = start < match.start()
    step = 10 if match.group("kind").lower() == "decennial" else 5
    number, times = claim.ordinal, claim.ordinal // step
    is_round = number % step == 0
    fits = is_round != denied
    sums = f"{number} = {times} x {step}" if is_round else f"{number} = {times} x {step} + {number % step}"
    said = story.reading(claim.span.article).claim(
        AnniversaryClaim,
        start,
        match.end(),
        ordinal=number,
        value=claim.value,
        marked=claim.marked,
        subject=claim.subject,
        polarity=not denied,
    )
    return Difference(
        rule=CODE,
        kind=KIND,
        question=f"Is the {ordinal(number)} a {match.group('kind').lower()} anniversary?",
        sides=(
            DraftSide(value=" ".join(said.span.quote.split()), claims=(said,)),
            DraftSide(value=ordinal(number), claims=(claim,)),
        ),
        verdict="information" if fits else "contradiction",
        because=f"{sums}: the statement {'fits' if fits else 'does not fit'} the ordinal.",
        confidence=0.8,
        settled=True,
    )
